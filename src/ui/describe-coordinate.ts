import {
  meridianCode,
  prefixedCode,
  prefixOf,
  zoneOfPlan,
} from '../domain/coordinates/gauss-krueger-zone.ts';
import type { TypedPositionFault } from '../domain/coordinates/read-position.ts';
import type { CoordinateReading } from '../domain/coordinates/typed-coordinate.ts';
import type { PlanFrame } from '../domain/dataset.ts';
import { isInBounds } from '../domain/map-bounds.ts';
import { formatPosition } from './format.ts';
import { formatPlane } from './format-plane.ts';
import type { I18n } from './i18n.tsx';

/** More readings than these tell the user nothing new. */
const MOST_READINGS = 4;

/** Why a text is no position on this map, in a sentence; where it can be read in several ways, all of them. */
export function describeCoordinateFault(
  fault: TypedPositionFault,
  frame: PlanFrame,
  { t, language }: I18n,
): string {
  const examples = coordinateExamples(frame);
  if ('name' in fault)
    return t(`coordinateFault_${fault.fault}`, { name: fault.name, ...examples });
  if (fault.fault !== 'unclear') return t(`coordinateFault_${fault.fault}`, examples);
  if (fault.readings.length === 0) return t('coordinateFault_unclear', examples);
  const readings = fault.readings
    .slice(0, MOST_READINGS)
    .map((reading) =>
      reading.kind === 'degrees'
        ? formatPosition(reading.position, language)
        : formatPlane(reading.plane, language),
    )
    .join(t('coordinateOr'));
  const isElsewhere = (reading: CoordinateReading): boolean =>
    reading.kind === 'degrees' && !isInBounds(reading.position, frame.bounds);
  return t(fault.readings.every(isElsewhere) ? 'coordinateFault_waysOff' : 'coordinateFault_ways', {
    readings,
    ...examples,
  });
}

/** How positions on this map may be written, for the `{{places}}` of texts that name an example. */
export type CoordinateExamples = Readonly<Record<keyof typeof NO_ZONE, string>> & {
  /** Degrees in the middle of the plan, to two decimals: `119.93 35.86`, `35.86 N 119.93 E`. */
  readonly pair: string;
  readonly written: string;
};

/** The systems for metres without and with a zone number, where a plan lies in no zone of CGCS2000. */
const NO_ZONE = { plane: 'EPSG:4534–4554', prefixed: 'EPSG:4513–4533' };

/** The examples for a plan. */
export function coordinateExamples(frame: PlanFrame): CoordinateExamples {
  const [west, south, east, north] = frame.extent;
  const [longitude, latitude] = [(west + east) / 2, (south + north) / 2];
  const zone = zoneOfPlan(frame);
  const along = (degrees: number, [more, less]: readonly [string, string]): string =>
    `${Math.abs(degrees).toFixed(2)} ${degrees < 0 ? less : more}`;
  return {
    pair: `${longitude.toFixed(2)} ${latitude.toFixed(2)}`,
    written: `${along(latitude, ['N', 'S'])} ${along(longitude, ['E', 'W'])}`,
    ...(zone
      ? {
          plane: `EPSG:${meridianCode(zone)}`,
          prefixed: `EPSG:${prefixedCode(prefixOf(zone))}`,
        }
      : NO_ZONE),
  };
}

/** Positions as a user may type them, one a line: corners of a small triangle in the middle of the plan. */
export function examplePositions({ extent }: PlanFrame, count: number): string {
  const [west, south, east, north] = extent;
  const [across, up] = [(east - west) / 8, (north - south) / 8];
  return [
    [0, 0],
    [1, -1],
    [1, 0],
  ]
    .slice(0, count)
    .map(
      ([right = 0, over = 0]) =>
        `${((west + east) / 2 + right * across).toFixed(2)} ${((south + north) / 2 + over * up).toFixed(2)}`,
    )
    .join('\n');
}
