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
  model.showCatalogue({ kind: 'ready', catalogue: CATALOGUE, issues: [] });
  model.showDatasets([['land', readyWith({ role: 'base', features: [] })]]);
  model.showDatasets([
    ['ports', readyWith({ role: 'projects', projects: [projectOf('quay', 'ports')] })],
  ]);
  model.showDatasets([
    ['rail', readyWith({ role: 'projects', projects: [projectOf('line', 'rail')] })],
  ]);
  model.showDatasets([
    ['coast', readyWith({ role: 'coastline', segments: [BEACH, ROCK], isSurveyed: false })],
  ]);
  model.showDatasets([
    ['zones', readyWith({ role: 'zones', zones: [boxZone('west', [0, -1, 1, 1])] })],
  ]);
  return model;
}

let model: Model;
beforeEach(() => {
  model = loaded();
});

const visible = (of: Model = model): readonly string[] => [...of.visibleIds.value];

describe('a model at the start', () => {
  test('follows the surroundings where the address is silent', () => {
    expect([model.language.value, model.theme.value, model.panel.value]).toEqual([
      'zh',
      'dark',
      'layers',
    ]);
  });

  test('follows the address where it speaks', () => {
    const asked = createModel({ language: 'en', theme: 'projector', panel: 'data' }, PREFERENCES);
    expect([asked.language.value, asked.theme.value, asked.panel.value]).toEqual([
      'en',
      'projector',
      'data',
    ]);
  });

  test('has nothing to write into the address', () => {
    expect(model.viewState.value).toEqual({});
  });

  test('has no layers before the catalogue', () => {
    expect(createModel({}, PREFERENCES).layers.value).toEqual([]);
  });
});

describe('layers', () => {
  test('are shown as the catalogue says, the base map aside', () => {
    expect(visible()).toEqual(['ports', 'coast']);
  });

  test('are switched one by one, in the catalogue’s order, and the address keeps the choice', () => {
    model.switchLayer('rail', true);
    model.switchLayer('coast', false);
    expect(visible()).toEqual(['ports', 'rail']);
    expect(model.viewState.value.layers).toEqual(['ports', 'rail']);
  });

  test('can all be shown, and go back to the default without a trace in the address', () => {
    model.showAllLayers();
    expect(visible()).toEqual(['ports', 'rail', 'coast', 'zones']);
    model.showDefaultLayers();
    expect(visible()).toEqual(['ports', 'coast']);
    expect(model.viewState.value).toEqual({});
  });

  test('that the address names and the catalogue does not know stay away; none named means none', () => {
    expect(visible(loaded({ layers: ['rail', 'nowhere', 'land'] }))).toEqual(['rail']);
    expect(visible(loaded({ layers: [] }))).toEqual([]);
  });

  test('that nobody knows leave the address once the catalogue is known', () => {
    const asked = loaded({ layers: ['rail', 'nowhere'] });
    expect(asked.viewState.value.layers).toEqual(['rail']);
    const waiting = createModel({ layers: ['rail', 'nowhere'] }, PREFERENCES);
    expect(waiting.viewState.value.layers).toEqual(['rail', 'nowhere']);
  });

  test.each(['nope', '__proto__', 'constructor', 'land'])(
    'fall back to the default when "%s" is all that the address names',
    (id) => {
      const asked = loaded({ layers: [id] });
      expect(visible(asked)).toEqual(['ports', 'coast']);
      expect(asked.viewState.value).toEqual({});
    },
  );

  test('that are all switched off on purpose stay off, and the address says so', () => {
    expect(loaded({ layers: [] }).viewState.value).toEqual({ layers: [] });
    for (const id of visible()) model.switchLayer(id, false);
    expect(visible()).toEqual([]);
    expect(model.viewState.value).toEqual({ layers: [] });
  });

  test('of a project are shown when it is picked in a list', () => {
    model.selectFeature('line');
    expect(new Set(visible())).toEqual(new Set(['ports', 'rail', 'coast']));
    model.showDefaultLayers();
    model.switchLayer('coast', false);
    model.selectFeature('line');
    expect(visible()).toEqual(['ports', 'rail']);
  });

  test('of a project are shown when the address selects it', () => {
    expect(visible(loaded({ select: 'line' }))).toContain('rail');
  });
});

describe('completeness', () => {
  test('waits for what is shown and for the base map, not for what is hidden', () => {
    const slow = createModel({}, PREFERENCES);
    expect(slow.isComplete.value).toBe(false);
    slow.showCatalogue({ kind: 'ready', catalogue: CATALOGUE, issues: [] });
    slow.showDatasets([['ports', readyWith({ role: 'projects', projects: [] })]]);
    slow.showDatasets([
      ['coast', readyWith({ role: 'coastline', segments: [], isSurveyed: false })],
    ]);
    expect(slow.isComplete.value).toBe(false);
    slow.showDatasets([['land', readyWith({ role: 'base', features: [] })]]);
    expect(slow.isComplete.value).toBe(true);
    slow.switchLayer('rail', true);
    expect(slow.isComplete.value).toBe(false);
  });

  test('takes a layer that failed for arrived: one failing hides one layer, not the map', () => {
    const words = { zh: '', en: '' };
    model.showDatasets([
      [
        'ports',
        {
          kind: 'failed',
          error: { kind: 'network', file: 'a', message: words, cure: words },
        },
      ],
    ]);
    expect(model.isComplete.value).toBe(true);
    expect(model.projects.value.map(({ id }) => id)).toEqual(['line']);
  });

  test('is reached with a catalogue that failed: nothing more will come', () => {
    const words = { zh: '', en: '' };
    model.showCatalogue({
      kind: 'failed',
      error: { kind: 'network', file: 'a', message: words, cure: words },
    });
    expect(model.isComplete.value).toBe(true);
  });
});

