import type { BoundingBox, Position } from './geometry.ts';

/** The camera stays inside this box, and so does what is tried: the embedded base map ends there. */
export const MAP_BOUNDS: BoundingBox = [117.2, 34.4, 122.2, 37.5];

/** Whether a position lies on the map at all. */
export function isInMapBounds([longitude, latitude]: Position): boolean {
  const [west, south, east, north] = MAP_BOUNDS;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}
