import type { CellValue, WriteOptions } from 'hucre';
import type { ExportAbout, ExportedProject } from '../../data/projects/exported-project.ts';
import {
  EXPORT_COLUMNS,
  type TableCell,
  type TableRow,
} from '../../data/projects/project-columns.ts';
import { tableRows } from '../../data/projects/project-csv.ts';
import { creditIn } from '../../domain/dataset.ts';
import type { StatisticsRecord } from '../../domain/projects/statistics-records.ts';
import { GRADE_SYMBOLS } from '../../domain/symbology.ts';
import type { Zone } from '../../domain/zone.ts';
import { classLengthsText, conflictSize } from '../../ui/conflicts/conflict-labels.ts';
import { formatLength, PUNCTUATION, UNITS } from '../../ui/format.ts';
import type { I18n } from '../../ui/i18n.tsx';
import {
  localTime,
  type SheetCell,
  type SheetTable,
  tableSheet,
  timeZoneName,
} from '../persistence/workbook-sheet.ts';

/** The statistics per zone, and the zones by name. */
export type ExportedStatistics = {
  readonly records: readonly StatisticsRecord[];
  readonly zones: readonly Zone[];
};

/**
 * Returns the sheets of an Excel workbook of projects for readers: headings, layers and statuses in the
 * words of a language, numbers as numbers, text as text whatever it begins with. A second sheet has a row
 * for each conflict with its rule, a third the statistics per zone; a fourth has filter, notices, sources, and each
 * column's name in GeoJSON and CSV.
 */
export function projectWorkbook(
  projects: readonly ExportedProject[],
  about: ExportAbout,
  statistics: ExportedStatistics,
  words: I18n,
): WriteOptions {
  const { pick, language } = words;
  const rows = tableRows(projects, about).map((row) =>
    EXPORT_COLUMNS.map(({ name, cell }) => toCell(inWords(name, row, words) ?? cell(row))),
  );
  return {
    sheets: [
      tableSheet(
        {
          name: words.t('sheetProjects'),
          columns: EXPORT_COLUMNS.map(({ title, quantity }) => ({
            title: pick(title),
            ...(quantity && { kind: quantity }),
          })),
          rows,
        },
        language,
      ),
      tableSheet(conflictTable(projects, words), language),
      tableSheet(statisticsTable(statistics, words), language),
      tableSheet(aboutTable(about, words), language),
    ],
    properties: { title: pick(about.title) },
  };
}

/** How many projects each zone has and how much of them lies in it, by status; what has no site stands last. */
function statisticsTable({ records, zones }: ExportedStatistics, words: I18n): SheetTable {
  const { t, pick, language } = words;
  const byId = new Map(zones.map((zone) => [zone.id, zone]));
  const nameOf = ({ row, zoneId = '' }: StatisticsRecord): string => {
    if (row === 'outside') return t('zoneStatisticsOutside');
    if (row === 'total')
      return `${t('zoneStatisticsTotal')}${PUNCTUATION[language].comma}${t('zoneStatisticsOnce')}`;
    if (row === 'unlocated') return t('unlocated');
    const zone = byId.get(zoneId);
    return zone === undefined ? zoneId : pick(zone.name);
  };
  const inUnit = (what: string, unit: string): string =>
    language === 'zh' ? `${what}（${unit}）` : `${what} (${unit})`;
  return {
    name: t('zoneStatisticsSheet'),
    columns: [
      { title: t('zone') },
      { title: t('grade') },
      { title: t('status') },
      { title: t('zoneStatisticsCount'), kind: 'count' },
      { title: t('zoneStatisticsPoints'), kind: 'count' },
      { title: inUnit(t('zoneStatisticsLength'), UNITS.kilometre[language]), kind: 'kilometres' },
      {
        title: inUnit(t('zoneStatisticsArea'), UNITS.squareKilometre[language]),
        kind: 'squareKilometres',
      },
    ],
    rows: records.map((record) => {
      const { status, tally, zoneId = '' } = record;
      const grade = byId.get(zoneId)?.grade;
      return [
        nameOf(record),
        grade === undefined ? null : pick(GRADE_SYMBOLS[grade].label),
        status === undefined ? t('zoneStatisticsAll') : t(`status_${status}`),
        ...[tally.count, tally.points, tally.lengthM / 1e3, tally.areaM2 / 1e6],
      ];
    }),
    headings: records.flatMap(({ status }, row) => (status === undefined ? [row] : [])),
  };
}

/**
 * All conflicts of the projects, one row each: the other feature, the size, and the rule.
 */
function conflictTable(projects: readonly ExportedProject[], words: I18n): SheetTable {
  const { t, pick, language } = words;
  const columns: SheetTable['columns'] = [
    { title: t('project') },
    { title: t('conflictsByKind') },
    { title: t('conflictsWith') },
    { title: t('conflictsByCertainty') },
    { title: t('conflictsSize') },
    { title: t('conflictsArea'), kind: 'count' },
    { title: t('conflictsLength'), kind: 'count' },
    { title: t('conflictsDistance'), kind: 'count' },
    { title: t('articles') },
    { title: t('conflictsRule') },
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
  return { name: t('facet_conflicts'), columns, rows: rows.map((row) => row.map(toCell)) };
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

/** The last sheet: what the export contains, its sources, and the names of its columns. */
function aboutTable(about: ExportAbout, { t, pick, language }: I18n): SheetTable {
  const { title, notices, filter, count, all, sources, missingLayers, exportedAt } = about;
  const facts: readonly (readonly SheetCell[])[] = [
    ...notices.map((notice) => [t('exportNotice'), pick(notice)]),
    [t('filter'), pick(filter)],
    [t('tabProjects'), t('matchCount', { count, all })],
    [t('zoneStatisticsSheet'), t('zoneStatisticsNote')],
    ...(missingLayers.length > 0 ? [[t('exportMissing'), missingLayers.join(', ')]] : []),
    [t('sheetLocalTime', { what: t('date'), zone: timeZoneName() }), localTime(exportedAt)],
  ];
  const columns = EXPORT_COLUMNS.map((column) => [pick(column.title), column.name]);
  const rows: readonly (readonly SheetCell[])[] = [
    ...facts,
    [],
    [t('sources'), t('source'), t('licence'), t('exportAttribution'), t('exportVersion')],
    ...sources.map((source) => [
      `${pick(source.title)} (${source.date})`,
      pick(source.source),
      source.licence,
      creditIn(source.attribution, language),
      source.sha256 ?? null,
    ]),
    [],
    [t('columns'), t('exportColumnName')],
    ...columns,
  ];
  return {
    name: t('sheetAbout'),
    columns: [pick(title), '', '', '', ''].map((text) => ({ title: text })),
    rows,
    headings: [facts.length + 1, facts.length + sources.length + 3],
    hasFilter: false,
  };
}
