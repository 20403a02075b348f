import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReadAs, readDataset } from '../../../src/data/loading/read-dataset.ts';
import { LAYER_ROLES, type LayerRole } from '../../../src/domain/dataset.ts';
import { ISSUE_KINDS, type Issue } from '../../../src/domain/issue.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

function text(name: string): string {
  return readFileSync(new URL(`${name}.geojson`, FIXTURES), 'utf8');
}

function as(role: LayerRole): ReadAs {
  return { file: 'a.geojson', dataset: 'a', role };
}

async function read(content: string, role: LayerRole) {
  const outcome = await readDataset(content, as(role));
  if (!outcome.ok) throw new Error(outcome.error.message.en);
  return outcome.value;
}

const isAside = ({ severity }: Issue): boolean => severity === 'error';

describe('sound features are kept', () => {
  test.each([
    ['hole', 'zones', []],
    ['unlocated', 'projects', []],
    ['island-ring', 'coastline', []],
    ['unclassified', 'coastline', []],
    ['byte-order-mark', 'coastline', []],
    ['antimeridian-cut', 'zones', []],
    ['empty-collection', 'zones', []],
    ['clockwise-exterior', 'zones', ['ring-turned']],
    ['altitude', 'coastline', ['altitude-dropped']],
  ] as const)('with no word, or a note of what was changed: %s', async (name, role, notes) => {
    const { read: count, kept, issues } = await read(text(`valid/${name}`), role);
    expect(kept).toBe(count);
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual(
      notes.map((code) => [code, 'note']),
    );
  });

  test('with a word of a ring that touches itself and parts its inside', async () => {
    const { kept, issues } = await read(text('valid/ring-touches-itself'), 'zones');
    expect(kept).toBe(1);
    expect(issues).toMatchObject([{ code: 'inside-parted', severity: 'warning' }]);
    // As GEOS: "Ring Self-intersection[120.1 36.1]".
    expect(issues[0]?.message.en).toContain('120.100000, 36.100000');
  });

  test('turned so that exteriors run counterclockwise and holes clockwise', async () => {
    const [turned, right] = await Promise.all(
      ['clockwise-exterior', 'hole'].map((name) => read(text(`valid/${name}`), 'zones')),
    );
    expect(turned?.content).toEqual(right?.content);
  });

  test('without their altitude', async () => {
    const { content } = await read(text('valid/altitude'), 'coastline');
    expect(content.role === 'coastline' && content.segments[0]?.geometry.coordinates).toEqual([
      [120, 36],
      [120.1, 36],
    ]);
  });
});

