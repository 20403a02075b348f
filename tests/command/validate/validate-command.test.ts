import { describe, expect, test } from 'vitest';
import { validateCommand } from '../../../src/command/validate/validate-command.ts';
import { collection, segment, zone } from '../coast-files.ts';
import { directoryWith, type Outcome, runCommand } from '../run-command.ts';

type Line = readonly (readonly [number, number])[];
const SOUTH: Line = [
  [120, 35.5],
  [120, 35.6],
];
const NORTH: Line = [
  [120, 35.6],
  [120, 35.7],
];

/** What is printed as JSON for one finding. */
type Printed = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly featureId: string | null;
  readonly message: string;
  readonly cure: string | null;
  readonly severity: string;
};

type Content = string | Uint8Array | object;

async function validate(
  files: Readonly<Record<string, Content>>,
  args: readonly string[] = [],
): Promise<Outcome> {
  return runCommand(validateCommand, [...Object.keys(files), ...args], {
    directory: directoryWith(files),
  });
}

async function findings(files: Readonly<Record<string, Content>>): Promise<readonly Printed[]> {
  const { out } = await validate(files, ['--format', 'json']);
  return JSON.parse(out);
}

/** A project as the plan's layers hold it. */
function project(id: string, properties: object = {}, geometry: object | null = null): object {
  return {
    type: 'Feature',
    id,
    properties: {
      id,
      name_zh: '项目',
      name_en: 'Project',
      layer: 'ports',
      articles: [46],
      status: 'build',
      summary_zh: '摘要',
      summary_en: 'Summary',
      figures: [{ label_zh: '泊位', label_en: 'Berths', value: 3 }],
      accuracy_m: 300,
      site_named_in_plan: true,
      ...properties,
    },
    geometry,
  };
}

function polygon(...rings: readonly Line[]): object {
  return { type: 'Polygon', coordinates: rings };
}

const box = ([west, south, east, north]: readonly [number, number, number, number]): Line => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

test('sound files pass without a word on stdout', async () => {
  const files = {
    'coast.geojson': collection([segment('a', SOUTH), segment('b', NORTH)]),
    'zones.geojson': collection([zone('z', [119.9, 35.4, 120.1, 35.8])]),
    'projects.geojson': collection([project('p')]),
    'audit.json': { target: 0.35 },
  };
  const { code, out } = await validate(files);
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect((await validate(files, ['--format=json'])).out).toBe('[]\n');
});

test('the embedded data have no errors', async () => {
  const { code, out } = await runCommand(validateCommand, [], { directory: '/' });
  expect(code, out).toBe(0);
  // All of the plan's files, on a machine that may be busy.
}, 30_000);

describe('a finding', () => {
  const text = [
    '{"type":"FeatureCollection","features":[',
    ` ${JSON.stringify(segment('a', SOUTH))},`,
    ` ${JSON.stringify(segment('b', NORTH, { class: 'rock' }))}`,
    ']}',
  ].join('\n');

  test('is printed as file:line:column, code, feature, message, with the cure below', async () => {
    const { code, out } = await validate({ 'coast.geojson': text });
    const column = (text.split('\n')[2] ?? '').indexOf('"rock"') + 1;
    expect(code).toBe(1);
    expect(out.split('\n')[0]).toMatch(
      new RegExp(`^coast\\.geojson:3:${column}  class-unknown  b  \\S`),
    );
    expect(out.split('\n')[1]).toContain('bedrock, sandy');
  });

  test('is the same in JSON, Windows line ends and byte order mark or not', async () => {
    const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const [plain] = await findings({ 'coast.geojson': text });
    expect(plain).toMatchObject({
      file: 'coast.geojson',
      line: 3,
      code: 'class-unknown',
      featureId: 'b',
      severity: 'error',
    });
    expect(await findings({ 'coast.geojson': windows })).toEqual([plain]);
  });

  test('keeps to one line whatever the data hold', async () => {
    const { out } = await validate({
      'coast.geojson': collection([segment('a\nb\u001b[31m', SOUTH, { class: 'x\u2028y' })]),
    });
    // The word, the control characters of the id, the line separator: each with its cure, and the end.
    expect(out.split('\n')).toHaveLength(3 * 2 + 1);
    expect(out).not.toContain('\u001b');
  });

  test('speaks the language asked for', async () => {
    expect((await validate({ 'coast.geojson': text }, ['--lang', 'zh'])).out).toContain('可用的值');
  });
});

