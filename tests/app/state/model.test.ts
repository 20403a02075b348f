import type { Feature } from 'geojson';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ViewState } from '../../../src/app/address/url-state.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import { boxZone, equatorSegment } from '../../domain/build.ts';
import { catalogueLayer, catalogueOf, projectOf, readyWith } from '../plan.ts';

const PREFERENCES = { language: 'zh', theme: 'dark' } as const;
const CATALOGUE = catalogueOf([
  catalogueLayer('land', 'base'),
  catalogueLayer('ports', 'projects'),
  catalogueLayer('rail', 'projects', { isVisible: false }),
  catalogueLayer('coast', 'coastline'),
  catalogueLayer('zones', 'zones', { isVisible: false }),
]);
const BEACH = equatorSegment('beach', 'sandy', [0, 1]);
const ROCK = equatorSegment('rock', 'bedrock', [1, 2]);

/** A model with all of its plan loaded. */
function loaded(view: ViewState = {}): Model {
  const model = createModel(view, PREFERENCES);
  model.plan.showCatalogue({ kind: 'ready', catalogue: CATALOGUE, issues: [] });
  model.plan.showDatasets([['land', readyWith({ role: 'base', features: [] })]]);
  model.plan.showDatasets([
    ['ports', readyWith({ role: 'projects', projects: [projectOf('quay', 'ports')] })],
  ]);
  model.plan.showDatasets([
    ['rail', readyWith({ role: 'projects', projects: [projectOf('line', 'rail')] })],
  ]);
  model.plan.showDatasets([
    [
      'coast',
      readyWith({
        role: 'coastline',
        segments: [BEACH, ROCK],
        coastStatus: { kind: 'illustration' },
      }),
    ],
  ]);
  model.plan.showDatasets([
    ['zones', readyWith({ role: 'zones', zones: [boxZone('west', [0, -1, 1, 1])] })],
  ]);
  return model;
}

let model: Model;
beforeEach(() => {
  model = loaded();
});

const visible = (of: Model = model): readonly string[] => [...of.plan.visibleIds.value];

describe('a model at the start', () => {
  test('follows the surroundings where the address is silent', () => {
    expect([model.page.language.value, model.page.theme.value, model.page.panel.value]).toEqual([
      'zh',
      'dark',
      'layers',
    ]);
  });

  test('follows the address where it speaks', () => {
    const asked = createModel({ language: 'en', theme: 'projector', panel: 'data' }, PREFERENCES);
    expect([asked.page.language.value, asked.page.theme.value, asked.page.panel.value]).toEqual([
      'en',
      'projector',
      'data',
    ]);
  });

  test('has nothing to write into the address', () => {
    expect(model.url.state.value).toEqual({});
  });

  test('has no layers before the catalogue', () => {
    expect(createModel({}, PREFERENCES).plan.layers.value).toEqual([]);
  });
});

describe('layers', () => {
  test('are shown as the catalogue says, the base map aside', () => {
    expect(visible()).toEqual(['ports', 'coast']);
  });

  test('are switched one by one, in the catalogue’s order, and the address keeps the choice', () => {
    model.plan.switchLayer('rail', true);
    model.plan.switchLayer('coast', false);
    expect(visible()).toEqual(['ports', 'rail']);
    expect(model.url.state.value.layers).toEqual(['ports', 'rail']);
  });

  test('can all be shown, and go back to the default without a trace in the address', () => {
    model.plan.showAllLayers();
    expect(visible()).toEqual(['ports', 'rail', 'coast', 'zones']);
    model.plan.showDefaultLayers();
    expect(visible()).toEqual(['ports', 'coast']);
    expect(model.url.state.value).toEqual({});
  });

  test('that the address names and the catalogue does not know stay away; none named means none', () => {
    expect(visible(loaded({ layers: ['rail', 'nowhere', 'land'] }))).toEqual(['rail']);
    expect(visible(loaded({ layers: [] }))).toEqual([]);
  });

  test('that nobody knows leave the address once the catalogue is known', () => {
    const asked = loaded({ layers: ['rail', 'nowhere'] });
    expect(asked.url.state.value.layers).toEqual(['rail']);
    const waiting = createModel({ layers: ['rail', 'nowhere'] }, PREFERENCES);
    expect(waiting.url.state.value.layers).toEqual(['rail', 'nowhere']);
  });

  test.each(['nope', '__proto__', 'constructor', 'land'])(
    'fall back to the default when "%s" is all that the address names',
    (id) => {
      const asked = loaded({ layers: [id] });
      expect(visible(asked)).toEqual(['ports', 'coast']);
      expect(asked.url.state.value).toEqual({});
    },
  );

  test('that are all switched off on purpose stay off, and the address says so', () => {
    expect(loaded({ layers: [] }).url.state.value).toEqual({ layers: [] });
    for (const id of visible()) model.plan.switchLayer(id, false);
    expect(visible()).toEqual([]);
    expect(model.url.state.value).toEqual({ layers: [] });
  });

  test('of a project are shown when it is picked in a list', () => {
    model.selection.select('line');
    expect(new Set(visible())).toEqual(new Set(['ports', 'rail', 'coast']));
    model.plan.showDefaultLayers();
    model.plan.switchLayer('coast', false);
    model.selection.select('line');
    expect(visible()).toEqual(['ports', 'rail']);
  });

  test('of a project are shown when the address selects it', () => {
    expect(visible(loaded({ select: 'line' }))).toContain('rail');
  });
});

