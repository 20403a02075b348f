import type { LayerState } from '../layer-state.ts';
import type { Project } from '../project.ts';
import {
  type FilterMeasurements,
  isFiltering,
  matches,
  type ProjectFilter,
} from './project-filter.ts';

/** A filter of projects, and the measurements that it needs. */
export type Narrowing = {
  readonly filter: ProjectFilter;
  readonly measured: FilterMeasurements;
};

/** Layers with the matching projects only. A layer that loses none stays the same object. */
export function filterLayers(
  layers: readonly LayerState[],
  { filter, measured }: Narrowing,
): readonly LayerState[] {
  if (!isFiltering(filter)) return layers;
  return layers.map((layer) => narrowLayer(layer, (project) => matches(project, filter, measured)));
}

/** A layer with some of its projects; the same object where all of them remain. */
export function narrowLayer(layer: LayerState, stays: (project: Project) => boolean): LayerState {
  const { state } = layer;
  if (state.kind !== 'ready' || state.content.role !== 'projects') return layer;
  const projects = state.content.projects.filter(stays);
  if (projects.length === state.content.projects.length) return layer;
  return { ...layer, state: { ...state, content: { ...state.content, projects } } };
}
