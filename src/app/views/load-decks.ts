import { effect, untracked } from '@preact/signals';
import { viewKey } from '../../domain/views/view-key.ts';
import type { ViewState } from '../address/url-state.ts';
import { mannerOf, type WantedView } from '../address/view-url-state.ts';
import { createDisposer, type Dispose } from '../lifecycle/disposer.ts';
import { loadEmbeddedDeck } from '../loading/load-plan.ts';
import type { Model } from '../state/model.ts';

/**
 * Fetches the embedded deck when the user turns to views, and opens the view of the plan that the address names once
 * decks and plan are loaded. A view that a user made is opened only where the address has
 * its mark: one of another person has the same number.
 */
export function loadDecks(
  model: Model,
  openView: (number: number, over: ViewState) => void,
): Dispose {
  const disposer = createDisposer();
  let missed: WantedView | undefined;
  const openMissed = (): void => {
    if (missed === undefined || model.views.opened.peek() !== undefined) return;
    const { number, over } = missed;
    const view = model.views.placeOf(number)?.view;
    if (view === undefined || viewKey(view) !== over.viewKey) return;
    missed = undefined;
    openView(number, mannerOf(over));
  };
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
      untracked(() => {
        if (model.views.isShipped(wanted.number)) openView(wanted.number, wanted.over);
        else {
          model.url.giveUpWanted();
          missed = wanted;
          openMissed();
        }
      });
    }),
    effect(() => {
      // The user's own views come with the work of an earlier visit, once it is restored.
      if (model.views.decks.value.length > 0) untracked(openMissed);
    }),
  );
  return disposer.dispose;
}
