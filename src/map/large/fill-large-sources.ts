import type { Feature, FeatureCollection, GeoJsonProperties, Geometry } from 'geojson';
import type { Map as MapLibreMap, VectorTileSource } from 'maplibre-gl';
import type { MapScene, SceneDataset } from '../scene.ts';
import { drawnFeature, sourceIdOf } from '../sources.ts';
import { geometryParts, vertexCount } from './geometry-parts.ts';
import { tileClient } from './tile-client.ts';
import { type FeatureChanges, tileTemplate } from './tile-messages.ts';

/** Vertices of a portion: so many are copied to another thread within some 10 ms. */
const PORTION = 16_000;
/** What a feature weighs in a portion beside its vertices, whether it is sent or only compared. */
const WEIGHT = 20;

/** A feature in a source: the numbers of its parts there, and in which pass over the features it was met last. */
type Drawn = {
  readonly ids: number[];
  readonly properties: GeoJsonProperties;
  pass: number;
  /** False until all of its parts have been sent. */
  isWhole: boolean;
};

/** What a source holds and is to hold. */
type Filling = {
  /** The source's number at the worker, which also cuts those of other maps. */
  readonly key: number;
  /** Which state of the features the source's tiles show. */
  version: number;
  readonly dataset: string;
  readonly drawn: Map<Geometry, Drawn>;
  wanted: FeatureCollection;
  held: FeatureCollection | undefined;
  pass: number;
  lastId: number;
  isRunning: boolean;
  /** Whether the worker has lost what was sent. */
  isEmptied: boolean;
};

const FILLINGS = new WeakMap<VectorTileSource, Filling>();
let lastKey = 0;

/**
 * Brings the sources of the large datasets of a scene up to date. A GeoJSON source would hold up the page for
 * seconds, because MapLibre copies all positions in one task, or cut its tiles anew with each portion. Here the
 * features go in portions, a task each and only what differs, to a worker that cuts them once all are there. The map
 * counts as loading until then; a later scene takes over from one that is under way.
 */
export function fillLargeSources(map: MapLibreMap, { datasets }: MapScene): void {
  for (const dataset of datasets)
    if (dataset.isLarge && dataset.isVisible) fillSource(map, dataset);
}

function fillSource(map: MapLibreMap, dataset: SceneDataset): void {
  const source = map.getSource<VectorTileSource>(sourceIdOf(dataset));
  if (source === undefined) return;
  const { features: wanted } = dataset;
  const filling = FILLINGS.get(source) ?? startFilling(map, source, dataset);
  FILLINGS.set(source, filling);
  filling.wanted = wanted;
  if (filling.held !== wanted && !filling.isRunning) void run(map, source, filling);
}

function startFilling(
  map: MapLibreMap,
  source: VectorTileSource,
  { id: dataset, features: wanted }: SceneDataset,
): Filling {
  lastKey += 1;
  const key = lastKey;
  map.once('remove', () => tileClient().forget(key));
  const filling: Filling = {
    ...{ key, version: 0, dataset, wanted, held: undefined, isRunning: false, pass: 0, lastId: 0 },
    ...{ drawn: new Map<Geometry, Drawn>(), isEmptied: false },
  };
  // The worker that takes over holds nothing.
  tileClient().onReplaced(key, () => {
    if (map.getSource(source.id) !== source) return;
    filling.isEmptied = true;
    filling.held = undefined;
    if (!filling.isRunning) void run(map, source, filling);
  });
  return filling;
}

/** Sends a source's features until the worker holds what is wanted, which may change meanwhile. */
async function run(map: MapLibreMap, source: VectorTileSource, filling: Filling): Promise<void> {
  const { key } = filling;
  filling.isRunning = true;
  while (filling.held !== filling.wanted) {
    const { wanted } = filling;
    if (filling.isEmptied) filling.drawn.clear();
    filling.isEmptied = false;
    filling.version += 1;
    // Asked for from now on and given when all has been sent: until then the map counts as loading.
    source.setTiles([tileTemplate(key, filling.version)]);
    for (const diff of changes(filling)) {
      tileClient().change(key, diff);
      await nextTask();
      if (map._removed || map.getSource(source.id) !== source) return;
      if (filling.wanted !== wanted || filling.isEmptied) break;
    }
    if (filling.wanted !== wanted || filling.isEmptied) continue;
    tileClient().complete(key, filling.version);
    filling.held = wanted;
  }
  filling.isRunning = false;
}

/** The next task of the page, also in a tab that is not seen: timers run once a second there. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/**
 * The changes from what a source holds to what is wanted, in portions, empty where features have only been
 * compared. Features that are still the same are told by their geometry, which edits and filters keep.
 */
function* changes(filling: Filling): Generator<FeatureChanges> {
  filling.pass += 1;
  const { drawn, pass, dataset } = filling;
  let portion = emptyPortion();
  for (const feature of filling.wanted.features) {
    portion.weight += WEIGHT;
    const known = drawn.get(feature.geometry);
    const isFree = known === undefined || known.pass < pass;
    if (known?.isWhole && isFree && isAlike(known.properties, feature.properties))
      known.pass = pass;
    else {
      if (known !== undefined && isFree) portion.diff.remove.push(...known.ids);
      const { properties } = feature;
      const made: Drawn = { ids: [], properties, pass, isWhole: false };
      // Two features may share a geometry: the second is known by a copy of it.
      drawn.set(isFree ? feature.geometry : { ...feature.geometry }, made);
      for (const part of partsOf(drawnFeature(feature, dataset))) {
        const vertices = vertexCount(part.geometry);
        if (portion.diff.add.length > 0 && portion.weight + vertices > PORTION) {
          yield portion.diff;
          portion = emptyPortion();
        }
        filling.lastId += 1;
        made.ids.push(filling.lastId);
        portion.diff.add.push({ ...part, id: filling.lastId });
        portion.weight += vertices;
      }
      made.isWhole = true;
    }
    if (portion.weight < PORTION) continue;
    yield portion.diff;
    portion = emptyPortion();
  }
  for (const [geometry, { ids, pass: last }] of drawn) {
    if (last === pass) continue;
    drawn.delete(geometry);
    portion.diff.remove.push(...ids);
    portion.weight += WEIGHT + vertexCount(geometry);
    if (portion.weight < PORTION) continue;
    yield portion.diff;
    portion = emptyPortion();
  }
  yield portion.diff;
}

type Portion = { readonly diff: { add: Feature[]; remove: number[] }; weight: number };

function emptyPortion(): Portion {
  return { diff: { add: [], remove: [] }, weight: 0 };
}

/** A feature in parts that fit a portion each, as far as they can be cut. */
function partsOf(feature: Feature): readonly Feature[] {
  return vertexCount(feature.geometry) <= PORTION
    ? [feature]
    : geometryParts(feature.geometry, PORTION).map((geometry) => ({ ...feature, geometry }));
}

function isAlike(one: GeoJsonProperties, other: GeoJsonProperties): boolean {
  if (one === other) return true;
  const [mine, theirs] = [Object.entries(one ?? {}), Object.entries(other ?? {})];
  return (
    mine.length === theirs.length && mine.every(([name, value]) => Object.is(value, other?.[name]))
  );
}
