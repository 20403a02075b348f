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
  model.showCatalogue({ kind: 'ready', catalogue: catalogueOf(LAYERS), issues: [] });
  model.showDatasets([['ports', readyWith({ role: 'projects', projects: [QUAY, BERTH] })]]);
  model.showDatasets([['rail', readyWith({ role: 'projects', projects: [TRACK] })]]);
  return model;
}

/** What the map shows of each layer. */
function drawn(model: Model): readonly (readonly string[])[] {
  return model.shownLayers.value.map(({ state }) =>
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
    expect(model.shownLayers.value).toBe(model.layers.value);
    expect(model.matchingProjects.value).toEqual([QUAY, BERTH, TRACK]);
  });

  test('narrows list, map and address alike', () => {
    model.filterProjects({ statuses: ['build'], layers: ['ports'] });
    expect(model.matchingProjects.value).toEqual([QUAY]);
    expect(drawn(model)).toEqual([['quay'], []]);
    expect(model.viewState.value).toEqual({ filter: { statuses: ['build'], layers: ['ports'] } });
  });

  test('leaves a layer that it takes nothing from as it is', () => {
    model.filterProjects({ statuses: ['build'] });
    expect(model.shownLayers.value[1]).toBe(model.layers.value[1]);
  });

  test('loses a facet with undefined or an empty list, and all with a reset', () => {
    model.filterProjects({ statuses: ['study'], articles: [24], nearM: 0 });
    model.filterProjects({ statuses: undefined });
    model.filterProjects({ articles: [] });
    expect(model.filter.value).toEqual({ nearM: 0 });
    model.resetFilter();
    expect(model.viewState.value).toEqual({});
  });

  test('comes with the address and is replaced by the next', () => {
    const asked = loaded({ filter: { layers: ['rail'] } });
    expect(asked.matchingProjects.value).toEqual([TRACK]);
    asked.applyUrl({ filter: { articles: [24] } });
    expect(asked.matchingProjects.value).toEqual([QUAY]);
    asked.applyUrl({});
    expect(asked.isFiltered.value).toBe(false);
  });
});

describe('what is picked', () => {
  test('stays on the map where the filter leaves it out, and counts nowhere', () => {
    model.filterProjects({ layers: ['rail'] });
    model.selectFeature('berth');
    expect(drawn(model)).toEqual([['berth'], ['track']]);
    expect(model.matchingProjects.value).toEqual([TRACK]);
    model.clearSelection();
    expect(drawn(model)).toEqual([[], ['track']]);
  });
});

describe('distances to the coast', () => {
  test('are asked for by a filter that needs them or by somebody who looks at them', () => {
    expect(model.needsShoreRelations.value).toBe(false);
    model.filterProjects({ nearM: 500 });
    expect(model.needsShoreRelations.value).toBe(true);
    model.resetFilter();
    model.requestShoreRelations();
    expect(model.needsShoreRelations.value).toBe(true);
  });

  test('narrow the projects as soon as they are measured', () => {
    model.filterProjects({ nearM: 500 });
    expect(model.matchingProjects.value).toHaveLength(3);
    expect(model.undecided.value?.kind).toBe('waiting');
    const relations = new Map([
      ['quay', { distanceM: 20, zoneIds: [] }],
      ['track', { distanceM: 501, zoneIds: [] }],
    ]);
    model.showShore({ kind: 'ready', relations });
    expect(model.matchingProjects.value).toEqual([QUAY]);
    expect(model.undecided.value).toBeUndefined();
  });

  test('that could not be measured leave it open what fits, and say why', () => {
    model.showShore({ kind: 'failed', reason: 'no zone' });
    expect(model.undecided.value).toBeUndefined();
    model.filterProjects({ zones: ['a'] });
    expect(model.undecided.value).toEqual({ kind: 'failed', reason: 'no zone', of: 'shore' });
  });
});

test('every project is wanted from the first search or filter on', () => {
  expect(model.needsAllProjects.value).toBe(false);
  model.openSearch();
  expect(model.needsAllProjects.value).toBe(true);
  expect(loaded({ filter: { isLocated: true } }).needsAllProjects.value).toBe(true);
});

test('a mark stays until something is picked or everything is let go', () => {
  model.markPosition([120, 36]);
  expect(model.mark.value).toEqual([120, 36]);
  model.selectFeature('quay');
  expect(model.mark.value).toBeUndefined();
  model.markPosition([120, 36]);
  model.clearSelection();
  expect(model.mark.value).toBeUndefined();
});
