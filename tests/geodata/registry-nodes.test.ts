import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { listOf, positionOf, readRaw, recordOf } from '../../scripts/geodata/coast/raw.ts';
import type { Position } from '../../src/domain/geometry.ts';

const PACKAGE = '@geo-maps/earth-coastlines-1m/map.geo.json';

type RegistryLine = { readonly method: string; readonly positions: readonly Position[] };

let lines: readonly RegistryLine[];
let nodes: ReadonlySet<string>;

beforeAll(async () => {
  const name = 'coastline-registry.geojson';
  lines = listOf(await readRaw(name), 'features', name).map((value) => {
    const feature = recordOf(value, name);
    const { method } = recordOf(feature['properties'], name);
    const coordinates = listOf(recordOf(feature['geometry'], name), 'coordinates', name);
    return { method: String(method), positions: coordinates.map((at) => positionOf(at, name)) };
  });
  const map: unknown = JSON.parse(
    await readFile(createRequire(import.meta.url).resolve(PACKAGE), 'utf8'),
  );
  nodes = new Set(nodesAround(recordOf(map, PACKAGE)['geometries']));
});

/** Positions of the package between Rizhao and Laoshan, as text. */
function* nodesAround(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    const [longitude, latitude]: readonly unknown[] = value;
    if (typeof longitude !== 'number' || typeof latitude !== 'number') {
      for (const member of value) yield* nodesAround(member);
    } else if (Math.abs(longitude - 120) < 1 && Math.abs(latitude - 36) < 1) {
      yield `${longitude},${latitude}`;
    }
  } else if (typeof value === 'object' && value !== null && 'coordinates' in value) {
    yield* nodesAround(value.coordinates);
  }
}

describe('the registry coast', () => {
  it('has no straight or island vertex that is not a node of the package it names', () => {
    const exact = lines.filter(({ method }) => method !== 'gshhg shape fitted to osm2017 nodes');
    const vertices = exact.flatMap(({ positions }) => positions.map(String));
    expect(vertices.length).toBeGreaterThan(250);
    expect(vertices.filter((vertex) => !nodes.has(vertex))).toEqual([]);
  });

  it('fits each GSHHG shape between two nodes of the package', () => {
    const fitted = lines.filter(({ method }) => method === 'gshhg shape fitted to osm2017 nodes');
    expect(fitted.length).toBeGreaterThan(20);
    for (const { positions } of fitted) {
      // The chain's far end in Rizhao stops at the frame of the extract.
      const ends = [positions[0], positions.at(-1)].map(String);
      expect(ends.some((end) => nodes.has(end))).toBe(true);
    }
  });
});
