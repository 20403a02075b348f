import type { FeatureCollection } from 'geojson';
import type { LayerState } from '../../domain/layer-state.ts';
import { filterLayers } from '../../domain/projects/filter-layers.ts';
import type { FilterMeasurements } from '../../domain/projects/project-filter.ts';
import type { ComparedSide } from '../../domain/views/compared-side.ts';
import type { ViewState } from '../address/url-state.ts';
import type { MapContent } from '../state/map-content.ts';

/** What the layers of a side are taken from. */
export type LayerSources = {
  /** The layers as the main map shows them. */
  readonly shown: readonly LayerState[];
  /** The layers with all of their projects and the coast as edited. */
  readonly layers: readonly LayerState[];
  readonly measured: FilterMeasurements;
  /** The state of a saved view; undefined for a view that is gone. */
  readonly stateOf: (view: number) => ViewState | undefined;
};

/** What the content of a side is taken from. */
export type ContentSources = LayerSources & {
  /** What the main map shows outside a comparison. */
  readonly now: MapContent;
  /** The layers that are on until the user chooses. */
  readonly defaultIds: readonly string[];
  /** The sketch of a side's scenario, once it has been evaluated. */
  readonly sketchOf: (side: ComparedSide) => FeatureCollection | undefined;
};

/**
 * What a side shows. The side `now` is the app as it is; no other side changes what the app shows. `layers` are
 * those of `sideLayers`, for callers that keep them.
 */
export function sideContent(
  side: ComparedSide,
  sources: ContentSources,
  layers = sideLayers(side, sources),
): MapContent {
  const sketch = side.kind === 'now' ? sources.now.sketch : sources.sketchOf(side);
  return { layers, ...sidePicks(side, sources), sketch };
}

/** The layers of a side. Callers that keep them keep their features while only the selection changes. */
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

/** The visible layers and the selection of a side: a view has its own, every other side the app's. */
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

/** The layer of a selected project is shown even if it is off by default. */
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
