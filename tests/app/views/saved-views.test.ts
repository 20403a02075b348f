import { describe, expect, test } from 'vitest';
import {
  formatUrlState,
  parseUrlText,
  type ViewState,
} from '../../../src/app/address/url-state.ts';
import { stateOfView, withoutManner } from '../../../src/app/address/view-url-state.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import { loadDecks } from '../../../src/app/views/load-decks.ts';
import {
  leftOutOfView,
  stateToSave,
  suggestedTitle,
  whyNotSaved,
} from '../../../src/app/views/save-view.ts';
import type { SavedView } from '../../../src/domain/views/saved-view.ts';
import { viewKey } from '../../../src/domain/views/view-key.ts';
import { boxZone, equatorSegment } from '../../domain/build.ts';
import { catalogueLayer, catalogueOf, projectOf, readyWith } from '../plan.ts';

const CATALOGUE = catalogueOf([
  catalogueLayer('land', 'base'),
  catalogueLayer('zones', 'zones'),
  catalogueLayer('coast', 'coastline'),
  catalogueLayer('ports', 'projects'),
  catalogueLayer('rail', 'projects', { isVisible: false }),
]);
const NONE = { zh: '', en: '' };
const SCENARIO = { id: 'embedded-try', name: 'Try', isLocked: true, sites: [] };

function viewOf(number: number, address: string, other: Partial<SavedView> = {}): SavedView {
  const title = { zh: `视图 ${number}`, en: `View ${number}` };
  const savedAt = '2026-11-28T00:00:00.000Z';
  return { number, title, caption: NONE, notes: NONE, address, figures: {}, savedAt, ...other };
}

/** A model with its plan loaded and a deck of three views, at an address. */
function controller(address = ''): Model {
  const model = createModel(parseUrlText(address), { language: 'en', theme: 'light' });
  model.plan.showCatalogue({ kind: 'ready', catalogue: CATALOGUE, issues: [] });
  model.plan.showDatasets([
    ['land', readyWith({ role: 'base', features: [] })],
    ['zones', readyWith({ role: 'zones', zones: [boxZone('west', [0, -1, 1, 1])] })],
    [
      'coast',
      readyWith({
        role: 'coastline',
        segments: [equatorSegment('beach', 'sandy', [0, 1])],
        coastStatus: { kind: 'illustration' },
      }),
    ],
    ['ports', readyWith({ role: 'projects', projects: [projectOf('quay', 'ports')] })],
    ['rail', readyWith({ role: 'projects', projects: [projectOf('line', 'rail')] })],
  ]);
  const views = [
    viewOf(1, '?layers=coast#map=9/0/0.5'),
    viewOf(
      2,
      '?lang=zh&theme=room&layers=coast,ports&zone=west&estuary=natural&setback=200#map=11/0.1/0.5',
      {
        scenario: SCENARIO,
      },
    ),
    viewOf(3, '?layers=nowhere&view=1&panel=data&embed=1&in=rail#map=wrong'),
  ];
  model.views.showEmbeddedDeck({
    kind: 'ready',
    deck: { id: 'default', title: NONE, advanceS: 20, views },
  });
  return model;
}

const search = (model: Model): string => formatUrlState(model.url.state.value).search;
/** Opens what the address asks for, once decks and plan are there. */
function follow(model: Model): void {
  loadDecks(model, model.views.open);
}

describe('what a view keeps of an address', () => {
  test('is what is looked at, without how: no camera, language, theme, panel or view', () => {
    const { state, chosen } = stateOfView(
      viewOf(2, '?lang=zh&theme=room&layers=coast&zone=west&panel=data&view=7&embed=1#map=9/0/0'),
    );
    expect(state).toEqual({
      language: 'zh',
      theme: 'projector',
      layers: ['coast'],
      zone: 'west',
      camera: { zoom: 9, latitude: 0, longitude: 0, bearing: 0, pitch: 0 },
    });
    expect(chosen).toBe('?layers=coast&zone=west');
    expect(withoutManner(state)).toBe(chosen);
  });

  test('tells no layers from none that is named', () => {
    expect(withoutManner({ layers: [] })).not.toBe(withoutManner({}));
  });
});

