import { afterEach, expect, test, vi } from 'vitest';
import { showOwnData } from '../../../src/app/own-data/show-own-data.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import type { OwnDataset } from '../../../src/domain/own-data/own-dataset.ts';
import { PLAIN_RULE } from '../../domain/build.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

function coast(id: string, shoreClass: string, surveyed = false): OwnDataset {
  const feature = {
    type: 'Feature',
    properties: {
      id: `${id}:1`,
      name_zh: '岸',
      name_en: 'shore',
      realm: 'mainland',
      confidence: 'low',
      class: shoreClass,
    },
    geometry: {
      type: 'LineString',
      coordinates: [
        [120, 35.9],
        [120.01, 35.9],
      ],
    },
  };
  return {
    id,
    name: id,
    role: 'coastline',
    text: JSON.stringify({
      type: 'FeatureCollection',
      ...(surveyed && { surveyed, statement: STATEMENT }),
      features: [feature],
    }),
    sha256: `${id} ${shoreClass}`,
    lineage: {
      files: [{ name: 'coast.zip', sha256: '0'.repeat(64) }],
      format: 'Shapefile',
      layer: 'coast',
      encoding: { name: 'gb18030', how: 'declared' },
      crs: { code: 'EPSG:4490', how: 'declared' },
      mapping: { classFields: ['class'] },
      ...{ read: 1, kept: 1, setAside: 0, repairs: [], issues: [] },
      acceptedAt: '2026-12-01T08:00:00.000Z',
    },
  };
}

/** A model whose plan has a coast of its own, with one artificial stretch. */
function modelWithPlan(kind: 'surveyed' | 'illustration' = 'surveyed'): Model {
  const model = createModel({}, { language: 'en', theme: 'light' });
  const layer = { ...PLAN_COAST, id: 'plan-coast' };
  model.plan.showCatalogue({
    kind: 'ready',
    issues: [],
    catalogue: {
      title: { zh: '规划', en: 'Plan' },
      extent: [119, 35, 121, 37],
      groups: [{ id: 'coast', title: { zh: '岸线', en: 'Coast' } }],
      layers: [layer],
      hostOrigins: [],
    } as never,
  });
  model.plan.showDatasets([
    [
      'plan-coast',
      {
        kind: 'ready',
        content: {
          role: 'coastline',
          coastStatus: { kind },
          segments: [
            {
              id: 'plan:1',
              class: 'artificial',
              realm: 'mainland',
              confidence: 'high',
              name: { zh: '堤', en: 'dyke' },
              geometry: {
                type: 'LineString',
                coordinates: [
                  [120, 36],
                  [120.1, 36],
                ],
              },
            },
          ],
        },
        ...{ read: 1, kept: 1, issues: [] },
      },
    ],
  ]);
  return model;
}

const STATEMENT = { survey: 'S', date: '2024', unit: 'U', waterLevel: 'W' };

const PLAN_COAST = {
  role: 'coastline',
  title: { zh: '岸线', en: 'Coast' },
  group: 'coast',
  source: { kind: 'geojson', url: 'coast.geojson' },
  symbology: 'coastline',
  isVisible: true,
  metadata: {
    abstract: { zh: '', en: '' },
    source: { zh: '', en: '' },
    method: { zh: '', en: '' },
    accuracy: { zh: '', en: '' },
    licence: 'x',
    attribution: 'y',
    date: '2026',
  },
} as const;

const ids = (model: Model): readonly string[] => model.plan.segments.value.map(({ id }) => id);

test("an accepted coast counts in place of the plan's, undo gives that back, and redo takes it again", async () => {
  const model = modelWithPlan();
  stops.push(showOwnData(model));
  expect(ids(model)).toEqual(['plan:1']);
  model.workspace.changeDatasets([coast('own-a', 'sandy')]);
  await vi.waitFor(() => expect(ids(model)).toEqual(['own-a:1']));
  expect(model.plan.groups.value.map(({ id }) => id)).toEqual(['own', 'coast']);
  // Hidden by default, still there to be compared with.
  expect([...model.plan.visibleIds.value]).toEqual(['own-a']);
  expect(model.plan.coastStatus.value).toEqual({ kind: 'illustration' });
  model.workspace.undo();
  expect(ids(model)).toEqual(['plan:1']);
  expect(model.plan.groups.value.map(({ id }) => id)).toEqual(['coast']);
  model.workspace.redo();
  expect(ids(model)).toEqual(['own-a:1']);
});

test('two accepted coasts count together, and one of them without a survey keeps the notice', async () => {
  const model = modelWithPlan();
  stops.push(showOwnData(model));
  model.workspace.changeDatasets([coast('own-a', 'sandy', true), coast('own-b', 'bedrock', true)]);
  await vi.waitFor(() => expect(ids(model)).toEqual(['own-a:1', 'own-b:1']));
  expect(model.plan.coastStatus.value).toEqual({
    kind: 'stated',
    statements: [STATEMENT, STATEMENT],
  });
  model.workspace.changeDatasets([coast('own-a', 'sandy', true), coast('own-b', 'muddy')]);
  await vi.waitFor(() => expect(model.plan.segments.value[1]?.class).toBe('muddy'));
  expect(model.plan.coastStatus.value).toEqual({ kind: 'illustration' });
});

test('what the rule says of its figures goes with the coast of the plan alone', async () => {
  const model = modelWithPlan('illustration');
  const notice = { zh: '草案。', en: 'A draft.' };
  expect(model.plan.coastStatus.value).toEqual({ kind: 'illustration' });
  model.audit.showRule({ ...PLAIN_RULE, notice });
  expect(model.plan.coastStatus.value).toEqual({ kind: 'illustration', notice });
  stops.push(showOwnData(model));
  model.workspace.changeDatasets([coast('own-a', 'sandy')]);
  await vi.waitFor(() => expect(ids(model)).toEqual(['own-a:1']));
  expect(model.plan.coastStatus.value).toEqual({ kind: 'illustration' });
  // An edited copy is still the plan's own coast.
  const { lineage, ...copy } = coast('own-b', 'sandy');
  model.workspace.changeDatasets([{ ...copy, lineage: { ...lineage, isPlanCopy: true } }]);
  await vi.waitFor(() => expect(ids(model)).toEqual(['own-b:1']));
  expect(model.plan.coastStatus.value).toEqual({ kind: 'illustration', notice });
});

test('a text that is no GeoJSON is a layer that failed, and says why', async () => {
  const model = modelWithPlan();
  stops.push(showOwnData(model));
  model.workspace.changeDatasets([{ ...coast('own-a', 'sandy'), text: '{' }]);
  await vi.waitFor(() =>
    expect(model.plan.layers.value.find(({ layer }) => layer.id === 'own-a')?.state.kind).toBe(
      'failed',
    ),
  );
});
