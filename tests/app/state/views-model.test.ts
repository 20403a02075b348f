import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import type { Deck, SavedView } from '../../../src/domain/views/saved-view.ts';
import { workspaceSize } from '../../../src/domain/views/workspace.ts';

const WORDS = { zh: '字', en: 'Words' };
const SAVED_AT = '2026-11-28T00:00:00.000Z';
const FRESH = {
  title: WORDS,
  caption: WORDS,
  notes: WORDS,
  address: '',
  figures: {},
  savedAt: SAVED_AT,
};

function shipped(...numbers: readonly number[]): Deck {
  const views = numbers.map((number): SavedView => ({ ...FRESH, number }));
  return { id: 'default', title: WORDS, advanceS: 20, views };
}

function withDeck(deck: Deck = shipped(1, 2, 3)): Model {
  const model = createModel({}, { language: 'en', theme: 'light' });
  model.views.showEmbeddedDeck({ kind: 'ready', deck });
  return model;
}

const numbers = (model: Model): readonly (readonly number[])[] =>
  model.views.decks.value.map(({ views }) => views.map(({ number }) => number));

describe('the deck of the data', () => {
  test('is open at first, is edited as a copy of the person, and comes back as it came', () => {
    const model = withDeck();
    expect(model.views.openDeck.value?.id).toBe('default');
    expect(model.workspace.decks.value).toEqual([]);
    model.views.move(3, 0);
    expect(numbers(model)).toEqual([[3, 1, 2]]);
    expect(
      model.views.openDeck.value && model.views.isChangedDeck(model.views.openDeck.value),
    ).toBe(true);
    model.views.removeDeck('default');
    expect(numbers(model)).toEqual([[1, 2, 3]]);
    expect(
      model.views.openDeck.value && model.views.isChangedDeck(model.views.openDeck.value),
    ).toBe(false);
    model.workspace.undo();
    expect(numbers(model)).toEqual([[3, 1, 2]]);
  });

  test('is not changed where an edit was made and taken back by hand', () => {
    const model = withDeck();
    model.views.move(3, 0);
    model.views.move(3, 2);
    expect(numbers(model)).toEqual([[1, 2, 3]]);
    expect(
      model.views.openDeck.value && model.views.isChangedDeck(model.views.openDeck.value),
    ).toBe(false);
  });

  test('comes back whole after one of its views has moved to another deck; that one gets a new number', () => {
    const model = withDeck();
    model.views.startDeck({ zh: '', en: 'Mine' });
    const mine = model.views.openDeck.value?.id ?? '';
    model.views.moveToDeck(2, mine);
    expect(numbers(model)).toEqual([[1, 3], [2]]);
    model.views.removeDeck('default');
    expect(numbers(model)).toEqual([[1, 2, 3], [101]]);
    expect(model.views.placeOf(2)?.deck.id).toBe('default');
  });

  test('emptied by a person is work that would be lost', () => {
    const model = withDeck(shipped(1));
    model.views.remove(1);
    expect(numbers(model)).toEqual([[]]);
    expect(workspaceSize(model.workspace.current.value)).toBeGreaterThan(0);
  });

  test('that could not be read leaves decks of their own to work with', () => {
    const model = createModel({}, { language: 'en', theme: 'light' });
    const nothing = { zh: '无', en: 'none' };
    model.views.showEmbeddedDeck({
      kind: 'failed',
      error: {
        kind: 'structure',
        file: 'views/default.json',
        line: 1,
        column: 1,
        message: nothing,
        cure: nothing,
      },
    });
    expect(model.views.openDeck.value).toBeUndefined();
    const number = model.views.add(FRESH);
    expect(numbers(model)).toEqual([[number]]);
    expect(model.views.openDeck.value?.views).toHaveLength(1);
  });
});

