import { effect } from '@preact/signals';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { layerLoader, loadCatalogue, loadRuleText } from '../../../src/app/loading/load-plan.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import { catalogueLayer, catalogueOf } from '../plan.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Serves these files, by their address beside the page; anything else is not there. */
function serve(files: Readonly<Record<string, string>>): void {
  vi.stubGlobal('fetch', async (address: string) =>
    Object.hasOwn(files, address)
      ? new Response(files[address])
      : new Response('', { status: 404 }),
  );
}

function modelWith(...layers: readonly ReturnType<typeof catalogueLayer>[]): Model {
  const model = createModel({}, { language: 'zh', theme: 'light' });
  model.plan.showCatalogue({ kind: 'ready', catalogue: catalogueOf(layers), issues: [] });
  return model;
}

const COAST = catalogueLayer('coast', 'coastline');
const PORTS = catalogueLayer('ports', 'projects');
const EMPTY = '{"type":"FeatureCollection","features":[]}';

describe('loading the catalogue', () => {
  test('shows its layers', async () => {
    const words = { zh: '字', en: 'words' };
    serve({
      'geodata/catalogue.json': JSON.stringify({
        version: 1,
        title: words,
        extent: [119, 35, 121, 37],
        groups: [],
        layers: [null],
      }),
    });
    const model = createModel({}, { language: 'zh', theme: 'light' });
    await loadCatalogue(model);
    expect(model.plan.catalogue.value).toMatchObject({
      kind: 'ready',
      issues: [{ code: 'catalogue-layer' }],
    });
  });

  test.each([
    [{}, 'not-found'],
    [{ 'geodata/catalogue.json': '{' }, 'syntax'],
    [{ 'geodata/catalogue.json': '{}' }, 'structure'],
  ])('from %j fails as a value of the kind %s', async (files, kind) => {
    serve(files);
    const model = createModel({}, { language: 'zh', theme: 'light' });
    await loadCatalogue(model);
    expect(model.plan.catalogue.value).toMatchObject({
      kind: 'failed',
      error: { kind, file: 'geodata/catalogue.json' },
    });
  });
});

describe('loading a layer', () => {
  test('shows it, and keeps the text of one that is audited', async () => {
    serve({ 'geodata/coast.geojson': EMPTY, 'geodata/ports.geojson': EMPTY });
    const model = modelWith(COAST, PORTS);
    await layerLoader(model)([COAST, PORTS]);
    expect(model.plan.layers.value.map(({ state }) => state.kind)).toEqual(['ready', 'ready']);
    expect([...model.audit.sources.value]).toEqual([
      ['coast', { file: 'geodata/coast.geojson', text: EMPTY }],
    ]);
  });

  test('that fails hides that layer alone', async () => {
    serve({ 'geodata/coast.geojson': EMPTY, 'geodata/ports.geojson': '[' });
    const model = modelWith(COAST, PORTS);
    await layerLoader(model)([COAST, PORTS]);
    expect(model.plan.layers.value.map(({ state }) => state.kind)).toEqual(['ready', 'failed']);
  });
});

test('layers that arrive close together are shown at once', async () => {
  serve({ 'geodata/coast.geojson': EMPTY, 'geodata/ports.geojson': EMPTY });
  const model = modelWith(COAST, PORTS);
  const seen: number[] = [];
  const stop = effect(() => {
    seen.push(model.plan.layers.value.filter(({ state }) => state.kind === 'ready').length);
  });
  await layerLoader(model)([COAST, PORTS]);
  stop();
  expect(seen).toEqual([0, 2]);
});

describe('loading the text of the counting rule', () => {
  test('gives it and keeps its text', async () => {
    serve({ 'geodata/audit.json': '{"target": 0.4}' });
    const model = modelWith();
    expect(await loadRuleText(model)).toEqual({
      ok: true,
      value: { file: 'geodata/audit.json', text: '{"target": 0.4}' },
    });
    expect(model.audit.sources.value.get('audit')?.text).toBe('{"target": 0.4}');
  });

  test('that is not there is a value', async () => {
    serve({});
    expect(await loadRuleText(modelWith())).toMatchObject({
      ok: false,
      error: { kind: 'not-found' },
    });
  });
});
