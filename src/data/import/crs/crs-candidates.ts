import type { Position as GeoPosition } from 'geojson';
import type { BoundingBox } from '../../../domain/geometry.ts';
import type { CrsReading } from './to-degrees.ts';
import { toDegreesOf } from './to-degrees.ts';

/** All systems that are tried on coordinates without a declaration, the likeliest first. */
const TRIED: readonly string[] = [
  'EPSG:4490',
  // Zones of 3° without and with their prefix, then those of 6°, then others.
  ...codes(4534, 4554),
  ...codes(4513, 4533),
  ...codes(4502, 4512),
  ...codes(4491, 4501),
  'EPSG:3857',
  ...codes(32649, 32652),
];

function codes(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `EPSG:${from + index}`);
}

/** The margin around the plan's frame in which coordinates may lie, in degrees. */
const FRAME_MARGIN = 1;

/** The least share of the positions that a system has to bring into the frame. */
const LEAST_SHARE = 0.9;

/**
 * Lists the systems that bring coordinates into a frame, the likeliest first: axes as they are before
 * swapped ones. Two codes of one central meridian and easting are the same numbers, and both are listed.
 * @param sample positions of the file, easting or longitude first
 * @param frame the plan's extent in degrees; a margin of one degree is added
 */
export function crsCandidates(
  sample: readonly GeoPosition[],
  frame: BoundingBox,
): readonly CrsReading[] {
  if (sample.length === 0) return [];
  const [west, south, east, north] = frame;
  const isInside = (longitude: number, latitude: number): boolean =>
    longitude >= west - FRAME_MARGIN &&
    longitude <= east + FRAME_MARGIN &&
    latitude >= south - FRAME_MARGIN &&
    latitude <= north + FRAME_MARGIN;
  const fits = (reading: CrsReading): boolean => {
    const convert = toDegreesOf(reading);
    const inside = sample.filter((position) => isInside(...convert(position))).length;
    return inside >= sample.length * LEAST_SHARE;
  };
  return [false, true].flatMap((isSwapped) =>
    TRIED.map((code): CrsReading => ({ code, ...(isSwapped && { isSwapped }) })).filter(fits),
  );
}

/** Whether all coordinates could be degrees. */
export function areDegrees(sample: readonly GeoPosition[]): boolean {
  return sample.every(
    ([x = Number.NaN, y = Number.NaN]) => Math.abs(x) <= 180 && Math.abs(y) <= 90,
  );
}
