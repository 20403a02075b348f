import type { Language } from '../domain/bilingual.ts';
import { COASTLINE_CLASSES } from '../domain/coastline.ts';
import type { Conflict, conflictTally } from '../domain/conflict.ts';
import { COASTLINE_SYMBOLS } from '../domain/symbology.ts';
import { formatArea, formatLength } from './format.ts';
import { CONFLICT_TEXTS, type ConflictTextKey } from './texts/conflicts.ts';

/** Says a text about conflicts, its `{{places}}` filled. */
export type SayConflict = (
  key: ConflictTextKey,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** The words about conflicts in a language. */
export function conflictWords(language: Language): SayConflict {
  const texts = CONFLICT_TEXTS[language];
  return (key, values = {}) =>
    texts[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => `${values[name] ?? ''}`);
}

/** How large a conflict is: what lies inside, or how far apart both are. */
export function conflictSize(conflict: Conflict, language: Language): string {
  const say = conflictWords(language);
  const { kind, areaM2, lengthM, distanceM } = conflict;
  if (distanceM > 0) return say('away', { distance: formatLength(distanceM, language) });
  if (areaM2 !== undefined && areaM2 > 0)
    return say('inside', { size: formatArea(areaM2, language) });
  if (lengthM === undefined || lengthM === 0) return say('touches');
  const size = formatLength(lengthM, language);
  return say(kind === 'natural-coast' ? 'shoreInside' : 'inside', { size });
}

/** Metres of coast by class, such as `sandy 1.2 km, bedrock 300 m`; nothing where there is one class or none. */
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
  language: Language,
): string {
  const say = conflictWords(language);
  const parts = [
    ...(certain > 0 ? [`● ${say('certainCount', { count: certain })}`] : []),
    ...(possible > 0 ? [`◐ ${say('possibleCount', { count: possible })}`] : []),
  ];
  return parts.join(' ') || '–';
}
