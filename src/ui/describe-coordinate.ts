import type { TypedPositionFault } from '../domain/geometry/read-position.ts';
import type { CoordinateReading } from '../domain/geometry/typed-coordinate.ts';
import { isInMapBounds } from '../domain/map-bounds.ts';
import { formatPlane, formatPosition } from './format.ts';
import type { I18n } from './i18n.tsx';

/** More readings than these tell the user nothing new. */
const MOST_READINGS = 4;

/** Why a text is no position on this map, in a sentence; where it can be read in several ways, all of them. */
export function describeFault(fault: TypedPositionFault, { t, language }: I18n): string {
  if ('name' in fault) return t(`coordinateFault_${fault.fault}`, { name: fault.name });
  if (fault.fault !== 'unclear') return t(`coordinateFault_${fault.fault}`);
  if (fault.readings.length === 0) return t('coordinateFault_unclear');
  const readings = fault.readings
    .slice(0, MOST_READINGS)
    .map((reading) =>
      reading.kind === 'degrees'
        ? formatPosition(reading.position, language)
        : formatPlane(reading.plane, language),
    )
    .join(t('coordinateOr'));
  return t(fault.readings.every(isElsewhere) ? 'coordinateFault_waysOff' : 'coordinateFault_ways', {
    readings,
  });
}

function isElsewhere(reading: CoordinateReading): boolean {
  return reading.kind === 'degrees' && !isInMapBounds(reading.position);
}