describe('views', () => {
  test('are saved behind another or at the end, edited, duplicated behind themselves and removed', () => {
    const model = withDeck();
    expect(model.views.add(FRESH, 1)).toBe(101);
    expect(model.views.add(FRESH)).toBe(102);
    model.views.duplicate(2, { zh: '副本', en: 'Copy' });
    expect(numbers(model)).toEqual([[1, 101, 2, 103, 3, 102]]);
    expect(model.views.placeOf(103)?.view.title.en).toBe('Copy');
    model.views.edit(2, (view) => ({ ...view, caption: { zh: '新', en: 'New' } }));
    expect(model.views.placeOf(2)?.view.caption.en).toBe('New');
    expect(model.views.placeOf(103)?.view.caption).toEqual(WORDS);
    model.views.remove(101);
    expect(numbers(model)).toEqual([[1, 2, 103, 3, 102]]);
  });

  test('moved to where they stand, or to their own deck, are no step to undo', () => {
    const model = withDeck();
    model.views.move(2, 1);
    model.views.moveToDeck(2, 'default');
    model.views.moveToDeck(2, 'no-such-deck');
    model.views.remove(999);
    model.views.edit(999, (view) => view);
    expect(model.workspace.canUndo.value).toBe(false);
  });

  test('of a deck that is duplicated get numbers of their own', () => {
    const model = withDeck();
    const deck = model.views.openDeck.value;
    if (deck === undefined) throw new Error('no deck');
    model.views.startDeck({ zh: '副本', en: 'Copy' }, deck);
    expect(numbers(model)).toEqual([
      [1, 2, 3],
      [101, 102, 103],
    ]);
    expect(model.views.openDeck.value?.title.en).toBe('Copy');
  });

  test('never get a number that another has had, whatever is removed, undone or taken up', () => {
    const step = fc.oneof(
      fc.constant({ kind: 'add' } as const),
      fc.constant({ kind: 'undo' } as const),
      fc.constant({ kind: 'redo' } as const),
      fc.record({ kind: fc.constant('duplicate' as const), at: fc.nat(9) }),
      fc.record({ kind: fc.constant('remove' as const), at: fc.nat(9) }),
      fc.record({ kind: fc.constant('restore' as const) }),
      fc.record({ kind: fc.constant('take up' as const), last: fc.integer({ min: 0, max: 130 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const model = withDeck();
        // A view is known by its savedAt, which duplicates do not keep here.
        const owners = new Map<number, string>();
        let count = 0;
        const fresh = () => {
          count += 1;
          return new Date(Date.UTC(2026, 0, 1) + count * 1000).toISOString();
        };
        for (const each of steps) {
          const all = numbers(model).flat();
          switch (each.kind) {
            case 'add':
              model.views.add({ ...FRESH, savedAt: fresh() });
              break;
            case 'undo':
            case 'redo':
              model.workspace[each.kind]();
              break;
            case 'duplicate': {
              const [number = 0, before] = [all[each.at % Math.max(1, all.length)], new Set(all)];
              model.views.duplicate(number, { zh: '', en: fresh() });
              const made = numbers(model)
                .flat()
                .find((other) => !before.has(other));
              if (made !== undefined) expect(owners.has(made)).toBe(false);
              break;
            }
            case 'remove':
              model.views.remove(all[each.at % Math.max(1, all.length)] ?? 0);
              break;
            case 'restore':
              model.views.removeDeck('default');
              break;
            case 'take up':
              model.workspace.restore({
                log: [],
                scenarios: [],
                decks: [],
                datasets: [],
                notes: [],
                photos: [],
                versions: [],
                lastViewNumber: each.last,
              });
          }
          const now = numbers(model).flat();
          expect(new Set(now).size).toBe(now.length);
          for (const number of now) {
            const view = model.views.placeOf(number)?.view;
            const who = `${view?.savedAt} ${view?.title.en}`;
            expect(owners.get(number) ?? who).toBe(who);
            owners.set(number, who);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('keep scenarios: those of the work where it has them, else as they were saved', () => {
    const scenario = { id: 'scenario-1', name: 'As saved', isLocked: false, sites: [] };
    const model = withDeck({ ...shipped(1), views: [{ ...FRESH, number: 1, scenario }] });
    expect(model.views.deckScenarios.value).toEqual([scenario]);
    model.scenarios.adopt(scenario);
    model.scenarios.rename('scenario-1', 'As it is now');
    expect(model.views.deckScenarios.value[0]?.name).toBe('As it is now');
  });
});

describe('decks', () => {
  test('are started empty with a pace, named, paced and removed; another is open then', () => {
    const model = withDeck();
    model.views.startDeck({ zh: '', en: 'Mine' });
    const mine = model.views.openDeck.value;
    expect(mine).toMatchObject({ title: { en: 'Mine' }, advanceS: 20, views: [] });
    model.views.changeDeck(mine?.id ?? '', { advanceS: 45 });
    model.views.changeDeck(mine?.id ?? '', { title: { zh: '', en: 'Ours' } });
    expect(model.views.openDeck.value).toMatchObject({ title: { en: 'Ours' }, advanceS: 45 });
    model.views.removeDeck(mine?.id ?? '');
    expect(model.views.openDeck.value?.id).toBe('default');
  });

  test('never share an id', () => {
    const model = withDeck();
    for (const name of ['a', 'b', 'c']) model.views.startDeck({ zh: '', en: name });
    const ids = model.views.decks.value.map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
  });
});
