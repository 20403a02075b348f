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
 * Which projects a person wants to see, one condition a facet. An absent facet asks nothing; of a
 * list one value must fit; all facets that are there must hold. An empty list fits nothing.
 */
export type ProjectFilter = {
  /** Layer ids. */
  readonly layers?: readonly string[];
  readonly statuses?: readonly ProjectStatus[];
  /** Plan articles. */
  readonly articles?: readonly number[];
  readonly grades?: readonly AccuracyGrade[];
  readonly isLocated?: boolean;
  /** Largest distance between site and coast, in metres; 0 asks for sites that touch it. */
  readonly nearM?: number;
  /** Ids of protection zones that the site touches. */
  readonly zones?: readonly string[];
  /** Kinds of conflict; any that counts where only a certainty is asked for. */
  readonly conflicts?: readonly ConflictKind[];
  /** How sure that conflict is. */
  readonly certainties?: readonly Certainty[];
};

/** What has been measured of projects; each part is absent until it is there. */
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

/** Whether a filter asks for anything. */
export function isFiltering(filter: ProjectFilter): boolean {
  return FACETS.some((facet) => filter[facet] !== undefined);
}

/** Whether a filter asks where projects lie against the coast: that has to be measured first. */
export function needsShore({ nearM, zones }: ProjectFilter): boolean {
  return nearM !== undefined || zones !== undefined;
}

/** Whether a filter asks for conflicts: they have to be found first. */
export function needsConflicts({ conflicts, certainties }: ProjectFilter): boolean {
  return conflicts !== undefined || certainties !== undefined;
}

/**
 * Whether a project fits a filter. What has not been measured yet is not asked:
 * the answer is then too generous, and whoever shows it says that it is still being measured. An
 * unlocated project lies near nothing.
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

/** Whether one conflict is of a kind and of a certainty that a filter asks for. */
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

/** The projects that fit, in their order: the same list where nothing is asked. */
export function matching(
  projects: readonly Project[],
  filter: ProjectFilter,
  measured: FilterMeasurements,
): readonly Project[] {
  return isFiltering(filter)
    ? projects.filter((project) => matches(project, filter, measured))
    : projects;
}
