import type { WriteOptions } from 'hucre';
import { FIGURE_KINDS } from '../../domain/views/figure-drift.ts';
import { FIGURE_NAMES } from '../../domain/views/shown-figures.ts';
import { decimalsApart, PUNCTUATION } from '../../ui/format.ts';
import { auditWorkbook, type TablesSource } from '../audit/audit-workbook.ts';
import {
  localTime,
  type SheetCell,
  type SheetTable,
  tableSheet,
  timeZoneName,
  withSheetNames,
} from '../persistence/workbook-sheet.ts';
import { type ExportedView, type SlideSources, slideText } from './slide-text.ts';

/**
 * Returns the tables of a deck as an Excel workbook: its views, their figures when saved and now, then the
 * tables of the audit in force with method, sources, notice and data versions. Values are unrounded; shares are shown
 * as percentages. Times are those of this machine's clock.
 */
export function deckWorkbook(
  deckTitle: string,
  worked: readonly ExportedView[],
  source: TablesSource,
  sources: SlideSources,
): WriteOptions {
  const { words } = sources;
  const audit = auditWorkbook(source, words);
  return {
    ...audit,
    sheets: withSheetNames([
      tableSheet(viewTable(worked, sources), sources.words.language),
      tableSheet(figureTable(worked, sources), sources.words.language),
      ...audit.sheets,
    ]),
    properties: { title: `${deckTitle}: ${source.planTitle}` },
  };
}

function viewTable(worked: readonly ExportedView[], sources: SlideSources): SheetTable {
  const { t, language } = sources.words;
  return {
    name: t('sheetViews'),
    columns: [
      { title: t('sheetViewNumber'), kind: 'count' },
      { title: t('sheetViewTitle') },
      { title: t('sheetViewCaption') },
      { title: t('sheetViewNotes') },
      {
        title: t('sheetLocalTime', { what: t('sheetViewSavedAt'), zone: timeZoneName() }),
        kind: 'time',
      },
      { title: t('sheetViewRests') },
    ],
    rows: worked.map((each) => {
      const { title, caption, notes, filter, rests } = slideText(each, sources);
      const said = [
        ...(filter === undefined
          ? []
          : [`${t('slideFilter')}${PUNCTUATION[language].colon}${filter}`]),
        ...rests,
      ];
      const { number, savedAt } = each.view;
      return [number, title, caption, notes, localTime(savedAt), said.join('\n')];
    }),
  };
}

/** Returns one row per figure that a view showed or shows. */
function figureTable(worked: readonly ExportedView[], sources: SlideSources): SheetTable {
  const { t } = sources.words;
  return {
    name: t('sheetFigures'),
    columns: [
      { title: t('sheetViewNumber'), kind: 'count' },
      { title: t('sheetViewTitle') },
      { title: t('sheetFigure') },
      { title: t('sheetFigureWas'), kind: 'metres' },
      { title: t('sheetFigureNow'), kind: 'metres' },
      { title: t('sheetUnit') },
    ],
    rows: worked.flatMap((each) => {
      const { view, figures } = each;
      const { title } = slideText(each, sources);
      return FIGURE_NAMES.filter(
        (name) => view.figures[name] !== undefined || figures[name] !== undefined,
      ).map((name) => {
        const [was, now] = figureCells(FIGURE_KINDS[name], view.figures[name], figures[name]);
        const unit = t(`sheetUnit_${FIGURE_KINDS[name]}`);
        return [view.number, title, t(`figure_${name}`), was, now, unit];
      });
    }),
  };
}

/** Shares that differ by less, a ten-thousandth of a percentage point, are shown alike. */
const SAME_SHARE = 1e-6;

/** A figure then and now: shares with the decimals that keep the two apart. */
function figureCells(
  kind: (typeof FIGURE_KINDS)[keyof typeof FIGURE_KINDS],
  was: number | undefined,
  now: number | undefined,
): readonly [SheetCell, SheetCell] {
  const isSame = was === undefined || now === undefined || Math.abs(was - now) < SAME_SHARE;
  const decimals = isSame ? 1 : decimalsApart(was * 100, now * 100, 1);
  const cell = (value: number | undefined): SheetCell => {
    if (value === undefined) return null;
    if (kind === 'share') return { value, kind: 'percent', decimals };
    return { value, kind: kind === 'count' ? 'count' : 'metres' };
  };
  return [cell(was), cell(now)];
}
