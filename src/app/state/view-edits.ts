import type { ReadonlySignal } from '@preact/signals';
import { type Bilingual, NO_TEXT } from '../../domain/bilingual.ts';
import {
  nextViewNumber,
  type PlacedView,
  withEditedView,
  withMovedView,
  withoutView,
  withView,
} from '../../domain/views/deck.ts';
import { type Deck, FIRST_ADVANCE_S, type SavedView } from '../../domain/views/saved-view.ts';
import { freeId } from './draft-site.ts';

/** The decks whose views are edited. */
type EditedDecks = {
  readonly decks: ReadonlySignal<readonly Deck[]>;
  readonly openDeck: ReadonlySignal<Deck | undefined>;
  readonly lastViewNumber: ReadonlySignal<number>;
  readonly placeOf: (number: number) => PlacedView | undefined;
  /** Stores changed decks, and the highest number that a view has had. */
  readonly put: (changed: readonly Deck[], lastViewNumber?: number) => void;
};

/** Edits of the views in decks: add, edit, duplicate, remove, move. */
export function createViewEdits({ decks, openDeck, lastViewNumber, placeOf, put }: EditedDecks) {
  const addTo = (deck: Deck, view: Omit<SavedView, 'number'>, behind?: number): number => {
    const number = nextViewNumber(decks.value, lastViewNumber.value);
    put([withView(deck, { ...view, number }, behind)], number);
    return number;
  };
  return {
    /** Saves a view at the end of the open deck, or behind another; returns its number. */
    add: (view: Omit<SavedView, 'number'>, behind?: number): number => {
      const deck = openDeck.value ?? {
        id: freeId('deck', []),
        title: NO_TEXT,
        advanceS: FIRST_ADVANCE_S,
        views: [],
      };
      return addTo(deck, view, behind);
    },
    edit: (number: number, edit: (view: SavedView) => Omit<SavedView, 'number'>): void => {
      const placed = placeOf(number);
      if (placed !== undefined) put([withEditedView(placed.deck, number, edit)]);
    },
    /** Puts a deck in place of the one with its id: several of its views changed, as one step to undo. */
    replaceDeck: (deck: Deck): void => put([deck]),
    /** Puts a copy behind a view; returns its number, undefined when there is no such view. */
    duplicate: (number: number, title: Bilingual): number | undefined => {
      const placed = placeOf(number);
      return placed && addTo(placed.deck, { ...placed.view, title }, number);
    },
    remove: (number: number): void => {
      const placed = placeOf(number);
      if (placed !== undefined) put([withoutView(placed.deck, number)]);
    },
    /** Moves a view to a place in its deck, from 0. */
    move: (number: number, to: number): void => {
      const placed = placeOf(number);
      if (placed !== undefined && placed.index !== to)
        put([withMovedView(placed.deck, number, to)]);
    },
    /** Moves a view to the end of another deck; its number goes with it. */
    moveToDeck: (number: number, id: string): void => {
      const placed = placeOf(number);
      const target = decks.value.find((deck) => deck.id === id);
      if (placed === undefined || target === undefined || target.id === placed.deck.id) return;
      put([withoutView(placed.deck, number), withView(target, placed.view)]);
    },
  };
}
