import { figureDrift } from '../../domain/views/figure-drift.ts';
import type { Minute } from '../../domain/views/minute.ts';
import { textIn } from '../../domain/views/saved-view.ts';
import { FIGURE_NAMES, type FigureName } from '../../domain/views/shown-figures.ts';
import { PUNCTUATION } from '../format.ts';
import type { I18n } from '../i18n.tsx';
import { formatFigure } from './figure-labels.ts';

/** An entry of the minutes in words: what was shown, and a line for each figure on screen. */
export type MinuteLabels = { readonly what: string; readonly figures: readonly string[] };

/** Puts an entry into words; a figure that differs from the saved one says both. */
export function minuteLabels(
  { kind, title, number, figures, saved }: Minute,
  { t, language }: I18n,
): MinuteLabels {
  const values = {
    title: title === undefined ? '' : textIn(title, language),
    number: number ?? '',
  };
  const drifts = new Map(figureDrift(saved ?? {}, figures).map((drift) => [drift.name, drift]));
  const line = (name: FigureName, value: number): string => {
    const now = formatFigure(name, value, language);
    const drift = drifts.get(name);
    return drift === undefined
      ? `${t(`figure_${name}`)}${PUNCTUATION[language].colon}${now}`
      : t('drift', {
          name: t(`figure_${name}`),
          was: formatFigure(name, drift.was, language),
          now,
        });
  };
  return {
    what: t(`minute_${kind}`, values),
    figures: FIGURE_NAMES.flatMap((name) => {
      const value = figures[name];
      return value === undefined ? [] : [line(name, value)];
    }),
  };
}
