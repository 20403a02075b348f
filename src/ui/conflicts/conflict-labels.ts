import type { Language } from '../../domain/bilingual.ts';
import { COASTLINE_CLASSES } from '../../domain/coastline.ts';
import type {
  Certainty,
  Conflict,
  ConflictKind,
  conflictTally,
} from '../../domain/conflicts/conflict.ts';
import type { ConflictCell } from '../../domain/conflicts/conflict-grid.ts';
import { COASTLINE_SYMBOLS } from '../../domain/symbology.ts';
import { formatArea, formatLength } from '../format.ts';
import type { I18n } from '../i18n.tsx';

/** The size of a conflict: the shared area or length, or the distance. */
export function conflictSize(conflict: Conflict, { t, language }: I18n): string {
  const { kind, areaM2, lengthM, distanceM } = conflict;
  if (distanceM > 0) return t('conflictAway', { distance: formatLength(distanceM, language) });
  if (areaM2 !== undefined && areaM2 > 0)
    return t('conflictInside', { size: formatArea(areaM2, language) });
  if (lengthM === undefined || lengthM === 0) return t('conflictTouches');
  const size = formatLength(lengthM, language);
  return t(kind === 'natural-coast' ? 'conflictShoreInside' : 'conflictInside', { size });
}

/** Lengths of coast by class, such as `sandy 1.2 km, bedrock 300 m`; empty when none is inside. */
export function classLengthsText({ lengthByClass = {} }: Conflict, language: Language): string {
  const parts = COASTLINE_CLASSES.flatMap((name) => {
    const lengthM = lengthByClass[name];
    const label = COASTLINE_SYMBOLS[name].label[language].toLowerCase();
    return lengthM === undefined ? [] : [`${label} ${formatLength(lengthM, language)}`];
  });
  return parts.length === 0
    ? ''
    : new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(parts);
}

/** Counts of conflicts, certain ones first; a dash for none. */
export function tallyText(
  { certain, possible }: ReturnType<typeof conflictTally>,
  { t }: I18n,
): string {
  const parts = [
    ...(certain > 0
      ? [`${certaintyShape('certain')} ${t('certaintyCount_certain', { count: certain })}`]
      : []),
    ...(possible > 0
      ? [`${certaintyShape('possible')} ${t('certaintyCount_possible', { count: possible })}`]
      : []),
  ];
  return parts.join(' ') || '–';
}

/** The sign of a conflict's certainty: full or half. */
export function certaintyShape(certainty: Certainty): string {
  return certainty === 'certain' ? '●' : '◐';
}

/** A smaller area would be rounded to none: 0.01 ha. */
const LEAST_GROUND_M2 = 50;

/**
 * The size of a project's conflicts of a kind, or their distance, as short as possible: with symbols of units, which
 * are the same in both languages.
 */
export function cellSize(
  kind: ConflictKind,
  { areaM2, lengthM, nearestM }: ConflictCell,
  { t }: I18n,
): string {
  if (kind === 'setback' || kind === 'study-setback') return formatLength(nearestM, 'en');
  if (areaM2 >= LEAST_GROUND_M2) return formatArea(areaM2, 'en');
  if (lengthM >= 0.5) return formatLength(lengthM, 'en');
  if (nearestM === 0) return t('cellTouches');
  return t('cellAway', { distance: formatLength(nearestM, 'en') });
}

/** Total area and length, each if there is any, with symbols of units. */
export function totalSizes({ areaM2, lengthM }: ConflictSizes): readonly string[] {
  return [
    ...(areaM2 >= LEAST_GROUND_M2 ? [formatArea(areaM2, 'en')] : []),
    ...(lengthM >= 0.5 ? [formatLength(lengthM, 'en')] : []),
  ];
}

type ConflictSizes = Pick<ConflictCell, 'areaM2' | 'lengthM'>;
