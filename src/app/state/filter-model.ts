import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { LayerState } from '../../domain/layer-state.ts';
import type { Project } from '../../domain/project.ts';
import {
  isFiltering,
  matching,
  needsConflicts,
  needsShore,
  type ProjectFilter,
} from '../../domain/projects/project-filter.ts';
import type { ShoreRelations } from '../../domain/projects/shore-relation.ts';
import type { ViewState } from '../address/url-state.ts';
import { readonly } from './as-readonly.ts';
import { createConflictModel } from './conflict-model.ts';
import { filterLayers, narrowLayer } from './filter-layers.ts';

/** Where the distances to the coast and the zones of the projects stand. */
export type ShoreState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly relations: ShoreRelations }
  | { readonly kind: 'failed'; readonly reason: string };

/** The filter asks for distances or conflicts that are not there. */
type Undecided = Exclude<ShoreState, { kind: 'ready' }> & { readonly of: 'shore' | 'conflicts' };

/** What the filter is about. */
type FilteredThings = {
  readonly projects: ReadonlySignal<readonly Project[]>;
  readonly editedLayers: ReadonlySignal<readonly LayerState[]>;
  readonly selectedId: ReadonlySignal<string | undefined>;
};

/** The filter's part of the model: one filter, which list, table, map and counts all read. */
export function createFilterModel(
  { filter: given = {}, studyM }: Pick<ViewState, 'filter' | 'studyM'>,
  { projects, editedLayers, selectedId }: FilteredThings,
) {
  const filter = signal(given);
  const conflicting = createConflictModel(studyM, filter);
  const shore = signal<ShoreState>({ kind: 'waiting' });
  const areShoreRelationsRequested = signal(false);
  const isSearchOpened = signal(false);
  const isFiltered = computed(() => isFiltering(filter.value));
  const relations = computed(() =>
    shore.value.kind === 'ready' ? shore.value.relations : undefined,
  );
  const conflicts = computed(() => {
    const state = conflicting.conflictState.value;
    return state.kind === 'ready' ? state.conflicts : undefined;
  });
  /** Why it is not yet known what fits: something is being measured, or could not be. */
  const undecided = computed<Undecided | undefined>(() => {
    const [near, met] = [shore.value, conflicting.conflictState.value];
    if (needsShore(filter.value) && near.kind !== 'ready') return { ...near, of: 'shore' };
    if (needsConflicts(filter.value) && met.kind !== 'ready') return { ...met, of: 'conflicts' };
    return undefined;
  });
  const measured = computed(() => ({ relations: relations.value, conflicts: conflicts.value }));
  const matchingProjects = computed(() => matching(projects.value, filter.value, measured.value));
  const matchingIds = computed(() => new Set(matchingProjects.value.map(({ id }) => id)));
  /** The layers with the projects that match, and no others. */
  const matchingLayers = computed(() =>
    filterLayers(editedLayers.value, { filter: filter.value, measured: measured.value }),
  );
  const hiddenSelection = computed(() => {
    const id = selectedId.value;
    return id === undefined || matchingIds.value.has(id) ? undefined : id;
  });
  /** The layers as the map shows them: what is picked is drawn even where the filter leaves it out. */
  const shownLayers = computed<readonly LayerState[]>(() => {
    const picked = projects.value.find(({ id }) => id === hiddenSelection.value);
    if (picked === undefined || !isFiltered.value) return matchingLayers.value;
    return matchingLayers.value.map((layer, index) =>
      layer.layer.id === picked.layer
        ? narrowLayer(
            editedLayers.value[index] ?? layer,
            ({ id }) => id === picked.id || matchingIds.value.has(id),
          )
        : layer,
    );
  });
  const actions = {
    /** Sets facets of the filter; `undefined` asks for nothing more in that facet. */
    filterProjects: (
      facets: { readonly [K in keyof ProjectFilter]: ProjectFilter[K] | undefined },
    ): void => {
      filter.value = asked({ ...filter.value, ...facets });
    },
    resetFilter: (): void => {
      filter.value = {};
    },
    setFilterFromUrl: (next: ProjectFilter): void => {
      filter.value = next;
    },
    showShore: (state: ShoreState): void => {
      shore.value = state;
    },
    /** Somebody looks at distances to the coast or at zones: they are worth measuring from now on. */
    requestShoreRelations: (): void => {
      areShoreRelationsRequested.value = true;
    },
    /** Somebody is about to search: every project has to be there. */
    openSearch: (): void => {
      isSearchOpened.value = true;
    },
  };
  return {
    ...readonly({ filter, shore }),
    ...conflicting,
    isFiltered,
    measured,
    undecided,
    matchingProjects,
    matchingLayers,
    shownLayers,
    needsShoreRelations: computed(
      () => areShoreRelationsRequested.value || needsShore(filter.value),
    ),
    needsAllProjects: computed(() => isSearchOpened.value || isFiltered.value),
    ...actions,
  };
}

/** A filter without facets that ask for nothing. */
function asked(
  facets: { readonly [K in keyof ProjectFilter]: ProjectFilter[K] | undefined },
): ProjectFilter {
  const { layers, statuses, articles, grades, isLocated, nearM, zones, conflicts, certainties } =
    facets;
  return {
    ...(layers !== undefined && layers.length > 0 && { layers }),
    ...(statuses !== undefined && statuses.length > 0 && { statuses }),
    ...(articles !== undefined && articles.length > 0 && { articles }),
    ...(grades !== undefined && grades.length > 0 && { grades }),
    ...(isLocated !== undefined && { isLocated }),
    ...(nearM !== undefined && { nearM }),
    ...(zones !== undefined && zones.length > 0 && { zones }),
    ...(conflicts !== undefined && conflicts.length > 0 && { conflicts }),
    ...(certainties !== undefined && certainties.length > 0 && { certainties }),
  };
}
