import {
  constructTable,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  type SortFn,
  type SortingState,
  tableFeatures,
} from '@tanstack/table-core';
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings';
import type { Language } from '../../domain/bilingual.ts';
import {
  type ConflictsByProject,
  conflictTally,
  protects,
} from '../../domain/conflicts/conflict.ts';
import type { CatalogueLayer } from '../../domain/dataset.ts';
import type { Project } from '../../domain/project.ts';
import {
  type ProjectMeasurements,
  type SiteKind,
  siteKind,
} from '../../domain/projects/project-sizes.ts';
import type { ShoreRelations } from '../../domain/projects/shore-relation.ts';
import type { Zone } from '../../domain/zone.ts';
import { tallyText } from '../conflicts/conflict-labels.ts';
import type { I18n } from '../i18n.tsx';

/** The columns of the table of projects, from left to right; the name is always there. */
export const PROJECT_COLUMNS = [
  'name',
  'layer',
  'status',
  'articles',
  'accuracy',
  'distance',
  'zones',
  'conflicts',
  'measuredLength',
  'measuredArea',
  'length',
  'area',
] as const;
/** A column of the table of projects. */
export type ProjectColumn = (typeof PROJECT_COLUMNS)[number];

/** Widths of columns in pixels, of those that the user has set. */
export type ColumnWidths = Readonly<Partial<Record<ProjectColumn, number>>>;

/** The columns and the order of the table. */
export type TableLayout = {
  readonly order: { readonly column: ProjectColumn; readonly isDescending: boolean } | undefined;
  readonly columns: readonly ProjectColumn[];
  /** Undefined until the user sets a width: columns then share the width of the panel. */
  readonly widths?: ColumnWidths | undefined;
};

/** A project as the table shows and sorts it; missing figures are sorted last in both directions. */
export type ProjectRow = {
  readonly id: string;
  readonly name: string;
  readonly layer: string;
  readonly status: string;
  /** All are shown; rows are sorted by the first. */
  readonly article: number | undefined;
  readonly articles: string;
  /** Metres. */
  readonly accuracy: number | undefined;
  /** Metres to the coast. */
  readonly distance: number | undefined;
  readonly zones: string;
  /** Certain conflicts weigh more than any number of possible ones. */
  readonly conflictWeight: number | undefined;
  readonly conflicts: string;
  /** What the site is, which says why a measured figure is missing. */
  readonly site: SiteKind;
  /** Measured on the sketch: a line's length in kilometres, an area's area in square kilometres. */
  readonly measuredLength: number | undefined;
  readonly measuredArea: number | undefined;
  /** Published, in kilometres. */
  readonly length: number | undefined;
  /** Published, in square kilometres. */
  readonly area: number | undefined;
};

/** What rows are made from, besides the projects. */
export type RowSources = {
  readonly layers: readonly CatalogueLayer[];
  readonly zones: readonly Zone[];
  readonly relations: ShoreRelations | undefined;
  readonly conflicts: ConflictsByProject | undefined;
  /** Undefined until the sites are measured. */
  readonly measurements: ProjectMeasurements | undefined;
};

/** Projects as rows, in the words of a language. */
export function projectRows(
  projects: readonly Project[],
  { layers, zones, relations, conflicts, measurements }: RowSources,
  words: I18n,
): readonly ProjectRow[] {
  const { t, pick } = words;
  const titles = new Map(layers.map(({ id, title }) => [id, pick(title)]));
  const zoneNames = new Map(zones.map(({ id, name }) => [id, pick(name)]));
  return projects.map((project) => {
    const relation = relations?.get(project.id);
    return {
      id: project.id,
      name: pick(project.name),
      layer: titles.get(project.layer) ?? project.layer,
      status: t(`status_${project.status}`),
      article: project.articles[0],
      articles: project.articles.join(', '),
      accuracy: project.accuracyM,
      distance: relation?.distanceM,
      zones: relation?.zoneIds.map((id) => zoneNames.get(id) ?? id).join(', ') ?? '',
      ...conflictCells(project, conflicts, words),
      ...measuredCells(project, measurements),
      length: project.publishedLength?.value,
      area: project.publishedArea?.value,
    };
  });
}

