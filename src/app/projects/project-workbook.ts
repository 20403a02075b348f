import type { CellValue, WriteOptions } from 'hucre';
import type { ExportAbout, ExportedProject } from '../../data/projects/exported-project.ts';
import {
  EXPORT_COLUMNS,
  type TableCell,
  type TableRow,
} from '../../data/projects/project-columns.ts';
import { tableRows } from '../../data/projects/project-csv.ts';
import { creditIn } from '../../domain/dataset.ts';
import { classLengthsText, conflictSize } from '../../ui/conflicts/conflict-labels.ts';
import { formatLength } from '../../ui/format.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { BOLD } from '../persistence/workbook-cells.ts';

/**
 * Returns the sheets of an Excel workbook of projects for readers: headings, layers and statuses in the
 * words of a language, numbers as numbers, text as text whatever it begins with. A second sheet has a row
 * for each conflict with its rule; a third has filter, notices, sources, and each column's name in GeoJSON
 * and CSV.
 */
export function projectWorkbook(
  projects: readonly ExportedProject[],
  about: ExportAbout,
  words: I18n,
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
        name: t('facet_conflicts'),
        rows: conflictRows(projects, words).map((row) => row.map(toCell)),
        columns: [40, 30, 40, 12, 24, 14, 14, 14, 12, 70].map((width) => ({ width })),
        cells: new Map(Array.from({ length: 10 }, (_, column) => [`0,${column}`, { style: BOLD }])),
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

/**
 * All conflicts of the projects, one row each below the heading: the other feature, the size, and the rule.
 */
function conflictRows(
  projects: readonly ExportedProject[],
  words: I18n,
): readonly (readonly TableCell[])[] {
  const { t, pick, language } = words;
  const head = [
    t('project'),
    t('conflictsByKind'),
    t('conflictsWith'),
    t('conflictsByCertainty'),
    t('conflictsSize'),
    t('conflictsArea'),
    t('conflictsLength'),
    t('conflictsDistance'),
    t('articles'),
    t('conflictsRule'),
  ];
  const rows = projects.flatMap(({ project, conflicts = [] }) =>
    conflicts.map((conflict) => {
      const { kind, certainty, otherName, areaM2, lengthM, distanceM } = conflict;
      const { limitM = 0, ruleSource } = conflict;
      const classes = classLengthsText(conflict, language);
      return [
        pick(project.name),
        t(`conflictKind_${kind}`),
        pick(otherName),
        t(`certainty_${certainty}`),
        [conflictSize(conflict, words), classes].filter((text) => text !== '').join(' · '),
        areaM2 && Math.round(areaM2),
        lengthM && Math.round(lengthM),
        Math.round(distanceM),
        conflict.articles.join('; '),
        [
          t(`conflictRule_${kind}`, { distance: formatLength(limitM, language) }),
          ...(ruleSource === undefined ? [] : [pick(ruleSource)]),
        ].join(' '),
      ];
    }),
  );
  return [head, ...rows];
}

/** The label for a value that is an id or a code in the data. */
function inWords(name: string, { exported, source }: TableRow, { t, pick }: I18n): TableCell {
  const { status } = exported.project;
  if (name === 'status') return t(`status_${status}`);
  if (name === 'layer') return source && pick(source.title);
  return undefined;
}

/** An empty text becomes an empty cell. */
function toCell(value: TableCell): CellValue {
  if (value === undefined || value === '') return null;
  return value;
}

type AboutRow = { readonly cells: readonly TableCell[]; readonly isHead?: true };

/** The rows of the last sheet: what the export contains, its sources, and the names of its columns. */
function aboutRows(about: ExportAbout, { t, pick, language }: I18n): readonly AboutRow[] {
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
        creditIn(source.attribution, language),
        source.sha256,
      ],
    })),
    { cells: [] },
    { cells: [t('columns'), t('exportColumnName')], isHead: true },
    ...EXPORT_COLUMNS.map((column) => ({ cells: [pick(column.title), column.name] })),
  ];
}
