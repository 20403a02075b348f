import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { LayerState } from '../../domain/layer-state.ts';
import type { Project } from '../../domain/project.ts';
import { filterLayers, narrowLayer } from '../../domain/projects/filter-layers.ts';
import {
  isFiltering,
  matching,
  needsConflicts,
  needsShore,
  type ProjectFilter,
} from '../../domain/projects/project-filter.ts';
import type { ViewState } from '../address/url-state.ts';
import { readonly } from '../lifecycle/as-readonly.ts';
import type { ConflictState } from './conflict-model.ts';
import type { ShoreState } from './shore-model.ts';

/** The filter asks for distances or conflicts that are not there. */
type Undecided = Exclude<ShoreState, { kind: 'ready' }> & { readonly of: 'shore' | 'conflicts' };

/** What the filter's model works on. `filter` is shared with the shore and conflict models. */
type FilterSources = {
  readonly filter: Signal<ProjectFilter>;
  readonly projects: ReadonlySignal<readonly Project[]>;
  readonly editedLayers: ReadonlySignal<readonly LayerState[]>;
  readonly selectedId: ReadonlySignal<string | undefined>;
  readonly shore: ReadonlySignal<ShoreState>;
  readonly conflicts: ReadonlySignal<ConflictState>;
};

/** One filter of projects, which list, table, map and counts all read. */
export function createFilterModel({
  filter,
  projects,
  editedLayers,
  selectedId,
  shore,
  conflicts,
}: FilterSources) {
  const isSearchOpened = signal(false);
  const isFiltered = computed(() => isFiltering(filter.value));
  /** Why it is not yet known what matches: something is being measured, or could not be. */
  const undecided = computed<Undecided | undefined>(() => {
    const [near, met] = [shore.value, conflicts.value];
    if (needsShore(filter.value) && near.kind !== 'ready') return { ...near, of: 'shore' };
    if (needsConflicts(filter.value) && met.kind !== 'ready') return { ...met, of: 'conflicts' };
    return undefined;
  });
  const measured = computed(() => ({
    relations: shore.value.kind === 'ready' ? shore.value.relations : undefined,
    conflicts: conflicts.value.kind === 'ready' ? conflicts.value.conflicts : undefined,
  }));
  const matchingProjects = computed(() => matching(projects.value, filter.value, measured.value));
  const matchingIds = computed(() => new Set(matchingProjects.value.map(({ id }) => id)));
  /** The layers with the matching projects only. */
  const matchingLayers = computed(() =>
    filterLayers(editedLayers.value, { filter: filter.value, measured: measured.value }),
  );
  const hiddenSelection = computed(() => {
    const id = selectedId.value;
    return id === undefined || matchingIds.value.has(id) ? undefined : id;
  });
  /** The layers as the map shows them: the selection is drawn even where the filter leaves it out. */
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
  return {
    ...readonly({ current: filter }),
    ...{ isFiltered, measured, undecided, matchingProjects, matchingLayers, shownLayers },
    needsAllProjects: computed(() => isSearchOpened.value || isFiltered.value),
    urlState: computed<Pick<ViewState, 'filter'>>(() =>
      isFiltered.value ? { filter: filter.value } : {},
    ),
    /** Sets facets of the filter; `undefined` removes a facet. */
    change: (
      facets: { readonly [K in keyof ProjectFilter]: ProjectFilter[K] | undefined },
    ): void => {
      filter.value = asked({ ...filter.value, ...facets });
    },
    reset: (): void => {
      filter.value = {};
    },
    setFromUrl: (next: Pick<ViewState, 'filter'>): void => {
      filter.value = next.filter ?? {};
    },
    /** Loads the layers of every project, as search and filter need them. */
    requestAllProjects: (): void => {
      isSearchOpened.value = true;
    },
  };
}

/** A filter without its empty facets. */
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
