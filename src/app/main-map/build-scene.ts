import type { FeatureCollection } from 'geojson';
import type { LayerContent, LayerState } from '../../domain/layer-state.ts';
import {
  coastlineFeatures,
  projectFeatures,
  shownFeatures,
  zoneFeatures,
} from '../../map/features.ts';
import type { SceneDataset } from '../../map/scene.ts';

/** Turns layers into what the map draws, keeping the features of unchanged datasets as they are. */
export function createSceneBuilder(): (
  layers: readonly LayerState[],
  visibleIds: ReadonlySet<string>,
) => readonly SceneDataset[] {
  const made = new WeakMap<LayerContent, FeatureCollection>();
  const featuresOf = (content: LayerContent): FeatureCollection => {
    const known = made.get(content);
    if (known !== undefined) return known;
    const features = toFeatures(content);
    made.set(content, features);
    return features;
  };
  return (layers, visibleIds) =>
    layers.flatMap(({ layer, state, style }) => {
      if (state.kind !== 'ready') return [];
      const { id, role, symbology } = layer;
      const isVisible = role === 'base' || visibleIds.has(id);
      const features = featuresOf(state.content);
      return [{ id, role, symbology, isVisible, features, ...(style && { style }) }];
    });
}

function toFeatures(content: LayerContent): FeatureCollection {
  switch (content.role) {
    case 'projects':
      return projectFeatures(content.projects);
    case 'coastline':
      return coastlineFeatures(content.segments);
    case 'zones':
      return zoneFeatures(content.zones);
    case 'shown':
      return shownFeatures(content.features);
    case 'base':
      return { type: 'FeatureCollection', features: [...content.features] };
  }
}
