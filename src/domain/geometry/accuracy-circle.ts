import type { Position as GeoPosition, Polygon } from 'geojson';
import { SPHERE_RADIUS } from '../earth.ts';
import type { Position } from '../geometry.ts';

/** Corners of the circle. */
const STEPS = 64;
const RADIANS = Math.PI / 180;

/**
 * The circle within which a site lies, for positions known to a radius only: the same corners as
 * `turf.circle`, counterclockwise from north, without Turf's 1.3 kB in the first load. It is a drawing aid
 * on a sphere, at most 0.5 % off the ellipsoid.
 */
export function accuracyCircle([longitude, latitude]: Position, radiusM: number): Polygon {
  const arc = radiusM / SPHERE_RADIUS;
  const [sine, cosine] = [Math.sin(latitude * RADIANS), Math.cos(latitude * RADIANS)];
  const ring = Array.from({ length: STEPS }, (_, step): GeoPosition => {
    const bearing = ((step * -360) / STEPS) * RADIANS;
    const northSine = sine * Math.cos(arc) + cosine * Math.sin(arc) * Math.cos(bearing);
    const eastward = Math.atan2(
      Math.sin(bearing) * Math.sin(arc) * cosine,
      Math.cos(arc) - sine * northSine,
    );
    return [longitude + eastward / RADIANS, Math.asin(northSine) / RADIANS];
  });
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
}
