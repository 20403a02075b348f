import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { LoadError } from '../../domain/load-error.ts';
import type { Scenario } from '../../domain/scenarios/scenario.ts';
import {
  EMBEDDED_DECK_ID,
  effectiveDecks,
  nextViewNumber,
  type PlacedView,
  placeOfView,
  withEditedView,
  withFreeNumbers,
  withMovedView,
  withoutView,
  withView,
} from '../../domain/views/deck.ts';
import { type Deck, FIRST_ADVANCE_S, type SavedView } from '../../domain/views/saved-view.ts';
import { readonly } from './as-readonly.ts';
import { freeId } from './draft-site.ts';

/** Where the deck of the plan's data stands. */
export type EmbeddedDeckState =
  | { readonly kind: 'unasked' | 'loading' }
  | { readonly kind: 'ready'; readonly deck: Deck }
  | { readonly kind: 'failed'; readonly error: LoadError };

/** What the decks' part of the model works on. */
export type DeckStore = {
  readonly decks: ReadonlySignal<readonly Deck[]>;
  readonly scenarios: ReadonlySignal<readonly Scenario[]>;
  readonly lastViewNumber: ReadonlySignal<number>;
  readonly changeDecks: (next: readonly Deck[], lastViewNumber: number) => void;
};

/** Decks of saved views: those of the data and the user's own, and how they are edited. */
export function createViewsModel({
  decks: own,
  scenarios,
  lastViewNumber,
  changeDecks,
}: DeckStore) {
  const embeddedState = signal<EmbeddedDeckState>({ kind: 'unasked' });
  const isRequested = signal(false);
  const deckId = signal(EMBEDDED_DECK_ID);
  const decks = computed(() => {
    const state = embeddedState.value;
    return effectiveDecks(state.kind === 'ready' ? [state.deck] : [], own.value);
  });
  const openDeck = computed(
    () => decks.value.find(({ id }) => id === deckId.value) ?? decks.value[0],
  );
  /** Whether a deck of the data has been changed, and can be had back as it came. */
  const isChanged = ({ id }: Deck): boolean =>
    embeddedState.value.kind === 'ready' &&
    embeddedState.value.deck.id === id &&
    own.value.some((deck) => deck.id === id);

  /** The scenarios of the open deck's views: those of the work, where it has them, else as saved. */
  const deckScenarios = computed(() =>
    (openDeck.value?.views ?? []).flatMap(({ scenario }) =>
      scenario === undefined
        ? []
        : [scenarios.value.find(({ id }) => id === scenario.id) ?? scenario],
    ),
  );

  const put = (changed: readonly Deck[], last = lastViewNumber.value): void => {
    const next = new Map(own.value.map((deck) => [deck.id, deck]));
    for (const deck of changed) next.set(deck.id, deck);
    changeDecks([...next.values()], last);
  };
  const place = (number: number): PlacedView | undefined => placeOfView(decks.value, number);
  const add = (deck: Deck, view: Omit<SavedView, 'number'>, behind?: number): number => {
    const number = nextViewNumber(decks.value, lastViewNumber.value);
    put([withView(deck, { ...view, number }, behind)], number);
    return number;
  };
  const actions = {
    request: (): void => {
      isRequested.value = true;
    },
    showEmbeddedDeck: (state: EmbeddedDeckState): void => {
      embeddedState.value = state;
    },
    chooseDeck: (id: string): void => {
      deckId.value = id;
    },
    /** Starts an empty deck, or one with the views of another under new numbers, and opens it. */
    startDeck: (title: Bilingual, like?: Deck): void => {
      const id = freeId('deck', decks.value);
      let last = lastViewNumber.value;
      const views = (like?.views ?? []).map((view) => {
        last = nextViewNumber(decks.value, last);
        return { ...view, number: last };
      });
      batch(() => {
        put([{ id, title, advanceS: like?.advanceS ?? FIRST_ADVANCE_S, views }], last);
        deckId.value = id;
      });
    },
    changeDeck: (id: string, changes: Partial<Pick<Deck, 'title' | 'advanceS'>>): void => {
      const deck = decks.value.find((candidate) => candidate.id === id);
      if (deck !== undefined) put([{ ...deck, ...changes }]);
    },
    /**
     * Removes a deck of their own; one of the data comes back as it came, and views of it that had moved to
     * another deck stay there under new numbers.
     */
    removeDeck: (id: string): void => {
      const state = embeddedState.value;
      const back = state.kind === 'ready' && state.deck.id === id ? state.deck.views : [];
      const { decks: others, last } = withFreeNumbers(
        own.value.filter((deck) => deck.id !== id),
        new Set(back.map(({ number }) => number)),
        lastViewNumber.value,
      );
      changeDecks(others, last);
    },
    /** Saves a view at the end of the open deck, or behind another; returns its number. */
    add: (view: Omit<SavedView, 'number'>, behind?: number): number => {
      const deck = openDeck.value ?? {
        id: freeId('deck', []),
        title: { zh: '', en: '' },
        advanceS: FIRST_ADVANCE_S,
        views: [],
      };
      return add(deck, view, behind);
    },
    edit: (number: number, edit: (view: SavedView) => Omit<SavedView, 'number'>): void => {
      const placed = place(number);
      if (placed !== undefined) put([withEditedView(placed.deck, number, edit)]);
    },
    duplicate: (number: number, title: Bilingual): void => {
      const placed = place(number);
      if (placed !== undefined) add(placed.deck, { ...placed.view, title }, number);
    },
    remove: (number: number): void => {
      const placed = place(number);
      if (placed !== undefined) put([withoutView(placed.deck, number)]);
    },
    /** Moves a view to a place in its deck, from 0. */
    move: (number: number, to: number): void => {
      const placed = place(number);
      if (placed !== undefined && placed.index !== to)
        put([withMovedView(placed.deck, number, to)]);
    },
    /** Moves a view to the end of another deck; its number goes with it. */
    moveToDeck: (number: number, id: string): void => {
      const placed = place(number);
      const target = decks.value.find((deck) => deck.id === id);
      if (placed === undefined || target === undefined || target.id === placed.deck.id) return;
      put([withoutView(placed.deck, number), withView(target, placed.view)]);
    },
  };
  return {
    ...readonly({ embeddedState, isRequested }),
    ...{ decks, openDeck, deckScenarios, isChangedDeck: isChanged, placeOf: place },
    ...actions,
  };
}
