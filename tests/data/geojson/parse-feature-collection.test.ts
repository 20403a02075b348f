import { describe, expect, test } from 'vitest';
import { notACollection } from '../../../src/data/geojson/not-a-collection.ts';
import {
  hasSeveralRings,
  parseFeatureCollection,
} from '../../../src/data/geojson/parse-feature-collection.ts';
import { RING_CHECKS } from '../../../src/data/geojson/ring-findings.ts';

const OPTIONS = {
  dataset: 'a',
  checkStructure: () => [],
  ringChecks: RING_CHECKS,
};
const POINT = { type: 'Point', coordinates: [120, 36] };

function parse(value: unknown, checkStructure: (feature: unknown) => readonly string[] = () => []) {
  const outcome = parseFeatureCollection(value, { ...OPTIONS, checkStructure });
  if (outcome === undefined) throw new Error('it is no FeatureCollection');
  return outcome;
}

function idOf(feature: object): string | undefined {
  return parse({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', geometry: null, ...feature }],
  }).features[0]?.featureId;
}

describe('the id of a feature', () => {
  test('is that of its properties before its own', () => {
    expect(idOf({ id: 'own', properties: { id: 'listed' } })).toBe('listed');
    expect(idOf({ id: 'own', properties: {} })).toBe('own');
    expect(idOf({ id: 'own', properties: null })).toBe('own');
  });

  test('may be a number, which is then written out', () => {
    expect(idOf({ properties: { id: 7 } })).toBe('7');
    expect(idOf({ id: 0, properties: {} })).toBe('0');
  });

  test.each([[''], [true], [{}], [[]]])('is none where it is %j', (id) => {
    expect(idOf({ properties: { id } })).toBeUndefined();
  });
});

describe('something else than a feature collection', () => {
  test.each([
    [{ type: 'Feature' }, 'a single Feature; the app reads'],
    [{ type: 'GeometryCollection' }, 'a bare geometry ("GeometryCollection")'],
    [{ type: 'Topology' }, '"Topology"'],
    [[], 'an array'],
    [null, 'null'],
    ['text', '"text"'],
    [{ type: 'FeatureCollection' }, '"FeatureCollection" without a list of features.'],
    [
      JSON.parse('{"__proto__": {"type": "FeatureCollection", "features": []}}'),
      'an object without a type',
    ],
  ])('is refused and named: %j', (value, name) => {
    expect(parseFeatureCollection(value, OPTIONS)).toBeUndefined();
    const error = notACollection(value, 'a.geojson');
    expect(error).toMatchObject({ kind: 'structure', line: 1, column: 1 });
    expect(error.message.en).toContain(name);
  });
});

test('what the structural check finds sets the feature aside, in its words', () => {
  const found = parse(
    { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: POINT }] },
    () => ['too odd'],
  );
  expect(found).toMatchObject({
    read: 1,
    features: [],
    issues: [{ code: 'feature-structure', severity: 'error' }],
  });
  expect(found.issues[0]?.message.en).toContain('too odd');
});

test('the structural check sees none but geometries that passed our own', () => {
  const seen: unknown[] = [];
  parse(
    {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', geometry: { type: '__proto__' } },
        { type: 'Feature', geometry: POINT, extra: 1 },
      ],
    },
    (feature) => {
      seen.push(feature);
      return [];
    },
  );
  expect(seen).toEqual([{ type: 'Feature', properties: {}, geometry: POINT }]);
});

test('the members of the file are handed on', () => {
  expect(parse({ type: 'FeatureCollection', features: [], surveyed: true }).members).toMatchObject({
    surveyed: true,
  });
});

test.each([
  ['Polygon', [[]], false],
  ['Polygon', [[], []], true],
  ['MultiPolygon', [], true],
  ['LineString', [[], []], false],
  ['Polygon', 'rings', false],
])('a %s of %j has several rings: %s', (type, coordinates, expected) => {
  const features = [null, { geometry: null }, { geometry: { type, coordinates } }];
  expect(hasSeveralRings({ type: 'FeatureCollection', features })).toBe(expected);
  expect(hasSeveralRings({ features: {} })).toBe(false);
});
