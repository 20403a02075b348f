import proj4 from 'proj4';
import type { Position } from '../geometry.ts';
import type { PlaneCoordinate } from './parse-coordinate.ts';

/**
 * CGCS2000, Gauss–Krüger, 3° zone around 120° E, false easting 500 000 m (EPSG:4549); EPSG:4528 is the
 * same plane with the zone, 40, before the easting. GRS 80 and the ellipsoid of CGCS2000 differ by
 * 0.1 mm on the polar radius.
 */
const PLANE =
  '+proj=tmerc +lat_0=0 +lon_0=120 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs';

/** Survey metres to longitude and latitude, to better than 1 mm inside the zone. */
export function toDegrees({ easting, northing }: PlaneCoordinate): Position {
  const [longitude, latitude] = proj4(PLANE, 'WGS84', [easting, northing]);
  return [longitude, latitude];
}
