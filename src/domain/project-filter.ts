import {
  type AccuracyGrade,
  accuracyGrade,
  PROJECT_STATUSES,
  type Project,
  type ProjectStatus,
} from './project.ts';
import type { ShoreRelations } from './shore-relation.ts';

/** How well a position is known, best first: what a filter offers. */
export const ACCURACY_GRADES = [
  'surveyed',
  'sketched',
  'coarse',
  'area-only',
  'unlocated',
] as const satisfies readonly AccuracyGrade[];

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
] as const satisfies readonly Facet[];

/** The distances to the coast that are offered, in metres: touching it, then ever farther. */
const NEAR_DISTANCES = [0, 100, 500, 1000, 5000] as const;

/** Whether a filter asks for anything. */
export function isFiltering(filter: ProjectFilter): boolean {
  return FACETS.some((facet) => filter[facet] !== undefined);
}

/** Whether a filter asks where projects lie against the coast: that has to be measured first. */
export function needsShore({ nearM, zones }: ProjectFilter): boolean {
  return nearM !== undefined || zones !== undefined;
}

/**
 * Whether a project fits a filter. What has not been measured yet (`relations` absent) is not asked:
 * the answer is then too generous, and whoever shows it says that it is still being measured. An
 * unlocated project lies near nothing.
 */
export function matches(
  project: Project,
  filter: ProjectFilter,
  relations: ShoreRelations | undefined,
): boolean {
  const { layers, statuses, articles, grades, isLocated } = filter;
  return (
    (layers === undefined || layers.includes(project.layer)) &&
    (statuses === undefined || statuses.includes(project.status)) &&
    (articles === undefined || project.articles.some((article) => articles.includes(article))) &&
    (grades === undefined || grades.includes(accuracyGrade(project))) &&
    (isLocated === undefined || isLocated === (project.geometry !== undefined)) &&
    (relations === undefined || fitsShore(project, filter, relations))
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
  relations: ShoreRelations | undefined,
): readonly Project[] {
  return isFiltering(filter)
    ? projects.filter((project) => matches(project, filter, relations))
    : projects;
}

/** A value that a facet offers, as text, and how many projects fit it under the other facets. */
export type FacetCounts = ReadonlyMap<string, number>;

/**
 * For one facet, how many projects fit each value if that facet asked for it alone and the others
 * stayed as they are. Values nobody has are absent, apart from statuses and grades, which come with 0.
 */
export function facetCounts(
  facet: Facet,
  projects: readonly Project[],
  filter: ProjectFilter,
  relations: ShoreRelations | undefined,
): FacetCounts {
  const { [facet]: _, ...others } = filter;
  const counts = new Map<string, number>(offeredAlways(facet).map((value) => [value, 0]));
  for (const project of projects) {
    const isCounted = matches(project, others, relations);
    for (const value of valuesOf(facet, project, relations))
      counts.set(value, (counts.get(value) ?? 0) + (isCounted ? 1 : 0));
  }
  return counts;
}

function offeredAlways(facet: Facet): readonly string[] {
  switch (facet) {
    case 'statuses':
      return PROJECT_STATUSES;
    case 'grades':
      return ACCURACY_GRADES;
    case 'isLocated':
      return ['true', 'false'];
    case 'nearM':
      return NEAR_DISTANCES.map(String);
    case 'layers':
    case 'articles':
    case 'zones':
      return [];
  }
}

function valuesOf(
  facet: Facet,
  project: Project,
  relations: ShoreRelations | undefined,
): readonly string[] {
  switch (facet) {
    case 'layers':
      return [project.layer];
    case 'statuses':
      return [project.status];
    case 'articles':
      return project.articles.map(String);
    case 'grades':
      return [accuracyGrade(project)];
    case 'isLocated':
      return [String(project.geometry !== undefined)];
    case 'nearM': {
      const distanceM = relations?.get(project.id)?.distanceM ?? Number.POSITIVE_INFINITY;
      return NEAR_DISTANCES.filter((limit) => distanceM <= limit).map(String);
    }
    case 'zones':
      return relations?.get(project.id)?.zoneIds ?? [];
  }
}
