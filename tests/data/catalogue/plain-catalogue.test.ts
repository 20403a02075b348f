import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBySchema } from '../../../src/data/catalogue/catalogue-schema.ts';
import { plainCatalogue } from '../../../src/data/catalogue/plain-catalogue.ts';

type Path = readonly string[];

const GEODATA = new URL('../../../geodata/', import.meta.url);

async function plan(): Promise<unknown> {
  return JSON.parse(await readFile(new URL('catalogue.json', GEODATA), 'utf8'));
}

const WORDS = { zh: '字', en: 'words' };

function layer(id: string, more: object): object {
  return {
    id,
    role: 'projects',
    title: WORDS,
    group: 'plan',
    source: { kind: 'geojson', url: `projects/${id}.geojson` },
    symbology: 'ports',
    visible: true,
    metadata: {
      abstract: WORDS,
      source: WORDS,
      method: WORDS,
      accuracy: WORDS,
      licence: 'CC0',
      attribution: 'us',
      date: '2025',
      ...more,
    },
  };
}

const SOUND = {
  version: 1,
  title: WORDS,
  extent: [119.3, 35.5, 120.4, 36.3],
  bounds: [118, 35, 121, 37],
  projectedCrs: 'EPSG:4528',
  reviewNumber: 'GS(2026)0000号',
  notice: WORDS,
  articleCount: 120,
  groups: [
    { id: 'plan', title: WORDS },
    { id: 'base', title: WORDS },
  ],
  layers: [layer('ports', {}), layer('coast', { equivalentScale: 50_000, waterLevel: WORDS })],
};

/** The paths of all values in a value, but its own. */
function pathsIn(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    [name],
    ...pathsIn(inner).map((path) => [name, ...path]),
  ]);
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, name) => (Object(inner) as Record<string, unknown>)[name],
    value,
  );
}

const PATHS = pathsIn(SOUND);

/** What may stand in the place of a value: nothing, near misses, and the values of all other places. */
const OTHERS: readonly unknown[] = [
  ...[undefined, null, true, 'true', '', {}, [], [119.3]],
  ...[0, 0.5, 1.5, -1, '1', 90.5, -90.5, 180.5, -180.5],
  ...['../a', 'a/../b', 'https://a.example/b', 'A', '-a', 'pmtiles', 'zones', 'toString'],
  ...['EPSG:4490', 'EPSG:4491', 'EPSG:4554', 'EPSG:4555', ' ', 2, 85],
  ...[
    [118, 35, 121],
    [118, 35, 121, 37, 0],
    [121, 35, 118, 37],
    [119.5, 35, 121, 37],
    [-180.5, 35, 121, 37],
    [118, 35, 121, 90.5],
    ['118', 35, 121, 37],
  ],
  ...[{ zh: '字' }, { ...WORDS, ja: '字' }],
  ...PATHS.map((path) => at(SOUND, path)),
];
/** Names that an object of the catalogue has not, and the place behind the last one of a list. */
const MORE = ['extra', '__proto__', 'embedding', 'kind', 'waterLevel', '4'];

type Change = { readonly path: Path; readonly value: unknown };

function changed(changes: readonly Change[]): unknown {
  const copy: unknown = structuredClone(SOUND);
  for (const { path, value } of changes) {
    const place = at(copy, path.slice(0, -1));
    if (typeof place !== 'object' || place === null) continue;
    const set = { value, enumerable: true, configurable: true, writable: true };
    Object.defineProperty(place, path.at(-1) ?? '', set);
  }
  // As it comes from a file: nothing is undefined, and the name of a prototype is a name like any other.
  return JSON.parse(JSON.stringify(copy));
}

/** Fails where a value is plain and the schema does not read the same in it; returns whether it is plain. */
async function expectSchemaAgrees(value: unknown): Promise<boolean> {
  const plain = plainCatalogue(value);
  if (plain === undefined) return false;
  const read = await readBySchema(value, { text: JSON.stringify(value), file: 'catalogue.json' });
  expect(read).toEqual({ ok: true, value: { catalogue: plain, issues: [] } });
  return true;
}

test('the catalogue of the plan is plain: a first visit needs no schema', async () => {
  expect(plainCatalogue(await plan())).toBeDefined();
});

test('a sound catalogue is plain, and is what the schema reads', async () => {
  const read = await readBySchema(SOUND, { text: JSON.stringify(SOUND), file: 'catalogue.json' });
  expect(read).toEqual({ ok: true, value: { catalogue: plainCatalogue(SOUND), issues: [] } });
});

test('whatever one value is changed into, it is plain only where the schema reads the same', async () => {
  const parents = [[], ...PATHS];
  const places = [
    ...PATHS,
    ...parents
      .filter((path) => typeof at(SOUND, path) === 'object')
      .flatMap((path) => MORE.map((name) => [...path, name])),
  ];
  let plain = 0;
  for (const path of places)
    for (const value of OTHERS)
      if (await expectSchemaAgrees(changed([{ path, value }]))) plain += 1;
  // A text may be any other text.
  expect(plain).toBeGreaterThan(100);
});

test('nor is it where several values are any JSON', async () => {
  const change = fc.record({ path: fc.constantFrom(...PATHS), value: fc.jsonValue() });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 4 }), async (changes) => {
      await expectSchemaAgrees(changed(changes));
    }),
  );
});
