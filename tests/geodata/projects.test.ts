import { readdir, readFile } from 'node:fs/promises';
import { booleanClockwise, kinks } from '@turf/turf';
import type { Geometry, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { readDataset } from '../../src/data/loading/read-dataset.ts';
import { measureGeometry } from '../../src/domain/geodesy.ts';
import { polygonsOf, positionsOf } from '../../src/domain/geometry.ts';
import { PROJECT_STATUSES } from '../../src/domain/project.ts';
import recordIds from '../fixtures/plan-record-ids.json' with { type: 'json' };

type BuiltProject = {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry | null;
};

/** Where the plan's lines may end: Mingcun in the north, Xintai in the west. */
const [WEST, SOUTH, EAST, NORTH] = [117.2, 34.4, 122.2, 37.5];
/** Issue of the plan's data: a sketch is within 8 % of its published length or says why not. */
const LENGTH_TOLERANCE = 0.08;
/** A line that turns more sharply at a vertex reads as a zigzag; curves are drawn every 150–400 m. */
const SHARPEST_TURN_DEGREES = 30;

const FOLDER = new URL('../../geodata/projects/', import.meta.url);
const texts = new Map<string, string>();
for (const file of (await readdir(FOLDER)).filter((name) => name.endsWith('.geojson')).sort()) {
  texts.set(file.replace('.geojson', ''), await readFile(new URL(file, FOLDER), 'utf8'));
}
const layers = [...texts].map(([layer, text]) => ({ layer, text, features: featuresOf(text) }));
const projects = layers.flatMap(({ features }) => features);
const located = projects.flatMap(({ geometry, ...project }) =>
  geometry === null ? [] : [{ ...project, geometry }],
);
const unlocated = projects.filter(({ geometry }) => geometry === null);
const areal = located.filter(({ geometry }) => geometry.type.endsWith('Polygon'));
const linear = located.filter(({ geometry }) => geometry.type.endsWith('LineString'));

describe('the plan', () => {
  test('has a file for each layer of the frozen list', () => {
    expect([...texts.keys()]).toEqual(Object.keys(recordIds).sort());
  });

  test.each(Object.entries(recordIds))('every record of %s is there, once', (layer, ids) => {
    const found = featuresOf(texts.get(layer) ?? '{"features":[]}').map(({ id }) => id);
    expect(found.toSorted()).toEqual(ids.toSorted());
  });

  test('a project that is open by its own note is not still to be built', () => {
    const open = projects.filter(({ properties }) =>
      /^Opened /.test(String(properties['notes_en'])),
    );
    // In use since 15 December 2023 (gmw.cn, 16 December 2023).
    expect(open.map(({ id }) => id)).toContain('mingdong-expressway');
    for (const { id, properties } of open) expect(properties['status'], id).toBe('existing');
  });

  test.each(layers)(
    'our own reader finds nothing amiss in $layer',
    async ({ layer, text, features }) => {
      const reading = await readDataset(text, { file: layer, dataset: layer, role: 'projects' });
      expect(reading.ok && reading.value.issues).toEqual([]);
      expect(reading.ok && reading.value.kept).toBe(features.length);
    },
  );
});

describe.each(projects)('$id', ({ id, properties }) => {
  test('is named and told in both languages, each in its own', () => {
    for (const field of ['name', 'summary', 'notes']) {
      const [zh, en] = [properties[`${field}_zh`], properties[`${field}_en`]];
      if (field === 'notes' && zh === undefined && en === undefined) continue;
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[A-Za-z]/);
      // Notes may quote a Chinese name whose writing is in doubt.
      if (field !== 'notes') expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  test('has an id, articles and a status that the plan knows', () => {
    expect(properties['id']).toBe(id);
    expect(PROJECT_STATUSES).toContain(properties['status']);
    expect(articlesOf(properties).length).toBeGreaterThan(0);
    for (const article of articlesOf(properties)) {
      expect(Number.isInteger(article) && article >= 1 && article <= 85).toBe(true);
    }
  });
});

test.each(located)(
  '$id says how well and from where its position is known',
  ({ properties, geometry }) => {
    expect(properties['accuracy_m']).toBeGreaterThan(0);
    expect(properties['position_source']).toMatch(/\S/);
    expect(properties['position_source_zh']).toMatch(/\p{Script=Han}/u);
    for (const [longitude, latitude] of positionsOf(geometry)) {
      expect(longitude >= WEST && longitude <= EAST && latitude >= SOUTH && latitude <= NORTH).toBe(
        true,
      );
    }
  },
);

test.each(unlocated)('$id has no site and says why', ({ properties }) => {
  expect(properties['accuracy_m']).toBeUndefined();
  expect(properties['notes_en']).toMatch(/\S/);
  expect(properties['notes_zh']).toMatch(/\S/);
});

test.each(areal)('$id does not cross itself and runs counterclockwise', ({ geometry }) => {
  for (const polygon of polygonsIn(geometry)) {
    expect(kinks(polygon).features).toEqual([]);
    expect(polygon.coordinates.map((ring) => booleanClockwise(ring))[0]).toBe(false);
  }
});

test.each(linear)('$id is as long as published, or says why not', ({ properties, geometry }) => {
  const published = properties['published_length_km'];
  if (typeof published !== 'number') {
    expect(published).toBeUndefined();
    return;
  }
  const off = Math.abs(measureGeometry(geometry).lengthM.ellipsoid / 1000 / published - 1);
  if (off > LENGTH_TOLERANCE) expect(properties['notes_en']).toMatch(/drawn|sketch/i);
});

const curved = linear.filter(({ properties }) =>
  ['rail', 'highway'].includes(`${properties['layer']}`),
);
test.each(curved)('$id reads as a road or railway, not as a zigzag', ({ geometry }) => {
  expect(sharpestTurn([...positionsOf(geometry)])).toBeLessThan(SHARPEST_TURN_DEGREES);
});

test.each(['natural-coastline-target', 'coastal-setback-line'])(
  '%s has no line of its own: the app derives it from the coastline',
  (id) => {
    expect(unlocated.map((project) => project.id)).toContain(id);
  },
);

function featuresOf(text: string): readonly BuiltProject[] {
  const { features }: { features: readonly BuiltProject[] } = JSON.parse(text);
  return features;
}

function articlesOf(properties: BuiltProject['properties']): readonly number[] {
  const articles = properties['articles'];
  return Array.isArray(articles) ? articles.map(Number) : [];
}

function polygonsIn(geometry: Geometry): readonly Polygon[] {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
  return polygonsOf(geometry).map((rings) => ({
    type: 'Polygon',
    coordinates: rings.map((ring) => ring.map(([longitude, latitude]) => [longitude, latitude])),
  }));
}

/** Largest change of direction at a vertex, in degrees, on a plane scaled to the latitude. */
function sharpestTurn(line: readonly (readonly [number, number])[]): number {
  const bearings = line.slice(1).map(([x, y], index) => {
    const [px, py] = line[index] ?? [x, y];
    return (Math.atan2(y - py, (x - px) * Math.cos((y * Math.PI) / 180)) * 180) / Math.PI;
  });
  const turns = bearings.slice(1).map((bearing, index) => {
    const change = Math.abs(bearing - (bearings[index] ?? bearing));
    return Math.min(change, 360 - change);
  });
  return Math.max(0, ...turns);
}
