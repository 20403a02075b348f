import proj4 from 'proj4';
import type { Position } from '../geometry.ts';
import { codeOf, gaussKruegerZone } from './gauss-krueger-zone.ts';
import type { PlaneCoordinate } from './typed-coordinate.ts';

/**
 * Metres in a plane to longitude and latitude, to better than 1 mm inside a Gauss–Krüger zone. GRS 80 and
 * the ellipsoid of CGCS2000 differ by 0.1 mm on the polar radius.
 * @throws RangeError if the system is neither a zone of CGCS2000 nor web Mercator.
 */
export function toDegrees({ easting, northing, system }: PlaneCoordinate): Position {
  const [longitude, latitude] = proj4(definition(system), 'WGS84', [easting, northing]);
  return [longitude, latitude];
}

/**
 * Longitude and latitude to metres in a plane, as exactly as back. Far outside of a Gauss–Krüger zone, beyond some 4°
 * from its meridian, no survey writes its metres.
 * @throws RangeError if the system is neither a zone of CGCS2000 nor web Mercator.
 */
export function toPlane(at: Position, system: PlaneCoordinate['system']): PlaneCoordinate {
  const [easting, northing] = proj4('WGS84', definition(system), [at[0], at[1]]);
  return { easting, northing, system };
}

function definition(system: PlaneCoordinate['system']): string {
  if (system === 'EPSG:3857') return system;
  const zone = gaussKruegerZone(codeOf(system));
  if (zone === undefined) throw new RangeError(`no plane is known as ${system}`);
  const { centralMeridian } = zone;
  return `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs`;
}