describe('in a coastline', () => {
  test.each<[string, object]>([
    ['class-unknown', segment('a', SOUTH, { class: 'rock' })],
    ['realm-unknown', segment('a', SOUTH, { realm: 'sea' })],
    ['confidence-unknown', segment('a', SOUTH, { confidence: 1 })],
    ['use-unknown', segment('a', SOUTH, { class: 'artificial', use: 'pier' })],
    ['grade-unknown', segment('a', SOUTH, { grade: 'A' })],
    ['id-missing', segment(undefined, SOUTH)],
    ['property-type', segment('a', SOUTH, { name_en: 7 })],
    ['property-type', segment('a', SOUTH, { class_source: ['x'] })],
    ['language-mixed-up', segment('a', SOUTH, { name_zh: 'North Bay' })],
    ['language-mixed-up', segment('a', SOUTH, { name_en: '北湾' })],
    [
      'position-swapped',
      segment('a', [
        [35.5, 120],
        [35.6, 120],
      ]),
    ],
    [
      'position-projected',
      segment('a', [
        [518044.1, 3980013.2],
        [518100, 3980100],
      ]),
    ],
    [
      'position-out-of-range',
      segment('a', [
        [185, 35.5],
        [120, 35.6],
      ]),
    ],
    [
      'segment-not-a-line',
      { ...segment('a', SOUTH), geometry: { type: 'Point', coordinates: [120, 35.5] } },
    ],
    ['segment-not-a-line', { ...segment('a', SOUTH), geometry: null }],
    ['geometry-type', { ...segment('a', SOUTH), geometry: { type: '__proto__', coordinates: [] } }],
    ['line-too-short', segment('a', [[120, 35.5]])],
    ['feature-structure', { ...segment('a', SOUTH), type: 'feature' }],
  ])('%s is an error', async (code, feature) => {
    const found = await findings({ 'coast.geojson': collection([feature]) });
    expect(
      found.filter(({ severity }) => severity === 'error').map((finding) => finding.code),
    ).toEqual([code]);
    expect((await validate({ 'coast.geojson': collection([feature]) })).code).toBe(1);
  });

  test.each<[string, string, object]>([
    ['warning', 'class-missing', segment('a', SOUTH, { class: undefined })],
    ['warning', 'realm-missing', segment('a', SOUTH, { realm: undefined })],
    ['warning', 'name-missing', segment('a', SOUTH, { name_en: undefined })],
    ['warning', 'class_source-missing', segment('a', SOUTH, { class_source: '' })],
    ['warning', 'use-not-artificial', segment('a', SOUTH, { use: 'port' })],
    [
      'warning',
      'outside-plan-area',
      segment('a', [
        [110, 35.5],
        [110, 35.6],
      ]),
    ],
    [
      'warning',
      'line-without-length',
      segment('a', [
        [120, 35.5],
        [120, 35.5],
      ]),
    ],
    ['note', 'use-missing', segment('a', SOUTH, { class: 'artificial' })],
    [
      'note',
      'position-repeated',
      segment('a', [
        [120, 35.5],
        [120, 35.5],
        [120, 35.6],
      ]),
    ],
    [
      'note',
      'precision-excessive',
      segment('a', [
        [120.12345678, 35.5],
        [120, 35.6],
      ]),
    ],
  ])('a %s alone leaves the exit code at 0: %s', async (severity, code, feature) => {
    const files = { 'coast.geojson': collection([feature]) };
    expect(await findings(files)).toMatchObject([{ severity, code }]);
    expect((await validate(files)).code).toBe(0);
  });

  test('the second of two equal ids is told, once', async () => {
    const found = await findings({
      'coast.geojson': collection([segment('a', SOUTH), segment('a', NORTH)]),
    });
    expect(found.map(({ code, featureId }) => [code, featureId])).toEqual([['id-duplicate', 'a']]);
  });

  test('a gap between two ends is told, of 111 m as of 1.1 km: the mainland’s coast is one chain', async () => {
    // A thousandth of a degree of latitude is 111 m.
    const near = collection([
      segment('a', SOUTH),
      segment('b', [
        [120, 35.601],
        [120, 35.7],
      ]),
    ]);
    expect(await findings({ 'coast.geojson': near })).toMatchObject([
      { code: 'coast-gap', featureId: 'a' },
    ]);
    const far = collection([
      segment('a', SOUTH),
      segment('b', [
        [120, 35.61],
        [120, 35.7],
      ]),
    ]);
    expect(await findings({ 'coast.geojson': far })).toMatchObject([
      { code: 'coast-gap', featureId: 'a', severity: 'error' },
    ]);
  });

  test('a gap within one segment names it', async () => {
    const parts = {
      ...segment('parts', SOUTH),
      geometry: {
        type: 'MultiLineString',
        coordinates: [
          SOUTH,
          [
            [120, 35.61],
            [120, 35.7],
          ],
        ],
      },
    };
    const [found] = await findings({ 'coast.geojson': collection([parts]) });
    expect(found).toMatchObject({ code: 'coast-gap' });
    expect(found?.message).toContain('up to "parts"');
  });

  test('natural coast of unstated kind is noted once, with all of its metres', async () => {
    const natural = { class: 'natural' };
    const coast = collection([segment('a', SOUTH, natural), segment('b', NORTH, natural)]);
    const found = await findings({ 'coast.geojson': coast });
    expect(found).toMatchObject([
      { code: 'class-kind-unstated', severity: 'note', featureId: 'a', cure: expect.any(String) },
    ]);
    // Two tenths of a degree of meridian, 11 095.07 m and 11 095.25 m.
    expect(found[0]?.message).toContain('2 stretches are natural without a stated kind (22.19 km)');
    const { code, out } = await validate({ 'coast.geojson': coast }, ['--lang', 'zh']);
    expect([code, out]).toEqual([0, expect.stringContaining('2 段岸线（22.19 公里）')]);
  });

  test('coast drawn twice is told', async () => {
    const twice = collection([segment('a', SOUTH), segment('b', SOUTH.toReversed())]);
    expect(await findings({ 'coast.geojson': twice })).toMatchObject([
      { code: 'coast-drawn-twice' },
    ]);
  });
});

