import type { Point } from 'geojson';
import { expect, test } from 'vitest';
import { type AreaChoice, areaChoices } from '../../../src/app/audit/statistical-areas.ts';
import type { LayerContent, LayerState } from '../../../src/domain/layer-state.ts';
import { boxZone, equatorSegment } from '../../domain/build.ts';

const { geometry } = boxZone('square', [0, 0, 1, 1]);

function member(id: string, content: LayerContent): LayerState {
  return {
    layer: { id, role: content.role } as LayerState['layer'],
    state: { kind: 'ready', content, read: 1, kept: 1, issues: [] },
  };
}

function areasIn(choice: AreaChoice | undefined) {
  return choice?.kind === 'layer' ? choice.areas : [];
}

test('areas come from sites, from zones that are not counted and from shown polygons', () => {
  const counted = member('zones', { role: 'zones', zones: [boxZone('z', [0, 0, 1, 1])] });
  const other = member('towns', { role: 'zones', zones: [boxZone('t', [0, 0, 1, 1])] });
  const point: Point = { type: 'Point', coordinates: [0, 0] };
  const shown = member('own', {
    role: 'shown',
    features: [
      { type: 'Feature', id: 'a', geometry, properties: { name_zh: '甲' } },
      { type: 'Feature', geometry, properties: { name_en: '' } },
      { type: 'Feature', geometry: point, properties: {} },
    ],
  });
  const lights = member('lights', {
    role: 'shown',
    features: [{ type: 'Feature', geometry: point, properties: {} }],
  });
  const [twice] = areaChoices(
    [
      member('own', {
        role: 'shown',
        features: [1, 2].map(() => ({ type: 'Feature', id: 'a', geometry, properties: {} })),
      }),
    ],
    [],
    [],
  );
  expect(areasIn(twice).map(({ id }) => id)).toEqual(['1', '2']);
  const layers = areaChoices([counted, other, shown, lights], [counted, shown, lights], []);
  expect(layers.map(({ id }) => id)).toEqual(['towns', 'own']);
  expect(areasIn(layers[1]).map(({ id, name }) => [id, name])).toEqual([
    ['a', { zh: '甲', en: '甲' }],
    ['1', { zh: '#2', en: '#2' }],
  ]);
});

test('islands can be chosen where the coast has any', () => {
  const shore = equatorSegment('shore', 'sandy', [0, 1]);
  expect(areaChoices([], [], [shore])).toEqual([]);
  const kinds = areaChoices([], [], [shore, { ...shore, id: 'isle', realm: 'island' }]);
  expect(kinds.map(({ kind }) => kind)).toEqual(['islands']);
});
