import type { Band } from '../domain/audit/audit.ts';
import { EQUAL_SHARES } from '../domain/audit/headroom.ts';
import type { Language } from '../domain/bilingual.ts';
import type { Position } from '../domain/geometry.ts';

/** A thin space: groups digits and precedes units in English (SI brochure, 5.4.3). */
const THIN_SPACE = '\u2009';
/** A true minus sign, as wide as a digit in tabular figures. */
const MINUS = '\u2212';

/** A number with a fixed count of decimals, digits grouped as the language does. */
export function formatNumber(value: number, decimals: number, language: Language): string {
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    // A number that is rounded to zero has no sign: `−0 m` is not a length.
    signDisplay: 'negative',
  })
    .formatToParts(value)
    .map(({ type, value: part }) => {
      if (type === 'group' && language === 'en') return THIN_SPACE;
      return type === 'minusSign' ? MINUS : part;
    })
    .join('');
}

/** A number as written in a source: no decimals added, none dropped. */
export function formatPlain(value: number, language: Language): string {
  const decimals = `${value}`.split('.')[1]?.length ?? 0;
  return formatNumber(value, Math.min(decimals, 6), language);
}

/** A number and its unit: a thin space between them in English and for symbols in Chinese. */
export function withUnit(number: string, unit: string): string {
  return `${number}${THIN_SPACE}${unit}`;
}

/** A ratio as a percentage: `35.2 %` in English, `35.2%` in Chinese. */
export function formatPercent(ratio: number, decimals: number, language: Language): string {
  const number = formatNumber(ratio * 100, decimals, language);
  return language === 'en' ? `${number}${THIN_SPACE}%` : `${number}%`;
}

/**
 * Decimals that keep two different numbers apart once rounded, at least `least`, at most six: so
 * that a ratio just under its target never reads as the target itself.
 */
export function decimalsApart(one: number, other: number, least: number): number {
  if (one === other) return least;
  for (let decimals = least; decimals < 6; decimals += 1) {
    if (one.toFixed(decimals) !== other.toFixed(decimals)) return decimals;
  }
  return 6;
}

/** Decimals with which a number that is not zero is not rounded to zero, at least `least`, at most six. */
export function decimalsSeen(value: number, least: number): number {
  return value === 0 ? least : decimalsApart(Math.abs(value), 0, least);
}

/** A ratio, or an end of its band, with enough decimals to differ from the target. */
export function formatRatio(ratio: number, target: number, language: Language): string {
  const decimals =
    Math.abs(ratio - target) < EQUAL_SHARES ? 1 : decimalsApart(ratio * 100, target * 100, 1);
  return formatPercent(ratio, decimals, language);
}

/** Both ends of a band; neither reads as the target unless it equals it. Empty without a band. */
export function formatBand(
  band: Band | undefined,
  target: number,
  language: Language,
): { readonly low: string; readonly high: string } {
  if (band === undefined) return { low: '', high: '' };
  return {
    low: formatRatio(band.low, target, language),
    high: formatRatio(band.high, target, language),
  };
}

/** A target with all of its decimals: 35.4 % never reads as 35 %. */
export function formatTarget(target: number, language: Language, least = 0): string {
  let decimals = least;
  while (decimals < 6 && Math.abs(Number((target * 100).toFixed(decimals)) - target * 100) > 1e-7)
    decimals += 1;
  return formatPercent(target, decimals, language);
}

/** A length: metres below 1 km, else kilometres with the decimals asked for. */
export function formatLength(lengthM: number, language: Language, decimals = 1): string {
  const isShort = Math.abs(lengthM) < 1000;
  const number = isShort
    ? formatNumber(lengthM, 0, language)
    : formatNumber(lengthM / 1000, decimals, language);
  return withUnit(number, isShort ? UNITS.metre[language] : UNITS.kilometre[language]);
}

/** An area: hectares below 1 km², else square kilometres. */
export function formatArea(areaM2: number, language: Language): string {
  const isSmall = areaM2 < 1e6;
  const number = formatNumber(areaM2 / (isSmall ? 1e4 : 1e6), areaM2 < 1e5 ? 2 : 1, language);
  return withUnit(number, (isSmall ? UNITS.hectare : UNITS.squareKilometre)[language]);
}

/** Units as each language writes them. */
export const UNITS = {
  metre: { zh: '米', en: 'm' },
  kilometre: { zh: '公里', en: 'km' },
  hectare: { zh: '公顷', en: 'ha' },
  squareMetre: { zh: '平方米', en: 'm²' },
  mu: { zh: '亩', en: 'mu' },
  squareKilometre: { zh: '平方公里', en: 'km²' },
} as const;

/** A position to 1 m: `35.95000° N, 120.20000° E`, `北纬 35.95000°，东经 120.20000°`. */
export function formatPosition([longitude, latitude]: Position, language: Language): string {
  const [north, east] = [latitude, longitude].map(
    (degrees) => `${formatNumber(Math.abs(degrees), 5, language)}°`,
  );
  if (language === 'zh')
    return `${latitude < 0 ? '南纬' : '北纬'} ${north}，${longitude < 0 ? '西经' : '东经'} ${east}`;
  return `${north}${THIN_SPACE}${latitude < 0 ? 'S' : 'N'}, ${east}${THIN_SPACE}${longitude < 0 ? 'W' : 'E'}`;
}

/** The accuracy of a position: `± 300 m`, `± 2 km`. */
export function formatAccuracy(accuracyM: number, language: Language): string {
  const whole = accuracyM % 1000 === 0 ? 0 : 1;
  return `±${THIN_SPACE}${formatLength(accuracyM, language, whole)}`;
}

/** Digits of a scale that count: a map is no more exact than its paper. */
const SCALE_DIGITS = 3;

/** A scale as maps print it in either language: `1:50 000`, to three digits. */
export function formatScale(n: number): string {
  return `1:${formatNumber(Number(n.toPrecision(SCALE_DIGITS)), 0, 'en')}`;
}

/** Marks between words, with the space that follows them in English. */
export const PUNCTUATION: Readonly<
  Record<Language, { readonly colon: string; readonly comma: string; readonly semicolon: string }>
> = {
  zh: { colon: '：', comma: '，', semicolon: '；' },
  en: { colon: ': ', comma: ', ', semicolon: '; ' },
};

/** Names as a list without "and": `港口、铁路`, `Ports, Rail`. */
export function formatList(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' }).format(names);
}
