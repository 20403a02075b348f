import type { JSX } from 'preact';
import { deferred } from '../ui/deferred.tsx';
import type { Desk } from './desk.ts';

const SwipeBar = deferred(async () => (await import('../ui/swipe-bar.tsx')).SwipeBar);

/** Joins the line between two compared scenarios to the model; nothing while nobody swipes. */
export function SwipeDesk({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const { model } = desk;
  const share = model.swipeShare.value;
  const [left = '', right = ''] = model.comparedIds.value.map(
    (id) => model.scenarios.value.find((scenario) => scenario.id === id)?.name ?? '',
  );
  if (share === undefined || model.panel.value !== 'scenarios') return null;
  return <SwipeBar left={left} right={right} share={share} onSwipe={model.swipe} />;
}
