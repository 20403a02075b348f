import { VectorTile } from '@mapbox/vector-tile';
import type { Feature, Position } from 'geojson';
import { PbfReader } from 'pbf';
import { describe, expect, test } from 'vitest';
import { geometryParts, vertexCount } from '../../src/map/large/geometry-parts.ts';
import { TileIndex } from '../../src/map/large/tile-index.ts';

// The tile of zoom 1 that has the north-east of the world: 0 to 180° E, 0 to 85° N.
const NORTH_EAST = { key: 1, z: 1, x: 1, y: 0 };

function line(id: number, coordinates: Position[], use = 'port'): Feature {
  const properties = { key: `f:${id}`, use };
  return { type: 'Feature', id, properties, geometry: { type: 'LineString', coordinates } };
}

/** The features of a tile as a reader of the format sees them: their properties, and their positions. */
function read(data: ArrayBuffer): readonly { properties: unknown; at: number[][] }[] {
  const layer = new VectorTile(new PbfReader(new Uint8Array(data))).layers['features'];
  return Array.from({ length: layer?.length ?? 0 }, (_, index) => {
    const feature = layer?.feature(index);
    const at = feature?.loadGeometry().flatMap((ring) => ring.map(({ x, y }) => [x, y])) ?? [];
    return { properties: feature?.properties, at };
  });
}

describe('tiles of a large dataset', () => {
  test('hold the features that cross them, at 8192 units a side', () => {
    const index = new TileIndex();
    // 90° E is the middle of the tile. On the equator, latitude 0 is its lower edge.
    index.change(1, {
      add: [
        line(1, [
          [0, 0],
          [90, 0],
        ]),
        line(2, [
          [-90, -40],
          [-80, -40],
        ]),
      ],
      remove: [],
    });
    index.complete(1, 1);
    const tiles: ArrayBuffer[] = [];
    index.tile({ ...NORTH_EAST, version: 1 }, (data) => tiles.push(data));
    index.tile({ key: 1, version: 1, z: 1, x: 0, y: 1 }, (data) => tiles.push(data));
    const [east, west] = tiles.map(read);
    expect(east).toEqual([
      {
        properties: { key: 'f:1', use: 'port' },
        at: [
          [0, 8192],
          [4096, 8192],
        ],
      },
    ]);
    // −90° E is the middle of the western tile; the first line begins in its margin.
    expect(west?.map(({ properties }) => properties)).toContainEqual({ key: 'f:2', use: 'port' });
    expect(west?.flatMap(({ at }) => at.map(([x]) => x))).toContain(4096);
  });

  test('are given once all features of the version that was asked for are there', () => {
    const index = new TileIndex();
    const given: number[] = [];
    index.tile({ ...NORTH_EAST, version: 1 }, (data) => given.push(read(data).length));
    index.change(1, {
      add: [
        line(1, [
          [10, 10],
          [20, 20],
        ]),
      ],
      remove: [],
    });
    index.change(1, {
      add: [
        line(2, [
          [10, 20],
          [20, 10],
        ]),
      ],
      remove: [],
    });
    expect(given).toEqual([]);
    index.complete(1, 1);
    expect(given).toEqual([2]);
  });

  test('follow what comes, goes and changes, also within the portions of one version', () => {
    const index = new TileIndex();
    const uses = (version: number): unknown => {
      let found: unknown;
      index.tile({ ...NORTH_EAST, version }, (data) => {
        found = read(data).map(({ properties }) => properties);
      });
      return found;
    };
    index.change(1, {
      add: [
        line(1, [
          [10, 10],
          [20, 20],
        ]),
        line(2, [
          [10, 20],
          [20, 10],
        ]),
      ],
      remove: [],
    });
    index.complete(1, 1);
    index.change(1, {
      add: [
        line(
          3,
          [
            [10, 10],
            [20, 20],
          ],
          'park',
        ),
        line(4, [
          [5, 5],
          [6, 6],
        ]),
      ],
      remove: [1],
    });
    expect(uses(1), 'what is not complete is not shown').toHaveLength(2);
    index.change(1, { add: [], remove: [4] });
    index.complete(1, 2);
    expect(uses(2)).toEqual([
      { key: 'f:2', use: 'port' },
      { key: 'f:3', use: 'park' },
    ]);
    expect(uses(1), 'a late question for an earlier version').toHaveLength(2);
  });

  test('of a source that is gone are empty, and of one source are not those of another', () => {
    const index = new TileIndex();
    const sizes: number[] = [];
    const ask = (key: number, version: number): void =>
      index.tile({ ...NORTH_EAST, key, version }, ({ byteLength }) => sizes.push(byteLength));
    index.change(1, {
      add: [
        line(1, [
          [10, 10],
          [20, 20],
        ]),
      ],
      remove: [],
    });
    ask(1, 1);
    index.forget(1);
    expect(sizes).toEqual([0]);
    index.change(2, {
      add: [
        line(1, [
          [-100, -50],
          [-120, -60],
        ]),
      ],
      remove: [],
    });
    index.complete(2, 1);
    ask(2, 1);
    expect(sizes).toEqual([0, 0]);
  });
});

test('a line of a million vertices goes in parts of a portion each, and its tile is cut', () => {
  const million = Array.from({ length: 1_000_000 }, (_, at): Position => [at / 10_000, 10]);
  const parts = geometryParts({ type: 'LineString', coordinates: million }, 16_000);
  expect(Math.max(...parts.map(vertexCount))).toBeLessThanOrEqual(16_000);
  // Each part begins where the one before it ends.
  expect(parts.reduce((sum, part) => sum + vertexCount(part), 0)).toBe(999_999 + parts.length);
  const index = new TileIndex();
  for (const [id, geometry] of parts.entries())
    index.change(1, { add: [{ type: 'Feature', id, properties: {}, geometry }], remove: [] });
  index.complete(1, 1);
  let xs: readonly number[] = [];
  index.tile({ ...NORTH_EAST, version: 1 }, (data) => {
    xs = read(data).flatMap(({ at }) => at.map(([x = Number.NaN]) => x));
  });
  // From 0° to 99.9999° E of 180°, on 8192 units.
  expect(Math.min(...xs)).toBe(0);
  expect(Math.max(...xs)).toBe(4551);
}, 30_000);
