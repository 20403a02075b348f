import type { FeatureCollection } from 'geojson';
import type { MapScene, SceneDataset } from '../../src/map/scene.ts';

/** No features: what a style is made of does not depend on them. */
const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Points with these ids. */
export function points(...ids: readonly string[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: ids.map((id) => ({
      type: 'Feature',
      properties: { id },
      geometry: { type: 'Point', coordinates: [120, 36] },
    })),
  };
}

/** A visible dataset whose symbology is its id. */
export function dataset(
  id: string,
  role: SceneDataset['role'],
  other: Partial<SceneDataset> = {},
): SceneDataset {
  return { id, role, symbology: id, isVisible: true, features: EMPTY, ...other };
}

/** A scene by day, in Chinese, with nothing selected. */
export function scene(datasets: readonly SceneDataset[], other: Partial<MapScene> = {}): MapScene {
  return {
    theme: 'light',
    language: 'zh',
    datasets,
    selectedIds: [],
    hoveredId: undefined,
    isComplete: true,
    ...other,
  };
}
