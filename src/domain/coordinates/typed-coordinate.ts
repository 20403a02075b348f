import type { Position } from '../geometry.ts';

/**
 * Plane coordinates in metres: CGCS2000 in a Gauss–Krüger zone as a survey office writes them, or web
 * Mercator where EPSG:3857 is named.
 */
export type PlaneCoordinate = {
  /** Without zone prefix: 500 000 on the central meridian of a Gauss–Krüger zone. */
  readonly easting: number;
  readonly northing: number;
  /**
   * The system of the easting and northing. EPSG:4528 writes the zone, 40, before the easting; EPSG:4549
   * does not.
   */
  readonly system: `EPSG:${number}`;
};

/** One way in which a text can be read as a place, with the system that it was read in. */
export type CoordinateReading =
  | { readonly kind: 'degrees'; readonly position: Position; readonly system: string }
  | { readonly kind: 'metres'; readonly plane: PlaneCoordinate };

/** Why a text that looks like a coordinate is not taken as one. */
export type CoordinateFault =
  | {
      /**
       * `longitude`, `latitude`: beyond 180° or 90°; `minutes`: minutes or seconds of 60 and more;
       * `metres`: metres that fit no zone; `zone`: a zone prefix that CGCS2000 does not have; `half`:
       * one of the two angles is missing; `several`: more than one place; `link`: an address of a map
       * without a place in it; `none`: the text is something else, such as a name.
       */
      readonly fault:
        | 'longitude'
        | 'latitude'
        | 'minutes'
        | 'metres'
        | 'zone'
        | 'half'
        | 'several'
        | 'link'
        | 'none';
    }
  /** No reading fits, or more than one does; in that case all of them are listed. */
  | { readonly fault: 'unclear'; readonly readings: readonly CoordinateReading[] }
  /**
   * `other-datum`: a datum is named that lies up to hundreds of metres away; `unknown-crs`: a system is
   * named that the app cannot read; `mismatch`: a system is named that the numbers do not fit.
   */
  | { readonly fault: 'other-datum' | 'unknown-crs' | 'mismatch'; readonly name: string };

/** The result for a text that looks like a coordinate. */
export type TypedCoordinate = CoordinateReading | ({ readonly kind: 'fault' } & CoordinateFault);

/** The system of degrees when the text names none; the two differ by less than a metre. */
export const DEGREES = 'WGS 84 / CGCS2000';
