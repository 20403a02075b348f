import type { Deck, SavedView } from './saved-view.ts';

/** The deck that the plan's data bring along. */
export const EMBEDDED_DECK_ID = 'default';
/** Numbers below belong to embedded decks: a later edition of the data may add views of its own. */
const FIRST_OWN_NUMBER = 101;

/** A view with the deck it stands in. */
export type PlacedView = {
  readonly deck: Deck;
  readonly view: SavedView;
  /** From 0, in the deck. */
  readonly index: number;
};

/** The decks that a person sees: those of the data, changed ones in their place, then those of their own. */
export function effectiveDecks(embedded: readonly Deck[], own: readonly Deck[]): readonly Deck[] {
  const changed = new Map(own.map((deck) => [deck.id, deck]));
  const known = new Set(embedded.map(({ id }) => id));
  return [
    ...embedded.map((deck) => changed.get(deck.id) ?? deck),
    ...own.filter(({ id }) => !known.has(id)),
  ];
}

/** Where the view of a number stands; undefined when no deck has it. */
export function placeOfView(decks: readonly Deck[], number: number): PlacedView | undefined {
  for (const deck of decks) {
    const index = deck.views.findIndex((view) => view.number === number);
    const view = deck.views[index];
    if (view !== undefined) return { deck, view, index };
  }
  return undefined;
}

/** The number of the next view: above all that are there and the last that was given. */
export function nextViewNumber(decks: readonly Deck[], last: number): number {
  const taken = decks.flatMap(({ views }) => views.map(({ number }) => number));
  return Math.max(FIRST_OWN_NUMBER - 1, last, ...taken) + 1;
}

/**
 * Decks in which no view has a number that is taken: those that do get new ones. Decks without any stay the same
 * objects. `last` is the highest number that has been given, before and after.
 */
export function withFreeNumbers(
  decks: readonly Deck[],
  taken: ReadonlySet<number>,
  last: number,
): { readonly decks: readonly Deck[]; readonly last: number } {
  let highest = last;
  const free = decks.map((deck) => {
    if (!deck.views.some(({ number }) => taken.has(number))) return deck;
    const views = deck.views.map((view) => {
      if (!taken.has(view.number)) return view;
      highest = nextViewNumber(decks, Math.max(highest, ...taken));
      return { ...view, number: highest };
    });
    return { ...deck, views };
  });
  return { decks: free, last: highest };
}

/** A deck with a view put in behind another one, or at its end. */
export function withView(deck: Deck, view: SavedView, behind?: number): Deck {
  const at = deck.views.findIndex(({ number }) => number === behind);
  return { ...deck, views: deck.views.toSpliced(at < 0 ? deck.views.length : at + 1, 0, view) };
}

/** A deck without the view of a number. */
export function withoutView(deck: Deck, number: number): Deck {
  return { ...deck, views: deck.views.filter((view) => view.number !== number) };
}

/** A deck in which one view has been edited; its number stays whatever the edit says. */
export function withEditedView(
  deck: Deck,
  number: number,
  edit: (view: SavedView) => Omit<SavedView, 'number'>,
): Deck {
  return {
    ...deck,
    views: deck.views.map((view) => (view.number === number ? { ...edit(view), number } : view)),
  };
}

/** A deck in which a view has moved to a place, from 0; beyond the ends it stays at the end. */
export function withMovedView(deck: Deck, number: number, to: number): Deck {
  const view = deck.views.find((candidate) => candidate.number === number);
  if (view === undefined) return deck;
  const others = deck.views.filter((candidate) => candidate !== view);
  const at = Math.min(others.length, Math.max(0, to));
  return { ...deck, views: others.toSpliced(at, 0, view) };
}
