import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { MapScene, SceneDataset } from '../../src/map/scene.ts';

const RING = [
  [120, 36],
  [120.1, 36],
  [120.1, 36.1],
  [120, 36],
];

/** A feature of every kind that is drawn: a style has layers for the kinds that a dataset has. */
const ONE_OF_EACH: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    one({ type: 'Point', coordinates: [120, 36] }),
    one({ type: 'LineString', coordinates: RING.slice(0, 2) }),
    one({ type: 'Polygon', coordinates: [RING] }),
    one({ type: 'Polygon', coordinates: [RING] }, 'circle'),
  ],
};

function one(geometry: Geometry, part?: string): Feature {
  return { type: 'Feature', properties: { id: geometry.type, ...(part && { part }) }, geometry };
}

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
  return { id, role, symbology: id, isVisible: true, features: ONE_OF_EACH, ...other };
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