describe('in zones', () => {
  const area = (...rings: readonly Line[]): object => ({
    ...zone('z', [0, 0, 1, 1]),
    geometry: polygon(...rings),
  });
  const EXTERIOR = box([120, 35.5, 120.1, 35.6]);
  const hole = (sides: readonly [number, number, number, number]): Line => box(sides).toReversed();

  test.each<[string, object]>([
    [
      'zone-not-an-area',
      segment('z', SOUTH, {
        class: undefined,
        target: 0.4,
        realm: undefined,
        confidence: undefined,
        class_source: undefined,
      }),
    ],
    ['target-out-of-range', zone('z', [120, 35.5, 120.1, 35.6], { target: 35 })],
    ['property-type', zone('z', [120, 35.5, 120.1, 35.6], { target: '0.35' })],
    ['article-out-of-range', zone('z', [120, 35.5, 120.1, 35.6], { articles: [86] })],
    ['property-type', zone('z', [120, 35.5, 120.1, 35.6], { articles: 46 })],
    ['ring-not-closed', area(EXTERIOR.slice(0, 4))],
    [
      'ring-too-short',
      area([
        [120, 35.5],
        [120.1, 35.5],
        [120, 35.5],
      ]),
    ],
    [
      'ring-crosses-itself',
      area([
        [120, 35.5],
        [120.1, 35.6],
        [120.1, 35.5],
        [120, 35.6],
        [120, 35.5],
      ]),
    ],
    ['hole-outside', area(EXTERIOR, hole([120.05, 35.55, 120.15, 35.58]))],
    ['hole-outside', area(EXTERIOR, hole([120.2, 35.52, 120.3, 35.58]))],
    [
      'holes-overlap',
      area(EXTERIOR, hole([120.02, 35.52, 120.06, 35.56]), hole([120.04, 35.54, 120.08, 35.58])),
    ],
  ])('%s is an error', async (code, feature) => {
    const found = await findings({ 'zones.geojson': collection([feature]) });
    expect(
      found.filter(({ severity }) => severity === 'error').map((finding) => finding.code),
    ).toEqual([code]);
  });

  test('the place where a ring crosses itself is named', async () => {
    const bowTie = area([
      [120, 35.5],
      [120.1, 35.6],
      [120.1, 35.5],
      [120, 35.6],
      [120, 35.5],
    ]);
    const [found] = await findings({ 'zones.geojson': collection([bowTie]) });
    expect(found?.message).toContain('120.050000, 35.550000');
  });

  test('parts of a multipolygon may not overlap, but an island may stand in a hole', async () => {
    const parts = (...polygons: readonly (readonly Line[])[]): object => ({
      ...zone('z', [0, 0, 1, 1]),
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    });
    const overlapping = parts([EXTERIOR], [box([120.05, 35.55, 120.15, 35.65])]);
    expect(await findings({ 'zones.geojson': collection([overlapping]) })).toMatchObject([
      { code: 'parts-overlap' },
    ]);
    const lake = parts(
      [EXTERIOR, hole([120.02, 35.52, 120.08, 35.58])],
      [box([120.04, 35.54, 120.06, 35.56])],
    );
    expect(await findings({ 'zones.geojson': collection([lake]) })).toEqual([]);
    const beside = parts([EXTERIOR], [box([120.1, 35.5, 120.2, 35.6])]);
    expect(await findings({ 'zones.geojson': collection([beside]) })).toEqual([]);
  });

  test('a clockwise exterior is turned with a note', async () => {
    const found = await findings({ 'zones.geojson': collection([area(EXTERIOR.toReversed())]) });
    expect(found).toMatchObject([{ code: 'ring-turned', severity: 'note' }]);
  });

  test('zones that overlap are told; zones that share a boundary are not', async () => {
    const zones = (west: number): object =>
      collection([zone('a', [120, 35.5, 120.1, 35.6]), zone('b', [west, 35.5, 120.2, 35.6])]);
    expect(await findings({ 'zones.geojson': zones(120.09) })).toMatchObject([
      { code: 'zones-overlap', featureId: 'b' },
    ]);
    expect(await findings({ 'zones.geojson': zones(120.1) })).toEqual([]);
  });

  test('zones all on one place are told a hundred times, not for ever', async () => {
    const stacked = collection(
      Array.from({ length: 200 }, (_, id) => zone(`z${id}`, [120, 35.5, 120.1, 35.6])),
    );
    expect(await findings({ 'zones.geojson': stacked })).toHaveLength(100);
  });

  test('coast outside all zones, or in two of them, is told when both files are given', async () => {
    const coast = collection([segment('a', SOUTH), segment('b', NORTH)]);
    const zones = collection([
      zone('x', [119.9, 35.4, 120.1, 35.55]),
      zone('y', [119.9, 35.5, 120.1, 35.65]),
    ]);
    const found = await findings({ 'coast.geojson': coast, 'zones.geojson': zones });
    expect(found.map(({ code, featureId }) => [code, featureId])).toEqual([
      ['coast-outside-zones', 'b'],
      ['coast-in-several-zones', 'a'],
      ['zones-overlap', 'y'],
    ]);
  });
});

