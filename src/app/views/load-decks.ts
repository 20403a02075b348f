import { effect, untracked } from '@preact/signals';
import { placeOfView } from '../../domain/views/deck.ts';
import type { ViewState } from '../address/url-state.ts';
import { loadEmbeddedDeck } from '../loading/load-plan.ts';
import { createDisposer, type Dispose } from '../state/disposer.ts';
import type { Model } from '../state/model.ts';

/**
 * Fetches the embedded deck when the user turns to views, and opens the view that the address names once
 * decks and plan are loaded.
 */
export function loadDecks(
  model: Model,
  openView: (number: number, over: ViewState) => void,
): Dispose {
  const disposer = createDisposer();
  let missed: number | undefined;
  disposer.add(
    effect(() => {
      const isWanted =
        model.page.panel.value === 'views' ||
        model.url.wantedView.value !== undefined ||
        model.comparison.current.value?.sides.some(({ kind }) => kind === 'view') === true ||
        model.views.isRequested.value;
      if (isWanted && model.views.embeddedState.value.kind === 'unasked')
        void loadEmbeddedDeck(model);
    }),
    effect(() => {
      const [wanted, embedded] = [model.url.wantedView.value, model.views.embeddedState.value];
      const isThere = embedded.kind === 'ready' || embedded.kind === 'failed';
      if (wanted === undefined || !isThere || model.plan.catalogue.value.kind === 'loading') return;
      untracked(() => openView(wanted.number, wanted.over));
      if (model.views.opened.peek()?.view.number !== wanted.number) missed = wanted.number;
    }),
    effect(() => {
      // The user's own views come with the work of an earlier visit, once it is restored.
      const decks = model.views.decks.value;
      const number = missed;
      if (number === undefined || placeOfView(decks, number) === undefined) return;
      missed = undefined;
      if (model.views.opened.peek() === undefined) untracked(() => openView(number, {}));
    }),
  );
  return disposer.dispose;
}
