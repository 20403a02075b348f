import type { Position, Ring } from '../geometry.ts';
import { edgeIndex } from './edge-index.ts';
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
 * ring needs `ringCourse`. An index over the edges keeps the search near n·log n.
 */
export function isPlainRing(given: Ring): boolean {
  const ring = withoutRepeats(given);
  const count = ring.length - 1;
  if (count < 3) return false;
  const ends = layOutEdges([ring]);
  for (const [corner, at] of ring.slice(0, -1).entries()) {
    const before = ring[corner === 0 ? count - 1 : corner - 1];
    const after = ring[corner + 1];
    if (before !== undefined && after !== undefined && turnsBack(before, at, after)) return false;
  }
  const index = count > 3 ? edgeIndex(ends) : undefined;
  if (index === undefined) return true;
  for (let edge = 0; edge < count; edge += 1) {
    const near = index.search(
      ...boxAround(ends, [edge, edge + 1], NEAR_LINE),
      (other) => other > edge + 1 && !(edge === 0 && other === count - 1),
    );
    if (near.some((other) => !areApart({ ends, edge }, { ends, edge: other }))) return false;
  }
  return true;
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
