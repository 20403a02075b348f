import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { GeoJSONSourceDiff, Map as MapLibreMap } from 'maplibre-gl';
import { describe, expect, test, vi } from 'vitest';
import { fillLargeSources } from '../../src/map/large/fill-large-sources.ts';
import { geometryParts, vertexCount } from '../../src/map/large/geometry-parts.ts';
import { dataset, scene } from './build.ts';

/** A map with the source of one large dataset, which keeps its features as MapLibre does: by their ids. */
class FakeMap {
  readonly held = new Map<unknown, Feature>();
  readonly sent: GeoJSONSourceDiff[] = [];
  readonly visibility: string[] = [];
  _removed = false;
  onUpdate: (() => void) | undefined;
  readonly source = {
    id: 'own-a',
    updateData: async (diff: GeoJSONSourceDiff): Promise<void> => {
      this.sent.push(diff);
      for (const id of diff.remove ?? []) this.held.delete(id);
      for (const feature of diff.add ?? []) {
        if (this.held.has(feature.id)) throw new Error(`${feature.id} is there already`);
        this.held.set(feature.id, feature);
      }
      await Promise.resolve();
      this.onUpdate?.();
    },
  };
  getSource = (id: string) => (id === 'own-a' ? this.source : undefined);
  getLayersOrder = () => ['sea', 'own-a/line'];
  getLayer = (id: string) => ({ source: id.replace('/line', '') });
  setLayoutProperty = (id: string, _: string, value: string): void => {
    this.visibility.push(`${id} ${value}`);
  };
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

const isDone = (map: FakeMap) => () => expect(map.visibility.at(-1)).toBe('own-a/line visible');

describe('a source that is filled', () => {
  test('gets everything in portions of a few thousand vertices, unseen until it is whole', async () => {
    const map = new FakeMap();
    show(map, lines(100, 300));
    await vi.waitFor(isDone(map));
    expect(map.held.size).toBe(100);
    const portions = map.sent.map(({ add = [] }) =>
      add.reduce((sum, { geometry }) => sum + vertexCount(geometry), 0),
    );
    expect(portions.reduce((sum, vertices) => sum + vertices, 0)).toBe(30_000);
    expect(Math.max(...portions)).toBeLessThanOrEqual(4000);
    expect(map.visibility.filter((call) => call.endsWith('visible'))).toHaveLength(1);
  });

  test('gets the parts of a long line under the key of the line', async () => {
    const map = new FakeMap();
    show(map, [feature('long', { type: 'LineString', coordinates: line(10_000) })]);
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
    map.sent.length = 0;
    const edited = before
      .slice(1)
      .map((each, index) =>
        index === 5 ? { ...each, properties: { id: 'l6', use: 'park' } } : { ...each },
      );
    show(map, edited);
    await vi.waitFor(() => expect(map.held.size).toBe(99));
    await vi.waitFor(() =>
      expect([...map.held.values()].map(({ properties }) => properties?.['use'])).toContain('park'),
    );
    expect(map.sent.flatMap(({ add = [] }) => add)).toHaveLength(1);
    expect(map.sent.flatMap(({ remove = [] }) => remove)).toHaveLength(2);
    expect(idsIn(map)).not.toContain('l0');
  });

  test('takes over from a filling under way, also within one feature', async () => {
    const map = new FakeMap();
    const long = feature('long', { type: 'LineString', coordinates: line(20_000) });
    const kept = lines(3, 10);
    map.onUpdate = () => {
      if (map.sent.length === 2) show(map, [...kept, long]);
      if (map.sent.length === 4) show(map, kept);
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
    await vi.waitFor(() => expect(map.held.size).toBe(0));
  });

  test('is left alone once the map is gone', async () => {
    const map = new FakeMap();
    map.onUpdate = () => {
      map._removed = true;
    };
    show(map, lines(100, 300));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(map.sent).toHaveLength(1);
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
