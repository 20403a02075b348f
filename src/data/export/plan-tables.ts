import type { Feature } from 'geojson';
import type { Reclassification } from '../../domain/audit/reclassification.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { measureGeometry } from '../../domain/geodesy.ts';
import { measureDissolved } from '../../domain/geometry/polygon-union.ts';
import type { Project } from '../../domain/project.ts';
import type { Scenario, Site } from '../../domain/scenarios/scenario.ts';
import type { Zone } from '../../domain/zone.ts';
import { EXPORT_COLUMNS } from '../projects/project-columns.ts';
import { type ClassCodes, classCode, codedWord } from './class-codes.ts';
import {
  type ExportCell,
  type ExportedColumn,
  type ExportTable,
  exportTable,
} from './export-table.ts';

/** The data of an export. Parts that were not chosen are absent. */
export type PlanToExport = {
  /** As edited. */
  readonly coastline?: readonly CoastlineSegment[];
  readonly reclassified?: {
    readonly before: readonly CoastlineSegment[];
    readonly after: readonly CoastlineSegment[];
    readonly log: readonly Reclassification[];
  };
  readonly zones?: readonly Zone[];
  readonly projects?: readonly Project[];
  readonly scenarios?: readonly Scenario[];
  /** Layers that are only shown, a table each. */
  readonly shown?: readonly ShownLayer[];
};

/** A layer that is only shown, with its features as drawn. */
export type ShownLayer = { readonly title: Bilingual; readonly features: readonly Feature[] };

/** Makes the tables of an export; a part without a single feature has a table without rows. */
export function* planTables(
  plan: PlanToExport,
  codes: ClassCodes,
): Generator<ExportTable, void, void> {
  if (plan.coastline !== undefined) yield coastlineTable(plan.coastline, codes);
  if (plan.reclassified !== undefined) yield reclassifiedTable(plan.reclassified, codes);
  if (plan.zones !== undefined) yield zoneTable(plan.zones, codes);
  if (plan.projects !== undefined) yield projectTable(plan.projects, codes);
  if (plan.scenarios !== undefined) yield scenarioTable(plan.scenarios, codes);
  for (const [index, layer] of (plan.shown ?? []).entries()) yield shownTable(layer, index + 1);
}

type Cell<Item> = ExportedColumn<Item>['cell'];

function column<Item>(
  name: string,
  zh: string,
  en: string,
  cell: Cell<Item>,
): ExportedColumn<Item> {
  return { name, title: { zh, en }, cell };
}

/** Metres to a millimetre; the cells of a table hold no more. */
function metres(value: number): number {
  return Number(value.toFixed(3));
}

function lengthM({ geometry }: CoastlineSegment): number {
  return metres(measureGeometry(geometry).lengthM.ellipsoid);
}

function coastlineTable(segments: readonly CoastlineSegment[], codes: ClassCodes): ExportTable {
  const of = column<CoastlineSegment>;
  return exportTable(
    { name: 'coastline', title: { zh: '海岸线', en: 'Coastline' } },
    [
      of('id', '编号', 'Id', ({ id }) => id),
      of('name_zh', '名称（中文）', 'Name (Chinese)', ({ name }) => name.zh),
      of('name_en', '名称（英文）', 'Name (English)', ({ name }) => name.en),
      of('class', '岸线类型', 'Class', (segment) => classCode(segment.class, codes)),
      of('use', '利用方式', 'Use', ({ use }) => codedWord('use', use, codes)),
      of('realm', '大陆或海岛', 'Mainland or island', ({ realm }) =>
        codedWord('realm', realm, codes),
      ),
      of('confidence', '可信度', 'Confidence', ({ confidence }) =>
        codedWord('confidence', confidence, codes),
      ),
      of('grade', '保护等级', 'Protection grade', ({ grade }) => codedWord('grade', grade, codes)),
      of('length_m', '长度（米，椭球面）', 'Length (m, ellipsoid)', lengthM),
      of('class_source', '类型依据', 'Class from', ({ classSource }) => classSource),
      of('class_source_zh', '类型依据（中文）', 'Class from (Chinese)', (segment) => {
        return segment.classSourceZh;
      }),
      ...positionColumns<CoastlineSegment>(),
    ],
    segments.map((segment) => [segment, segment.geometry]),
  );
}

