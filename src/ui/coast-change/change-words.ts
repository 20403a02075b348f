import type { Bilingual, Language } from '../../domain/bilingual.ts';
import type { ShoreKey } from '../../domain/coast-change/change-ledger.ts';
import { REASON_LABELS } from '../../domain/coast-change/change-symbols.ts';
import type { ChangeFigure } from '../../domain/coast-change/stretches-behind.ts';
import { COASTLINE_SYMBOLS, UNCLASSIFIED_SYMBOL } from '../../domain/symbology.ts';
import { formatNumber, formatPercent } from '../format.ts';
import type { I18n } from '../i18n.tsx';

/** The least length in metres that does not read as zero, as in the terminal. */
export const SHOWN_M = 0.05;
/** Nothing to show in a cell. */
const NONE = '–';

/** The name of a class, or of none. */
export function shoreLabel(key: ShoreKey): Bilingual {
  return key === 'unclassified' ? UNCLASSIFIED_SYMBOL.label : COASTLINE_SYMBOLS[key].label;
}

/** A difference of a ratio in percentage points, with its sign. */
export function pointsText(ratio: number | undefined, language: Language, decimals = 3): string {
  if (ratio === undefined) return NONE;
  const text = formatNumber(ratio * 100, decimals, language);
  return ratio * 100 >= 0.5 / 10 ** decimals ? `+${text}` : text;
}

/** A ratio with two decimals. */
export function ratioText(ratio: number | undefined, language: Language): string {
  return ratio === undefined ? NONE : formatPercent(ratio, 2, language);
}

/** Metres to a decimetre; a dash for what reads as zero. */
export function metresText(metres: number, language: Language): string {
  return Math.abs(metres) < SHOWN_M ? NONE : formatNumber(metres, 1, language);
}

/** Metres as kilometres to a metre; a dash for what reads as zero in metres. */
export function kilometresText(metres: number, language: Language): string {
  if (Math.abs(metres) < SHOWN_M) return NONE;
  return metres < 0.5 ? '<0.001' : formatNumber(metres / 1000, 3, language);
}

/** Metres to a decimetre with their sign. */
export function signedMetres(metres: number, language: Language): string {
  return `${metres >= SHOWN_M ? '+' : ''}${formatNumber(metres, 1, language)}`;
}

/** Hectares of an area in m². */
export function hectaresText(areaM2: number, language: Language): string {
  return formatNumber(areaM2 / 1e4, 2, language);
}

/** The name of a figure whose stretches are listed. */
export function figureName(figure: ChangeFigure, { t, pick }: I18n): string {
  switch (figure.kind) {
    case 'matched':
    case 'replaced': {
      const [from, to] = [pick(shoreLabel(figure.from)), pick(shoreLabel(figure.to))];
      const pair = t('coastChangePair', { from, to });
      return figure.kind === 'matched' ? pair : `${t('coastChangeReplaced')} · ${pair}`;
    }
    case 'lost':
      return `${t('coastChangeLost')} · ${pick(shoreLabel(figure.of))}`;
    case 'gained':
      return `${t('coastChangeGained')} · ${pick(shoreLabel(figure.of))}`;
    case 'reclaimed':
      return t('coastChangeReclaimed');
    case 'eroded':
      return t('coastChangeEroded');
    case 'reason':
      return pick(REASON_LABELS[figure.of]);
  }
}

/** Whether two figures are the same one. */
export function isSameFigure(one: ChangeFigure | undefined, other: ChangeFigure): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
