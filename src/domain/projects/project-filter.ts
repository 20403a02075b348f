import {
  type Certainty,
  type Conflict,
  type ConflictKind,
  type ConflictsByProject,
  isCounted,
} from '../conflicts/conflict.ts';
import { type AccuracyGrade, accuracyGrade, type Project, type ProjectStatus } from '../project.ts';
import type { ShoreRelations } from './shore-relation.ts';

/**
 * The projects that the user wants to see, with one condition per facet. An absent facet is no condition;
 * of a list, one value must match; all present facets must match. An empty list matches nothing.
 */
export type ProjectFilter = {
  /** Layer ids. */
  readonly layers?: readonly string[];
  readonly statuses?: readonly ProjectStatus[];
  /** Plan articles. */
  readonly articles?: readonly number[];
  readonly grades?: readonly AccuracyGrade[];
  readonly isLocated?: boolean;
  /** Largest distance between site and coast, in metres; 0 selects sites that touch it. */
  readonly nearM?: number;
  /** Ids of protection zones that the site touches. */
  readonly zones?: readonly string[];
  /** Kinds of conflict; when absent and `certainties` is set, any kind that counts. */
  readonly conflicts?: readonly ConflictKind[];
  /** The certainty of that conflict. */
  readonly certainties?: readonly Certainty[];
};

/** The measurements of projects; each part is absent until it is measured. */
export type FilterMeasurements = {
  readonly relations?: ShoreRelations | undefined;
  readonly conflicts?: ConflictsByProject | undefined;
};

/** One condition of a filter. */
export type Facet = keyof ProjectFilter;
/** The facets in the order in which they are offered. */
export const FACETS = [
  'layers',
  'statuses',
  'articles',
  'grades',
  'isLocated',
  'nearM',
  'zones',
  'conflicts',
  'certainties',
] as const satisfies readonly Facet[];

/** Whether a filter has any condition. */
export function isFiltering(filter: ProjectFilter): boolean {
  return FACETS.some((facet) => filter[facet] !== undefined);
}

/** Whether a filter depends on distances to the coast or zones, which have to be measured first. */
export function needsShore({ nearM, zones }: ProjectFilter): boolean {
  return nearM !== undefined || zones !== undefined;
}

/** Whether a filter depends on conflicts, which have to be found first. */
export function needsConflicts({ conflicts, certainties }: ProjectFilter): boolean {
  return conflicts !== undefined || certainties !== undefined;
}

/**
 * Whether a project matches a filter. Conditions that are not measured yet are ignored: the result then
 * includes too many projects, and the caller has to show that the measurement is still running. An
 * unlocated project is near no coast.
 */
export function matches(
  project: Project,
  filter: ProjectFilter,
  { relations, conflicts }: FilterMeasurements,
): boolean {
  const { layers, statuses, articles, grades, isLocated } = filter;
  return (
    (layers === undefined || layers.includes(project.layer)) &&
    (statuses === undefined || statuses.includes(project.status)) &&
    (articles === undefined || project.articles.some((article) => articles.includes(article))) &&
    (grades === undefined || grades.includes(accuracyGrade(project))) &&
    (isLocated === undefined || isLocated === (project.geometry !== undefined)) &&
    (relations === undefined || fitsShore(project, filter, relations)) &&
    (conflicts === undefined ||
      !needsConflicts(filter) ||
      (conflicts.get(project.id)?.some((conflict) => fitsConflict(conflict, filter)) ?? false))
  );
}

/** Whether a conflict has a kind and a certainty that a filter requests. */
export function fitsConflict(
  conflict: Conflict,
  { conflicts: kinds, certainties }: ProjectFilter,
): boolean {
  return (
    (kinds === undefined ? isCounted(conflict) : kinds.includes(conflict.kind)) &&
    (certainties === undefined || certainties.includes(conflict.certainty))
  );
}

function fitsShore(
  { id }: Project,
  { nearM, zones }: ProjectFilter,
  relations: ShoreRelations,
): boolean {
  const relation = relations.get(id);
  const distanceM = relation?.distanceM ?? Number.POSITIVE_INFINITY;
  return (
    (nearM === undefined || distanceM <= nearM) &&
    (zones === undefined || (relation?.zoneIds.some((zone) => zones.includes(zone)) ?? false))
  );
}

/** The projects that match, in their order; the same list when the filter has no condition. */
export function matching(
  projects: readonly Project[],
  filter: ProjectFilter,
  measured: FilterMeasurements,
): readonly Project[] {
  return isFiltering(filter)
    ? projects.filter((project) => matches(project, filter, measured))
    : projects;
}