describe('in projects', () => {
  test.each<[string, object]>([
    ['status-unknown', { status: 'planned' }],
    ['status-missing', { status: undefined }],
    ['layer-unknown', { layer: 'harbours' }],
    ['layer-missing', { layer: undefined }],
    ['article-out-of-range', { articles: [0] }],
    ['article-out-of-range', { articles: [46, 86] }],
    ['article-out-of-range', { articles: [46.5] }],
    ['article-out-of-range', { articles: ['46'] }],
    ['accuracy_m-out-of-range', { accuracy_m: -1 }],
    ['published_length_km-out-of-range', { published_length_km: -3 }],
    ['property-type', { site_named_in_plan: 'yes' }],
    ['property-type', { figures: {} }],
    ['figure-incomplete', { figures: [{ label_zh: '长度' }] }],
  ])('%s is an error: %j', async (code, properties) => {
    const found = await findings({ 'p.geojson': collection([project('p', properties)]) });
    expect(
      found.filter(({ severity }) => severity === 'error').map((finding) => finding.code),
    ).toEqual([code]);
  });

  test('a position without accuracy is a warning, an unlocated project needs none', async () => {
    const point = { type: 'Point', coordinates: [120, 35.9] };
    const located = collection([project('p', { accuracy_m: undefined }, point)]);
    expect(await findings({ 'p.geojson': located })).toMatchObject([
      { code: 'accuracy-missing', severity: 'warning' },
    ]);
    const unlocated = collection([project('p', { accuracy_m: undefined })]);
    expect(await findings({ 'p.geojson': unlocated })).toEqual([]);
  });

  test('an id used in two files is told', async () => {
    const files = {
      'p.geojson': collection([project('p')]),
      'q.geojson': collection([project('q'), project('p')]),
    };
    expect(await findings(files)).toMatchObject([
      { file: 'q.geojson', code: 'id-in-two-files', featureId: 'p' },
    ]);
  });

  test('an id that differs from that of the properties is a warning', async () => {
    const found = await findings({ 'p.geojson': collection([{ ...project('p'), id: 'other' }]) });
    expect(found).toMatchObject([{ code: 'ids-differ', severity: 'warning' }]);
  });
});

