import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { parseSegment } from '../../../src/data/coast/parse-coastline.ts';
import { parseZone } from '../../../src/data/coast/parse-zone.ts';
import type { RawFeature } from '../../../src/data/geojson/parse-feature-collection.ts';
import { articlesOf, droppedArticles } from '../../../src/data/projects/articles.ts';
import { parseProject } from '../../../src/data/projects/parse-project.ts';
import { COASTLINE_CLASSES } from '../../../src/domain/coastline.ts';
import { boxRing, polygon } from '../../domain/build.ts';

const LINE: Geometry = {
  type: 'LineString',
  coordinates: [
    [120, 36],
    [120.1, 36],
  ],
};
const AREA = polygon(boxRing([120, 36, 120.1, 36.1]));
const NAMES = { name_zh: '甲', name_en: 'A' };

function raw(
  properties: Readonly<Record<string, unknown>>,
  geometry: Geometry | undefined,
): RawFeature {
  return {
    dataset: 'ports',
    featureIndex: 0,
    featureId: 'a',
    geometry,
    properties: { ...NAMES, ...properties },
  };
}

function codes({
  findings,
}: {
  readonly findings: readonly { readonly code: string; readonly severity: string }[];
}): readonly string[] {
  return findings.map(({ code, severity }) => `${severity} ${code}`);
}

describe('a coastline segment', () => {
  const whole = {
    class: 'artificial',
    use: 'port',
    realm: 'island',
    confidence: 'medium',
    grade: 'strict',
    position_source: 'chart',
    class_source: 'judged',
  };

  test('has every property that the file states', () => {
    const { value, findings } = parseSegment(raw(whole, LINE));
    expect(findings).toEqual([]);
    expect(value).toEqual({
      id: 'a',
      class: 'artificial',
      use: 'port',
      realm: 'island',
      confidence: 'medium',
      grade: 'strict',
      name: { zh: '甲', en: 'A' },
      positionSource: 'chart',
      classSource: 'judged',
      geometry: LINE,
    });
  });

  test('has no key for what the file does not state', () => {
    const { value } = parseSegment(
      raw({ realm: 'mainland', confidence: 'high', class: null, grade: '' }, LINE),
    );
    expect(Object.keys(value ?? {}).toSorted()).toEqual([
      'confidence',
      'geometry',
      'id',
      'name',
      'realm',
    ]);
  });

  test.each(COASTLINE_CLASSES)('may be of the class "%s"', (name) => {
    expect(parseSegment(raw({ class: name }, LINE)).value?.class).toBe(name);
  });

  test.each(['Sandy', 'beach', 7, ['sandy'], 'constructor', ''])(
    'of the class %j is set aside: no class is guessed',
    (name) => {
      const reading = parseSegment(raw({ class: name }, LINE));
      expect(reading.value).toBeUndefined();
      expect(codes(reading)).toEqual(['error class-unknown']);
    },
  );

  test.each(['Mainland', 'islnad', '大陆', 7, ['island'], '__proto__', ''])(
    'of the realm %j is set aside: none is guessed',
    (name) => {
      const reading = parseSegment(raw({ ...whole, realm: name }, LINE));
      expect(reading.value).toBeUndefined();
      expect(codes(reading)).toEqual(['error realm-unknown']);
    },
  );

  test('is of the mainland and of low confidence where the file does not say, with a note of each', () => {
    const reading = parseSegment(raw({ class: 'sandy' }, LINE));
    expect(reading.value).toMatchObject({ realm: 'mainland', confidence: 'low' });
    expect(codes(reading)).toEqual(['note realm-unknown', 'note confidence-unknown']);
    expect(reading.findings.map(({ message }) => message.en)).toEqual([
      'realm is missing; taken as "mainland".',
      'confidence is missing; taken as "low".',
    ]);
    expect(parseSegment(raw({ ...whole, realm: null }, LINE)).value?.realm).toBe('mainland');
  });

  test('takes one name for a missing other, and its id for both', () => {
    const one = parseSegment({ ...raw({}, LINE), properties: { name_zh: '甲' } });
    expect(one.value).toMatchObject({ name: { zh: '甲', en: '甲' } });
    expect(codes(one)).toContain('warning name-missing');
    const none = parseSegment({ ...raw({}, LINE), properties: {} });
    expect(none.value).toMatchObject({ name: { zh: 'a', en: 'a' } });
  });

  test('with a use or grade that is no word of ours is kept without it, with a warning of each', () => {
    const reading = parseSegment(raw({ ...whole, use: 'marina', grade: 1 }, LINE));
    expect(reading.value).not.toHaveProperty('use');
    expect(reading.value).not.toHaveProperty('grade');
    expect(codes(reading)).toEqual(['warning use-unknown', 'warning grade-unknown']);
  });

  test('may be a multiline', () => {
    const lines: Geometry = { type: 'MultiLineString', coordinates: [LINE.coordinates] };
    expect(parseSegment(raw({}, lines)).value?.geometry).toBe(lines);
  });

  test.each([
    [undefined, 'null'],
    [AREA, 'Polygon'],
  ])('with a geometry other than a line is set aside', (geometry, name) => {
    const reading = parseSegment(raw(whole, geometry));
    expect(codes(reading)).toEqual(['error segment-not-a-line']);
    expect(reading.findings[0]?.message.en).toContain(name);
  });

  test('without an id is set aside', () => {
    expect(codes(parseSegment({ ...raw(whole, LINE), featureId: undefined }))).toEqual([
      'error id-missing',
    ]);
  });
});

