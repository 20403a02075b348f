import type { FeatureCollection } from 'geojson';
import type { LayerState } from '../../domain/layer-state.ts';

/** What a map shows: layers, which of them are visible, the selection, and a scenario. */
export type MapContent = {
  readonly layers: readonly LayerState[];
  readonly visibleIds: ReadonlySet<string>;
  /** Ids of the selected features and zone. */
  readonly selectedIds: readonly string[];
  /** Sites of a scenario, and the coast that they take or restore. */
  readonly sketch: FeatureCollection | undefined;
};

/** Whether nothing that a map shows is still loading. */
export function isAllThere({
  layers,
  visibleIds,
}: Pick<MapContent, 'layers' | 'visibleIds'>): boolean {
  return layers.every(
    ({ layer, state }) =>
      state.kind !== 'loading' || !(layer.role === 'base' || visibleIds.has(layer.id)),
  );
}