describe('a faulty feature is set aside alone, placed and with a cure', () => {
  test.each([
    ['bow-tie', 'zones', 'ring-crosses-itself', ['geometry', 'coordinates', 0]],
    ['bow-tie-through-a-corner', 'zones', 'ring-crosses-itself', ['geometry', 'coordinates', 0]],
    ['ring-not-closed', 'zones', 'ring-not-closed', ['geometry', 'coordinates', 0]],
    ['hole-not-closed', 'zones', 'ring-not-closed', ['geometry', 'coordinates', 1]],
    ['ring-too-short', 'zones', 'ring-too-short', ['geometry', 'coordinates', 0]],
    ['ring-without-area', 'zones', 'ring-without-area', ['geometry', 'coordinates', 0]],
    ['ring-of-one-position', 'zones', 'ring-without-area', ['geometry', 'coordinates', 0]],
    ['longitude-500', 'zones', 'position-out-of-range', ['geometry', 'coordinates', 0, 0]],
    ['latitude-95', 'zones', 'position-out-of-range', ['geometry', 'coordinates', 0, 0]],
    ['swapped-axes', 'zones', 'position-swapped', ['geometry', 'coordinates', 0, 0]],
    ['projected-metres', 'zones', 'position-projected', ['geometry', 'coordinates', 0, 0]],
    ['projected-with-zone', 'zones', 'position-projected', ['geometry', 'coordinates', 0, 0]],
    ['position-is-text', 'zones', 'position-not-a-number', ['geometry', 'coordinates', 0, 0]],
    ['position-is-null', 'zones', 'position-not-a-number', ['geometry', 'coordinates', 0, 0]],
    ['infinite-number', 'zones', 'position-not-a-number', ['geometry', 'coordinates', 0, 0]],
    ['nested-too-deeply', 'zones', 'position-not-a-number', ['geometry', 'coordinates', 0, 0]],
    ['no-coordinates', 'zones', 'coordinates-missing', ['geometry', 'coordinates']],
    ['empty-coordinates', 'zones', 'coordinates-missing', ['geometry', 'coordinates']],
    ['geometry-collection', 'zones', 'geometry-type', ['geometry', 'type']],
    ['type-constructor', 'zones', 'geometry-type', ['geometry', 'type']],
    ['type-proto', 'zones', 'geometry-type', ['geometry', 'type']],
    ['type-in-lower-case', 'zones', 'geometry-type', ['geometry', 'type']],
    ['properties-not-an-object', 'zones', 'feature-structure', ['properties']],
    ['geometry-for-a-feature', 'zones', 'feature-structure', ['type']],
    ['line-of-one-position', 'coastline', 'line-too-short', ['geometry', 'coordinates']],
    ['polygon-for-a-segment', 'coastline', 'segment-not-a-line', ['geometry']],
    ['unknown-realm', 'coastline', 'realm-unknown', ['properties', 'realm']],
    ['unknown-class', 'coastline', 'class-unknown', ['properties', 'class']],
    ['line-for-a-zone', 'zones', 'zone-not-an-area', ['geometry']],
    ['no-id', 'zones', 'id-missing', ['properties']],
    ['id-used-twice', 'zones', 'id-duplicate', ['properties', 'id']],
  ] as const)('%s (read as %s): %s', async (name, role, code, path) => {
    const { read: count, kept, issues } = await read(text(`invalid/${name}`), role);
    expect([count, kept]).toEqual([2, 1]);
    expect(issues).toMatchObject([
      { code, severity: 'error', dataset: 'a', featureIndex: 1, path: ['features', 1, ...path] },
    ]);
    const [issue] = issues;
    for (const words of [issue?.message.zh, issue?.message.en, issue?.cure?.zh, issue?.cure?.en])
      expect(words?.length).toBeGreaterThan(3);
  });

  test('and named in its message by its id, or by its number from one', async () => {
    const [withId, without] = await Promise.all(
      ['ring-not-closed', 'no-id'].map((name) => read(text(`invalid/${name}`), 'zones')),
    );
    expect(withId?.issues[0]?.message.en).toMatch(/^'a': /);
    expect(without?.issues[0]?.message.en).toMatch(/^'#2': /);
  });

  test('with its axes named where they are swapped, and the projection where it looks projected', async () => {
    const [swapped, projected] = await Promise.all(
      ['swapped-axes', 'projected-metres'].map((name) => read(text(`invalid/${name}`), 'zones')),
    );
    expect(swapped?.issues[0]?.cure?.en).toContain('longitude comes first');
    expect(projected?.issues[0]?.cure?.en).toContain('zone, such as one of CGCS2000');
  });
});

describe('a file that is no feature collection fails as a whole', () => {
  test.each([
    ['nan', 'syntax', 2, 94],
    ['trailing-comma', 'syntax', 3, 1],
    ['cut-short', 'syntax', 2, 69],
    ['empty-file', 'syntax', 1, 1],
    ['single-feature', 'structure', 1, 1],
    ['features-not-a-list', 'structure', 1, 1],
  ] as const)('%s: a fault of %s, placed', async (name, kind, line, column) => {
    const outcome = await readDataset(text(`invalid/${name}`), as('zones'));
    expect(outcome).toMatchObject({ ok: false, error: { kind, file: 'a.geojson', line, column } });
  });

  test('every fixture of a fault is read by a test', () => {
    // A fault nobody reads proves nothing; this file names each of them.
    const source = readFileSync(new URL(import.meta.url), 'utf8');
    const names = readdirSync(new URL('invalid/', FIXTURES)).filter((name) =>
      name.endsWith('.geojson'),
    );
    expect(names.length).toBeGreaterThan(30);
    for (const name of names) expect(source).toContain(`'${name.replace('.geojson', '')}'`);
  });
});

describe('a coastline dataset', () => {
  test.each([
    ['true', 'surveyed'],
    ['false', 'illustration'],
    ['"true"', 'illustration'],
    ['1', 'illustration'],
    ['true,"statement":null', 'surveyed'],
    ['true,"statement":{"survey":"s","date":"2024","unit":"u","waterLevel":"w"}', 'stated'],
    ['false,"statement":{"survey":"s","date":"2024","unit":"u","waterLevel":"w"}', 'illustration'],
    ['true,"statement":{"survey":"s","date":"2024","unit":" ","waterLevel":"w"}', 'illustration'],
    ['true,"statement":{"survey":"s","date":2024,"unit":"u","waterLevel":"w"}', 'illustration'],
    ['true,"statement":[]', 'illustration'],
    ['true,"statement":[{"survey":"s"}]', 'illustration'],
    ['true,"statement":"ours"', 'illustration'],
  ])('that says "surveyed": %s is taken as %s', async (value, kind) => {
    const { content } = await read(
      `{"type":"FeatureCollection","surveyed":${value},"features":[]}`,
      'coastline',
    );
    expect(content).toMatchObject({ role: 'coastline', coastStatus: { kind } });
  });

  test('that says nothing is an illustration', async () => {
    const { content } = await read('{"type":"FeatureCollection","features":[]}', 'coastline');
    expect(content).toMatchObject({ coastStatus: { kind: 'illustration' } });
  });
});

