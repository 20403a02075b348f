import type { JSX } from 'preact';
import { useWords } from './words.tsx';

/** The line that parts two compared scenarios on the map, and the handle that moves it. */
export function SwipeBar({
  left,
  right,
  share,
  onSwipe,
}: {
  readonly left: string;
  readonly right: string;
  /** From 0, all of the right one, to 1, all of the left one. */
  readonly share: number;
  readonly onSwipe: (share: number) => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <div class="swipe" style={{ '--share': String(share) }}>
      <span class="swipe__line" aria-hidden="true" />
      <span class="swipe__name swipe__name--left">{left}</span>
      <span class="swipe__name swipe__name--right">{right}</span>
      <input
        type="range"
        class="swipe__handle"
        aria-label={t('swipeBetween', { left, right })}
        min={0}
        max={1}
        step={0.01}
        value={share}
        onInput={({ currentTarget }) => onSwipe(currentTarget.valueAsNumber)}
      />
    </div>
  );
}
