import type { Geometry } from 'geojson';
import { linesOf, metresPerDegree } from '../../domain/geodesy.ts';
import type { Position } from '../../domain/geometry.ts';

/** Lines with the length of each edge in metres, measured on a plane. */
export type MeasuredLines = {
  readonly lines: readonly { readonly line: readonly Position[]; readonly edgesM: Float64Array }[];
  /** Zero when the lines cannot be measured. */
  readonly lengthM: number;
};

/** Measures the lines and rings of geometries, in metres. */
export function measureLines(geometries: readonly Geometry[]): MeasuredLines {
  const lines = geometries.flatMap(linesOf).map((line) => ({ line, edgesM: edgeLengths(line) }));
  let lengthM = 0;
  for (const { edgesM } of lines) for (const edgeM of edgesM) lengthM += edgeM;
  return { lines, lengthM: lengthM < Infinity ? lengthM : 0 };
}

/** Returns approximately `count` positions at even steps along lines. */
export function evenSteps({ lines, lengthM }: MeasuredLines, count: number): readonly Position[] {
  if (!(lengthM > 0)) return [];
  const step = lengthM / count;
  const positions: Position[] = [];
  let ahead = step / 2;
  for (const { line, edgesM } of lines) {
    for (let edge = 0; edge < edgesM.length; edge += 1) {
      const [from, to, length] = [line[edge], line[edge + 1], edgesM[edge]];
      if (from === undefined || to === undefined || length === undefined) continue;
      for (; ahead < length; ahead += step) {
        const share = ahead / length;
        positions.push([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]);
      }
      ahead -= length;
    }
  }
  return positions;
}

function edgeLengths(line: readonly Position[]): Float64Array {
  const lengths = new Float64Array(Math.max(0, line.length - 1));
  for (let edge = 0; edge < lengths.length; edge += 1) {
    const [from, to] = [line[edge], line[edge + 1]];
    if (from === undefined || to === undefined) continue;
    const { east, north } = metresPerDegree(to[1]);
    lengths[edge] = Math.hypot((to[0] - from[0]) * east, (to[1] - from[1]) * north);
  }
  return lengths;
}