function positionColumns<Item extends Pick<Zone, 'positionSource' | 'positionSourceZh'>>() {
  const of = column<Item>;
  return [
    of('position_source', '位置依据', 'Position from', ({ positionSource }) => positionSource),
    of('position_source_zh', '位置依据（中文）', 'Position from (Chinese)', (item) => {
      return item.positionSourceZh;
    }),
  ];
}

type Judged = {
  readonly before: CoastlineSegment;
  readonly after: CoastlineSegment;
  /** The last entry of the change log that names the segment. */
  readonly entry: Reclassification | undefined;
};

/** The stretches whose class, use or confidence the user judged otherwise, with what it was and why. */
function reclassifiedTable(
  { before, after, log }: NonNullable<PlanToExport['reclassified']>,
  codes: ClassCodes,
): ExportTable {
  const judged = after.flatMap((segment, index): readonly Judged[] => {
    const given = before[index];
    if (given === undefined || given === segment) return [];
    const entry = log.findLast(({ segmentIds }) => segmentIds.includes(segment.id));
    return [{ before: given, after: segment, entry }];
  });
  const of = column<Judged>;
  return exportTable(
    { name: 'reclassified', title: { zh: '改判岸段', en: 'Stretches judged otherwise' } },
    [
      of('id', '编号', 'Id', (item) => item.after.id),
      of('name_zh', '名称（中文）', 'Name (Chinese)', (item) => item.after.name.zh),
      of('name_en', '名称（英文）', 'Name (English)', (item) => item.after.name.en),
      of('class_before', '原类型', 'Class in the data', (item) =>
        classCode(item.before.class, codes),
      ),
      of('class', '改判类型', 'Class as judged', (item) => classCode(item.after.class, codes)),
      of('use', '利用方式', 'Use', (item) => codedWord('use', item.after.use, codes)),
      of('realm', '大陆或海岛', 'Mainland or island', (item) =>
        codedWord('realm', item.after.realm, codes),
      ),
      of('confidence_before', '原可信度', 'Confidence in the data', (item) =>
        codedWord('confidence', item.before.confidence, codes),
      ),
      of('confidence', '可信度', 'Confidence', (item) =>
        codedWord('confidence', item.after.confidence, codes),
      ),
      of('reason', '理由', 'Reason', ({ entry }) => entry?.reason),
      of('date', '日期', 'Date', ({ entry }) => entry?.date),
      of('length_m', '长度（米，椭球面）', 'Length (m, ellipsoid)', (item) => lengthM(item.after)),
    ],
    judged.map((item) => [item, item.after.geometry]),
  );
}

function zoneTable(zones: readonly Zone[], codes: ClassCodes): ExportTable {
  const of = column<Zone>;
  return exportTable(
    { name: 'zones', title: { zh: '岸线保护区段', en: 'Coastline protection zones' } },
    [
      of('id', '编号', 'Id', ({ id }) => id),
      of('name_zh', '名称（中文）', 'Name (Chinese)', ({ name }) => name.zh),
      of('name_en', '名称（英文）', 'Name (English)', ({ name }) => name.en),
      of('target', '管控目标', 'Target', ({ target }) => target),
      of('grade', '保护等级', 'Protection grade', ({ grade }) => codedWord('grade', grade, codes)),
      of('articles', '对应条款', 'Plan articles', ({ articles }) => articles.join('; ')),
      of('area_m2', '面积（平方米，椭球面）', 'Area (m², ellipsoid)', ({ geometry }) =>
        metres(measureDissolved(geometry).areaM2.ellipsoid),
      ),
      ...positionColumns<Zone>(),
    ],
    zones.map((zone) => [zone, zone.geometry]),
  );
}

/** Columns of the table of projects that say what the plan says, and the size of the sketch. */
const PROJECT_COLUMNS = new Set([
  ...[
    'id',
    'name_zh',
    'name_en',
    'layer',
    'status',
    'year',
    'articles',
    'summary_zh',
    'summary_en',
  ],
  ...['figures_zh', 'figures_en', 'published_length_km', 'published_length_source'],
  ...['published_area_km2', 'published_area_source', 'measured_length_km', 'measured_area_km2'],
  ...['accuracy_m', 'position_source', 'position_source_zh', 'site_named_in_plan'],
  ...['notes_zh', 'notes_en'],
]);

