import type { FeatureCollection } from 'geojson';
import type { LayerState } from '../../domain/layer-state.ts';
import type { FilterMeasurements } from '../../domain/projects/project-filter.ts';
import type { ComparedSide } from '../../domain/views/compared-side.ts';
import type { ViewState } from '../address/url-state.ts';
import { filterLayers } from '../state/filter-layers.ts';
import type { MapContent } from '../state/map-content.ts';

/** What the layers of a side are made of. */
export type LayerSources = {
  /** What the desk shows of the layers. */
  readonly shown: readonly LayerState[];
  /** The layers with all of their projects, the coast as edited. */
  readonly layers: readonly LayerState[];
  readonly measured: FilterMeasurements;
  /** What a saved view looks at; nothing for a view that is not there. */
  readonly stateOf: (view: number) => ViewState | undefined;
};

/** All that a side can be made of. */
export type ContentSources = LayerSources & {
  /** What the desk looks at. */
  readonly now: MapContent;
  /** The layers that are on where nobody has chosen. */
  readonly defaultIds: readonly string[];
  /** What is drawn of the scenario of a side, once it has been worked out. */
  readonly sketchOf: (side: ComparedSide) => FeatureCollection | undefined;
};

/**
 * What a side looks at. The desk itself is the side `now`; no other touches what the desk shows. `layers` are
 * those of `sideLayers`, for who keeps them.
 */
export function sideContent(
  side: ComparedSide,
  sources: ContentSources,
  layers = sideLayers(side, sources),
): MapContent {
  const sketch = side.kind === 'now' ? sources.now.sketch : sources.sketchOf(side);
  return { layers, ...sidePicks(side, sources), sketch };
}

/** The layers of a side. Kept, features stay as they are while only what is picked changes. */
export function sideLayers(
  side: ComparedSide,
  { shown, layers, measured, stateOf }: LayerSources,
): readonly LayerState[] {
  switch (side.kind) {
    case 'now':
    case 'scenario':
      return shown;
    case 'plan':
      return layers;
    case 'today':
      return filterLayers(layers, { filter: { statuses: ['existing'] }, measured });
    case 'view':
      return filterLayers(layers, { filter: stateOf(side.number)?.filter ?? {}, measured });
  }
}

/** What of a side's layers is switched on, and what is picked: a view has its own, all else the desk's. */
function sidePicks(
  side: ComparedSide,
  { now, layers, defaultIds, stateOf }: ContentSources,
): Pick<MapContent, 'visibleIds' | 'selectedIds'> {
  const state = side.kind === 'view' ? stateOf(side.number) : undefined;
  if (state === undefined) return { visibleIds: now.visibleIds, selectedIds: now.selectedIds };
  const own = [state.select, state.zone].filter((id) => id !== undefined);
  const visibleIds = state.layers ?? [...defaultIds, ...layersWith(state.select, layers)];
  return { visibleIds: new Set(visibleIds), selectedIds: [...own, ...now.selectedIds] };
}

/** The layer of a project is shown even if it is off by default. */
function layersWith(id: string | undefined, layers: readonly LayerState[]): readonly string[] {
  return layers
    .filter(
      ({ state }) =>
        state.kind === 'ready' &&
        state.content.role === 'projects' &&
        state.content.projects.some((project) => project.id === id),
    )
    .map(({ layer }) => layer.id);
}
