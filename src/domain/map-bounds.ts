import type { BoundingBox, Position } from './geometry.ts';

/** The camera and the sites of scenarios stay inside this box, because the embedded base map ends there. */
export const MAP_BOUNDS: BoundingBox = [117.2, 34.4, 122.2, 37.5];

/** Whether a position lies inside `MAP_BOUNDS`. */
export function isInMapBounds([longitude, latitude]: Position): boolean {
  const [west, south, east, north] = MAP_BOUNDS;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}
