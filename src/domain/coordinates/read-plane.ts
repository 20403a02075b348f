import type { Half, Mark } from './coordinate-halves.ts';
import {
  type GaussKruegerZone,
  gaussKruegerZone,
  meridianCode,
  prefixedCode,
  prefixedZone,
} from './gauss-krueger-zone.ts';
import type { PlaneCoordinate } from './typed-coordinate.ts';

/** The places that two halves can mean as metres in a plane; if there is none, the reason. */
export type PlaneReadings = {
  readonly planes: readonly PlaneCoordinate[];
  readonly fault?: 'metres' | 'zone';
};

/** Northings of this coast's country and beyond, in metres from the equator: from 9° N to the pole. */
const LEAST_NORTHING = 1e6;
const MOST_NORTHING = 1.0002e7;
/** A zone reaches into its neighbours by this much, in degrees (0.25° is the custom of Chinese mapping). */
const OVERLAP_DEGREES = 0.25;
/** Metres in a degree of longitude on the equator, and of latitude in the mean: for limits only. */
const EQUATOR_DEGREE_M = 111_320;
const MERIDIAN_DEGREE_M = 111_133;
/** Half the width of web Mercator's world in metres: π · 6 378 137. */
const MERCATOR_LIMIT = 20_037_508.35;
/** Web Mercator over the seas of China: 105–127° E, 15–42° N. */
const MERCATOR_NEARBY = { west: 11.7e6, east: 14.2e6, south: 1.68e6, north: 5.2e6 };

/**
 * Reads two halves as metres: CGCS2000 in a Gauss–Krüger zone, easting and northing are distinguished by
 * their size, or by E and N when present. Without a named system an easting without prefix is in the
 * plan's own zone, if it has one, and one with prefix in its own; numbers that may also be web Mercator
 * give that reading too.
 */
export function readPlane(
  [one, other]: readonly [Half, Half],
  codes: readonly number[] | undefined,
  ownZone: GaussKruegerZone | undefined,
): PlaneReadings {
  const [first, second] = [metresOf(one), metresOf(other)];
  if (first === undefined || second === undefined) return { planes: [] };
  const orders = [
    [first, second],
    [second, first],
  ] as const;
  if (codes?.includes(3857)) return { planes: mercator(orders) };
  const planes = orders
    .filter(([easting, northing]) => easting.axis !== 'north' && northing.axis !== 'east')
    .flatMap(([{ metres: easting }, { metres: northing }]) =>
      codes === undefined
        ? unnamed(easting, northing, ownZone)
        : codes.flatMap((code) => named(easting, northing, code)),
    );
  if (planes.length > 0)
    return {
      planes: codes === undefined ? [...planes, ...mercator(orders).filter(isNearby)] : planes,
    };
  const [least, most] = [first.metres, second.metres].toSorted((a, b) => a - b);
  const prefix = Math.floor((most ?? 0) / 1e6);
  const hasWrongZone = prefix > 10 && prefix < 100 && prefixedZone(prefix) === undefined;
  return { planes: [], fault: hasWrongZone && isNorthing(least ?? 0) ? 'zone' : 'metres' };
}

type Axis = 'east' | 'north' | 'x' | 'y' | undefined;
type Metres = { readonly metres: number; readonly axis: Axis };

function metresOf({ parts, marks, isNegative }: Half): Metres | undefined {
  const [part, ...others] = parts;
  if (part === undefined || part.unit !== undefined || others.length > 0) return undefined;
  const axes = new Set(marks.map(axisOf));
  const hasBoth = axes.has('east') && axes.has('north');
  if (hasBoth || (axes.has('x') && axes.has('y')) || axes.has(undefined)) return undefined;
  // A surveyor's X is the northing, so a word takes precedence when both are present.
  const axis = [...axes].find((named) => named === 'east' || named === 'north') ?? [...axes][0];
  return { metres: Number(part.digits) * (isNegative ? -1 : 1), axis };
}

function axisOf(mark: Mark): Axis {
  if (mark === 'E' || mark === '→') return 'east';
  if (mark === 'N' || mark === '↑') return 'north';
  return mark === 'X' ? 'x' : mark === 'Y' ? 'y' : undefined;
}

function unnamed(
  easting: number,
  northing: number,
  ownZone: GaussKruegerZone | undefined,
): readonly PlaneCoordinate[] {
  if (!isNorthing(northing)) return [];
  if (ownZone !== undefined && isInZone(easting, northing, ownZone.widthDegrees))
    return [{ easting, northing, system: `EPSG:${meridianCode(ownZone)}` }];
  const prefix = Math.floor(easting / 1e6);
  const zone = prefixedZone(prefix);
  return zone !== undefined && isInZone(easting - prefix * 1e6, northing, zone.widthDegrees)
    ? named(easting, northing, prefixedCode(prefix))
    : [];
}

function named(easting: number, northing: number, code: number): readonly PlaneCoordinate[] {
  const zone = gaussKruegerZone(code);
  if (zone === undefined || !isNorthing(northing)) return [];
  const inZone = easting - (zone.prefix ?? 0) * 1e6;
  // When the system is named, a plan may extend beyond the border of its zone, within these eastings.
  const isMeant = inZone >= 1e5 && inZone <= 9e5;
  return isMeant ? [{ easting: inZone, northing, system: `EPSG:${code}` }] : [];
}

function isNorthing(metres: number): boolean {
  return metres >= LEAST_NORTHING && metres <= MOST_NORTHING;
}

function isInZone(easting: number, northing: number, widthDegrees: number): boolean {
  const latitude = (northing / MERIDIAN_DEGREE_M) * (Math.PI / 180);
  const reach = (widthDegrees / 2 + OVERLAP_DEGREES) * EQUATOR_DEGREE_M * Math.cos(latitude);
  return Math.abs(easting - 500_000) <= reach;
}

/**
 * Web Mercator has its easting, x, first. If no mark names the axes and only the other order lies nearby,
 * both are readings.
 */
function mercator(
  orders: readonly (readonly [easting: Metres, northing: Metres])[],
): readonly PlaneCoordinate[] {
  const read = orders.flatMap(([x, y]): PlaneCoordinate[] => {
    const isOther = ['north', 'y'].includes(x.axis ?? '') || ['east', 'x'].includes(y.axis ?? '');
    const isOnEarth = Math.max(Math.abs(x.metres), Math.abs(y.metres)) <= MERCATOR_LIMIT;
    const plane = { easting: x.metres, northing: y.metres, system: 'EPSG:3857' } as const;
    return isOnEarth && !isOther ? [plane] : [];
  });
  const [inOrder, swapped] = read;
  const isSwapLikely = inOrder && swapped && !isNearby(inOrder) && isNearby(swapped);
  return isSwapLikely ? read : read.slice(0, 1);
}

function isNearby({ easting, northing }: PlaneCoordinate): boolean {
  const { west, east, south, north } = MERCATOR_NEARBY;
  return easting >= west && easting <= east && northing >= south && northing <= north;
}
