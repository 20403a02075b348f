import type { Point } from 'geojson';
import { expect, test } from 'vitest';
import {
  type AreaChoice,
  areaChoices,
  keepCounted,
  keptStatistics,
} from '../../../src/app/audit/statistical-areas.ts';
import type { LayerContent, LayerState } from '../../../src/domain/layer-state.ts';
import type { CountedAreas } from '../../../src/ui/audit/area-statistics-notes.tsx';
import { boxZone, equatorSegment } from '../../domain/build.ts';
import { auditedPlan, embeddedFiles } from './plan-bundle.ts';

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

test('what was counted goes with its answer, and goes away with the layer it was counted by', async () => {
  const { model, answer } = await auditedPlan(embeddedFiles());
  const choices = areaChoices(model.plan.layers.peek(), [], model.plan.segments.peek());
  const [zones, islands] = choices;
  if (zones?.kind !== 'layer' || islands?.kind !== 'islands') throw new Error('not the plan');
  const counted: CountedAreas = { areas: zones.areas, audit: answer.audit, areIslands: false };
  expect(keptStatistics(model, answer)).toEqual([]);

  keepCounted(answer, zones, counted);
  keepCounted(answer, islands, { ...counted, areIslands: true });
  // The same layer counted again takes the place of its earlier count.
  keepCounted(answer, zones, counted);
  const kept = keptStatistics(model, answer);
  expect(kept.map(({ title, areIslands }) => [title, areIslands])).toEqual([
    [zones.title, false],
    [undefined, true],
  ]);
  expect(kept[0]?.areas).toBe(zones.areas);
  expect(keptStatistics(model, { ...answer }), 'another answer').toEqual([]);

  // Other content under the same id, as after an edit or a new import: its areas are others.
  keepCounted(answer, { ...zones, content: { ...zones.content } }, counted);
  expect(keptStatistics(model, answer).map(({ title }) => title)).toEqual([undefined]);
});
