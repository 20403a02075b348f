import type { Geometry } from 'geojson';

/** What can be measured on a shape: a line's length, an area's area, nothing on a site. */
export function measuredQuantity(geometry: Geometry | undefined): 'length' | 'area' | undefined {
  switch (geometry?.type) {
    case 'LineString':
    case 'MultiLineString':
      return 'length';
    case 'Polygon':
    case 'MultiPolygon':
      return 'area';
    default:
      return undefined;
  }
}
