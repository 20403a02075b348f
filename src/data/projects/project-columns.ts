import type { Bilingual, Language } from '../../domain/bilingual.ts';
import { type Conflict, conflictTally } from '../../domain/conflicts/conflict.ts';
import { creditInBoth } from '../../domain/dataset.ts';
import type { Project, ProjectFigure } from '../../domain/project.ts';
import type { CsvCell } from '../csv-text.ts';
import {
  type ExportedProject,
  type ExportSource,
  measuredAreaKm2,
  measuredLengthKm,
  sixDecimals,
} from './exported-project.ts';

/** A cell of a table of projects: text, number, boolean, or undefined for an empty cell. */
export type TableCell = CsvCell | boolean;

/** The input of a row: a project, and the source of its layer. */
export type TableRow = {
  readonly exported: ExportedProject;
  readonly source: ExportSource | undefined;
};

/** What the numbers of a column are. */
export type ColumnQuantity = 'count' | 'metres' | 'kilometres' | 'squareKilometres' | 'degrees';

/** A column of an exported table. */
export type ExportColumn = {
  /** The column's name in GeoJSON and CSV. */
  readonly name: string;
  /** The column's heading for the reader. */
  readonly title: Bilingual;
  /** What a number of the column is; undefined for text. */
  readonly quantity?: ColumnQuantity;
  readonly cell: (row: TableRow) => TableCell;
};

/** All columns of the data model and of the measurements, in the order of GeoJSON's properties. */
export const EXPORT_COLUMNS: readonly ExportColumn[] = [
  of('id', '编号', 'Id', ({ id }) => id),
  of('name_zh', '名称（中文）', 'Name (Chinese)', ({ name }) => name.zh),
  of('name_en', '名称（英文）', 'Name (English)', ({ name }) => name.en),
  of('layer', '图层', 'Layer', ({ layer }) => layer),
  of('status', '状态', 'Status', ({ status }) => status),
  of('year', '年份', 'Year', ({ year }) => year),
  // The separator is not a comma: Excel would read 12,134 as one number.
  of('articles', '对应条款', 'Plan articles', ({ articles }) => articles.join('; ')),
  of('summary_zh', '说明（中文）', 'Summary (Chinese)', ({ summary }) => summary.zh),
  of('summary_en', '说明（英文）', 'Summary (English)', ({ summary }) => summary.en),
  of('figures_zh', '指标（中文）', 'Figures (Chinese)', ({ figures }) =>
    figuresText(figures, 'zh'),
  ),
  of('figures_en', '指标（英文）', 'Figures (English)', ({ figures }) =>
    figuresText(figures, 'en'),
  ),
  figure(
    'kilometres',
    'published_length_km',
    '公布长度（公里）',
    'Published length (km)',
    (project) => {
      return project.publishedLength?.value;
    },
  ),
  of('published_length_source', '公布长度来源', 'Published length from', (project) => {
    return project.publishedLength?.source;
  }),
  figure(
    'squareKilometres',
    'published_area_km2',
    '公布面积（平方公里）',
    'Published area (km²)',
    (project) => {
      return project.publishedArea?.value;
    },
  ),
  of('published_area_source', '公布面积来源', 'Published area from', (project) => {
    return project.publishedArea?.source;
  }),
  ...measuredColumns(),
  figure('count', 'accuracy_m', '位置精度（米）', 'Accuracy (m)', ({ accuracyM }) => accuracyM),
  of('position_source', '位置依据', 'Position from', (project) => project.positionSource),
  of('position_source_zh', '位置依据（中文）', 'Position from (Chinese)', (project) => {
    return project.positionSourceZh;
  }),
  of('site_named_in_plan', '规划写明地点', 'Site named in the plan', (project) => {
    return project.isSiteNamedInPlan;
  }),
  of('notes_zh', '备注（中文）', 'Note (Chinese)', ({ notes }) => notes?.zh),
  of('notes_en', '备注（英文）', 'Note (English)', ({ notes }) => notes?.en),
  of('located', '已上图', 'Located', ({ geometry }) => geometry !== undefined),
  ...positionColumns(),
  ...conflictColumns(),
  ...sourceColumns(),
];

function of(
  name: string,
  zh: string,
  en: string,
  cell: (project: Project) => TableCell,
): ExportColumn {
  return { name, title: { zh, en }, cell: ({ exported }) => cell(exported.project) };
}

