import type Flatbush from 'flatbush';
import { metresPerDegree } from '../../domain/geodesy.ts';
import { edgeIndex } from '../../domain/geometry/edge-index.ts';
import { type EdgeEnds, layOutEdges } from '../../domain/geometry/edges.ts';
import { nearestShare } from '../../domain/geometry/point-to-segment.ts';
import type { Position } from '../../domain/geometry.ts';

/** Lines with a known datum, in a spatial index. */
export type ReferenceLines = { readonly index: Flatbush; readonly ends: EdgeEnds };

/** Builds a reference from lines; returns undefined when they have no edge. */
export function referenceLines(
  lines: readonly (readonly Position[])[],
): ReferenceLines | undefined {
  const ends = layOutEdges(lines);
  const index = edgeIndex(ends);
  return index && { index, ends };
}

/**
 * Returns the nearest position of the lines and its distance in metres; undefined when it is beyond the
 * reach.
 */
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
    const share = nearestShare(wx, wy, ux, uy);
    const distance = Math.hypot(wx - share * ux, wy - share * uy);
    if (distance <= least)
      [least, at] = [distance, [ax + share * (bx - ax), ay + share * (by - ay)]];
  }
  return at === undefined ? undefined : { distanceM: least, at };
}
