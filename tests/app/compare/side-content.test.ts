import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ViewState } from '../../../src/app/address/url-state.ts';
import { type ContentSources, sideContent } from '../../../src/app/compare/side-content.ts';
import { createScene, mainMapContent } from '../../../src/app/main-map/main-map.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import type { LayerState } from '../../../src/domain/layer-state.ts';
import { PROJECT_STATUSES, type Project } from '../../../src/domain/project.ts';
import type { ComparedSide } from '../../../src/domain/views/compared-side.ts';
import { equatorSegment } from '../../domain/build.ts';
import { catalogueLayer, catalogueOf, projectOf, readyWith } from '../plan.ts';

const LAYERS = [
  catalogueLayer('coast', 'coastline'),
  catalogueLayer('ports', 'projects'),
  catalogueLayer('rail', 'projects', { isVisible: false }),
];
const QUAY: Project = { ...projectOf('quay', 'ports'), status: 'existing' };
const BERTH: Project = { ...projectOf('berth', 'ports'), status: 'build' };
const TRACK: Project = { ...projectOf('track', 'rail'), status: 'propose' };

function loaded(
  view: ViewState = {},
  { ports = [QUAY, BERTH], rail = [TRACK] }: Readonly<Record<'ports' | 'rail', Project[]>> = {
    ports: [QUAY, BERTH],
    rail: [TRACK],
  },
): Model {
  const model = createModel(view, { language: 'en', theme: 'light' });
  model.plan.showCatalogue({ kind: 'ready', catalogue: catalogueOf(LAYERS), issues: [] });
  const segments = [equatorSegment('beach', 'sandy', [0, 1])];
  model.plan.showDatasets([
    ['coast', readyWith({ role: 'coastline', segments, coastStatus: { kind: 'illustration' } })],
    ['ports', readyWith({ role: 'projects', projects: ports })],
    ['rail', readyWith({ role: 'projects', projects: rail })],
  ]);
  return model;
}

function sourcesOf(model: Model, views: Readonly<Record<number, ViewState>> = {}): ContentSources {
  const now = mainMapContent(model).value;
  return {
    now,
    shown: now.layers,
    layers: model.plan.editedLayers.value,
    measured: model.filter.measured.value,
    defaultIds: model.plan.defaultIds.value,
    stateOf: (number) => views[number],
    sketchOf: (side) => (side.kind === 'scenario' ? GROUND : undefined),
  };
}

const GROUND = { type: 'FeatureCollection' as const, features: [] };

function idsOf(layers: readonly LayerState[]): readonly string[] {
  return layers.flatMap(({ state }) =>
    state.kind === 'ready' && state.content.role === 'projects'
      ? state.content.projects.map(({ id }) => id)
      : [],
  );
}

const see = (model: Model, side: ComparedSide, views = {}) => {
  const sight = sideContent(side, sourcesOf(model, views));
  return { ids: idsOf(sight.layers), on: [...sight.visibleIds], picked: sight.selectedIds };
};

test('the desk is the side `now`: its scene is the same function of the same things', () => {
  const model = loaded({ filter: { statuses: ['build'] }, select: 'quay', layers: ['ports'] });
  model.scenarios.showSketch(GROUND);
  const now = mainMapContent(model);
  const own = createScene(model, now).value;
  const side = { ...now, value: sideContent({ kind: 'now' }, sourcesOf(model)) };
  expect(createScene(model, side).value).toEqual(own);
  expect(own.datasets.map(({ id }) => id)).toEqual(['coast', 'ports', 'rail', 'sketch']);
  expect(own.selectedIds).toEqual(['quay']);
});

test('today is a part of the plan, whatever the projects are and whatever the desk filters', () => {
  const project = (layer: 'ports' | 'rail') =>
    fc
      .array(fc.constantFrom(...PROJECT_STATUSES), { maxLength: 8 })
      .map((statuses) =>
        statuses.map((status, index) => ({ ...projectOf(`${layer}-${index}`, layer), status })),
      );
  fc.assert(
    fc.property(
      fc.record({ ports: project('ports'), rail: project('rail') }),
      fc.subarray([...PROJECT_STATUSES]),
      (projects, statuses) => {
        const model = loaded(statuses.length > 0 ? { filter: { statuses } } : {}, projects);
        const all = [...projects.ports, ...projects.rail];
        const [today, plan] = [see(model, { kind: 'today' }).ids, see(model, { kind: 'plan' }).ids];
        expect(plan).toEqual(all.map(({ id }) => id));
        expect(plan).toEqual(expect.arrayContaining([...today]));
        expect(today).toEqual(all.filter((one) => one.status === 'existing').map(({ id }) => id));
      },
    ),
  );
});

test('today leaves out what is planned even where it is picked on the desk', () => {
  expect(see(loaded({ select: 'berth' }), { kind: 'today' })).toEqual({
    ids: ['quay'],
    on: ['coast', 'ports'],
    picked: ['berth'],
  });
});

test('a scenario stands on what the desk shows, with its own ground in place of the desk’s', () => {
  const model = loaded({ filter: { statuses: ['build'] } });
  const sight = sideContent({ kind: 'scenario', id: 's' }, sourcesOf(model));
  expect(idsOf(sight.layers)).toEqual(['berth']);
  expect(sight.sketch).toBe(GROUND);
  expect(sideContent({ kind: 'now' }, sourcesOf(model)).sketch).toBeUndefined();
});

test('a view has its own layers, filter and selection, and leaves those of the desk alone', () => {
  const model = loaded({ layers: ['coast'] });
  const before = model.url.state.value;
  const views = {
    7: { layers: ['rail'], filter: { statuses: ['propose' as const] }, select: 'track', zone: 'z' },
  };
  expect(see(model, { kind: 'view', number: 7 }, views)).toEqual({
    ids: ['track'],
    on: ['rail'],
    picked: ['track', 'z'],
  });
  expect(model.url.state.value).toEqual(before);
  expect(see(model, { kind: 'now' }).on).toEqual(['coast']);
});

test('a view that names no layers shows those of the first start, and that of what it selects', () => {
  const views = { 7: { select: 'track' } };
  expect(see(loaded({ layers: [] }), { kind: 'view', number: 7 }, views).on).toEqual([
    'coast',
    'ports',
    'rail',
  ]);
});

test('a side that loses nothing keeps the layers that it had, so that nothing is drawn again', () => {
  const model = loaded();
  const sight = sideContent({ kind: 'plan' }, sourcesOf(model));
  expect(sight.layers).toBe(model.plan.editedLayers.value);
});
