import { describe, expect, test } from 'vitest';
import { createSceneBuilder } from '../../../src/app/main-map/build-scene.ts';
import type { DatasetState, LayerState } from '../../../src/domain/layer-state.ts';
import { boxZone, equatorSegment } from '../../domain/build.ts';
import { catalogueLayer, projectOf, readyWith } from '../plan.ts';

const COAST: LayerState = {
  layer: catalogueLayer('coast', 'coastline'),
  state: readyWith({
    role: 'coastline',
    segments: [equatorSegment('a', 'sandy', [0, 1]), equatorSegment('b', undefined, [1, 2])],
    coastStatus: { kind: 'illustration' },
  }),
};
const ZONES: LayerState = {
  layer: catalogueLayer('zones', 'zones'),
  state: readyWith({ role: 'zones', zones: [boxZone('z', [0, 0, 1, 1])] }),
};
const LAND: LayerState = {
  layer: catalogueLayer('land', 'base'),
  state: readyWith({
    role: 'base',
    features: [
      {
        type: 'Feature',
        properties: { kind: 'district' },
        geometry: { type: 'Point', coordinates: [0, 0] },
      },
    ],
  }),
};
const PORTS: LayerState = {
  layer: catalogueLayer('ports', 'projects'),
  state: readyWith({
    role: 'projects',
    projects: [
      projectOf('quay', 'ports'),
      { ...projectOf('vague', 'ports'), accuracyM: 8000 },
      { ...projectOf('hidden', 'ports'), accuracyM: 1 },
    ],
  }),
};
const FIELDS: LayerState = {
  layer: catalogueLayer('own-1', 'shown'),
  state: readyWith({
    role: 'shown',
    features: [
      {
        type: 'Feature',
        properties: { name_zh: '甲', part: 'label' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [2, 0],
              [2, 2],
              [0, 2],
              [0, 0],
            ],
          ],
        },
      },
      {
        type: 'Feature',
        properties: { 备注: '无名' },
        geometry: { type: 'Point', coordinates: [5, 5] },
      },
    ],
  }),
};
const everything = new Set(['coast', 'zones', 'ports']);

describe('what the map draws', () => {
  test('has a dataset for each layer that is there, in their order, and none that is on its way', () => {
    const states: readonly DatasetState[] = [
      { kind: 'loading' },
      {
        kind: 'failed',
        error: {
          kind: 'network',
          file: 'a',
          message: { zh: '', en: '' },
          cure: { zh: '', en: '' },
        },
      },
    ];
    const waiting = states.map((state, index) => ({
      layer: catalogueLayer(`w${index}`, 'projects'),
      state,
    }));
    expect(createSceneBuilder()([LAND, ...waiting, COAST], everything).map(({ id }) => id)).toEqual(
      ['land', 'coast'],
    );
  });

  test('shows the base map whatever is switched off', () => {
    expect(
      createSceneBuilder()([LAND, COAST], new Set()).map(({ id, isVisible }) => [id, isVisible]),
    ).toEqual([
      ['land', true],
      ['coast', false],
    ]);
  });

  test('keeps the features of a dataset that did not change, so that the map need not either', () => {
    const build = createSceneBuilder();
    const [first, second] = [
      build([COAST, ZONES], everything),
      build([COAST, ZONES], new Set(['zones'])),
    ];
    expect(second[0]?.features).toBe(first[0]?.features);
    expect(second[1]?.features).toBe(first[1]?.features);
  });

  test('names every feature by its id; the borders of zones are nobody’s alone', () => {
    for (const { id, features } of createSceneBuilder()([COAST, ZONES, PORTS], everything)) {
      const own = features.features.filter(({ properties }) => properties?.['part'] !== 'border');
      expect(own.length, id).toBeGreaterThan(0);
      for (const { properties } of own) expect(properties?.['id']).toBeTypeOf('string');
    }
  });

  test('says of each segment its class and pattern, the unclassified ones by name', () => {
    const [coast] = createSceneBuilder()([COAST], everything);
    expect(
      coast?.features.features.map(({ properties }) => [
        properties?.['class'],
        properties?.['pattern'],
      ]),
    ).toEqual([
      ['sandy', 'full'],
      ['unclassified', 'dashed'],
    ]);
  });

  test('puts the circle of a vaguely known site under it, with the same id', () => {
    const [ports] = createSceneBuilder()([PORTS], everything);
    expect(
      ports?.features.features.map(({ properties, geometry }) => [
        properties?.['id'],
        properties?.['part'],
        geometry.type,
      ]),
    ).toEqual([
      ['quay', undefined, 'Point'],
      ['vague', 'circle', 'Polygon'],
      ['vague', undefined, 'Point'],
      ['hidden', undefined, 'Point'],
    ]);
  });

  test('leaves out projects without a place', () => {
    const { geometry: _, ...unlocated } = projectOf('nowhere', 'ports');
    const state = readyWith({ role: 'projects', projects: [unlocated] });
    expect(createSceneBuilder()([{ ...PORTS, state }], everything)[0]?.features.features).toEqual(
      [],
    );
  });

  test('has base features as they were read', () => {
    const [land] = createSceneBuilder()([LAND], everything);
    expect(land?.features.features).toMatchObject([{ properties: { kind: 'district' } }]);
  });
});

describe('a dataset that is only shown', () => {
  test('is drawn as it is, with a point in the middle of each named area for its name', () => {
    const [drawn] = createSceneBuilder()([FIELDS], new Set(['own-1']));
    expect(drawn).toMatchObject({ id: 'own-1', role: 'shown', isVisible: true });
    const [area, name, ...rest] = drawn?.features.features ?? [];
    // It has no English name: the one it has stands for it.
    expect(area?.properties).toEqual({ name_zh: '甲', name_en: '甲', part: 'label' });
    expect(name?.properties).toMatchObject({ name_zh: '甲', ':label': true });
    // The widest part of a square is its centre.
    expect(name?.geometry).toEqual({ type: 'Point', coordinates: [1, 1] });
    expect(rest.map(({ properties }) => properties)).toEqual([{ 备注: '无名' }]);
  });

  test('is hidden when it is switched off', () => {
    expect(createSceneBuilder()([FIELDS], new Set())).toMatchObject([{ isVisible: false }]);
  });
});