function figure(quantity: ColumnQuantity, ...column: Parameters<typeof of>): ExportColumn {
  return { ...of(...column), quantity };
}

function measuredColumns(): readonly ExportColumn[] {
  return [
    {
      name: 'measured_length_km',
      title: { zh: '量算长度（公里，椭球面）', en: 'Measured length (km, ellipsoid)' },
      quantity: 'kilometres',
      cell: ({ exported }) => measuredLengthKm(exported)?.ellipsoid,
    },
    {
      name: 'measured_length_km_turf',
      title: { zh: '量算长度（公里，Turf 球面）', en: 'Measured length (km, Turf)' },
      quantity: 'kilometres',
      cell: ({ exported }) => measuredLengthKm(exported)?.sphere,
    },
    {
      name: 'measured_area_km2',
      title: { zh: '量算面积（平方公里，椭球面）', en: 'Measured area (km², ellipsoid)' },
      quantity: 'squareKilometres',
      cell: ({ exported }) => measuredAreaKm2(exported)?.ellipsoid,
    },
    {
      name: 'measured_area_km2_turf',
      title: { zh: '量算面积（平方公里，Turf 球面）', en: 'Measured area (km², Turf)' },
      quantity: 'squareKilometres',
      cell: ({ exported }) => measuredAreaKm2(exported)?.sphere,
    },
  ];
}

function positionColumns(): readonly ExportColumn[] {
  return [
    {
      name: 'longitude',
      title: { zh: '经度（代表点）', en: 'Longitude (a point of the site)' },
      quantity: 'degrees',
      cell: ({ exported: { point } }) => point && sixDecimals(point[0]),
    },
    {
      name: 'latitude',
      title: { zh: '纬度（代表点）', en: 'Latitude (a point of the site)' },
      quantity: 'degrees',
      cell: ({ exported: { point } }) => point && sixDecimals(point[1]),
    },
    {
      name: 'distance_to_coast_m',
      title: { zh: '距岸（米）', en: 'To the coast (m)' },
      quantity: 'metres',
      cell: ({ exported: { relation } }) => relation?.distanceM && sixDecimals(relation.distanceM),
    },
    {
      name: 'zones',
      title: { zh: '所涉区段', en: 'Zones touched' },
      cell: ({ exported: { relation } }) => relation?.zoneIds.join('; '),
    },
  ];
}

function conflictColumns(): readonly ExportColumn[] {
  return [
    {
      name: 'conflicts_certain',
      title: { zh: '确定的冲突', en: 'Certain conflicts' },
      quantity: 'count',
      cell: ({ exported: { conflicts } }) => conflicts && conflictTally(conflicts).certain,
    },
    {
      name: 'conflicts_possible',
      title: { zh: '可能的冲突', en: 'Possible conflicts' },
      quantity: 'count',
      cell: ({ exported: { conflicts } }) => conflicts && conflictTally(conflicts).possible,
    },
    {
      name: 'conflicts',
      title: { zh: '冲突', en: 'Conflicts' },
      cell: ({ exported: { conflicts } }) => conflicts?.map(conflictCode).join('; '),
    },
  ];
}

/** For example `strict-zone north-bay (possible)`. */
function conflictCode({ kind, otherId, certainty }: Conflict): string {
  return `${kind} ${otherId} (${certainty})`;
}

function sourceColumns(): readonly ExportColumn[] {
  return [
    {
      name: 'attribution',
      title: { zh: '署名', en: 'Attribution' },
      cell: ({ source }) => source && creditInBoth(source.attribution),
    },
    {
      name: 'licence',
      title: { zh: '许可', en: 'Licence' },
      cell: ({ source }) => source?.licence,
    },
    {
      name: 'data_sha256',
      title: { zh: '数据版本（SHA-256）', en: 'Data version (SHA-256)' },
      cell: ({ source }) => source?.sha256,
    },
  ];
}

/** Figures as one text, for example `Berths: 9 (2025); Throughput: 600 万t`. */
function figuresText(figures: readonly ProjectFigure[], language: Language): string | undefined {
  if (figures.length === 0) return undefined;
  return figures
    .map(({ label, value, unit, year }) => {
      const parts = [`${label[language]}: ${value}`, unit, year === undefined ? year : `(${year})`];
      return parts.filter((part) => part !== undefined).join(' ');
    })
    .join('; ');
}