describe('selecting', () => {
  test('finds projects, segments and zones by their id', () => {
    const kinds = ['quay', 'beach', 'west', 'nothing'].map((id) => {
      model.clearSelection();
      model.selectFeature(id);
      return model.selection.value?.kind;
    });
    expect(kinds).toEqual(['project', 'segment', 'zone', undefined]);
  });

  test('a feature keeps the zone in the address; a zone lets the feature go', () => {
    model.selectFeature('west');
    model.selectFeature('beach');
    expect(model.viewState.value).toMatchObject({ select: 'beach', zone: 'west' });
    model.selectZone('west');
    expect(model.viewState.value).toEqual({ zone: 'west' });
  });

  test('open ground clears both', () => {
    model.selectFeature('west');
    model.selectFeature(undefined);
    expect(model.selection.value).toBeUndefined();
    expect(model.viewState.value).toEqual({});
  });

  test('something that is not there leaves the address once everything is in', () => {
    const asked = createModel({ select: 'gone', zone: 'nowhere' }, PREFERENCES);
    expect(asked.viewState.value).toEqual({ select: 'gone', zone: 'nowhere' });
    expect(loaded({ select: 'gone', zone: 'nowhere' }).viewState.value).toEqual({});
  });

  test('is told apart from hovering', () => {
    model.hoverFeature('rock');
    expect(model.selection.value).toBeUndefined();
    expect(model.hoveredId.value).toBe('rock');
  });
});

describe('panels', () => {
  test('open with what is in them, fold, and are kept in the address', () => {
    model.togglePanel();
    expect(model.isPanelOpen.value).toBe(false);
    model.openPanel('coastline');
    expect([model.isPanelOpen.value, model.panel.value]).toEqual([true, 'coastline']);
    expect(model.viewState.value).toEqual({ panel: 'coastline' });
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
    model.reclassify(entry);
    expect(model.segments.value.map((segment) => segment.class)).toEqual(['artificial', 'bedrock']);
    expect(model.segments.value[1]).toBe(ROCK);
    expect(model.loadedSegments.value).toEqual([BEACH, ROCK]);
    const shown = model.shownLayers.value.find(({ layer }) => layer.id === 'coast')?.state;
    expect(shown).toMatchObject({
      content: { segments: [{ class: 'artificial' }, { class: 'bedrock' }] },
    });
    expect(model.shownLayers.value.find(({ layer }) => layer.id === 'ports')).toBe(
      model.layers.value.find(({ layer }) => layer.id === 'ports'),
    );
  });

  test('shows the selected segment as edited', () => {
    model.selectFeature('beach');
    model.reclassify(entry);
    expect(model.selection.value).toMatchObject({
      kind: 'segment',
      segment: { class: 'artificial' },
    });
  });

  test('is taken back, made again, dropped singly and altogether', () => {
    model.reclassify(entry);
    model.reclassify({ ...entry, segmentIds: ['rock'] });
    model.undo();
    expect(model.log.value).toHaveLength(1);
    model.redo();
    expect(model.log.value).toHaveLength(2);
    model.dropReclassification(0);
    expect(model.log.value.map(({ segmentIds }) => segmentIds)).toEqual([['rock']]);
    model.dropAllReclassifications();
    expect(model.log.value).toEqual([]);
    model.undo();
    expect(model.log.value).toHaveLength(1);
  });

  test('of nothing leaves nothing to take back', () => {
    model.dropAllReclassifications();
    expect(model.canUndo.value).toBe(false);
  });
});

describe('choices of the audit', () => {
  test('are kept in the address, and go with undefined', () => {
    model.chooseAudit({ realm: 'all', target: 0 });
    expect(model.viewState.value.audit).toEqual({ realm: 'all', target: 0 });
    model.chooseAudit({ realm: undefined });
    expect(model.viewState.value.audit).toEqual({ target: 0 });
    model.resetAuditChoices();
    expect(model.viewState.value).toEqual({});
  });
});

test('an address that the person changed is followed, and replaces every choice', () => {
  model.chooseLanguage('en');
  model.selectFeature('beach');
  model.chooseAudit({ target: 0.4 });
  model.applyUrl({ theme: 'projector', zone: 'west' });
  expect(model.viewState.value).toEqual({ theme: 'projector', zone: 'west' });
  expect(model.language.value).toBe('zh');
});

test('a surveyed coastline says so', () => {
  expect(model.isSurveyed.value).toBe(false);
  model.showDatasets([['coast', readyWith({ role: 'coastline', segments: [], isSurveyed: true })]]);
  expect(model.isSurveyed.value).toBe(true);
});

test('the camera is kept for the address, the bounds for the legend', () => {
  const camera = { zoom: 10, latitude: 36, longitude: 120, bearing: 0, pitch: 0 };
  const corners = [
    [119, 37],
    [121, 37],
    [121, 35],
    [119, 35],
  ] as const;
  model.moveCamera(camera, corners);
  expect(model.viewState.value).toEqual({ camera });
  expect(model.viewCorners.value).toEqual(corners);
});
