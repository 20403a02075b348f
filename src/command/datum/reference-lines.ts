import Flatbush from 'flatbush';
import { metresPerDegree } from '../../domain/geodesy.ts';
import type { Position } from '../../domain/geometry.ts';

/** Lines whose datum is known, behind an index. */
export type ReferenceLines = {
  readonly index: Flatbush;
  /** Of each edge where it starts and ends: longitude, latitude, longitude, latitude. */
  readonly ends: Float64Array;
};

/** Makes a reference of lines; `undefined` when they have no edge. */
export function referenceLines(
  lines: readonly (readonly Position[])[],
): ReferenceLines | undefined {
  const edges = lines.reduce((sum, { length }) => sum + Math.max(0, length - 1), 0);
  if (edges === 0) return undefined;
  const index = new Flatbush(edges);
  const ends = new Float64Array(4 * edges);
  let at = 0;
  for (const line of lines) {
    for (const [number, [bx, by]] of line.entries()) {
      const from = line[number - 1];
      if (from === undefined) continue;
      const [ax, ay] = from;
      index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
      ends.set([ax, ay, bx, by], at);
      at += 4;
    }
  }
  index.finish();
  return { index, ends };
}

/** How far a position lies from a line, and the line's nearest position; nothing beyond a reach in metres. */
export function nearestWithin(
  { index, ends }: ReferenceLines,
  [x, y]: Position,
  reach: number,
): { readonly distanceM: number; readonly at: Position } | undefined {
  const { east, north } = metresPerDegree(y);
  const [reachX, reachY] = [reach / east, reach / north];
  let [least, at]: [number, Position | undefined] = [reach, undefined];
  for (const edge of index.search(x - reachX, y - reachY, x + reachX, y + reachY)) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = ends.subarray(4 * edge, 4 * edge + 4);
    const [ux, uy] = [(bx - ax) * east, (by - ay) * north];
    const [wx, wy] = [(x - ax) * east, (y - ay) * north];
    const square = ux * ux + uy * uy;
    const share = square === 0 ? 0 : Math.max(0, Math.min(1, (wx * ux + wy * uy) / square));
    const distance = Math.hypot(wx - share * ux, wy - share * uy);
    if (distance <= least)
      [least, at] = [distance, [ax + share * (bx - ax), ay + share * (by - ay)]];
  }
  return at === undefined ? undefined : { distanceM: least, at };
}
