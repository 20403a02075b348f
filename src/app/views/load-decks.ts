import { effect, untracked } from '@preact/signals';
import { placeOfView } from '../../domain/views/deck.ts';
import type { ViewState } from '../address/url-state.ts';
import { loadEmbeddedDeck } from '../loading/load-plan.ts';
import type { Model } from '../state/model.ts';

/**
 * Fetches the embedded deck when somebody turns to views, and opens the view that the address names once
 * decks and plan are there.
 */
export function loadDecks(model: Model, openView: (number: number, over: ViewState) => void): void {
  let missed: number | undefined;
  effect(() => {
    const isWanted =
      model.panel.value === 'views' ||
      model.wantedView.value !== undefined ||
      model.comparison.value?.sides.some(({ kind }) => kind === 'view') === true ||
      model.areDecksRequested.value;
    if (isWanted && model.embeddedState.value.kind === 'unasked') void loadEmbeddedDeck(model);
  });
  effect(() => {
    const [wanted, embedded] = [model.wantedView.value, model.embeddedState.value];
    const isThere = embedded.kind === 'ready' || embedded.kind === 'failed';
    if (wanted === undefined || !isThere || model.catalogueState.value.kind === 'loading') return;
    untracked(() => openView(wanted.number, wanted.over));
    if (model.openedView.peek()?.view.number !== wanted.number) missed = wanted.number;
  });
  effect(() => {
    // A view of their own comes with the work of an earlier visit, once that is taken up.
    const decks = model.allDecks.value;
    const number = missed;
    if (number === undefined || placeOfView(decks, number) === undefined) return;
    missed = undefined;
    if (model.openedView.peek() === undefined) untracked(() => openView(number, {}));
  });
}