describe('a base dataset', () => {
  test('keeps features as they are, whatever their properties', async () => {
    const { content, kept } = await read(
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kind":"sea","rank":1},"geometry":{"type":"Point","coordinates":[120,36]}}]}',
      'base',
    );
    expect(kept).toBe(1);
    expect(content).toEqual({
      role: 'base',
      features: [
        {
          type: 'Feature',
          properties: { kind: 'sea', rank: 1 },
          geometry: { type: 'Point', coordinates: [120, 36] },
        },
      ],
    });
  });

  test('says which feature it cannot draw for want of a place', async () => {
    const {
      read: count,
      kept,
      issues,
    } = await read(
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null}]}',
      'base',
    );
    expect([count, kept]).toEqual([1, 0]);
    expect(issues).toMatchObject([
      { code: 'geometry-missing', severity: 'error', featureIndex: 0 },
    ]);
  });
});

describe('a dataset that is only shown', () => {
  test('keeps properties of any name, and sets aside what has no place', async () => {
    const {
      content,
      read: count,
      kept,
      issues,
    } = await read(
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"地类":"水田"},"geometry":{"type":"Point","coordinates":[120,36]}},{"type":"Feature","properties":{},"geometry":null}]}',
      'shown',
    );
    expect([count, kept]).toEqual([2, 1]);
    expect(issues).toMatchObject([{ code: 'geometry-missing', featureIndex: 1 }]);
    expect(content).toMatchObject({ role: 'shown', features: [{ properties: { 地类: '水田' } }] });
  });
});

describe('whatever a file holds', () => {
  const names = fc.constantFrom(
    'type',
    'features',
    'geometry',
    'coordinates',
    'properties',
    'id',
    'class',
    'realm',
    'target',
    'articles',
    'figures',
    'name_zh',
    '__proto__',
    'constructor',
    'toString',
    'valueOf',
  );
  const words = fc.constantFrom(
    'FeatureCollection',
    'Feature',
    'Point',
    'LineString',
    'Polygon',
    'MultiPolygon',
    'GeometryCollection',
    'sandy',
    'mainland',
    '__proto__',
    'constructor',
    '',
    'a',
  );
  const leaf = fc.oneof(
    words,
    fc.constantFrom(null, true, 0, -1, 0.5, 500, 1e308, -1e308),
    fc.double({ noDefaultInfinity: true, noNaN: true }),
  );
  const wild = fc
    .letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.array(fc.tuple(names, tie('value')), { maxLength: 5 }).map(toJsonObject),
      ),
    }))
    .value.map((value) =>
      typeof value === 'object' && value !== null && 'json' in value ? value.json : value,
    );
  const geometry = fc
    .tuple(words, wild)
    .map(
      ([type, coordinates]) =>
        new Json(`{"type":${toJson(type)},"coordinates":${toJson(coordinates)}}`),
    );
  const feature = fc
    .tuple(wild, fc.oneof(geometry, wild))
    .map(
      ([properties, shape]) =>
        new Json(
          `{"type":"Feature","properties":${toJson(properties)},"geometry":${toJson(shape)}}`,
        ),
    );
  const file = fc.oneof(
    wild.map(toJson),
    fc
      .array(fc.oneof(feature, wild), { maxLength: 4 })
      .map((features) => `{"type":"FeatureCollection","features":${toJson(features)}}`),
  );

  test.each(LAYER_ROLES)(
    'reading it as %s never throws, and read = kept + set aside',
    async (role) => {
      await fc.assert(
        fc.asyncProperty(file, async (content) => {
          const outcome = await readDataset(content, as(role));
          if (!outcome.ok) return;
          const { read: count, kept, issues } = outcome.value;
          const aside = new Set(issues.filter(isAside).map(({ featureIndex }) => featureIndex));
          expect(kept + aside.size).toBe(count);
          for (const { kind, message, cure } of issues) {
            expect(ISSUE_KINDS).toContain(kind);
            expect(message.en.length * message.zh.length * (cure?.en.length ?? 0)).toBeGreaterThan(
              0,
            );
          }
        }),
        { numRuns: 300 },
      );
    },
  );

  test.each([
    [
      'a geometry type',
      '{"type":"Feature","properties":{"id":"a"},"geometry":{"type":DEEP,"coordinates":[0,0]}}',
    ],
    [
      'coordinates',
      '{"type":"Feature","properties":{"id":"a"},"geometry":{"type":"Polygon","coordinates":DEEP}}',
    ],
    [
      'a class',
      '{"type":"Feature","properties":{"id":"a","class":DEEP},"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}}',
    ],
    [
      'a realm',
      '{"type":"Feature","properties":{"id":"a","realm":DEEP},"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}}',
    ],
    ['a feature', 'DEEP'],
  ])('nesting without end in %s is a fault of that feature alone', async (_, content) => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const outcome = await read(
      `{"type":"FeatureCollection","features":[${content.replace('DEEP', deep)}]}`,
      'coastline',
    );
    expect(outcome.read).toBe(1);
    expect(outcome.issues.length).toBeGreaterThan(0);
    for (const { message } of outcome.issues) expect(message.en.length).toBeLessThan(500);
  });

  test('a type that cannot be turned into text is a fault like any other', async () => {
    const { issues } = await read(
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":{"toString":null,"valueOf":1},"coordinates":[0,0]}}]}',
      'zones',
    );
    expect(issues).toMatchObject([{ code: 'geometry-type' }]);
  });

  test('twenty thousand faulty features are told one by one, each in its place', async () => {
    // geojson-validation alone loses the paths after the first fault, and its time.
    const bad =
      '{"type":"Feature","properties":{"id":"a"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,1]]]}}';
    const { issues } = await read(
      `{"type":"FeatureCollection","features":[${Array(20_000).fill(bad).join()}]}`,
      'zones',
    );
    expect(issues).toHaveLength(20_000);
    expect(issues.at(-1)?.path).toEqual(['features', 19_999, 'geometry', 'coordinates', 0]);
  });
});

