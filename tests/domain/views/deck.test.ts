import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  effectiveDecks,
  nextViewNumber,
  placeOfView,
  withEditedView,
  withFreeNumbers,
  withMovedView,
  withoutView,
  withView,
} from '../../../src/domain/views/deck.ts';
import { withMovedViews } from '../../../src/domain/views/deck-order.ts';
import { type Deck, type SavedView, textIn } from '../../../src/domain/views/saved-view.ts';

function viewOf(number: number): SavedView {
  const words = { zh: `视图 ${number}`, en: `View ${number}` };
  const savedAt = '2026-11-28T00:00:00.000Z';
  return { number, title: words, caption: words, notes: words, address: '', figures: {}, savedAt };
}

function deckOf(numbers: readonly number[], id = 'own'): Deck {
  return { id, title: { zh: '', en: id }, advanceS: 20, views: numbers.map(viewOf) };
}

const numbersOf = ({ views }: Deck): readonly number[] => views.map(({ number }) => number);
const someNumbers = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 12 });

describe('moving several views', () => {
  test.each([
    [[2, 4], 0, [2, 4, 1, 3, 5]],
    [[4, 2], 5, [1, 3, 5, 2, 4]],
    [[2, 3], 3, [1, 2, 3, 4, 5]],
    [[1, 5], 3, [2, 3, 1, 5, 4]],
    [[1], -1, [1, 2, 3, 4, 5]],
    [[9], 2, [1, 2, 3, 4, 5]],
  ])('%j before place %d keeps their order', (numbers, to, expected) => {
    const moved = withMovedViews(deckOf([1, 2, 3, 4, 5]), new Set(numbers), to);
    expect(numbersOf(moved)).toEqual(expected);
  });
});

describe('moving a view', () => {
  test('keeps all views and their numbers, and the others in their order', () => {
    fc.assert(
      fc.property(someNumbers, fc.nat(20), fc.integer({ min: -3, max: 20 }), (numbers, at, to) => {
        const number = numbers[at % Math.max(1, numbers.length)] ?? 999;
        const moved = numbersOf(withMovedView(deckOf(numbers), number, to));
        expect(moved.toSorted((a, b) => a - b)).toEqual(numbers.toSorted((a, b) => a - b));
        expect(moved.filter((each) => each !== number)).toEqual(
          numbers.filter((each) => each !== number),
        );
      }),
    );
  });

  test('puts it at the place that is asked for, beyond the ends at the end', () => {
    expect(numbersOf(withMovedView(deckOf([1, 2, 3, 4]), 1, 2))).toEqual([2, 3, 1, 4]);
    expect(numbersOf(withMovedView(deckOf([1, 2, 3, 4]), 4, 1))).toEqual([1, 4, 2, 3]);
    expect(numbersOf(withMovedView(deckOf([1, 2, 3]), 1, 99))).toEqual([2, 3, 1]);
    expect(numbersOf(withMovedView(deckOf([1, 2, 3]), 3, -5))).toEqual([3, 1, 2]);
  });

  test('back to where it was makes the deck what it was', () => {
    fc.assert(
      fc.property(someNumbers, fc.nat(11), fc.nat(11), (numbers, from, to) => {
        const number = numbers[from];
        if (number === undefined) return;
        const there = withMovedView(deckOf(numbers), number, to);
        expect(numbersOf(withMovedView(there, number, from))).toEqual(numbers);
      }),
    );
  });
});

describe('a deck', () => {
  test('takes a new view behind another one, or at its end when that is not there', () => {
    expect(numbersOf(withView(deckOf([1, 2, 3]), viewOf(7), 1))).toEqual([1, 7, 2, 3]);
    expect(numbersOf(withView(deckOf([1, 2, 3]), viewOf(7)))).toEqual([1, 2, 3, 7]);
    expect(numbersOf(withView(deckOf([1, 2, 3]), viewOf(7), 99))).toEqual([1, 2, 3, 7]);
  });

  test('loses a view by its number alone', () => {
    expect(numbersOf(withoutView(deckOf([5, 1, 2]), 1))).toEqual([5, 2]);
    expect(numbersOf(withoutView(deckOf([5, 1, 2]), 9))).toEqual([5, 1, 2]);
  });

  test('keeps the number of a view whatever an edit says', () => {
    const edited = withEditedView(deckOf([1, 2]), 2, (view) => ({
      ...view,
      number: 77,
      notes: { zh: '', en: 'new' },
    }));
    expect(numbersOf(edited)).toEqual([1, 2]);
    expect(edited.views[1]?.notes.en).toBe('new');
    expect(edited.views[0]).toEqual(viewOf(1));
  });
});

describe('numbers of views', () => {
  test('go up from all that are there, from the last that was given, and from those of the data', () => {
    fc.assert(
      fc.property(fc.array(someNumbers, { maxLength: 3 }), fc.nat(600), (decks, last) => {
        const next = nextViewNumber(
          decks.map((numbers) => deckOf(numbers)),
          last,
        );
        expect(next).toBeGreaterThan(last);
        expect(next).toBeGreaterThan(100);
        for (const number of decks.flat()) expect(next).toBeGreaterThan(number);
      }),
    );
  });

  test('that are taken give way to new ones, and no number is there twice afterwards', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 12 }),
        someNumbers,
        fc.nat(400),
        (numbers, taken, last) => {
          const own = [deckOf(numbers.slice(0, 5), 'a'), deckOf(numbers.slice(5), 'b')];
          const free = withFreeNumbers(own, new Set(taken), last);
          const all = free.decks.flatMap(numbersOf);
          expect(new Set([...all, ...taken]).size).toBe(all.length + taken.length);
          expect(free.last).toBeGreaterThanOrEqual(last);
          const kept = numbers.filter((number) => !taken.includes(number));
          for (const number of kept) expect(all).toContain(number);
          const made = all.filter((number) => !kept.includes(number));
          for (const number of made) expect(number).toBeGreaterThan(Math.max(100, last));
          if (made.length === 0) expect(free).toEqual({ decks: own, last });
        },
      ),
    );
  });
});

describe('the decks in force', () => {
  test('are those of the data, changed ones in their place, then those of their own', () => {
    const [first, second] = [deckOf([1], 'first'), deckOf([2], 'second')];
    const changed = deckOf([2, 101], 'second');
    const own = deckOf([102], 'deck-1');
    expect(effectiveDecks([first, second], [own, changed])).toEqual([first, changed, own]);
    expect(effectiveDecks([], [own, changed])).toEqual([own, changed]);
    expect(effectiveDecks([first], [])).toEqual([first]);
  });

  test('tell where the view of a number stands, and nothing of numbers that nobody has', () => {
    const decks = [deckOf([3, 1], 'a'), deckOf([101, 7], 'b')];
    expect(placeOfView(decks, 7)).toMatchObject({
      deck: { id: 'b' },
      view: { number: 7 },
      index: 1,
    });
    expect(placeOfView(decks, 3)).toMatchObject({ deck: { id: 'a' }, index: 0 });
    expect(placeOfView(decks, 999)).toBeUndefined();
    expect(placeOfView([], 1)).toBeUndefined();
  });
});

test('a text in one language stands in for the other; blanks are no text', () => {
  expect(textIn({ zh: '港', en: 'Port' }, 'zh')).toBe('港');
  expect(textIn({ zh: '港', en: ' ' }, 'en')).toBe('港');
  expect(textIn({ zh: '', en: 'Port' }, 'zh')).toBe('Port');
  expect(textIn({ zh: '', en: '' }, 'zh')).toBe('');
});
