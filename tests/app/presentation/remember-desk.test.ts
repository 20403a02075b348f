import { beforeEach, expect, test, vi } from 'vitest';
import { rememberDesk } from '../../../src/app/presentation/remember-desk.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import type { SavedView } from '../../../src/domain/views/saved-view.ts';
import type { Camera } from '../../../src/map/scene.ts';
import { catalogueLayer, catalogueOf } from '../plan.ts';

const CAMERA: Camera = { zoom: 9, longitude: 120, latitude: 36, bearing: 0, pitch: 0 };

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => act());
});

/** A model with a deck of two views: one that filters, one that counts all coasts of a layer. */
function deskModel(): Model {
  const model = createModel({}, { language: 'en', theme: 'light' });
  const layers = [catalogueLayer('ports', 'projects'), catalogueLayer('coast', 'coastline')];
  model.plan.showCatalogue({ kind: 'ready', catalogue: catalogueOf(layers), issues: [] });
  const [empty, savedAt] = [{ zh: '', en: '' }, '2026-11-28T08:00:00Z'];
  const view = (number: number, address: string): SavedView => ({
    ...{ number, address, savedAt, figures: {} },
    ...{ title: empty, caption: empty, notes: empty },
  });
  const views = [
    view(1, '?status=existing&layers=ports'),
    view(2, '?realm=all&zone=z1&compare=today,plan'),
  ];
  const title = { zh: '字', en: 'words' };
  model.views.showEmbeddedDeck({
    kind: 'ready',
    deck: { id: 'embedded', title, advanceS: 20, views },
  });
  return model;
}

/** What the app shows, as far as a presentation changes it. */
function shown(model: Model): unknown {
  return {
    chosen: model.url.chosenState.value,
    language: model.page.language.value,
    theme: model.page.chosenTheme.value,
    panel: model.page.panel.value,
    isPanelOpen: model.page.isPanelOpen.value,
    opened: model.views.opened.value?.view.number,
    isAtView: model.views.isAtView.value,
    compared: model.comparison.current.value,
    mark: model.map.mark.value,
    asked: model.scenarios.inquiry.value?.at,
  };
}

test.each([
  ['as it opens', () => undefined],
  [
    'filtered, counted and compared by the user',
    (model: Model) => {
      model.page.chooseLanguage('zh');
      model.page.openPanel('projects');
      model.filter.change({ statuses: ['build'] });
      model.audit.choose({ realm: 'island' });
      model.comparison.compare([{ kind: 'now' }, { kind: 'plan' }]);
      model.comparison.moveSplit(0.25);
    },
  ],
  [
    'with a comparison that no address names, an asked place and a folded panel',
    (model: Model) => {
      model.scenarios.start('A berth');
      const id = model.scenarios.current.value?.id ?? '';
      model.comparison.compare([{ kind: 'now' }, { kind: 'scenario', id }]);
      model.page.togglePanel();
      model.map.markPosition([120, 36]);
      model.scenarios.askAbout([120, 36]);
    },
  ],
  ['at a view of the deck', (model: Model) => model.views.open(1)],
  [
    'at a view that the user has changed since',
    (model: Model) => {
      model.views.open(2);
      model.filter.change({ statuses: ['existing'] });
    },
  ],
])('a presentation leaves the app %s', (_, arrange) => {
  const model = deskModel();
  arrange(model);
  model.map.moveCamera(CAMERA, [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ]);
  const before = shown(model);
  const jumpTo = vi.fn();
  const restore = rememberDesk(model, jumpTo);
  model.presentation.start();
  model.page.chooseTheme('projector');
  model.views.open(1);
  model.views.open(2);
  model.page.chooseLanguage('zh');
  model.selection.select('elsewhere');
  model.presentation.stop();
  restore();
  expect(shown(model)).toEqual(before);
  expect(jumpTo).toHaveBeenCalledExactlyOnceWith(CAMERA);
});
