import type Flatbush from 'flatbush';
import type { Geometry } from 'geojson';
import { linesOf, metresPerDegree } from '../../domain/geodesy.ts';
import { edgeIndex } from '../../domain/geometry/edge-index.ts';
import { type EdgeEnds, endsOf, layOutEdges } from '../../domain/geometry/edges.ts';
import { nearestShare } from '../../domain/geometry/point-to-segment.ts';
import type { Position } from '../../domain/geometry.ts';

/** Lines whose datum is known, behind an index. */
export type ReferenceLines = { readonly index: Flatbush; readonly ends: EdgeEnds };

/** Makes a reference of geometries; `undefined` when they have no edge. */
export function referenceLines(geometries: readonly Geometry[]): ReferenceLines | undefined {
  const ends = layOutEdges(geometries.flatMap(linesOf));
  const index = edgeIndex(ends);
  return index && { index, ends };
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
    const [[ax, ay], [bx, by]] = endsOf(ends, edge);
    const [ux, uy] = [(bx - ax) * east, (by - ay) * north];
    const [wx, wy] = [(x - ax) * east, (y - ay) * north];
    const share = nearestShare(wx, wy, ux, uy);
    const distance = Math.hypot(wx - share * ux, wy - share * uy);
    if (distance <= least)
      [least, at] = [distance, [ax + share * (bx - ax), ay + share * (by - ay)]];
  }
  return at === undefined ? undefined : { distanceM: least, at };
}

/** About so many positions at even steps along lines, and the lines' length in metres. */
export function evenSteps(
  geometries: readonly Geometry[],
  count: number,
): { readonly positions: readonly Position[]; readonly lengthM: number } {
  const lines = geometries.flatMap(linesOf);
  const lengthM = lines.reduce((sum, line) => sum + planeLength(line), 0);
  if (!(lengthM > 0 && lengthM < Infinity)) return { positions: [], lengthM: 0 };
  const step = lengthM / count;
  const positions: Position[] = [];
  let ahead = step / 2;
  for (const line of lines) {
    for (const [number, to] of line.entries()) {
      const from = line[number - 1];
      if (from === undefined) continue;
      const length = planeLength([from, to]);
      for (; ahead < length; ahead += step) {
        const share = ahead / length;
        positions.push([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]);
      }
      ahead -= length;
    }
  }
  return { positions, lengthM };
}

function planeLength(line: readonly Position[]): number {
  return line.slice(1).reduce((sum, [x, y], at) => {
    const [fromX, fromY] = line[at] ?? [x, y];
    const { east, north } = metresPerDegree(y);
    return sum + Math.hypot((x - fromX) * east, (y - fromY) * north);
  }, 0);
}
