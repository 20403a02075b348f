import type { LineString, Polygon } from 'geojson';

/** A shape drawn on the map. */
export type DrawnShape = Polygon | LineString;
