import { CERTAINTIES, CONFLICT_KINDS, type Conflict } from '../conflicts/conflict.ts';
import { ACCURACY_GRADES, accuracyGrade, PROJECT_STATUSES, type Project } from '../project.ts';
import {
  type Facet,
  type FilterMeasurements,
  fitsConflict,
  matches,
  type ProjectFilter,
} from './project-filter.ts';

/** The offered distances to the coast in metres; 0 means touching it. */
const NEAR_DISTANCES = [0, 100, 500, 1000, 5000] as const;

/**
 * A value that a facet offers, as text, and the number of projects that match it under the other facets.
 */
export type FacetCounts = ReadonlyMap<string, number>;

/**
 * Counts, for one facet, the projects that match each value if the facet requested only that value and
 * the other facets stayed unchanged. Values that no project has are absent, except those of fixed lists,
 * which have a count of 0.
 */
export function facetCounts(
  facet: Facet,
  projects: readonly Project[],
  filter: ProjectFilter,
  measured: FilterMeasurements,
): FacetCounts {
  const { [facet]: _, ...others } = filter;
  const counts = new Map<string, number>(offeredAlways(facet).map((value) => [value, 0]));
  for (const project of projects) {
    const isCounted = matches(project, others, measured);
    for (const value of valuesOf(facet, project, { ...measured, others }))
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
    case 'conflicts':
      return CONFLICT_KINDS;
    case 'certainties':
      return CERTAINTIES;
    case 'layers':
    case 'articles':
    case 'zones':
      return [];
  }
}

function valuesOf(
  facet: Facet,
  project: Project,
  { relations, conflicts, others }: FilterMeasurements & { readonly others: ProjectFilter },
): readonly string[] {
  const own = conflicts?.get(project.id) ?? [];
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
    case 'conflicts':
      return CONFLICT_KINDS.filter((kind) => hasConflict(own, { ...others, conflicts: [kind] }));
    case 'certainties':
      return CERTAINTIES.filter((certainty) =>
        hasConflict(own, { ...others, certainties: [certainty] }),
      );
  }
}

function hasConflict(own: readonly Conflict[], filter: ProjectFilter): boolean {
  return own.some((conflict) => fitsConflict(conflict, filter));
}
