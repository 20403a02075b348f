import type { AuditSettings } from '../../domain/audit/audit-settings.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { COASTLINE_SYMBOLS } from '../../domain/symbology.ts';
import type { ActivityEntry } from '../../domain/views/activity.ts';
import { type ActivityPart, activityParts } from '../../domain/views/activity-parts.ts';
import { formatNumber, formatTarget, PUNCTUATION, UNITS, withUnit } from '../format.ts';
import { formatMoment } from '../format-date.ts';
import type { I18n } from '../i18n.tsx';

/** Gives the name of a stretch of coast by its id; undefined for a stretch that is no longer there. */
export type NameOfStretch = (id: string) => Bilingual | undefined;

/**
 * What an entry of the activity log says, as the rest of the page says it: names and words for ids and codes. Where
 * both sides would read alike, as a dataset and its next version of the same name, the beginning of the hash is told.
 */
export function activityInWords(
  { what, from, to }: ActivityEntry,
  nameOf: NameOfStretch,
  words: I18n,
): { readonly from: string; readonly to: string } {
  const { language } = words;
  if (what === 'work-resumed') return { from, to: to && formatMoment(to, language) };
  const say = (side: string, withHash: boolean): string =>
    activityParts(side)
      .map((part) => inWords(part, { nameOf, withHash, words }))
      .join(PUNCTUATION[language].semicolon);
  const isAlike = from !== to && say(from, false) === say(to, false);
  return { from: say(from, isAlike), to: say(to, isAlike) };
}

function inWords(
  part: ActivityPart,
  {
    nameOf,
    withHash,
    words,
  }: { readonly nameOf: NameOfStretch; readonly withHash: boolean; readonly words: I18n },
): string {
  const { t, pick, language } = words;
  const { colon, comma } = PUNCTUATION[language];
  const bracket = (text: string): string => (language === 'zh' ? `（${text}）` : ` (${text})`);
  switch (part.kind) {
    case 'stretch': {
      const name = nameOf(part.id);
      const shoreClass =
        part.class === 'unclassified'
          ? t('unclassified')
          : pick(COASTLINE_SYMBOLS[part.class].label);
      const confidence = t('confidenceIs', { confidence: t(`confidence_${part.confidence}`) });
      return `${name === undefined ? part.id : pick(name)}${colon}${shoreClass}${comma}${confidence}`;
    }
    case 'more':
      return t('importMore', { count: part.count });
    case 'setting':
      return settingInWords(part.name, part.value, words);
    case 'dataset':
      return `${part.name}${bracket(
        [t(`importRole_${part.role}`), ...(withHash ? [`SHA-256 ${part.hash}…`] : [])].join(comma),
      )}`;
    case 'counted':
      return `${part.name}${bracket(String(part.count))}`;
    case 'text':
      return part.text;
  }
}

function settingInWords(name: keyof AuditSettings, value: string | undefined, words: I18n): string {
  const { t, language } = words;
  const { colon } = PUNCTUATION[language];
  const label = t(SETTING_LABELS[name]);
  if (value === undefined) return label;
  return `${label}${colon}${valueInWords(name, value, words)}`;
}

/** The keys of the names of settings. */
export const SETTING_LABELS = {
  realm: 'realm',
  numerator: 'numerator',
  estuary: 'estuaryRule',
  target: 'targetSetting',
  toleranceM: 'detail',
} as const satisfies Record<keyof AuditSettings, string>;

function valueInWords(
  name: keyof AuditSettings,
  value: string,
  { t, language }: Pick<I18n, 't' | 'language'>,
): string {
  switch (name) {
    case 'realm':
      return wordOf(['mainland', 'island', 'all'], value, (each) => t(`realm_${each}`));
    case 'numerator':
      return wordOf(['with-restored', 'native'], value, (each) => t(`numerator_${each}`));
    case 'estuary':
      return wordOf(['total-only', 'natural', 'restored', 'excluded'], value, (each) =>
        t(`estuary_${each}`),
      );
    case 'target':
      return Number.isFinite(Number(value)) ? formatTarget(Number(value), language) : value;
    case 'toleranceM':
      if (value === '0') return t('detailAsDrawn');
      return withUnit(formatNumber(Number(value), 0, language), UNITS.metre[language]);
  }
}

function wordOf<T extends string>(
  known: readonly T[],
  value: string,
  say: (known: T) => string,
): string {
  const found = known.find((each) => each === value);
  return found === undefined ? value : say(found);
}