describe('in any file', () => {
  test.each<[string, Content, [number, number]]>([
    ['json-syntax', '{"type":\n"FeatureCollection",\n  "features": [1,]}', [3, 18]],
    ['json-syntax', '', [1, 1]],
    ['json-syntax', '{"a": NaN}', [1, 7]],
    ['encoding', new Uint8Array([0xff, 0xfe, 0x7b, 0]), [1, 1]],
    ['encoding', new Uint8Array([0x7b, 0, 0x7d, 0]), [1, 1]],
    // 岸线 in GB18030, on the second line after a quotation mark.
    ['encoding', new Uint8Array([0x7b, 0x0a, 0x22, 0xb0, 0xb6, 0xcf, 0xdf, 0x22]), [2, 2]],
    ['encoding', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), [1, 1]],
    ['file-structure', '{"type":"Feature","geometry":null,"properties":{}}', [1, 1]],
    ['file-structure', '3', [1, 1]],
  ])('%s is an error with its place', async (code, content, [line, column]) => {
    const found = await findings({ 'x.geojson': content });
    expect(found).toMatchObject([{ code, line, column, severity: 'error' }]);
    expect((await validate({ 'x.geojson': content })).code).toBe(1);
  });

  test('a collection without features says so, not that it is no collection', async () => {
    const [found] = await findings({ 'x.geojson': { type: 'FeatureCollection', features: {} } });
    expect(found).toMatchObject({
      code: 'file-structure',
      message: 'is a "FeatureCollection" without a list of features.',
    });
  });

  test('a key that stands twice in an object is told where it stands again', async () => {
    const text = JSON.stringify(collection([segment('a', SOUTH)])).replace(
      '"realm"',
      '"class":"muddy","realm"',
    );
    const found = await findings({ 'coast.geojson': text });
    expect(found).toMatchObject([
      { code: 'key-repeated', featureId: 'a', column: text.indexOf('"class":"muddy"') + 1 },
    ]);
  });

  test('a declared reference system in metres is an error, WGS 84 and CGCS2000 in degrees are not', async () => {
    const declared = (name: string): object =>
      collection([segment('a', SOUTH)], { crs: { type: 'name', properties: { name } } });
    expect(
      await findings({ 'coast.geojson': declared('urn:ogc:def:crs:EPSG::4549') }),
    ).toMatchObject([{ code: 'crs-not-wgs84' }]);
    expect(await findings({ 'coast.geojson': declared('urn:ogc:def:crs:OGC:1.3:CRS84') })).toEqual(
      [],
    );
    expect(await findings({ 'coast.geojson': declared('EPSG:4490') })).toEqual([]);
  });

  test('nesting deeper than any call stack is refused, not fallen over', async () => {
    const deep = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"a","class":"sandy"},"geometry":{"type":"LineString","coordinates":${'['.repeat(1e5)}${']'.repeat(1e5)}}}]}`;
    const { code } = await validate({ 'a.geojson': deep, 'b.geojson': '['.repeat(2e5) });
    expect(code).toBe(1);
  });

  test('a rule is checked like the audit reads it, and keys that nobody reads are told', async () => {
    expect(await findings({ 'audit.json': { target: 3 } })).toMatchObject([
      { code: 'rule-structure', column: 11 },
    ]);
    expect(await findings({ 'audit.json': { Target: 0.4 } })).toMatchObject([
      { code: 'rule-key-unknown', severity: 'warning' },
    ]);
  });

  test('what declares itself a FeatureCollection is read as a layer, whatever its name', async () => {
    const files = { 'audit-coast.json': collection([segment('a', SOUTH, { class: 'rock' })]) };
    expect(await findings(files)).toMatchObject([{ code: 'class-unknown' }]);
  });

  test.each<[string, string, object]>([
    ['coastline', 'class-unknown', segment('a', SOUTH, { class: 'rock' })],
    ['projects', 'status-unknown', project('p', { status: 'rock' })],
    ['zones', 'article-out-of-range', zone('z', [120, 35.5, 120.1, 35.6], { articles: [99] })],
  ])('the role of a file with any name is told by what it holds: %s', async (_, code, feature) => {
    expect(await findings({ 'x.json': collection([feature]) })).toMatchObject([{ code }]);
  });

  test('a catalogue is checked, and the files it names must be there', async () => {
    const words = { zh: '字', en: 'Words' };
    const layer = (id: string, url: string): object => ({
      id,
      role: 'projects',
      title: words,
      group: 'g',
      source: { kind: 'geojson', url },
      symbology: 'ports',
      visible: true,
      metadata: {
        abstract: words,
        source: words,
        method: words,
        accuracy: words,
        licence: 'x',
        attribution: 'x',
        date: '2025',
      },
    });
    const catalogue = {
      version: 1,
      title: words,
      extent: [119, 35, 121, 37],
      groups: [{ id: 'g', title: words }],
      layers: [
        { ...layer('x', 'x.geojson'), role: 'sea' },
        layer('ports', 'ports.geojson'),
        layer('rail', 'rail.geojson'),
        { ...layer('tiles', 'x'), source: { kind: 'vector', url: 'https://a.example/{z}' } },
      ],
    };
    const found = await findings({
      'catalogue.json': catalogue,
      'ports.geojson': collection([project('p')]),
    });
    expect(found.map(({ code, featureId }) => [code, featureId])).toEqual([
      ['catalogue-layer', null],
      ['layer-file-missing', 'rail'],
      ['source-kind-not-drawn', null],
    ]);
    expect(found[2]?.message).toMatch(
      /^\(layers\.3\.source\.kind\): this version draws geojson only/,
    );
    const text = JSON.stringify(catalogue);
    expect(found[1]?.column).toBe(text.indexOf('"rail.geojson"') + 1);
  });
});

describe('a file that is no FeatureCollection', () => {
  test.each([
    [project('p'), 'it is a single Feature; the app reads FeatureCollections.'],
    [
      { type: 'Point', coordinates: [120, 36] },
      'it is a bare geometry ("Point") without a feature; the app reads FeatureCollections.',
    ],
    ['null', 'it holds null; the app reads FeatureCollections.'],
    ['[]', 'it holds an array; the app reads FeatureCollections.'],
    ['{}', 'it is an object without a type; the app reads FeatureCollections.'],
    [{ type: 'Topology' }, 'it is not a FeatureCollection but "Topology"; the app reads'],
  ])('is an error, as the app cannot load it, said in words: %j', async (content, message) => {
    const [found, ...others] = await findings({ 'x.geojson': content });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'file-structure', severity: 'error' });
    expect(`it ${found?.message}`).toContain(message);
    expect(found?.cure).toContain('Wrap it');
  });
});

test('zones of one name in two files are told apart by their files', async () => {
  const found = await findings({
    'old-zones.geojson': collection([zone('a', [120, 35.5, 120.1, 35.6])]),
    'new-zones.geojson': collection([zone('a', [120.05, 35.5, 120.15, 35.6])]),
  });
  const overlap = found.find(({ code }) => code === 'zones-overlap');
  expect(overlap).toMatchObject({ file: 'new-zones.geojson', featureId: 'a' });
  expect(overlap?.message).toMatch(
    /^it overlaps the zone "a" of old-zones\.geojson by [\d.]+ ha\.$/,
  );
});

describe('a call', () => {
  test('that names a file which is not there ends with 1, tells of it and checks the others', async () => {
    const directory = directoryWith({
      'coast.geojson': collection([segment('a', SOUTH, { class: 'rock' })]),
    });
    const { code, out, err } = await runCommand(
      validateCommand,
      ['nowhere.geojson', 'coast.geojson', '.'],
      { directory },
    );
    expect(code).toBe(1);
    expect(out).toContain('class-unknown');
    expect(out).toContain('nowhere.geojson:1:1  not-found  -  there is no such file.');
    expect(out).toContain('.:1:1  not-found  -  this is a directory');
    expect(err).toContain('could not be read: nowhere.geojson, .');
  });

  test('that names files of which one is sound and one is not there is in error', async () => {
    const directory = directoryWith({ 'empty.geojson': collection([]) });
    const { code, out } = await runCommand(
      validateCommand,
      ['empty.geojson', 'nowhere.geojson', '--format', 'json'],
      { directory },
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      { file: 'nowhere.geojson', line: 1, column: 1, code: 'not-found', severity: 'error' },
    ]);
  });

  test('of which nothing can be read ends with 2, and its JSON says why', async () => {
    const { code, out, err } = await runCommand(
      validateCommand,
      ['nowhere.geojson', '--format', 'json'],
      { directory: directoryWith({}) },
    );
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject([{ file: 'nowhere.geojson', code: 'not-found' }]);
    expect(err).toContain('nowhere.geojson');
  });

  test('is summed up in the singular where there is one', async () => {
    const { err } = await validate({ 'p.geojson': collection([project('p', { articles: [99] })]) });
    expect(err).toMatch(/^validate: 1 file, 1 feature: 1 error, 0 warnings, 0 notes$/m);
  });

  test.each([[['--format', 'csv']], [['--strict']], [['--format']]])(
    'that cannot be understood ends with 2: %j',
    async (args) => {
      const { code, out, err } = await runCommand(validateCommand, args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('--format');
    },
  );

  test('for help prints the usage', async () => {
    const { code, out } = await runCommand(validateCommand, ['--help']);
    expect(code).toBe(0);
    expect(out).toContain('Usage');
  });
});

describe('a deck of views', () => {
  const VIEW = {
    number: 1,
    title: { zh: '岸线', en: 'Coast' },
    caption: { zh: '说明', en: 'Caption' },
    notes: { zh: '讲稿', en: 'Notes' },
    address: '?layers=coastline',
    figures: { ratio: 0.4 },
    savedAt: '2026-11-28T00:00:00.000Z',
  };
  const deckOf = (...views: readonly object[]): string =>
    JSON.stringify({ id: 'own', title: { zh: '汇报', en: 'Deck' }, views }, undefined, 1);
  const told = async (deck: string) =>
    (await findings({ 'deck.json': deck })).map(({ code, severity, line, cure }) => ({
      ...{ code, severity, line },
      isCured: cure !== null && cure !== '',
    }));

  test('that is sound has no findings', async () => {
    expect(await told(deckOf(VIEW))).toEqual([]);
  });

  test('is refused at the line that is wrong, with a cure', async () => {
    const text = deckOf({ ...VIEW, savedAt: 'yesterday' });
    const line = text.split('\n').findIndex((each) => each.includes('yesterday')) + 1;
    expect(await told(text)).toEqual([
      { code: 'deck-structure', severity: 'error', line, isCured: true },
    ]);
    expect((await validate({ 'deck.json': text })).code).toBe(1);
  });

  test('that gives a number twice is refused at the second', async () => {
    const text = deckOf(VIEW, VIEW);
    const line = text.split('\n').findLastIndex((each) => each.includes('"number"')) + 1;
    expect(await told(text)).toEqual([
      { code: 'deck-structure', severity: 'error', line, isCured: true },
    ]);
  });

  test('is warned of keys that nobody reads, of words in one language and of views off the map', async () => {
    const text = deckOf({
      ...VIEW,
      captoin: 'slip',
      figures: { ratoi: 0.4 },
      notes: { zh: '', en: 'Notes' },
      extent: [100, 35, 101, 36],
    });
    const found = await told(text);
    expect(found.map(({ code, severity }) => [code, severity]).toSorted()).toEqual([
      ['deck-extent-outside', 'warning'],
      ['deck-key-unknown', 'warning'],
      ['deck-key-unknown', 'warning'],
      ['deck-text-missing', 'warning'],
    ]);
    for (const { line, isCured } of found) {
      expect(line).toBeGreaterThan(1);
      expect(isCured).toBe(true);
    }
    expect((await validate({ 'deck.json': text })).code).toBe(0);
  });
});
