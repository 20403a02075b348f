import type { Geometry, Position } from 'geojson';
import type { Rings } from './area-chains.ts';
import { linePartsOf } from './split-line.ts';

/** The polygons of an area; none of any other geometry. */
export function areasOf(geometry: Geometry): readonly Rings[] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

/** One polygon, or several as a multi-polygon. */
export function areaGeometry(areas: readonly Rings[]): Geometry {
  const coordinates = areas.map((rings) => rings.map((ring) => [...ring]));
  const [only] = coordinates;
  return only !== undefined && coordinates.length === 1
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates };
}

/** All lines and closed rings of a geometry. */
export function pathsOf(geometry: Geometry): readonly (readonly Position[])[] {
  return linePartsOf(geometry) ?? areasOf(geometry).flat();
}
