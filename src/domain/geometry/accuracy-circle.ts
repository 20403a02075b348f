import { circle } from '@turf/circle';
import type { Polygon } from 'geojson';
import type { Position } from '../geometry.ts';

/**
 * The circle within which a site lies, for positions known to a radius only.
 * A drawing aid on Turf's sphere: 64 corners, 0.5 % off the ellipsoid at most.
 */
export function accuracyCircle([longitude, latitude]: Position, radiusM: number): Polygon {
  return circle([longitude, latitude], radiusM / 1000, { steps: 64, units: 'kilometers' }).geometry;
}