describe('a protection zone', () => {
  test('has every property that the file states', () => {
    const { value, findings } = parseZone(
      raw({ target: 0.5, grade: 'restricted', articles: [46, 47], position_source: 'chart' }, AREA),
    );
    expect(findings).toEqual([]);
    expect(value).toEqual({
      id: 'a',
      name: { zh: '甲', en: 'A' },
      target: 0.5,
      grade: 'restricted',
      articles: [46, 47],
      positionSource: 'chart',
      geometry: AREA,
    });
  });

  test.each([0, 1, 0.35])('may have the target %d', (target) => {
    expect(parseZone(raw({ target }, AREA)).value?.target).toBe(target);
  });

  test.each([-0.01, 1.01, 35, '0.35', true, {}, Number.NaN])(
    'with the target %j keeps its place and falls back to the overall target, with a warning',
    (target) => {
      const reading = parseZone(raw({ target }, AREA));
      expect(reading.value).toBeDefined();
      expect(reading.value).not.toHaveProperty('target');
      expect(codes(reading)).toEqual(['warning target-out-of-range']);
    },
  );

  test.each([undefined, null])('with the target %j has simply none', (target) => {
    const reading = parseZone(raw({ target }, AREA));
    expect(reading.findings).toEqual([]);
    expect(reading.value).not.toHaveProperty('target');
  });

  test('that is a line is set aside', () => {
    expect(codes(parseZone(raw({}, LINE)))).toEqual(['error zone-not-an-area']);
  });

  test('without an id is set aside', () => {
    expect(codes(parseZone({ ...raw({}, AREA), featureId: undefined }))).toEqual([
      'error id-missing',
    ]);
  });
});

