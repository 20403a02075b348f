import type { Polygon } from 'geojson';
import { destination } from '../geodesy.ts';
import type { Position } from '../geometry.ts';

/** A rectangle by numbers: sides in metres, bearing of the long side in degrees clockwise from north. */
export type Rectangle = {
  readonly centre: Position;
  readonly lengthM: number;
  readonly widthM: number;
  readonly bearing: number;
};

/**
 * The rectangle as a polygon, counter-clockwise: corners by geodesics on the ellipsoid from the centre.
 * @throws RangeError if a side is not a positive number, or the bearing is none.
 */
export function rectangle({ centre, lengthM, widthM, bearing }: Rectangle): Polygon {
  if (!(lengthM > 0 && widthM > 0 && Number.isFinite(lengthM + widthM + bearing)))
    throw new RangeError(`no rectangle of ${lengthM} m by ${widthM} m at ${bearing}°`);
  const halfDiagonal = Math.hypot(lengthM, widthM) / 2;
  const turn = (Math.atan2(widthM, lengthM) * 180) / Math.PI;
  // Seen from north, clockwise bearings: taken backwards, the ring runs counter-clockwise.
  const corners = [bearing + turn, bearing - turn, bearing + 180 + turn, bearing + 180 - turn].map(
    (towards): [number, number] => {
      const [longitude, latitude] = destination(centre, towards, halfDiagonal);
      return [longitude, latitude];
    },
  );
  return { type: 'Polygon', coordinates: [[...corners, ...corners.slice(0, 1)]] };
}
