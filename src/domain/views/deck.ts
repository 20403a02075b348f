import type { Deck, SavedView } from './saved-view.ts';

/** The id of the deck that is part of the plan's data. */
export const EMBEDDED_DECK_ID = 'default';
/** Lower numbers are reserved for embedded decks, because a later edition of the data may add views. */
const FIRST_OWN_NUMBER = 101;

/** A view with the deck that contains it. */
export type PlacedView = {
  readonly deck: Deck;
  readonly view: SavedView;
  /** The zero-based index of the view in the deck. */
  readonly index: number;
};

/**
 * The decks that the user sees: those of the data, replaced by the user's changed versions, then the
 * user's own.
 */
export function effectiveDecks(embedded: readonly Deck[], own: readonly Deck[]): readonly Deck[] {
  const changed = new Map(own.map((deck) => [deck.id, deck]));
  const known = new Set(embedded.map(({ id }) => id));
  return [
    ...embedded.map((deck) => changed.get(deck.id) ?? deck),
    ...own.filter(({ id }) => !known.has(id)),
  ];
}

/** Finds the view with a number; returns undefined when no deck contains it. */
export function placeOfView(decks: readonly Deck[], number: number): PlacedView | undefined {
  for (const deck of decks) {
    const index = deck.views.findIndex((view) => view.number === number);
    const view = deck.views[index];
    if (view !== undefined) return { deck, view, index };
  }
  return undefined;
}

/** The number of the next view: higher than all existing numbers and than the last assigned number. */
export function nextViewNumber(decks: readonly Deck[], last: number): number {
  const taken = decks.flatMap(({ views }) => views.map(({ number }) => number));
  return Math.max(FIRST_OWN_NUMBER - 1, last, ...taken) + 1;
}

/**
 * Gives new numbers to the views whose number is already taken. Decks without such views stay the same
 * objects. `last` is the highest assigned number, before and after.
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

/** Inserts a view after the view with the number `behind`, or at the end of the deck. */
export function withView(deck: Deck, view: SavedView, behind?: number): Deck {
  const at = deck.views.findIndex(({ number }) => number === behind);
  return { ...deck, views: deck.views.toSpliced(at < 0 ? deck.views.length : at + 1, 0, view) };
}

/** Removes the view with a number from a deck. */
export function withoutView(deck: Deck, number: number): Deck {
  return { ...deck, views: deck.views.filter((view) => view.number !== number) };
}

/** Edits one view of a deck; the view keeps its number whatever the edit contains. */
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

/** Moves a view to a zero-based index in its deck; an index outside the deck is limited to its ends. */
export function withMovedView(deck: Deck, number: number, to: number): Deck {
  const view = deck.views.find((candidate) => candidate.number === number);
  if (view === undefined) return deck;
  const others = deck.views.filter((candidate) => candidate !== view);
  const at = Math.min(others.length, Math.max(0, to));
  return { ...deck, views: others.toSpliced(at, 0, view) };
}
