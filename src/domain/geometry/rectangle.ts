import type { Polygon } from 'geojson';
import { destination } from '../geodesy.ts';
import type { Position } from '../geometry.ts';

/**
 * A rectangle given by its centre, sides in metres, bearing of the long side in degrees clockwise from
 * north.
 */
export type Rectangle = {
  readonly centre: Position;
  readonly lengthM: number;
  readonly widthM: number;
  readonly bearing: number;
};

/**
 * The rectangle as a polygon, counter-clockwise: corners by geodesics on the ellipsoid from the centre.
 * @throws RangeError if a side is not a positive number, or the bearing is not a finite number.
 */
export function rectangle({ centre, lengthM, widthM, bearing }: Rectangle): Polygon {
  if (!(lengthM > 0 && widthM > 0 && Number.isFinite(lengthM + widthM + bearing)))
    throw new RangeError(`no rectangle of ${lengthM} m by ${widthM} m at ${bearing}°`);
  const halfDiagonal = Math.hypot(lengthM, widthM) / 2;
  const turn = (Math.atan2(widthM, lengthM) * 180) / Math.PI;
  // Bearings run clockwise from north, so the corners are taken backwards to make the ring
  // counter-clockwise.
  const corners = [bearing + turn, bearing - turn, bearing + 180 + turn, bearing + 180 - turn].map(
    (towards): [number, number] => {
      const [longitude, latitude] = destination(centre, towards, halfDiagonal);
      return [longitude, latitude];
    },
  );
  return { type: 'Polygon', coordinates: [[...corners, ...corners.slice(0, 1)]] };
}