describe('a view that is opened', () => {
  test('shows its layers, zone, choices, scenario and theme, in its own deck', () => {
    const model = controller();
    model.views.open(2);
    expect([...model.plan.visibleIds.value]).toEqual(['coast', 'ports']);
    expect(model.selection.zone.value?.id).toBe('west');
    expect(model.audit.choices.value).toEqual({ estuary: 'natural' });
    expect(model.conflicts.chosenStudyM.value).toBe(200);
    expect(model.scenarios.shown.value).toEqual(SCENARIO);
    expect([model.page.theme.value, model.page.language.value, model.page.panel.value]).toEqual([
      'projector',
      'zh',
      'views',
    ]);
    expect(model.views.isAtView.value).toBe(true);
  });

  test('lets go what the last one chose', () => {
    const model = controller();
    model.views.open(2);
    model.views.open(1);
    expect([...model.plan.visibleIds.value]).toEqual(['coast']);
    expect(model.selection.zone.value).toBeUndefined();
    expect(model.audit.choices.value).toEqual({});
    expect(model.scenarios.shown.value).toBeUndefined();
  });

  test('keeps language and theme of the reader where it says none, and those of the room in the room', () => {
    const model = controller('?lang=zh&theme=dark');
    model.views.open(1);
    expect([model.page.language.value, model.page.theme.value]).toEqual(['zh', 'dark']);
    const room = controller('?lang=en&theme=dark');
    room.presentation.start();
    room.views.open(2);
    expect([room.page.language.value, room.page.theme.value]).toEqual(['en', 'dark']);
  });

  test('with parts that nobody knows falls back part by part', () => {
    const model = controller();
    model.views.open(3);
    expect([...model.plan.visibleIds.value]).toEqual(['zones', 'coast', 'ports']);
    expect(model.filter.current.value).toEqual({ layers: ['rail'] });
    expect(model.page.panel.value).toBe('views');
  });

  test('is named alone by the address while nothing is changed; afterwards the address says what is shown', () => {
    const model = controller();
    model.views.open(2);
    expect(search(model)).toBe('?lang=zh&theme=projector&panel=views&view=2');
    model.plan.switchLayer('rail', true);
    expect(search(model)).toBe(
      '?lang=zh&theme=projector&layers=coast,ports,rail&panel=views&zone=west&estuary=natural&setback=200',
    );
    expect(model.views.opened.value?.view.number).toBe(2);
    model.plan.switchLayer('rail', false);
    expect(search(model)).toContain('view=2');
    model.page.chooseTheme('light');
    expect(search(model)).toBe('?lang=zh&theme=light&panel=views&view=2');
  });

  test('stays open under its number while the deck is put in another order, and is gone once removed', () => {
    const model = controller();
    model.views.open(2);
    model.views.move(2, 0);
    expect(model.views.opened.value).toMatchObject({ index: 0, view: { number: 2 } });
    expect(search(model)).toContain('view=2');
    model.views.remove(2);
    expect(model.views.opened.value).toBeUndefined();
    expect(search(model)).not.toContain('view=');
  });

  test('can be let go: what it showed stays', () => {
    const model = controller();
    model.views.open(2);
    model.views.close();
    expect(model.views.opened.value).toBeUndefined();
    expect([...model.plan.visibleIds.value]).toEqual(['coast', 'ports']);
  });
});

