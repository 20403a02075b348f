import type { Feature, FeatureCollection, GeoJsonProperties } from 'geojson';
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
} from 'maplibre-gl';
import type { MapScene, SceneDataset, SceneRole } from './scene.ts';

/** The property of a drawn feature that names its dataset. */
const DATASET = 'dataset';
/** The property of a drawn feature that MapLibre takes for its id. */
const KEY = 'key';

/**
 * What MapLibre calls a feature. It keeps feature states in a plain object: a bare id such as
 * `__proto__` would reach that object's prototype.
 */
export function featureKey(id: string): string {
  return `f:${id}`;
}

/**
 * The sources of a scene: one for each role that has anything to show, with the features of its visible
 * datasets. MapLibre cuts every source into tiles of its own and masks each of them anew in every frame:
 * thirteen sources instead of four cost a third more draw calls.
 */
export function sceneSources(scene: MapScene): ReadonlyMap<SceneRole, readonly SceneDataset[]> {
  const sources = new Map<SceneRole, SceneDataset[]>();
  for (const dataset of scene.datasets) {
    if (!dataset.isVisible) continue;
    const list = sources.get(dataset.role);
    if (list === undefined) sources.set(dataset.role, [dataset]);
    else list.push(dataset);
  }
  return sources;
}

/** Whether two lists of datasets put the same features into a source. */
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

/** The features of several datasets in one collection; each says which of them it is of. */
export function joinedFeatures(datasets: readonly SceneDataset[]): FeatureCollection {
  return { type: 'FeatureCollection', features: datasets.flatMap(marked) };
}

const MARKED = new WeakMap<FeatureCollection, Feature[]>();

function marked({ id, features }: SceneDataset): Feature[] {
  const known = MARKED.get(features);
  if (known !== undefined) return known;
  const made = features.features.map((feature) => ({
    ...feature,
    properties: drawnProperties(feature, id),
  }));
  MARKED.set(features, made);
  return made;
}

/**
 * MapLibre looks up names of properties, and the text of a label along a line, in plain objects: what
 * every object has by birth is left out as a name and told apart by a space without width as a text.
 */
function drawnProperties({ properties }: Feature, dataset: string): GeoJsonProperties {
  const own = Object.entries(properties ?? {}).filter(([name]) => !isInborn(name));
  const id: unknown = properties?.['id'];
  return {
    ...Object.fromEntries(
      own.map(([name, value]) => [
        name,
        name.startsWith('name_') && isInborn(value) ? `${value}\u200B` : value,
      ]),
    ),
    [DATASET]: dataset,
    ...(typeof id === 'string' && { [KEY]: featureKey(id) }),
  };
}

function isInborn(name: unknown): boolean {
  return typeof name === 'string' && name in Object.prototype;
}

const IDS = new WeakMap<FeatureCollection, ReadonlySet<string>>();

/** The ids of a dataset's features. */
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

/** The MapLibre source of datasets; `promoteId` lets feature state be set by our own keys. */
export function styleSource(datasets: readonly SceneDataset[]): SourceSpecification {
  return {
    type: 'geojson',
    data: joinedFeatures(datasets),
    promoteId: KEY,
    // Half a pixel at the deepest zoom: the coast keeps every corner that can be seen.
    tolerance: 0.25,
    maxzoom: 15,
  };
}

/** A style layer that is written for a dataset alone, reading it from the source of its role. */
export function inSource(
  layer: LayerSpecification,
  { id, role }: SceneDataset,
): LayerSpecification {
  if (layer.type === 'background') return layer;
  const own: ExpressionSpecification = ['==', ['get', DATASET], id];
  const { filter } = layer;
  return { ...layer, source: role, filter: isExpression(filter) ? ['all', own, filter] : own };
}

/** Our filters are expressions; MapLibre's type knows an older kind too. */
function isExpression(filter: FilterSpecification | undefined): filter is ExpressionSpecification {
  return Array.isArray(filter);
}
