import type { Language } from '../domain/bilingual.ts';
import { COASTLINE_CLASSES } from '../domain/coastline.ts';
import type { Conflict, conflictTally } from '../domain/conflict.ts';
import { COASTLINE_SYMBOLS } from '../domain/symbology.ts';
import { formatArea, formatLength } from './format.ts';
import type { Words } from './words.tsx';

/** How large a conflict is: what lies inside, or how far apart both are. */
export function conflictSize(conflict: Conflict, { t, language }: Words): string {
  const { kind, areaM2, lengthM, distanceM } = conflict;
  if (distanceM > 0) return t('conflictAway', { distance: formatLength(distanceM, language) });
  if (areaM2 !== undefined && areaM2 > 0)
    return t('conflictInside', { size: formatArea(areaM2, language) });
  if (lengthM === undefined || lengthM === 0) return t('conflictTouches');
  const size = formatLength(lengthM, language);
  return t(kind === 'natural-coast' ? 'conflictShoreInside' : 'conflictInside', { size });
}

/** Metres of coast by class, such as `sandy 1.2 km, bedrock 300 m`; empty where none is inside. */
export function classLengths({ lengthByClass = {} }: Conflict, language: Language): string {
  const parts = COASTLINE_CLASSES.flatMap((name) => {
    const lengthM = lengthByClass[name];
    const label = COASTLINE_SYMBOLS[name].label[language].toLowerCase();
    return lengthM === undefined ? [] : [`${label} ${formatLength(lengthM, language)}`];
  });
  return parts.length === 0
    ? ''
    : new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(parts);
}

/** How many conflicts, certain ones first; a dash for none. */
export function tallyWords(
  { certain, possible }: ReturnType<typeof conflictTally>,
  { t }: Words,
): string {
  const parts = [
    ...(certain > 0 ? [`● ${t('certaintyCount_certain', { count: certain })}`] : []),
    ...(possible > 0 ? [`◐ ${t('certaintyCount_possible', { count: possible })}`] : []),
  ];
  return parts.join(' ') || '–';
}