/** A piece of JSON text, so that names such as `__proto__` survive. */
class Json {
  readonly json: string;
  constructor(json: string) {
    this.json = json;
  }
}

function toJson(value: unknown): string {
  if (value instanceof Json) return value.json;
  if (Array.isArray(value)) return `[${value.map(toJson).join()}]`;
  return JSON.stringify(value) ?? 'null';
}

function toJsonObject(entries: readonly (readonly [string, unknown])[]): Json {
  return new Json(
    `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${toJson(value)}`).join()}}`,
  );
}

describe('a statement of a survey', () => {
  const WHOLE = { survey: 'a', date: '2024', unit: 'b', waterLevel: 'c' };
  const coast = async (members: object) => {
    const text = JSON.stringify({ type: 'FeatureCollection', ...members, features: [] });
    const read = await readDataset(text, { file: 'f', dataset: 'f', role: 'coastline' });
    if (!read.ok) throw new Error('not read');
    const { issues, content } = read.value;
    return {
      found: issues.map(({ code, path }) => [code, ...path]),
      kind: content.role === 'coastline' ? content.coastStatus.kind : undefined,
    };
  };

  test('that lacks a part leaves the coast an illustration, and is told where it stands', async () => {
    const { unit: _, ...rest } = WHOLE;
    expect(await coast({ surveyed: true, statement: [WHOLE, rest] })).toEqual({
      found: [['statement-incomplete', 'statement', 1]],
      kind: 'illustration',
    });
  });

  test('that is whole says nothing', async () => {
    expect(await coast({ surveyed: true, statement: WHOLE })).toEqual({
      found: [],
      kind: 'stated',
    });
  });
});

test('a coast of a million vertices is read whole', async () => {
  const coordinates = Array.from({ length: 1_000_000 }, (_, at) => [119 + at / 1e6, 36]);
  const properties = { id: 'a', class: 'sandy', realm: 'mainland', confidence: 'high' };
  const feature = { type: 'Feature', properties, geometry: { type: 'LineString', coordinates } };
  const { content, kept } = await read(
    JSON.stringify({ type: 'FeatureCollection', features: [feature] }),
    'coastline',
  );
  expect(kept).toBe(1);
  const [segment] = content.role === 'coastline' ? content.segments : [];
  expect(segment?.geometry.coordinates).toHaveLength(1_000_000);
}, 30_000);
