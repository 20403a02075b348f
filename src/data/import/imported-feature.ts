import type { Geometry } from 'geojson';
import { measureGeometry } from '../../domain/geodesy.ts';
import type { ArealGeometry } from '../../domain/geometry.ts';
import type { MappedFeature } from './mapping/propose-mapping.ts';
import type { FieldValue } from './raw-dataset.ts';

/** A feature in degrees, with what its fields say of it. */
export type ImportedFeature = {
  readonly geometry?: Geometry;
  readonly properties: Readonly<Record<string, FieldValue>>;
  readonly mapped: MappedFeature;
  readonly row: number;
};

/** A geometry, or the parts of a collection. */
export function partsOf(geometry: Geometry | undefined): readonly Geometry[] {
  if (geometry === undefined) return [];
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(partsOf) : [geometry];
}

/** Whether a geometry is a line or several. */
export function isLine({ type }: Geometry): boolean {
  return type === 'LineString' || type === 'MultiLineString';
}

/** Whether a geometry is an area or several. */
export function isArea(geometry: Geometry): geometry is ArealGeometry {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
}

/** Metres of the lines of a geometry in degrees, on the ellipsoid. */
export function lineLength(geometry: Geometry | undefined): number {
  return partsOf(geometry)
    .filter(isLine)
    .reduce((sum, part) => sum + measureGeometry(part).lengthM.ellipsoid, 0);
}

/** Metres of the lines of a geometry. */
export type LengthOf = (geometry: Geometry | undefined) => number;

/** Measures each geometry once, however often it is asked for. */
export function measuredOnce(): LengthOf {
  const known = new WeakMap<Geometry, number>();
  return (geometry) => {
    if (geometry === undefined) return 0;
    const found = known.get(geometry) ?? lineLength(geometry);
    known.set(geometry, found);
    return found;
  };
}
