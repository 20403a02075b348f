import { area as turfArea, distance as turfDistance } from '@turf/turf';
import type { Geometry, Polygon } from 'geojson';
import geodesic from 'geographiclib-geodesic';
import { type ArealGeometry, type Position, polygonsOf } from './geometry.ts';

/**
 * The earth: the CGCS2000 ellipsoid, a = 6 378 137 m, 1/f = 298.257 222 101 (GB 22021-2008).
 * WGS 84 flattens by 1.6e-11 less: no length on this coast differs by 0.1 mm.
 */
const ELLIPSOID = new geodesic.Geodesic.Geodesic(6378137, 1 / 298.257222101);
/** Mean length of a degree of latitude in metres (a quarter meridian of 10 001 965.7 m over 90). */
const METRES_PER_DEGREE = 111132.95;

/** One quantity on both earth models: geodesics on the ellipsoid, Turf's sphere of 6 371 008.8 m. */
export type OnBothModels = { readonly ellipsoid: number; readonly sphere: number };

/** Length in metres (a polygon has its perimeter's) and area in m² of a geometry on both models. */
export type Measurement = { readonly lengthM: OnBothModels; readonly areaM2: OnBothModels };

/**
 * Distance along the geodesic between two positions, in metres, on the ellipsoid.
 * Source: Karney, Algorithms for geodesics, J. Geodesy 87 (2013) 43–55.
 */
export function ellipsoidDistance(from: Position, to: Position): number {
  const { s12 = 0 } = ELLIPSOID.Inverse(from[1], from[0], to[1], to[0], geodesic.Geodesic.DISTANCE);
  return s12;
}

/** Distance between two positions in metres on Turf's sphere (haversine). */
export function sphereDistance(from: Position, to: Position): number {
  return turfDistance([from[0], from[1]], [to[0], to[1]], { units: 'meters' });
}

/** Area in m² on both models. Interior rings are subtracted; the direction of rings does not count. */
export function measureArea(geometry: ArealGeometry): OnBothModels {
  let ellipsoid = 0;
  for (const [exterior, ...interiors] of polygonsOf(geometry)) {
    if (exterior === undefined) continue;
    ellipsoid += ringArea(exterior);
    for (const interior of interiors) ellipsoid -= ringArea(interior);
  }
  return { ellipsoid, sphere: turfArea(geometry) };
}

function ringArea(ring: readonly Position[]): number {
  const polygon = ELLIPSOID.Polygon(false);
  // A ring repeats its first position; the geodesic polygon closes itself.
  for (const [longitude, latitude] of ring.slice(0, -1)) polygon.AddPoint(latitude, longitude);
  const { area = 0 } = polygon.Compute(false, true);
  return Math.abs(area);
}

/** Length and area of any geometry on both models; zero where there is none, as of a point. */
export function measureGeometry(geometry: Geometry): Measurement {
  const lengthM = { ellipsoid: 0, sphere: 0 };
  for (const line of linesOf(geometry)) {
    for (let index = 1; index < line.length; index += 1) {
      const [from, to] = [line[index - 1], line[index]];
      if (from === undefined || to === undefined) continue;
      lengthM.ellipsoid += ellipsoidDistance(from, to);
      lengthM.sphere += sphereDistance(from, to);
    }
  }
  const isAreal = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  return { lengthM, areaM2: isAreal ? measureArea(geometry) : { ellipsoid: 0, sphere: 0 } };
}

/** The lines of a geometry: a polygon's are its rings, a point has none. */
export function linesOf(geometry: Geometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'LineString':
      return [toPositions(geometry.coordinates)];
    case 'MultiLineString':
      return geometry.coordinates.map(toPositions);
    case 'Polygon':
    case 'MultiPolygon':
      return polygonsOf(geometry).flat();
    case 'GeometryCollection':
      return geometry.geometries.flatMap(linesOf);
    default:
      return [];
  }
}

function toPositions(coordinates: Polygon['coordinates'][number]): readonly Position[] {
  return coordinates.map(([longitude = Number.NaN, latitude = Number.NaN]): Position => [longitude, latitude]);
}

/**
 * Degrees to metres around a latitude, east and north: good to 0.5 % over tens of kilometres, for
 * tolerances only. No figure that a person reads is made with it.
 */
export function metresPerDegree(latitude: number): { readonly east: number; readonly north: number } {
  return { east: METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180), north: METRES_PER_DEGREE };
}
