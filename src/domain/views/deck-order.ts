import type { Deck, SavedView } from './saved-view.ts';

/** Moves several views, in their order, so that they stand before the view that is at an index now. */
export function withMovedViews(deck: Deck, numbers: ReadonlySet<number>, to: number): Deck {
  const isMoved = ({ number }: SavedView): boolean => numbers.has(number);
  const before = deck.views.slice(0, Math.max(0, to)).filter((view) => !isMoved(view));
  const behind = deck.views.slice(Math.max(0, to)).filter((view) => !isMoved(view));
  return { ...deck, views: [...before, ...deck.views.filter(isMoved), ...behind] };
}

/** Removes several views from a deck. */
export function withoutViews(deck: Deck, numbers: ReadonlySet<number>): Deck {
  return { ...deck, views: deck.views.filter(({ number }) => !numbers.has(number)) };
}
