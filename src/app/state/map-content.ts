import type { FeatureCollection } from 'geojson';
import type { LayerState } from '../../domain/layer-state.ts';

/** What a map looks at: layers with what is to be seen of them, what is picked, what is tried. */
export type MapContent = {
  readonly layers: readonly LayerState[];
  readonly visibleIds: ReadonlySet<string>;
  /** Ids of what is picked: features and a zone. */
  readonly selectedIds: readonly string[];
  /** Ground and coast of a scenario. */
  readonly sketch: FeatureCollection | undefined;
};

/** Whether everything that a map looks at is there. */
export function isAllThere({
  layers,
  visibleIds,
}: Pick<MapContent, 'layers' | 'visibleIds'>): boolean {
  return layers.every(
    ({ layer, state }) =>
      state.kind !== 'loading' || !(layer.role === 'base' || visibleIds.has(layer.id)),
  );
}
