import type { Geometry } from 'geojson';
import { ellipsoidDistance, linesOf } from '../../domain/geodesy.ts';
import { type Position, positionsOf } from '../../domain/geometry.ts';
import { labelPoint } from '../../map/label-point.ts';

/**
 * A position on a site that stands for it: where an area's name is written, half way along the longest
 * of its lines, or the point itself. Never a centroid, which may lie off a bent site.
 */
export function representativePoint(geometry: Geometry): Position | undefined {
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') return labelPoint(geometry);
  const [longest] = linesOf(geometry)
    .map((line) => ({ line, lengthM: lengthOf(line) }))
    .toSorted((a, b) => b.lengthM - a.lengthM);
  return longest === undefined
    ? [...positionsOf(geometry)][0]
    : along(longest.line, longest.lengthM / 2);
}

function lengthOf(line: readonly Position[]): number {
  return line
    .slice(1)
    .reduce((sum, to, index) => sum + ellipsoidDistance(line[index] ?? to, to), 0);
}

/** The position at a distance from the line's start; an edge is straight in longitude and latitude. */
function along(line: readonly Position[], distanceM: number): Position | undefined {
  let left = distanceM;
  for (const [index, to] of line.slice(1).entries()) {
    const from = line[index] ?? to;
    const edgeM = ellipsoidDistance(from, to);
    if (edgeM >= left) {
      const share = edgeM === 0 ? 0 : left / edgeM;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    }
    left -= edgeM;
  }
  return line.at(-1);
}
