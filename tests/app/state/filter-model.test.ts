import { beforeEach, describe, expect, test } from 'vitest';
import type { ViewState } from '../../../src/app/address/url-state.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import { catalogueLayer, catalogueOf, projectOf, readyWith } from '../plan.ts';

const QUAY = { ...projectOf('quay', 'ports'), articles: [24] };
const BERTH = { ...projectOf('berth', 'ports'), status: 'study' as const };
const TRACK = projectOf('track', 'rail');
const LAYERS = [catalogueLayer('ports', 'projects'), catalogueLayer('rail', 'projects')];

function loaded(view: ViewState = {}): Model {
  const model = createModel(view, { language: 'zh', theme: 'light' });
  model.plan.showCatalogue({ kind: 'ready', catalogue: catalogueOf(LAYERS), issues: [] });
  model.plan.showDatasets([['ports', readyWith({ role: 'projects', projects: [QUAY, BERTH] })]]);
  model.plan.showDatasets([['rail', readyWith({ role: 'projects', projects: [TRACK] })]]);
  return model;
}

/** What the map shows of each layer. */
function drawn(model: Model): readonly (readonly string[])[] {
  return model.filter.shownLayers.value.map(({ state }) =>
    state.kind === 'ready' && state.content.role === 'projects'
      ? state.content.projects.map(({ id }) => id)
      : [],
  );
}

let model: Model;
beforeEach(() => {
  model = loaded();
});

describe('one filter', () => {
  test('of nothing leaves every layer the object that it was', () => {
    expect(model.filter.shownLayers.value).toBe(model.plan.layers.value);
    expect(model.filter.matchingProjects.value).toEqual([QUAY, BERTH, TRACK]);
  });

  test('narrows list, map and address alike', () => {
    model.filter.change({ statuses: ['build'], layers: ['ports'] });
    expect(model.filter.matchingProjects.value).toEqual([QUAY]);
    expect(drawn(model)).toEqual([['quay'], []]);
    expect(model.url.state.value).toEqual({ filter: { statuses: ['build'], layers: ['ports'] } });
  });

  test('leaves a layer that it takes nothing from as it is', () => {
    model.filter.change({ statuses: ['build'] });
    expect(model.filter.shownLayers.value[1]).toBe(model.plan.layers.value[1]);
  });

  test('loses a facet with undefined or an empty list, and all with a reset', () => {
    model.filter.change({ statuses: ['study'], articles: [24], nearM: 0 });
    model.filter.change({ statuses: undefined });
    model.filter.change({ articles: [] });
    expect(model.filter.current.value).toEqual({ nearM: 0 });
    model.filter.reset();
    expect(model.url.state.value).toEqual({});
  });

  test('comes with the address and is replaced by the next', () => {
    const asked = loaded({ filter: { layers: ['rail'] } });
    expect(asked.filter.matchingProjects.value).toEqual([TRACK]);
    asked.url.apply({ filter: { articles: [24] } });
    expect(asked.filter.matchingProjects.value).toEqual([QUAY]);
    asked.url.apply({});
    expect(asked.filter.isFiltered.value).toBe(false);
  });
});

describe('what is picked', () => {
  test('stays on the map where the filter leaves it out, and counts nowhere', () => {
    model.filter.change({ layers: ['rail'] });
    model.selection.select('berth');
    expect(drawn(model)).toEqual([['berth'], ['track']]);
    expect(model.filter.matchingProjects.value).toEqual([TRACK]);
    model.selection.clear();
    expect(drawn(model)).toEqual([[], ['track']]);
  });
});

describe('distances to the coast', () => {
  test('are asked for by a filter that needs them or by somebody who looks at them', () => {
    expect(model.shore.isNeeded.value).toBe(false);
    model.filter.change({ nearM: 500 });
    expect(model.shore.isNeeded.value).toBe(true);
    model.filter.reset();
    model.shore.request();
    expect(model.shore.isNeeded.value).toBe(true);
  });

  test('narrow the projects as soon as they are measured', () => {
    model.filter.change({ nearM: 500 });
    expect(model.filter.matchingProjects.value).toHaveLength(3);
    expect(model.filter.undecided.value?.kind).toBe('waiting');
    const relations = new Map([
      ['quay', { distanceM: 20, zoneIds: [] }],
      ['track', { distanceM: 501, zoneIds: [] }],
    ]);
    model.shore.showState({ kind: 'ready', relations });
    expect(model.filter.matchingProjects.value).toEqual([QUAY]);
    expect(model.filter.undecided.value).toBeUndefined();
  });

  test('that could not be measured leave it open what fits, and say why', () => {
    model.shore.showState({ kind: 'failed', reason: 'no zone' });
    expect(model.filter.undecided.value).toBeUndefined();
    model.filter.change({ zones: ['a'] });
    expect(model.filter.undecided.value).toEqual({
      kind: 'failed',
      reason: 'no zone',
      of: 'shore',
    });
  });
});

test('every project is wanted from the first search or filter on', () => {
  expect(model.filter.needsAllProjects.value).toBe(false);
  model.filter.requestAllProjects();
  expect(model.filter.needsAllProjects.value).toBe(true);
  expect(loaded({ filter: { isLocated: true } }).filter.needsAllProjects.value).toBe(true);
});

test('a mark stays until something is picked or everything is let go', () => {
  model.map.markPosition([120, 36]);
  expect(model.map.mark.value).toEqual([120, 36]);
  model.selection.select('quay');
  expect(model.map.mark.value).toBeUndefined();
  model.map.markPosition([120, 36]);
  model.selection.clear();
  expect(model.map.mark.value).toBeUndefined();
});
