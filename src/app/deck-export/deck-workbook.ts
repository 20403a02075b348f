import type { WriteOptions } from 'hucre';
import { FIGURE_KINDS } from '../../domain/views/figure-drift.ts';
import { FIGURE_NAMES } from '../../domain/views/shown-figures.ts';
import { PUNCTUATION } from '../../ui/format.ts';
import { isoLocal } from '../../ui/format-date.ts';
import { auditWorkbook, type Row, type TablesSource, tableSheet } from '../audit/audit-workbook.ts';
import { type ExportedView, type SlideSources, slideText } from './slide-text.ts';

/**
 * Returns the tables of a deck as an Excel workbook: its views, their figures when saved and now, then the
 * tables of the audit in force with method, sources, notice and data versions. Shares of 1, metres,
 * unrounded.
 */
export function deckWorkbook(
  deckTitle: string,
  worked: readonly ExportedView[],
  source: TablesSource,
  sources: SlideSources,
): WriteOptions {
  const { words } = sources;
  const { t } = words;
  const audit = auditWorkbook(source, words);
  return {
    ...audit,
    sheets: [
      tableSheet(t('sheetViews'), viewRows(worked, sources), [8, 30, 60, 60, 24, 60]),
      tableSheet(t('sheetFigures'), figureRows(worked, sources), [8, 30, 30]),
      ...audit.sheets,
    ],
    properties: { title: `${deckTitle}: ${source.planTitle}` },
  };
}

function viewRows(worked: readonly ExportedView[], sources: SlideSources): readonly Row[] {
  const { t, language } = sources.words;
  return [
    [
      t('sheetViewNumber'),
      t('sheetViewTitle'),
      t('sheetViewCaption'),
      t('sheetViewNotes'),
      t('sheetViewSavedAt'),
      t('sheetViewRests'),
    ],
    ...worked.map((each): Row => {
      const { title, caption, notes, filter, rests } = slideText(each, sources);
      const said = [
        ...(filter === undefined
          ? []
          : [`${t('slideFilter')}${PUNCTUATION[language].colon}${filter}`]),
        ...rests,
      ];
      return [
        each.view.number,
        title,
        caption,
        notes,
        isoLocal(each.view.savedAt),
        said.join('\n'),
      ];
    }),
  ];
}

/** Returns one row per figure that a view showed or shows. */
function figureRows(worked: readonly ExportedView[], sources: SlideSources): readonly Row[] {
  const { t } = sources.words;
  return [
    [
      t('sheetViewNumber'),
      t('sheetViewTitle'),
      t('sheetFigure'),
      t('sheetFigureWas'),
      t('sheetFigureNow'),
      t('sheetUnit'),
    ],
    ...worked.flatMap((each) => {
      const { view, figures } = each;
      const { title } = slideText(each, sources);
      return FIGURE_NAMES.filter(
        (name) => view.figures[name] !== undefined || figures[name] !== undefined,
      ).map((name): Row => {
        const [was, now] = [view.figures[name] ?? null, figures[name] ?? null];
        const unit = t(`sheetUnit_${FIGURE_KINDS[name]}`);
        return [view.number, title, t(`figure_${name}`), was, now, unit];
      });
    }),
  ];
}
