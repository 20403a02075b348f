import { describe, expect, test } from 'vitest';
import { idsOf, joinedFeatures } from '../../src/map/sources.ts';
import { dataset, points } from './build.ts';

/** Names that every object has without being given them. */
const INBORN = ['__proto__', 'constructor', 'toString'];

describe('what a source hands to MapLibre', () => {
  test('calls each feature by a key that no object has by birth', () => {
    const { features } = joinedFeatures([
      dataset('ports', 'projects', { features: points(...INBORN) }),
    ]);
    expect(features.map(({ properties }) => properties)).toEqual(
      INBORN.map((id) => ({ id, dataset: 'ports', key: `f:${id}` })),
    );
  });

  test('has no property of such a name, and no label that is one', () => {
    const properties: Record<string, unknown> = JSON.parse(
      '{"__proto__":1,"constructor":"x","rank":2,"name_zh":"路","name_en":"constructor"}',
    );
    const [feature] = joinedFeatures([
      dataset('base-roads', 'base', {
        features: {
          type: 'FeatureCollection',
          features: [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [] } }],
        },
      }),
    ]).features;
    expect(Object.entries(feature?.properties ?? {})).toEqual([
      ['rank', 2],
      ['name_zh', '路'],
      ['name_en', 'constructor\u200B'],
      ['dataset', 'base-roads'],
    ]);
  });
});

test('the ids of a dataset are those of its features, texts only', () => {
  const features = points('a', '__proto__');
  const [first] = features.features;
  const unnamed = { ...first, type: 'Feature' as const, properties: { id: 7 } };
  expect([
    ...idsOf(
      dataset('ports', 'projects', {
        features: {
          type: 'FeatureCollection',
          features: [
            ...features.features,
            { ...unnamed, geometry: { type: 'Point', coordinates: [] } },
          ],
        },
      }),
    ),
  ]).toEqual(['a', '__proto__']);
});