describe('an address that names a view', () => {
  test('opens it, and its other parts go before those of the view', () => {
    const model = controller('?view=2&layers=rail&lang=en');
    follow(model);
    expect([...model.plan.visibleIds.value]).toEqual(['rail']);
    expect(model.page.language.value).toBe('en');
    expect(model.page.theme.value).toBe('projector');
    expect(model.selection.zone.value?.id).toBe('west');
    expect(model.views.opened.value?.view.number).toBe(2);
    expect(model.views.isAtView.value).toBe(false);
  });

  test('keeps its number until the decks are there', () => {
    expect(search(controller('?view=2'))).toContain('view=2');
  });

  test('falls back alone when nobody has the number', () => {
    const model = controller('?view=999&layers=rail&zone=west');
    follow(model);
    expect(model.views.opened.value).toBeUndefined();
    expect(model.url.wantedView.value).toBeUndefined();
    expect([...model.plan.visibleIds.value]).toEqual(['rail']);
    expect(search(model)).toBe('?layers=rail&zone=west');
  });

  test('of the user alone also says what it shows, and a mark of it', () => {
    const model = controller();
    const number = model.views.add({ ...viewOf(0, '?layers=ports&select=quay'), title: NONE });
    model.views.open(number);
    const own = model.views.opened.value?.view;
    expect(own?.number).toBe(101);
    expect(search(model)).toBe(
      `?panel=views&select=quay&view=101&of=${own && viewKey(own)}`.replace(
        '?panel',
        '?layers=ports&panel',
      ),
    );
  });

  test('of another person never opens an own view of the same number', () => {
    const [theirs, mine] = [controller(), controller('?view=101')];
    theirs.views.add({ ...viewOf(0, '?layers=ports&select=quay'), title: { zh: '甲', en: 'A' } });
    mine.views.add({ ...viewOf(0, '?layers=rail'), title: { zh: '乙', en: 'B' } });
    expect(theirs.views.placeOf(101)?.view.title.en).toBe('A');
    expect(mine.views.placeOf(101)?.view.title.en).toBe('B');
    theirs.views.open(101);
    const link = search(theirs);

    // With the mark: what the other saw, but not under the name of one's own.
    const followed = controller(link);
    followed.views.add({ ...viewOf(0, '?layers=rail'), title: { zh: '乙', en: 'B' } });
    follow(followed);
    expect(followed.views.opened.value).toBeUndefined();
    expect([...followed.plan.visibleIds.value]).toEqual(['ports']);
    expect(followed.selection.id.value).toBe('quay');
    // With the number alone: nothing of one's own either.
    follow(mine);
    expect(mine.views.opened.value).toBeUndefined();
  });

  test('of the user opens again by its own link', () => {
    const model = controller();
    model.views.add({ ...viewOf(0, '?layers=ports'), title: { zh: '甲', en: 'A' } });
    model.views.open(101);
    const again = controller(search(model));
    // It comes with the work, later than the plan.
    follow(again);
    expect(again.views.opened.value).toBeUndefined();
    again.views.add({ ...viewOf(0, '?layers=ports'), title: { zh: '甲', en: 'A' } });
    expect(again.views.opened.value?.view.number).toBe(101);
  });

  test('of the plan that the user has changed is no longer the one that a link names', () => {
    const model = controller('?view=1');
    model.views.edit(1, (view) => ({ ...view, title: { zh: '改', en: 'changed' } }));
    expect(model.views.isShipped(1)).toBe(false);
    expect(model.views.isShipped(2)).toBe(true);
  });

  test('reads back as it is written', () => {
    const model = controller();
    model.views.open(2);
    const again = controller(search(model));
    follow(again);
    expect(again.views.isAtView.value).toBe(true);
    expect(again.url.chosenState.value).toEqual(model.url.chosenState.value);
  });
});