describe('completeness', () => {
  test('waits for what is shown and for the base map, not for what is hidden', () => {
    const slow = createModel({}, PREFERENCES);
    expect(slow.plan.isComplete.value).toBe(false);
    slow.plan.showCatalogue({ kind: 'ready', catalogue: CATALOGUE, issues: [] });
    slow.plan.showDatasets([['ports', readyWith({ role: 'projects', projects: [] })]]);
    slow.plan.showDatasets([
      [
        'coast',
        readyWith({ role: 'coastline', segments: [], coastStatus: { kind: 'illustration' } }),
      ],
    ]);
    expect(slow.plan.isComplete.value).toBe(false);
    slow.plan.showDatasets([['land', readyWith({ role: 'base', features: [] })]]);
    expect(slow.plan.isComplete.value).toBe(true);
    slow.plan.switchLayer('rail', true);
    expect(slow.plan.isComplete.value).toBe(false);
  });

  test('takes a layer that failed for arrived: one failing hides one layer, not the map', () => {
    const words = { zh: '', en: '' };
    model.plan.showDatasets([
      [
        'ports',
        {
          kind: 'failed',
          error: { kind: 'network', file: 'a', message: words, cure: words },
        },
      ],
    ]);
    expect(model.plan.isComplete.value).toBe(true);
    expect(model.plan.projects.value.map(({ id }) => id)).toEqual(['line']);
  });

  test('is reached with a catalogue that failed: nothing more will come', () => {
    const words = { zh: '', en: '' };
    model.plan.showCatalogue({
      kind: 'failed',
      error: { kind: 'network', file: 'a', message: words, cure: words },
    });
    expect(model.plan.isComplete.value).toBe(true);
  });
});

describe('selecting', () => {
  test('finds projects, segments and zones by their id', () => {
    const kinds = ['quay', 'beach', 'west', 'nothing'].map((id) => {
      model.selection.clear();
      model.selection.select(id);
      return model.selection.current.value?.kind;
    });
    expect(kinds).toEqual(['project', 'segment', 'zone', undefined]);
  });

  test('finds a feature of own data that are only shown, and switches its layer on', () => {
    const layer = catalogueLayer('own-1', 'shown');
    const field: Feature = {
      type: 'Feature',
      properties: { id: 'own-1:7', name_zh: '田', 地类: '水田' },
      geometry: { type: 'Point', coordinates: [120, 36] },
    };
    const state = readyWith({ role: 'shown', features: [field] });
    model.plan.showOwnLayers([{ layer, state }], { id: 'own', title: { zh: '', en: '' } });
    model.plan.switchLayer('own-1', false);
    model.selection.select('own-1:7');
    expect(model.selection.current.value).toMatchObject({
      kind: 'shown',
      shown: { name: { zh: '田', en: '田' }, properties: { 地类: '水田' }, layer: { id: 'own-1' } },
    });
    expect(visible()).toContain('own-1');
    expect(model.url.state.value).toMatchObject({ select: 'own-1:7' });
  });

  test('coast of the user takes the place of the plan’s only while it counts', () => {
    const plan = model.plan.loadedSegments.peek();
    const segment = equatorSegment('own-1:beach', 'sandy', [0, 1]);
    const state = readyWith({
      ...{ role: 'coastline', segments: [segment], coastStatus: { kind: 'surveyed' } },
    });
    const show = (over: object) =>
      model.plan.showOwnLayers(
        [{ layer: { ...catalogueLayer('own-1', 'coastline'), ...over }, state }],
        {
          ...{ id: 'own', title: { zh: '', en: '' } },
        },
      );
    show({ isCounted: false });
    expect(model.plan.loadedSegments.peek()).toEqual(plan);
    expect(model.plan.layers.peek().map(({ layer }) => layer.id)).toContain('own-1');
    expect(visible()).not.toContain('own-1');
    show({});
    expect(model.plan.loadedSegments.peek()).toEqual([segment]);
  });

  test('a feature keeps the zone in the address; a zone lets the feature go', () => {
    model.selection.select('west');
    model.selection.select('beach');
    expect(model.url.state.value).toMatchObject({ select: 'beach', zone: 'west' });
    model.selection.selectZone('west');
    expect(model.url.state.value).toEqual({ zone: 'west' });
  });

  test('open ground clears both', () => {
    model.selection.select('west');
    model.selection.select(undefined);
    expect(model.selection.current.value).toBeUndefined();
    expect(model.url.state.value).toEqual({});
  });

  test('something that is not there leaves the address once everything is in', () => {
    const asked = createModel({ select: 'gone', zone: 'nowhere' }, PREFERENCES);
    expect(asked.url.state.value).toEqual({ select: 'gone', zone: 'nowhere' });
    expect(loaded({ select: 'gone', zone: 'nowhere' }).url.state.value).toEqual({});
  });

  test('is told apart from hovering', () => {
    model.map.hover('rock');
    expect(model.selection.current.value).toBeUndefined();
    expect(model.map.hoveredId.value).toBe('rock');
  });
});

