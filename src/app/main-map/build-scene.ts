import type { Feature, FeatureCollection } from 'geojson';
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
  const made = new WeakMap<LayerContent, { land: Land; features: FeatureCollection }>();
  const featuresOf = (content: LayerContent, land: Land): FeatureCollection => {
    const known = made.get(content);
    if (known !== undefined && (content.role !== 'zones' || known.land === land))
      return known.features;
    const features = toFeatures(content, land);
    made.set(content, { land, features });
    return features;
  };
  return (layers, visibleIds) => {
    const land = landOf(layers);
    return layers.flatMap(({ layer, state, style }) => {
      if (state.kind !== 'ready') return [];
      const { id, role, symbology } = layer;
      const isVisible = role === 'base' || visibleIds.has(id);
      const features = featuresOf(state.content, land);
      const { isLarge } = state;
      return [{ id, role, symbology, isVisible, isLarge, features, ...(style && { style }) }];
    });
  };
}

/** The features of the base map's land; undefined until they are there. */
type Land = readonly Feature[] | undefined;

function landOf(layers: readonly LayerState[]): Land {
  for (const { layer, state } of layers)
    if (layer.symbology === 'base-land' && state.kind === 'ready' && state.content.role === 'base')
      return state.content.features;
  return undefined;
}

function toFeatures(content: LayerContent, land: Land): FeatureCollection {
  switch (content.role) {
    case 'projects':
      return projectFeatures(content.projects);
    case 'coastline':
      return coastlineFeatures(content.segments);
    case 'zones':
      return zoneFeatures(content.zones, land);
    case 'shown':
      return shownFeatures(content.features);
    case 'base':
      return { type: 'FeatureCollection', features: [...content.features] };
  }
}
