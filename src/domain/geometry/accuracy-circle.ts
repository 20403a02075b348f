import { circle } from '@turf/circle';
import type { Polygon } from 'geojson';
import type { Position } from '../geometry.ts';

/**
 * The circle within which a site lies, for positions known to a radius only. It is a drawing aid on
 * Turf's sphere with 64 corners, at most 0.5 % off the ellipsoid.
 */
export function accuracyCircle([longitude, latitude]: Position, radiusM: number): Polygon {
  return circle([longitude, latitude], radiusM / 1000, { steps: 64, units: 'kilometers' }).geometry;
}
