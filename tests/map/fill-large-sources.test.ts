import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { fillLargeSources } from '../../src/map/large/fill-large-sources.ts';
import { geometryParts, vertexCount } from '../../src/map/large/geometry-parts.ts';
import type { FeatureChanges, TileRequest } from '../../src/map/large/tile-messages.ts';
import { dataset, scene } from './build.ts';

/** The worker that cuts tiles, as far as it keeps what it is told: by key, features by their numbers. */
const worker = {
  held: new Map<number, Map<unknown, Feature>>(),
  sent: [] as FeatureChanges[],
  complete: [] as string[],
  forgotten: [] as number[],
  onChange: undefined as (() => void) | undefined,
};

beforeAll(() => {
  vi.stubGlobal(
    'Worker',
    class extends EventTarget {
      postMessage(request: TileRequest): void {
        if (request.kind === 'change') keep(request.key, request.changes);
        else if (request.kind === 'complete')
          worker.complete.push(`${request.key}/${request.version}`);
        else if (request.kind === 'forget') worker.forgotten.push(request.key);
      }
    },
  );
});

afterAll(() => {
  vi.unstubAllGlobals();
});

function keep(key: number, changes: FeatureChanges): void {
  worker.sent.push(changes);
  const held = worker.held.get(key) ?? new Map<unknown, Feature>();
  worker.held.set(key, held);
  for (const id of changes.remove) held.delete(id);
  for (const feature of changes.add) {
    if (held.has(feature.id)) throw new Error(`${feature.id} is there already`);
    held.set(feature.id, feature);
  }
  worker.onChange?.();
}

afterEach(() => {
  worker.held.clear();
  worker.sent.length = 0;
  worker.complete.length = 0;
  worker.forgotten.length = 0;
  worker.onChange = undefined;
});

/** A map with the source of one large dataset. */
class FakeMap {
  readonly tiles: string[] = [];
  _removed = false;
  readonly source = {
    id: 'own-a',
    setTiles: ([template = '']: readonly string[]): void => {
      this.tiles.push(template);
    },
  };
  onRemove: (() => void) | undefined;
  getSource = (id: string) => {
    // As MapLibre's, which has no style any more.
    if (this._removed) throw new TypeError('the map was removed');
    return id === 'own-a' ? this.source : undefined;
  };
  once = (_: 'remove', listener: () => void): void => {
    this.onRemove = listener;
  };
  /** The source's number and the state of it that its tiles show. */
  get shown(): string {
    return /^dataset:\/\/(\d+\/\d+)\/\{z\}\/\{x\}\/\{y\}$/.exec(this.tiles.at(-1) ?? '')?.[1] ?? '';
  }
  get held(): ReadonlyMap<unknown, Feature> {
    return worker.held.get(Number(this.shown.split('/')[0])) ?? new Map();
  }
}

function show(map: FakeMap, features: readonly Feature[]): void {
  const collection: FeatureCollection = { type: 'FeatureCollection', features: [...features] };
  const large = { ...dataset('own-a', 'shown', { features: collection }), isLarge: true };
  // The fake has what is called, not the hundred other members of a map.
  fillLargeSources(map as unknown as MapLibreMap, scene([large]));
}

function line(count: number, from = 0): Position[] {
  return Array.from({ length: count }, (_, index) => [from + index, 1]);
}

function feature(id: string, geometry: Geometry, use = 'port'): Feature {
  return { type: 'Feature', properties: { id, use }, geometry };
}

const lines = (count: number, vertices: number): readonly Feature[] =>
  Array.from({ length: count }, (_, index) =>
    feature(`l${index}`, { type: 'LineString', coordinates: line(vertices, index) }),
  );

const idsIn = (map: FakeMap): readonly unknown[] =>
  [...map.held.values()].map(({ properties }) => properties?.['id']).toSorted();

const isDone = (map: FakeMap) => () => {
  expect(map.shown).not.toBe('');
  expect(worker.complete.at(-1)).toBe(map.shown);
};

