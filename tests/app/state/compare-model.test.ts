import { beforeEach, describe, expect, test } from 'vitest';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import { stateToSave } from '../../../src/app/views/save-view.ts';
import { effectiveSplit, withSide } from '../../../src/domain/views/choose-side.ts';
import type { ComparedSides } from '../../../src/domain/views/compared-side.ts';
import { catalogueLayer, catalogueOf, readyWith } from '../plan.ts';

const PLAN: ComparedSides = [{ kind: 'today' }, { kind: 'plan' }];
const WORDS = { zh: '', en: '' };

function loaded(view: Parameters<typeof createModel>[0] = {}): Model {
  const model = createModel(view, { language: 'en', theme: 'light' });
  const catalogue = catalogueOf([catalogueLayer('ports', 'projects')]);
  model.plan.showCatalogue({ kind: 'ready', catalogue, issues: [] });
  model.plan.showDatasets([['ports', readyWith({ role: 'projects', projects: [] })]]);
  const deck = { id: 'default', title: WORDS, advanceS: 20, views: [] };
  model.views.showEmbeddedDeck({ kind: 'ready', deck });
  return model;
}

let model: Model;
beforeEach(() => {
  model = loaded();
});

/** Saves what is shown as a view, and opens it. */
function saved(): number {
  const now = new Date('2026-11-28T00:00:00Z');
  const kept = stateToSave(model, { extent: undefined, now });
  const number = model.views.add({ ...kept, title: WORDS, caption: WORDS, notes: WORDS });
  model.views.open(number);
  return number;
}

describe('a comparison', () => {
  test('of nobody is absent, and leaves no trace in the address', () => {
    expect(model.comparison.current.value).toBeUndefined();
    model.comparison.moveSplit(0.2);
    model.comparison.setSideBySide(true);
    expect(model.url.state.value).toEqual({});
  });

  test('begins even, one over the other, and the address carries what departs from that', () => {
    model.comparison.compare(PLAN);
    expect(model.comparison.current.value).toEqual({
      sides: PLAN,
      split: 0.5,
      isSideBySide: false,
    });
    expect(model.url.state.value).toEqual({ compared: PLAN });
    model.comparison.moveSplit(0.25);
    model.comparison.setSideBySide(true);
    expect(model.url.state.value).toEqual({ compared: PLAN, split: 0.25, isSideBySide: true });
    model.comparison.end();
    expect(model.url.state.value).toEqual({});
  });

  test('has its sides chosen anew: what the other side shows makes both change places', () => {
    expect(withSide(PLAN, 'left', { kind: 'now' })).toEqual([{ kind: 'now' }, PLAN[1]]);
    expect(withSide(PLAN, 'right', { kind: 'now' })).toEqual([PLAN[0], { kind: 'now' }]);
    expect(withSide(PLAN, 'right', { kind: 'today' })).toEqual([PLAN[1], PLAN[0]]);
    expect(withSide(PLAN, 'left', { kind: 'today' })).toEqual(PLAN);
  });

  test('keeps the line on the map, and maps beside each other wide enough to be maps', () => {
    model.comparison.compare(PLAN);
    model.comparison.moveSplit(1.4);
    const shown = model.comparison.current.value;
    expect(shown?.split).toBe(1);
    expect(shown && effectiveSplit(shown)).toBe(1);
    expect(shown && effectiveSplit({ ...shown, isSideBySide: true })).toBe(0.8);
  });

  test('with a scenario is not in the address, goes with the scenario and comes back with it', () => {
    model.scenarios.start('One');
    const [{ id = '' } = {}] = model.workspace.scenarios.value;
    model.comparison.compare([{ kind: 'today' }, { kind: 'scenario', id }]);
    expect(model.comparison.current.value).toBeDefined();
    expect(model.url.state.value).toEqual({});
    model.scenarios.remove(id);
    expect(model.comparison.current.value).toBeUndefined();
    model.workspace.undo();
    expect(model.comparison.current.value).toBeDefined();
  });

  test('with a view that no deck has falls away once the decks are there', () => {
    const asked = { compared: [{ kind: 'today' }, { kind: 'view', number: 12 }] } as const;
    const waiting = createModel(asked, { language: 'en', theme: 'light' });
    expect(waiting.comparison.current.value?.sides).toEqual(asked.compared);
    expect(loaded(asked).comparison.current.value).toBeUndefined();
  });

  test('is part of a saved view: opened, it is back; the line may move without leaving the view', () => {
    model.comparison.compare(PLAN);
    model.comparison.moveSplit(0.3);
    model.comparison.setSideBySide(true);
    const number = saved();
    model.comparison.end();
    expect(model.views.isAtView.value).toBe(false);
    model.views.open(number);
    expect(model.comparison.current.value).toEqual({ sides: PLAN, split: 0.3, isSideBySide: true });
    expect(model.views.isAtView.value).toBe(true);
    model.comparison.moveSplit(0.6);
    expect(model.views.isAtView.value).toBe(true);
    model.comparison.setSideBySide(false);
    expect(model.views.isAtView.value).toBe(false);
  });

  test('ends when a view is opened that compares nothing', () => {
    const number = saved();
    model.comparison.compare(PLAN);
    model.views.open(number);
    expect(model.comparison.current.value).toBeUndefined();
  });
});
