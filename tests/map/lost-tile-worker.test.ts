import type { Feature, FeatureCollection } from 'geojson';
import type { AddProtocolAction, Map as MapLibreMap } from 'maplibre-gl';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TileRequest } from '../../src/map/large/tile-messages.ts';
import { dataset, scene } from './build.ts';

/** A worker that cuts tiles, as far as it keeps how many features it was sent. */
class FakeWorker extends EventTarget {
  held = 0;
  complete: string | undefined;
  readonly tiles: number[] = [];
  isTerminated = false;
  constructor() {
    super();
    workers.push(this);
  }
  postMessage(request: TileRequest): void {
    if (request.kind === 'change')
      this.held += request.changes.add.length - request.changes.remove.length;
    else if (request.kind === 'complete') this.complete = `${request.key}/${request.version}`;
    else if (request.kind === 'tile') this.tiles.push(request.request);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  die(): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  }
}

let workers: FakeWorker[] = [];
let now = 0;
const worker = (place: number): FakeWorker => {
  const found = workers[place];
  if (found === undefined) throw new Error(`worker ${place} has not been started`);
  return found;
};

beforeAll(() => {
  vi.stubGlobal('Worker', FakeWorker);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
beforeEach(() => {
  workers = [];
  // Each test has a worker of its own.
  vi.resetModules();
});
afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A map with one large dataset of 50 features, and how it asks for a tile of it. */
async function openMap() {
  const { fillLargeSources } = await import('../../src/map/large/fill-large-sources.ts');
  const { serveTiles, onTilesFailed } = await import('../../src/map/large/tile-client.ts');
  const tiles: string[] = [];
  const setTiles = ([template = '']: readonly string[]): number => tiles.push(template);
  const source = { id: 'own-a', setTiles };
  // The fake has what is called, not the hundred other members of a map.
  const map = {
    _removed: false,
    getSource: () => source,
    once: () => undefined,
  } as unknown as MapLibreMap;
  const features = Array.from(
    { length: 50 },
    (_, index): Feature => ({
      type: 'Feature',
      properties: { id: `p${index}` },
      geometry: { type: 'Point', coordinates: [120, 30 + index / 10] },
    }),
  );
  const collection: FeatureCollection = { type: 'FeatureCollection', features };
  const large = { ...dataset('own-a', 'shown', { features: collection }), isLarge: true };
  let ask: AddProtocolAction | undefined;
  serveTiles((_, action) => {
    ask = action;
  });
  fillLargeSources(map, scene([large]));
  return {
    /** The number and state of the source that the map shows. */
    shown: () => /\d+\/\d+/.exec(tiles.at(-1) ?? '')?.[0],
    tile: async (): Promise<unknown> => {
      const url = tiles.at(-1)?.replace('{z}/{x}/{y}', '5/26/12') ?? '';
      return ask?.({ url }, new AbortController());
    },
    onTilesFailed,
  };
}

const isWhole = (map: { readonly shown: () => string | undefined }, place: number) => () => {
  expect(worker(place).complete).toBe(map.shown());
  expect(worker(place).held).toBe(50);
};

describe('the worker that cuts tiles', () => {
  test('is started anew when it breaks down, and is sent all features again', async () => {
    const map = await openMap();
    await vi.waitFor(isWhole(map, 0));
    const before = map.shown();
    const tile = map.tile();
    worker(0).die();
    await expect(tile).rejects.toThrow('out of memory');
    expect(worker(0).isTerminated).toBe(true);
    await vi.waitFor(isWhole(map, 1));
    // Another state of the source: MapLibre asks for its tiles anew.
    expect(map.shown()).not.toBe(before);
    const asked = map.tile();
    const [request] = worker(1).tiles;
    const data = new ArrayBuffer(8);
    worker(1).dispatchEvent(new MessageEvent('message', { data: { request, data } }));
    expect(await asked).toEqual({ data });
  });

  test('that breaks down while it is filled is filled from the beginning', async () => {
    const map = await openMap();
    worker(0).die();
    await vi.waitFor(isWhole(map, 1));
  });

  test('that breaks down again within a minute is given up, which is told once', async () => {
    const map = await openMap();
    const told = vi.fn();
    map.onTilesFailed(told);
    now += 1000;
    worker(0).die();
    await vi.waitFor(isWhole(map, 1));
    now += 59_000;
    worker(1).die();
    expect(told).toHaveBeenCalledOnce();
    await expect(map.tile()).rejects.toThrow('out of memory');
    expect(workers).toHaveLength(2);
  });

  test('that breaks down again later is started anew once more', async () => {
    const map = await openMap();
    const told = vi.fn();
    map.onTilesFailed(told);
    worker(0).die();
    await vi.waitFor(isWhole(map, 1));
    now += 61_000;
    worker(1).die();
    await vi.waitFor(isWhole(map, 2));
    expect(told).not.toHaveBeenCalled();
  });
});
