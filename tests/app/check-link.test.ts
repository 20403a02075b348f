import { describe, expect, test } from 'vitest';
import { parseUrlState } from '../../src/app/address/url-state.ts';
import { checkLink } from '../../src/app/check-link.ts';
import { createModel, type Model } from '../../src/app/state/model.ts';
import { boxZone, equatorSegment } from '../domain/build.ts';
import { catalogueLayer, catalogueOf, projectOf, readyWith } from './plan.ts';

const CATALOGUE = catalogueOf([
  catalogueLayer('zones', 'zones'),
  catalogueLayer('coast', 'coastline'),
  catalogueLayer('ports', 'projects'),
]);

/** A model at an address, whose plan is not loaded yet. */
function modelAt(search: string): Model {
  return createModel(parseUrlState({ search, hash: '' }), { language: 'en', theme: 'light' });
}

function loadPlan(model: Model): void {
  model.plan.showCatalogue({ kind: 'ready', catalogue: CATALOGUE, issues: [] });
  const segments = [equatorSegment('beach', 'sandy', [0, 1])];
  model.plan.showDatasets([
    ['zones', readyWith({ role: 'zones', zones: [boxZone('bay,north', [0, -1, 1, 1])] })],
    ['coast', readyWith({ role: 'coastline', segments, coastStatus: { kind: 'illustration' } })],
    ['ports', readyWith({ role: 'projects', projects: [projectOf('quay', 'ports')] })],
  ]);
  model.views.showEmbeddedDeck({
    kind: 'failed',
    error: { kind: 'not-found', file: '', message: BOTH, cure: BOTH },
  });
}

const BOTH = { zh: '无', en: 'none' };

async function toldOf(search: string, prepare = (_: Model): void => undefined): Promise<Model> {
  const model = modelAt(search);
  prepare(model);
  checkLink(model, { search, hash: '' }, () => undefined);
  expect(model.page.message.value, 'nothing before the data are there').toBeUndefined();
  loadPlan(model);
  // The words are fetched before it is told.
  await new Promise((resolve) => setTimeout(resolve, 200));
  return model;
}

describe('a link', () => {
  test('that names what is there is followed without a word', async () => {
    const model = await toldOf('?select=quay&within=bay%252Cnorth&layers=ports,coast&status=build');
    expect(model.page.message.value).toBeUndefined();
    expect(model.filter.current.value).toEqual({ zones: ['bay,north'], statuses: ['build'] });
  });

  test('that names what is gone says so once, and what is gone leaves the address', async () => {
    const model = await toldOf(
      '?select=gone&status=gone,build&within=west,bay%252Cnorth&near=abc&target=40&layers=ports,nowhere&view=77',
    );
    expect(model.page.message.value).toMatchObject({ kind: 'failure', key: 'linkFaults' });
    expect(model.page.message.value?.values?.['parts']).toBe(
      'status=gone, near=abc (metres, 0 to 100000), target=40 (a share from 0 to 1, such as 0.35), ' +
        'layers=nowhere, select=gone, within=west, view=77 (a number alone names views of the plan; ' +
        'those that people made differ from one to another)',
    );
    expect(model.url.state.value).toMatchObject({
      filter: { statuses: ['build'], zones: ['bay,north'] },
      layers: ['ports'],
    });
    expect(model.url.state.value.select).toBeUndefined();
    model.page.showMessage(undefined);
    model.plan.showDatasets([]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(model.page.message.value).toBeUndefined();
  });

  test('with a bare number of a view says that it is no own view, even where there is one', async () => {
    const model = await toldOf('?view=101', ({ views }) => {
      const title = { zh: '我的', en: 'mine' };
      const view = { title, caption: BOTH, notes: BOTH, address: '', figures: {} };
      views.add({ ...view, savedAt: '2026-11-30T00:00:00.000Z' });
    });
    expect(model.page.message.value?.values?.['parts']).toMatch(/^view=101 \(/);
  });
});

test('a link with present=1 starts the presentation once its view is open, and once only', async () => {
  const search = '?view=2&present=1';
  const model = modelAt(search);
  const started: number[] = [];
  checkLink(model, { search, hash: '' }, (number) => started.push(number));
  loadPlan(model);
  const view = {
    ...{ title: BOTH, caption: BOTH, notes: BOTH, address: '?', figures: {} },
    savedAt: '2026-11-28T08:00:00.000Z',
  };
  const deck = { id: 'default', title: BOTH, advanceS: 20 };
  const views = [1, 2].map((number) => ({ ...view, number }));
  model.views.showEmbeddedDeck({ kind: 'ready', deck: { ...deck, views } });
  await Promise.resolve();
  expect(started).toEqual([]);
  model.views.open(2);
  await Promise.resolve();
  expect(started).toEqual([2]);
  model.views.open(1);
  model.views.open(2);
  await Promise.resolve();
  expect(started).toEqual([2]);
});
