import type { CellValue, WriteOptions } from 'hucre';
import type { ExportAbout, ExportedProject } from '../data/exported-project.ts';
import { EXPORT_COLUMNS, type TableCell, type TableRow } from '../data/project-columns.ts';
import { tableRows } from '../data/project-csv.ts';
import type { Words } from '../ui/words.tsx';

/** The longest text that a cell of Excel holds, in UTF-16 units. */
const LONGEST_CELL = 32767;
const BOLD = { font: { bold: true } } as const;

/**
 * What an Excel workbook of projects holds, for people: heads, layers and statuses in the words of
 * a language, numbers as numbers, text as text whatever it begins with. A second sheet has filter,
 * notices, sources, and what each column is called in GeoJSON and CSV.
 */
export function projectWorkbook(
  projects: readonly ExportedProject[],
  about: ExportAbout,
  words: Words,
): WriteOptions {
  const { t, pick } = words;
  const head = EXPORT_COLUMNS.map(({ title }) => pick(title));
  const rows = tableRows(projects, about).map((row) =>
    EXPORT_COLUMNS.map(({ name, cell }) => toCell(inWords(name, row, words) ?? cell(row))),
  );
  const legend = aboutRows(about, words);
  return {
    sheets: [
      {
        name: t('sheetProjects'),
        rows: [head, ...rows],
        columns: EXPORT_COLUMNS.map(({ width }) => ({ width })),
        cells: new Map(head.map((_, column) => [`0,${column}`, { style: BOLD }])),
        freezePane: { rows: 1 },
      },
      {
        name: t('sheetAbout'),
        rows: legend.map(({ cells }) => cells.map(toCell)),
        columns: [{ width: 30 }, { width: 60 }, { width: 24 }, { width: 40 }, { width: 66 }],
        cells: new Map(
          legend.flatMap(({ isHead, cells }, row) =>
            isHead ? cells.map((_, column) => [`${row},${column}`, { style: BOLD }] as const) : [],
          ),
        ),
      },
    ],
    properties: { title: pick(about.title) },
  };
}

/** What stands as an id or a code in the data, as a person says it. */
function inWords(name: string, { exported, source }: TableRow, { t, pick }: Words): TableCell {
  const { status } = exported.project;
  if (name === 'status') return t(`status_${status}`);
  if (name === 'layer') return source && pick(source.title);
  return undefined;
}

/** An empty text is an empty cell. */
function toCell(value: TableCell): CellValue {
  if (value === undefined || value === '') return null;
  return typeof value === 'string' ? value.slice(0, LONGEST_CELL) : value;
}

type AboutRow = { readonly cells: readonly TableCell[]; readonly isHead?: true };

/** The second sheet: what the export is, where it comes from, and what its columns are called. */
function aboutRows(about: ExportAbout, { t, pick }: Words): readonly AboutRow[] {
  const { title, notices, filter, count, all, sources, missingLayers, exportedAt } = about;
  const facts: readonly (readonly TableCell[])[] = [
    ...notices.map((notice) => [t('exportNotice'), pick(notice)]),
    [t('filter'), pick(filter)],
    [t('tabProjects'), t('matchCount', { count, all })],
    ...(missingLayers.length > 0 ? [[t('exportMissing'), missingLayers.join(', ')]] : []),
    [t('date'), exportedAt],
  ];
  return [
    { cells: [pick(title)], isHead: true },
    ...facts.map((cells) => ({ cells })),
    { cells: [] },
    {
      cells: [t('sources'), t('source'), t('licence'), t('exportAttribution'), t('exportVersion')],
      isHead: true,
    },
    ...sources.map((source) => ({
      cells: [
        `${pick(source.title)} (${source.date})`,
        pick(source.source),
        source.licence,
        source.attribution,
        source.sha256,
      ],
    })),
    { cells: [] },
    { cells: [t('columns'), t('exportColumnName')], isHead: true },
    ...EXPORT_COLUMNS.map((column) => ({ cells: [pick(column.title), column.name] })),
  ];
}
