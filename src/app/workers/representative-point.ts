import type { Geometry } from 'geojson';
import { linesOf } from '../../domain/geodesy.ts';
import { measureLine, middleOfLine } from '../../domain/geometry/place-along.ts';
import { type Position, positionsOf } from '../../domain/geometry.ts';
import { labelPoint } from '../../map/label-point.ts';

/**
 * A position on a site that stands for it: where an area's name is written, half way along the longest
 * of its lines, or the point itself. Never a centroid, which may lie off a bent site.
 */
export function representativePoint(geometry: Geometry): Position | undefined {
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') return labelPoint(geometry);
  const [longest] = linesOf(geometry)
    .map((line) => ({ line, lengthM: measureLine(line) }))
    .toSorted((a, b) => b.lengthM - a.lengthM);
  return longest === undefined ? [...positionsOf(geometry)][0] : middleOfLine(longest.line);
}