function projectTable(projects: readonly Project[], codes: ClassCodes): ExportTable {
  const rows = projects.map((project) => {
    const { geometry } = project;
    const exported = {
      project,
      ...(geometry !== undefined && { measurement: measureDissolved(geometry) }),
    };
    return [{ exported, source: undefined }, geometry] as const;
  });
  return exportTable(
    { name: 'projects', title: { zh: '规划项目', en: 'Projects of the plan' } },
    EXPORT_COLUMNS.filter(({ name }) => PROJECT_COLUMNS.has(name)).map(({ name, title, cell }) => ({
      name,
      title,
      cell: (row: Parameters<typeof cell>[0]) => {
        const value = cell(row);
        return name === 'status' && typeof value === 'string'
          ? codedWord(name, value, codes)
          : value;
      },
    })),
    rows,
  );
}

type ScenarioSite = { readonly scenario: Scenario; readonly site: Site };

/** The sites of all scenarios as they were drawn; width and reach, by which the audit widens them, are columns. */
function scenarioTable(scenarios: readonly Scenario[], codes: ClassCodes): ExportTable {
  const of = column<ScenarioSite>;
  return exportTable(
    { name: 'scenarios', title: { zh: '方案场址', en: 'Sites of scenarios' } },
    [
      of('id', '场址编号', 'Id of the site', ({ site }) => site.id),
      of('name', '场址名称', 'Name of the site', ({ site }) => site.name),
      of('scenario_id', '方案编号', 'Id of the scenario', ({ scenario }) => scenario.id),
      of('scenario', '方案', 'Scenario', ({ scenario }) => scenario.name),
      of('purpose', '用途', 'Purpose', ({ site }) => codedWord('purpose', site.purpose, codes)),
      of('year', '年份', 'Year', ({ site }) => site.year),
      of('width_m', '宽度（米）', 'Width (m)', ({ site }) => site.widthM),
      of('buffer_m', '影响距离（米）', 'Reach (m)', ({ site }) => site.bufferM),
      of('project_id', '项目编号', 'Id of the project', ({ site }) => site.projectId),
    ],
    scenarios.flatMap((scenario) =>
      scenario.sites.map((site) => [{ scenario, site }, site.shape] as const),
    ),
  );
}

/** Names that a format or GDAL gives a column of its own, in lower case. */
const RESERVED = ['wkt', 'geom', 'fid', 'ogc_fid'] as const;

/** A layer that is only shown: every field of its file under its own name, as text where values are of several kinds. */
function shownTable({ title, features }: ShownLayer, number: number): ExportTable {
  const fields = new Set(['id', 'name_zh', 'name_en']);
  for (const { properties } of features)
    for (const field of Object.keys(properties ?? {})) fields.add(field);
  const taken = new Set<string>(RESERVED);
  return exportTable<Feature>(
    { name: `shown-${number}`, title },
    [...fields].map((field) => ({
      name: freeName(field, taken),
      title: SHOWN_TITLES[field] ?? { zh: field, en: field },
      cell: ({ properties }) => exportCell(properties?.[field]),
    })),
    features.map((feature) => [feature, feature.geometry]),
  );
}

const SHOWN_TITLES: Readonly<Record<string, Bilingual>> = {
  id: { zh: '编号', en: 'Id' },
  name_zh: { zh: '名称（中文）', en: 'Name (Chinese)' },
  name_en: { zh: '名称（英文）', en: 'Name (English)' },
};

/** The name with a number where another column has it, in any case of letters; the name is then taken. */
function freeName(wanted: string, taken: Set<string>): string {
  let own = wanted;
  for (let count = 2; taken.has(own.toLowerCase()); count += 1) own = `${wanted}_${count}`;
  taken.add(own.toLowerCase());
  return own;
}

function exportCell(value: unknown): ExportCell | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'object':
      return value === null ? undefined : JSON.stringify(value);
    default:
      return undefined;
  }
}
