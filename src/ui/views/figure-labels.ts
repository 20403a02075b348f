import type { Language } from '../../domain/bilingual.ts';
import { FIGURE_KINDS } from '../../domain/views/figure-drift.ts';
import type { FigureName } from '../../domain/views/shown-figures.ts';
import { formatLength, formatNumber, formatPercent } from '../format.ts';

/** A figure of a view as text: `35.2 %`, `−4.2 km`, `12`. */
export function formatFigure(name: FigureName, value: number, language: Language): string {
  switch (FIGURE_KINDS[name]) {
    case 'share':
      return formatPercent(value, 1, language);
    case 'length':
      return formatLength(value, language);
    case 'count':
      return formatNumber(value, 0, language);
  }
}