describe('panels', () => {
  test('open with what is in them, fold, and are kept in the address', () => {
    model.page.togglePanel();
    expect(model.page.isPanelOpen.value).toBe(false);
    model.page.openPanel('coastline');
    expect([model.page.isPanelOpen.value, model.page.panel.value]).toEqual([true, 'coastline']);
    expect(model.url.state.value).toEqual({ panel: 'coastline' });
  });
});

describe('reclassifying', () => {
  const entry = {
    segmentIds: ['beach'],
    class: 'artificial',
    reason: 'seen',
    date: '2025-05-01',
  } as const;

  test('changes the coast and what the map shows, and leaves what was loaded', () => {
    model.workspace.reclassify(entry);
    expect(model.plan.segments.value.map((segment) => segment.class)).toEqual([
      'artificial',
      'bedrock',
    ]);
    expect(model.plan.segments.value[1]).toBe(ROCK);
    expect(model.plan.loadedSegments.value).toEqual([BEACH, ROCK]);
    const shown = model.filter.shownLayers.value.find(({ layer }) => layer.id === 'coast')?.state;
    expect(shown).toMatchObject({
      content: { segments: [{ class: 'artificial' }, { class: 'bedrock' }] },
    });
    expect(model.filter.shownLayers.value.find(({ layer }) => layer.id === 'ports')).toBe(
      model.plan.layers.value.find(({ layer }) => layer.id === 'ports'),
    );
  });

  test('shows the selected segment as edited', () => {
    model.selection.select('beach');
    model.workspace.reclassify(entry);
    expect(model.selection.current.value).toMatchObject({
      kind: 'segment',
      segment: { class: 'artificial' },
    });
  });

  test('is taken back, made again, dropped singly and altogether', () => {
    model.workspace.reclassify(entry);
    model.workspace.reclassify({ ...entry, segmentIds: ['rock'] });
    model.workspace.undo();
    expect(model.workspace.log.value).toHaveLength(1);
    model.workspace.redo();
    expect(model.workspace.log.value).toHaveLength(2);
    model.workspace.dropReclassification(0);
    expect(model.workspace.log.value.map(({ segmentIds }) => segmentIds)).toEqual([['rock']]);
    model.workspace.dropAllReclassifications();
    expect(model.workspace.log.value).toEqual([]);
    model.workspace.undo();
    expect(model.workspace.log.value).toHaveLength(1);
  });

  test('of nothing leaves nothing to take back', () => {
    model.workspace.dropAllReclassifications();
    expect(model.workspace.canUndo.value).toBe(false);
  });
});

describe('choices of the audit', () => {
  test('are kept in the address, and go with undefined', () => {
    model.audit.choose({ realm: 'all', target: 0 });
    expect(model.url.state.value.audit).toEqual({ realm: 'all', target: 0 });
    model.audit.choose({ realm: undefined });
    expect(model.url.state.value.audit).toEqual({ target: 0 });
    model.audit.resetChoices();
    expect(model.url.state.value).toEqual({});
  });
});

test('an address that the person changed is followed, and replaces every choice', () => {
  model.page.chooseLanguage('en');
  model.selection.select('beach');
  model.audit.choose({ target: 0.4 });
  model.url.apply({ theme: 'projector', zone: 'west' });
  expect(model.url.state.value).toEqual({ theme: 'projector', zone: 'west' });
  expect(model.page.language.value).toBe('zh');
});

test('a surveyed coastline says so', () => {
  expect(model.plan.coastStatus.value).toEqual({ kind: 'illustration' });
  model.plan.showDatasets([
    ['coast', readyWith({ role: 'coastline', segments: [], coastStatus: { kind: 'surveyed' } })],
  ]);
  expect(model.plan.coastStatus.value).toEqual({ kind: 'surveyed' });
});

test('the camera is kept for the address, the bounds for the legend', () => {
  const camera = { zoom: 10, latitude: 36, longitude: 120, bearing: 0, pitch: 0 };
  const corners = [
    [119, 37],
    [121, 37],
    [121, 35],
    [119, 35],
  ] as const;
  model.map.moveCamera(camera, corners);
  expect(model.url.state.value).toEqual({ camera });
  expect(model.map.corners.value).toEqual(corners);
});