describe('a source that is filled', () => {
  test('gets everything in portions of some thousand vertices, and its tiles once it is whole', async () => {
    const map = new FakeMap();
    show(map, lines(200, 300));
    expect(map.tiles).toHaveLength(1);
    expect(worker.complete).toEqual([]);
    await vi.waitFor(isDone(map));
    expect(map.held.size).toBe(200);
    const portions = worker.sent.map(({ add }) =>
      add.reduce((sum, { geometry }) => sum + vertexCount(geometry), 0),
    );
    expect(portions.reduce((sum, vertices) => sum + vertices, 0)).toBe(60_000);
    expect(Math.max(...portions)).toBeLessThanOrEqual(16_000);
    expect(worker.complete).toHaveLength(1);
  });

  test('gets the parts of a long line under the key of the line', async () => {
    const map = new FakeMap();
    show(map, [feature('long', { type: 'LineString', coordinates: line(40_000) })]);
    await vi.waitFor(isDone(map));
    expect(map.held.size).toBeGreaterThan(2);
    expect(new Set([...map.held.values()].map(({ properties }) => properties?.['key']))).toEqual(
      new Set(['f:long']),
    );
  });

  test('is sent only what differs', async () => {
    const map = new FakeMap();
    const before = lines(100, 300);
    show(map, before);
    await vi.waitFor(isDone(map));
    worker.sent.length = 0;
    const edited = before
      .slice(1)
      .map((each, index) =>
        index === 5 ? { ...each, properties: { id: 'l6', use: 'park' } } : { ...each },
      );
    show(map, edited);
    await vi.waitFor(() => expect(worker.complete).toHaveLength(2));
    expect(isDone(map)).not.toThrow();
    expect(map.held.size).toBe(99);
    expect([...map.held.values()].map(({ properties }) => properties?.['use'])).toContain('park');
    expect(worker.sent.flatMap(({ add }) => add)).toHaveLength(1);
    expect(worker.sent.flatMap(({ remove }) => remove)).toHaveLength(2);
    expect(idsIn(map)).not.toContain('l0');
  });

  test('takes over from a filling under way, also within one feature', async () => {
    const map = new FakeMap();
    const long = feature('long', { type: 'LineString', coordinates: line(80_000) });
    const kept = lines(3, 10);
    worker.onChange = () => {
      if (worker.sent.length === 2) show(map, [...kept, long]);
      if (worker.sent.length === 4) show(map, kept);
    };
    show(map, [long]);
    await vi.waitFor(isDone(map));
    expect(idsIn(map)).toEqual(['l0', 'l1', 'l2']);
  });

  test('keeps two features of one geometry, and forgets both', async () => {
    const map = new FakeMap();
    const [one] = lines(1, 5);
    if (one === undefined) return;
    show(map, [one, { ...one, properties: { id: 'twin' } }]);
    await vi.waitFor(isDone(map));
    expect(idsIn(map)).toEqual(['l0', 'twin']);
    show(map, []);
    await vi.waitFor(() => expect(worker.complete).toHaveLength(2));
    expect(map.held.size).toBe(0);
  });

  test('is left alone once the map is gone', async () => {
    const map = new FakeMap();
    worker.onChange = () => {
      map._removed = true;
      map.onRemove?.();
    };
    show(map, lines(200, 300));
    const [key] = map.shown.split('/').map(Number);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(worker.sent).toHaveLength(1);
    expect(worker.complete).toEqual([]);
    expect(worker.forgotten).toEqual([key]);
  });
});

describe('the parts of a geometry', () => {
  test('of a line meet end to end', () => {
    const parts = geometryParts({ type: 'LineString', coordinates: line(10) }, 4);
    expect(parts).toEqual([
      { type: 'MultiLineString', coordinates: [line(4, 0)] },
      { type: 'MultiLineString', coordinates: [line(4, 3)] },
      { type: 'MultiLineString', coordinates: [line(4, 6)] },
    ]);
  });

  test('of several areas are whole areas, a large one alone', () => {
    const area = (count: number): Position[][] => [line(count)];
    const parts = geometryParts(
      { type: 'MultiPolygon', coordinates: [area(3), area(3), area(9), area(2)] },
      6,
    );
    expect(parts).toEqual([
      { type: 'MultiPolygon', coordinates: [area(3), area(3)] },
      { type: 'MultiPolygon', coordinates: [area(9)] },
      { type: 'MultiPolygon', coordinates: [area(2)] },
    ]);
  });

  test('of points and of a collection are all of them', () => {
    const points: Geometry = { type: 'MultiPoint', coordinates: line(5) };
    const area: Geometry = { type: 'Polygon', coordinates: [line(9)] };
    expect(geometryParts({ type: 'GeometryCollection', geometries: [points, area] }, 3)).toEqual([
      { type: 'MultiPoint', coordinates: line(3) },
      { type: 'MultiPoint', coordinates: line(2, 3) },
      area,
    ]);
  });
});
