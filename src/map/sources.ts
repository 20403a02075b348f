import type { Feature, FeatureCollection } from 'geojson';
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
} from 'maplibre-gl';
import { TILE_LAYER, TILE_SCHEME } from './large/tile-messages.ts';
import type { MapScene, SceneDataset } from './scene.ts';

/** The property of a drawn feature that names its dataset. */
const DATASET = 'dataset';
/** The property of a drawn feature that MapLibre uses as its id. */
const KEY = 'key';

/**
 * Returns the MapLibre key of a feature. MapLibre keeps feature states in a plain object: a bare id such as
 * `__proto__` would reach that object's prototype.
 */
export function featureKey(id: string): string {
  return `f:${id}`;
}

/** Returns the source that a dataset is drawn from: its role's, or its own. */
export function sourceIdOf({ id, role, isLarge }: SceneDataset): string {
  return isLarge ? id : role;
}

/**
 * Returns the sources of a scene: one per role that has something to show, with the features of its visible
 * datasets, and one per large dataset. MapLibre cuts each source into its own tiles and masks each of them again in
 * every frame: thirteen sources instead of four cost a third more draw calls.
 */
export function sceneSources(scene: MapScene): ReadonlyMap<string, readonly SceneDataset[]> {
  const sources = new Map<string, readonly SceneDataset[]>();
  for (const dataset of scene.datasets) {
    const source = sourceIdOf(dataset);
    if (dataset.isVisible) sources.set(source, [...(sources.get(source) ?? []), dataset]);
  }
  return sources;
}

/** Returns true when two lists of datasets put the same features into a source. */
export function holdSameFeatures(
  one: readonly SceneDataset[],
  other: readonly SceneDataset[],
): boolean {
  return (
    one.length === other.length &&
    one.every(({ id, features }, index) => {
      const counterpart = other[index];
      return counterpart?.id === id && counterpart.features === features;
    })
  );
}

/** Joins the features of several datasets in one collection; each feature names its dataset. */
export function joinedFeatures(datasets: readonly SceneDataset[]): FeatureCollection {
  return { type: 'FeatureCollection', features: datasets.flatMap(marked) };
}

const MARKED = new WeakMap<FeatureCollection, Feature[]>();

function marked({ id, features }: SceneDataset): Feature[] {
  const known = MARKED.get(features);
  if (known !== undefined) return known;
  const made = features.features.map((feature) => drawnFeature(feature, id));
  MARKED.set(features, made);
  return made;
}

/**
 * Returns a feature as MapLibre is given it, with the name of its dataset. MapLibre looks up property names, and label texts along lines, in plain objects: names that every object
 * inherits are left out, and such texts get a zero-width space.
 */
export function drawnFeature(feature: Feature, dataset: string): Feature {
  const own = Object.entries(feature.properties ?? {}).filter(([name]) => !isInborn(name));
  const id: unknown = feature.properties?.['id'];
  const properties = {
    ...Object.fromEntries(
      own.map(([name, value]) => [
        name,
        name.startsWith('name_') && isInborn(value) ? `${value}\u200B` : value,
      ]),
    ),
    [DATASET]: dataset,
    ...(typeof id === 'string' && { [KEY]: featureKey(id) }),
  };
  return { ...feature, properties };
}

function isInborn(name: unknown): boolean {
  return typeof name === 'string' && name in Object.prototype;
}

const IDS = new WeakMap<FeatureCollection, ReadonlySet<string>>();

/** Returns the ids of a dataset's features. */
export function idsOf({ features }: SceneDataset): ReadonlySet<string> {
  const known = IDS.get(features);
  if (known !== undefined) return known;
  const ids = new Set(
    features.features.flatMap(({ properties }) => {
      const id: unknown = properties?.['id'];
      return typeof id === 'string' ? [id] : [];
    }),
  );
  IDS.set(features, ids);
  return ids;
}

/**
 * Returns the MapLibre source of datasets; `promoteId` allows feature state by our own keys. That of a large dataset
 * has tiles that a worker of ours cuts, and none until `fillLargeSources` names them.
 */
export function styleSource(datasets: readonly SceneDataset[]): SourceSpecification {
  const shared = { promoteId: KEY, maxzoom: 15 };
  return datasets[0]?.isLarge
    ? { type: 'vector', tiles: [`${TILE_SCHEME}://`], ...shared }
    : // Half a pixel at the deepest zoom, so that the coast keeps every visible corner.
      { type: 'geojson', data: joinedFeatures(datasets), tolerance: 0.25, ...shared };
}

/** Changes a style layer written for one dataset so that it reads from the source of its role. */
export function inSource(layer: LayerSpecification, dataset: SceneDataset): LayerSpecification {
  if (layer.type === 'background') return layer;
  const own: ExpressionSpecification = ['==', ['get', DATASET], dataset.id];
  const { filter } = layer;
  return {
    ...layer,
    source: sourceIdOf(dataset),
    ...(dataset.isLarge && { 'source-layer': TILE_LAYER }),
    filter: isExpression(filter) ? ['all', own, filter] : own,
  };
}

/** Type guard: our filters are expressions, but MapLibre's type also allows an older form. */
export function isExpression(
  filter: FilterSpecification | undefined,
): filter is ExpressionSpecification {
  return Array.isArray(filter);
}
