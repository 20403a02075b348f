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
  withFreeNumbers,
} from '../../domain/views/deck.ts';
import { type Deck, FIRST_ADVANCE_S, type SavedView } from '../../domain/views/saved-view.ts';
import { readonly } from '../lifecycle/as-readonly.ts';
import { freeId } from './draft-site.ts';
import { createViewEdits } from './view-edits.ts';

/** Loading state of the deck in the plan's data. */
export type EmbeddedDeckState =
  | { readonly kind: 'unasked' | 'loading' }
  | { readonly kind: 'ready'; readonly deck: Deck }
  | { readonly kind: 'failed'; readonly error: LoadError };

/** The decks in the workspace, and how they are changed. */
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
  /** Whether the user has changed a deck of the data, so that it can be reset. */
  const isChanged = ({ id }: Deck): boolean => {
    if (embeddedState.value.kind !== 'ready') return false;
    const { deck: shipped } = embeddedState.value;
    return own.value.some((deck) => deck.id === id && id === shipped.id && !isSame(deck, shipped));
  };

  /** The scenarios of the open deck's views: the user's own under their ids, else as saved. */
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
  const placeOf = (number: number): PlacedView | undefined => placeOfView(decks.value, number);
  /**
   * Whether a view is as the plan's data have it: the same for everybody, so that a link may name it by number. Views
   * that the user made or changed are another person's under the same number.
   */
  const isShipped = (number: number): boolean => {
    const state = embeddedState.value;
    const shipped =
      state.kind === 'ready' ? state.deck.views.find((view) => view.number === number) : undefined;
    const view = placeOf(number)?.view;
    return shipped !== undefined && (view === shipped || isSame(view, shipped));
  };
  const deckActions = {
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
     * Removes a deck of the user's own; a deck of the data is reset, and views of it that had moved to
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
  };
  return {
    ...readonly({ embeddedState, isRequested }),
    ...{ decks, openDeck, deckScenarios, isChangedDeck: isChanged, placeOf, isShipped },
    ...deckActions,
    ...createViewEdits({ decks, openDeck, lastViewNumber, placeOf, put }),
  };
}

/** Decks and views are plain data, as a file holds them; work that was kept holds copies. */
function isSame<Saved extends Deck | SavedView>(one: Saved | undefined, other: Saved): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
