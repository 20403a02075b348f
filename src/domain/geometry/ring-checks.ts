import type { BoundingBox, Position, Ring } from '../geometry.ts';
import { areApart, boxAround, layOutEdges, NEAR_LINE, withoutRepeats } from './edges.ts';
import { squareToSegment } from './point-to-segment.ts';

/** Twice the signed area of a ring in square degrees: positive when it runs counterclockwise. */
export function signedArea(ring: Ring): number {
  // Relative to the first corner: the sums of small rings keep their digits.
  const [x0, y0] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [a, b] = [ring[index - 1], ring[index]];
    if (a !== undefined && b !== undefined)
      sum += (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0);
  }
  return sum;
}

/** The last decimal of the data in degrees, 0.1 m: nearer than this, two places may be one. */
export const LAST_DECIMAL = 1e-6;

/**
 * Whether a ring has no area but for rounding: it is narrower than 0.1 m on average, like a line there
 * and back whose corners are rounded to the last decimal. Holes that do not overlap may take some of it,
 * given as twice their area in square degrees.
 */
export function hasNoArea(ring: Ring, taken = 0): boolean {
  let length = 0;
  for (const [index, [x, y]] of ring.entries()) {
    const [lastX, lastY] = ring[index - 1] ?? [x, y];
    length += Math.hypot(x - lastX, y - lastY);
  }
  return Math.abs(signedArea(ring)) - taken <= LAST_DECIMAL * length;
}

/**
 * Whether a closed ring meets itself nowhere but at its corners and turns back at none of them; any other
 * ring needs `ringCourse`. A sweep along the ring's longer side compares each edge with those beside it only;
 * it needs no index, so that the first load is spared one.
 */
export function isPlainRing(given: Ring): boolean {
  const ring = withoutRepeats(given);
  const count = ring.length - 1;
  if (count < 3) return false;
  for (const [corner, at] of ring.slice(0, -1).entries()) {
    const before = ring[corner === 0 ? count - 1 : corner - 1];
    const after = ring[corner + 1];
    if (before !== undefined && after !== undefined && turnsBack(before, at, after)) return false;
  }
  if (count === 3) return true;
  const ends = layOutEdges([ring]);
  const boxes = Array.from({ length: count }, (_, edge) =>
    boxAround(ends, [edge, edge + 1], NEAR_LINE),
  );
  const [low, high] = longerSide(boxAround(ends, [0, count]));
  const order = boxes.map((box, edge) => ({ edge, from: box[low], to: box[high] }));
  order.sort((one, other) => one.from - other.from);
  for (const [place, { edge, to }] of order.entries()) {
    for (let next = place + 1; next < count; next += 1) {
      const other = order[next];
      if (other === undefined || other.from > to) break;
      const apart = Math.abs(edge - other.edge);
      if (apart === 1 || apart === count - 1) continue;
      if (!areApart({ ends, edge }, { ends, edge: other.edge })) return false;
    }
  }
  return true;
}

/** Where the least and the greatest value of a box's longer side stand in it. */
function longerSide([west, south, east, north]: BoundingBox): readonly [low: 0 | 1, high: 2 | 3] {
  return east - west > north - south ? [0, 2] : [1, 3];
}

/** Whether a line goes back the way it came at a corner, within 0.1 m. */
export function turnsBack(before: Position, at: Position, after: Position): boolean {
  const [ux, uy] = [before[0] - at[0], before[1] - at[1]];
  const [vx, vy] = [after[0] - at[0], after[1] - at[1]];
  if (ux * vx + uy * vy <= 0) return false;
  const isShorter = ux * ux + uy * uy < vx * vx + vy * vy;
  const square = isShorter ? squareToSegment(ux, uy, vx, vy) : squareToSegment(vx, vy, ux, uy);
  return square <= LAST_DECIMAL * LAST_DECIMAL;
}