/** The size of a site by its kind: a point has none, and the outline of an area is no length. */
function measuredCells(
  project: Project,
  measurements: ProjectMeasurements | undefined,
): Pick<ProjectRow, 'site' | 'measuredLength' | 'measuredArea'> {
  const site = siteKind(project);
  const { lengthM, areaM2 } = measurements?.get(project.id) ?? {};
  return {
    site,
    measuredLength: site === 'line' && lengthM ? lengthM.ellipsoid / 1e3 : undefined,
    measuredArea: site === 'area' && areaM2 ? areaM2.ellipsoid / 1e6 : undefined,
  };
}

/** The conflicts of a project as a cell: counts, that they are being searched, or why there are none. */
function conflictCells(
  project: Project,
  conflicts: ConflictsByProject | undefined,
  words: I18n,
): Pick<ProjectRow, 'conflicts' | 'conflictWeight'> {
  const without = (text: string) => ({ conflicts: text, conflictWeight: undefined });
  if (project.geometry === undefined) return without(words.t('conflictsCannotBeSaid'));
  if (protects(project)) return without('–');
  if (conflicts === undefined) return without('…');
  const tally = conflictTally(conflicts.get(project.id) ?? []);
  return {
    conflicts: tallyText(tally, words),
    conflictWeight: tally.certain * 1e6 + tally.possible,
  };
}

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});
type Features = typeof features;

/**
 * Sorts rows by TanStack's table core. A sorter that is kept between calls sorts again only when rows, language or
 * order have changed.
 */
export function createRowSorter(): (
  rows: readonly ProjectRow[],
  order: TableLayout['order'],
  language: Language,
) => readonly ProjectRow[] {
  let known: { readonly language: Language; readonly table: ReturnType<typeof createTable> };
  return (rows, order, language) => {
    known = known?.language === language ? known : { language, table: createTable(rows, language) };
    const sorting: SortingState =
      order === undefined ? [] : [{ id: order.column, desc: order.isDescending }];
    const { table } = known;
    table.setOptions((before) => ({ ...before, data: rows, state: { sorting } }));
    return table.getRowModel().rows.map(({ original }) => original);
  };
}

function createTable(rows: readonly ProjectRow[], language: Language) {
  // Numbers inside names sort as numbers: 2 before 10. In Chinese by pinyin.
  const collator = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en', { numeric: true });
  const byText: SortFn<Features, ProjectRow> = (a, b, column) =>
    collator.compare(a.getValue<string>(column), b.getValue<string>(column));
  const helper = createColumnHelper<Features, ProjectRow>();
  const columns = helper.columns([
    helper.accessor('name', { sortFn: byText }),
    helper.accessor('layer', { sortFn: byText }),
    helper.accessor('status', { sortFn: byText }),
    helper.accessor('article', { id: 'articles', sortFn: byNumber, sortUndefined: 'last' }),
    helper.accessor('accuracy', { sortFn: byNumber, sortUndefined: 'last' }),
    helper.accessor('distance', { sortFn: byNumber, sortUndefined: 'last' }),
    helper.accessor(({ zones }) => zones || undefined, {
      id: 'zones',
      sortFn: byText,
      sortUndefined: 'last',
    }),
    helper.accessor('conflictWeight', {
      id: 'conflicts',
      sortFn: byNumber,
      sortUndefined: 'last',
    }),
    helper.accessor('measuredLength', { sortFn: byNumber, sortUndefined: 'last' }),
    helper.accessor('measuredArea', { sortFn: byNumber, sortUndefined: 'last' }),
    helper.accessor('length', { sortFn: byNumber, sortUndefined: 'last' }),
    helper.accessor('area', { sortFn: byNumber, sortUndefined: 'last' }),
  ]);
  return constructTable({ features, columns, data: rows, getRowId: ({ id }) => id });
}

const byNumber: SortFn<Features, ProjectRow> = (a, b, column) =>
  a.getValue<number>(column) - b.getValue<number>(column);