describe('a view that is saved', () => {
  const NOW = new Date('2026-11-28T09:30:00Z');
  const keep = (model: Model, extent?: readonly [number, number, number, number]) =>
    stateToSave(model, { extent, now: NOW });

  test('names its layers even where they are those of the first start', () => {
    const { address, savedAt, extent, scenario } = keep(controller());
    expect(parseUrlText(address).layers).toEqual(['zones', 'coast', 'ports']);
    expect(savedAt).toBe('2026-11-28T09:30:00.000Z');
    expect([extent, scenario]).toEqual([undefined, undefined]);
  });

  test('keeps selection, choices, filter, theme, language and camera, but not the panel', () => {
    const model = controller('?lang=zh&theme=dark&zone=west&estuary=excluded&in=rail&panel=views');
    model.map.moveCamera({ zoom: 9.5, latitude: 0.25, longitude: 0.5, bearing: 10, pitch: 0 }, [
      [0, 1],
      [1, 1],
      [1, 0],
      [0, 0],
    ]);
    const state: ViewState = parseUrlText(keep(model).address);
    expect(state).toMatchObject({
      language: 'zh',
      theme: 'dark',
      zone: 'west',
      audit: { estuary: 'excluded' },
      filter: { layers: ['rail'] },
      camera: { zoom: 9.5, latitude: 0.25, longitude: 0.5, bearing: 10 },
    });
    expect(state.panel).toBeUndefined();
  });

  test('rounds its extent to a hundred-thousandth of a degree, a metre', () => {
    expect(keep(controller(), [119.123456789, -35.999999, 120.000004, 36]).extent).toEqual([
      119.12346, -36, 120, 36,
    ]);
  });

  test('opens as what was saved', () => {
    const model = controller('?layers=rail,coast&zone=west&estuary=natural');
    const texts = { title: NONE, caption: NONE, notes: NONE };
    const number = model.views.add({ ...keep(model), ...texts });
    model.views.open(number);
    expect(model.views.isAtView.value).toBe(true);
    model.selection.clear();
    expect(model.views.isAtView.value).toBe(false);
    model.views.open(number);
    expect(model.selection.zone.value?.id).toBe('west');
  });

  test('keeps the scenario that was tried, though the views are another panel', () => {
    const model = controller();
    model.page.openPanel('scenarios');
    model.scenarios.start('Berth');
    model.page.openPanel('views');
    expect(model.page.keepsScenario.value).toBe(true);
    expect(keep(model).scenario?.name).toBe('Berth');
    expect(suggestedTitle(model, () => NONE)).toEqual({ zh: 'Berth', en: 'Berth' });
    const number = model.views.add({ ...keep(model), title: NONE, caption: NONE, notes: NONE });
    model.views.open(number);
    expect(model.scenarios.shown.value?.name).toBe('Berth');
    // The deck shows it on any panel, also when the scenario itself is gone.
    model.scenarios.remove('scenario-1');
    model.page.openPanel('layers');
    expect(model.scenarios.shown.value?.name).toBe('Berth');
  });

  test('keeps none that left the map on the way, or that was left out', () => {
    const model = controller();
    model.page.openPanel('scenarios');
    model.scenarios.start('Berth');
    model.page.openPanel('layers');
    model.page.openPanel('views');
    expect(keep(model).scenario).toBeUndefined();
    model.page.openPanel('scenarios');
    model.page.openPanel('views');
    model.page.leaveScenario();
    expect(keep(model).scenario).toBeUndefined();
  });

  test('is refused in words where it could not keep what the map shows', () => {
    const model = controller();
    model.scenarios.start('Berth');
    model.comparison.compare([{ kind: 'today' }, { kind: 'scenario', id: 'scenario-1' }]);
    expect(whyNotSaved(model)).toEqual({ key: 'viewNotCompared', name: 'Berth' });
    model.comparison.end();
    model.scenarios.draw({ kind: 'new', shape: 'line', purpose: 'build' });
    const nothing = (): void => undefined;
    model.scenarios.showCorners({ set: 1, takenBack: 0, takeBack: nothing, setAgain: nothing });
    expect(whyNotSaved(model)).toEqual({ key: 'viewNotDrawing' });
  });

  test('says what stands on the map beside it', () => {
    const model = controller();
    expect(leftOutOfView(model)).toEqual([]);
    model.map.markPosition([120, 36]);
    model.scenarios.askAbout([120, 36]);
    expect(leftOutOfView(model)).toEqual(['mark', 'inquiry']);
  });

  test('keeps a comparison with an own view, which no link carries', () => {
    const model = controller();
    const view = { ...viewOf(0, '?layers=ports'), title: NONE };
    const number = model.views.add(view);
    model.comparison.compare([{ kind: 'today' }, { kind: 'view', number }]);
    expect(keep(model).address).toContain(`compare=today,view-${number}`);
    expect(search(model)).not.toContain('compare');
  });

  test('keeps the scenario that it shows, whole', () => {
    const model = controller();
    model.views.open(2);
    expect(keep(model).scenario).toEqual(SCENARIO);
  });

  test('is called after what is picked, else after its place in the deck', () => {
    const name = (number: number) => ({ zh: `视图 ${number}`, en: `View ${number}` });
    expect(suggestedTitle(controller(), name).en).toBe('View 4');
    expect(suggestedTitle(controller('?select=quay'), name)).toEqual({ zh: '字', en: 'words' });
    expect(suggestedTitle(controller('?zone=west'), name).en).not.toBe('View 4');
  });
});