describe('a project', () => {
  const whole = {
    status: 'expand',
    summary_zh: '概要',
    summary_en: 'Summary',
    articles: [3],
    accuracy_m: 300,
    position_source: 'site',
    site_named_in_plan: true,
    published_length_km: 12.5,
    published_length_source: 'plan',
    published_area_km2: 3,
    notes_zh: '注',
    notes_en: 'Note',
    figures: [
      {
        label_zh: '吞吐量',
        label_en: 'Throughput',
        value: 5,
        unit: 't',
        year: 2025,
        source: 'plan',
      },
    ],
  };

  test('has every property that the file states, and the layer it was read from', () => {
    const { value, findings } = parseProject(raw(whole, LINE));
    expect(findings).toEqual([]);
    expect(value).toEqual({
      id: 'a',
      layer: 'ports',
      name: { zh: '甲', en: 'A' },
      summary: { zh: '概要', en: 'Summary' },
      articles: [3],
      status: 'expand',
      figures: [
        {
          label: { zh: '吞吐量', en: 'Throughput' },
          value: 5,
          unit: 't',
          year: 2025,
          source: 'plan',
        },
      ],
      publishedLength: { value: 12.5, source: 'plan' },
      publishedArea: { value: 3 },
      accuracyM: 300,
      positionSource: 'site',
      isSiteNamedInPlan: true,
      notes: { zh: '注', en: 'Note' },
      geometry: LINE,
    });
  });

  test('without a place is kept, with no word about accuracy', () => {
    const { value, findings } = parseProject(raw({ status: 'study' }, undefined));
    expect(findings).toEqual([]);
    expect(value).toBeDefined();
    expect(value).not.toHaveProperty('geometry');
  });

  test('with a place and no accuracy is kept, with a warning', () => {
    expect(codes(parseProject(raw({ status: 'build' }, LINE)))).toEqual([
      'warning accuracy-missing',
    ]);
  });

  test.each([undefined, 'finished', 3])(
    'of the status %j is shown as under study, with a warning',
    (status) => {
      const reading = parseProject(raw({ status, accuracy_m: 1 }, LINE));
      expect(reading.value?.status).toBe('study');
      expect(codes(reading)).toEqual(['warning status-unknown']);
    },
  );

  test('leaves out a negative published measure or accuracy, with a warning of each', () => {
    const properties = {
      status: 'build',
      accuracy_m: -1,
      published_length_km: -2,
      published_area_km2: 'about 3',
    };
    const reading = parseProject(raw(properties, LINE));
    expect(reading.value).not.toHaveProperty('accuracyM');
    expect(reading.value).not.toHaveProperty('publishedLength');
    expect(reading.value).not.toHaveProperty('publishedArea');
    expect(codes(reading)).toEqual([
      'warning accuracy_m-out-of-range',
      'warning published_length_km-out-of-range',
      'warning property-type',
    ]);
  });

  test('takes a summary in one language for both', () => {
    expect(
      parseProject(raw({ status: 'build', summary_en: 'Only' }, undefined)).value?.summary,
    ).toEqual({ zh: 'Only', en: 'Only' });
  });

  test('takes a figure with a text for its value, and leaves out what has no label or value', () => {
    const figures = [
      { label_en: 'Berths', value: 'two to three' },
      { label_en: 'Empty' },
      { value: 3 },
      null,
      'text',
      { label_zh: '长', value: 0 },
    ];
    const { value } = parseProject(raw({ status: 'build', figures }, undefined));
    expect(value?.figures).toEqual([
      { label: { zh: 'Berths', en: 'Berths' }, value: 'two to three' },
      { label: { zh: '长', en: '长' }, value: 0 },
    ]);
    const none = parseProject(raw({ status: 'build', figures: 'none' }, undefined));
    expect(none.value?.figures).toEqual([]);
    expect(codes(none)).toEqual(['warning property-type']);
  });

  test('tells each figure that it leaves out, in its place', () => {
    const figures = [{ label_en: 'Empty' }, { label_zh: '长', value: 0 }, null];
    const { findings } = parseProject(raw({ status: 'build', figures }, undefined));
    expect(findings.map(({ code, path }) => [code, path.at(-1)])).toEqual([
      ['figure-incomplete', 0],
      ['figure-incomplete', 2],
    ]);
  });

  test('without an id is set aside', () => {
    expect(codes(parseProject({ ...raw(whole, LINE), featureId: undefined }))).toEqual([
      'error id-missing',
    ]);
  });
});

test('articles are whole numbers from 1 to the plan’s last, in the file’s order', () => {
  expect(articlesOf({ articles: [85, 1, 0, 86, 1.5, '3', null, 46] }, 85)).toEqual([85, 1, 46]);
  expect(articlesOf({ articles: [86, 120, 121] }, 120)).toEqual([86, 120]);
  expect(articlesOf({ articles: 46 }, 85)).toEqual([]);
  expect(articlesOf({}, 85)).toEqual([]);
});

test('articles that are left out are told, each in its place', () => {
  const found = droppedArticles({ articles: [85, 0, '3', 46] }, 85);
  expect(found.map(({ code, path }) => [code, path.at(-1)])).toEqual([
    ['article-out-of-range', 1],
    ['article-out-of-range', 2],
  ]);
  expect(droppedArticles({ articles: 46 }, 85)).toMatchObject([{ code: 'property-type' }]);
  for (const properties of [{}, { articles: null }, { articles: [] }])
    expect(droppedArticles(properties, 85)).toEqual([]);
});
