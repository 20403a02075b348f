import type { LineString, Polygon } from 'geojson';

/** A shape that the user has drawn on the map; longitude and latitude, WGS 84. */
export type DrawnShape = Polygon | LineString;
