import { useSignal } from '@preact/signals';
import type { Model } from '../state/model.ts';

/** Whether the legend lies open, and how a person says otherwise. */
export type LegendOpenState = {
  readonly isOpen: boolean;
  /** Whether it stands beside the panel, since a card has taken its corner. */
  readonly isMoved: boolean;
  readonly choose: (isOpen: boolean) => void;
  readonly toggle: () => void;
};

/** From here on the open legend stands beside what a first view shows, not on it. */
const ROOMY = '(min-width: 100rem)';
/** From here on each side of a comparison has room for its own. */
const ROOMY_SIDES = '(min-width: 44rem)';

/**
 * The legend opens by itself where there is room for it and no card; what a person chose stays. It
 * takes the open map's corner: on a laptop that is where the islands and half of a picked zone lie.
 */
export function useLegendOpen(
  model: Pick<Model, 'scenarios' | 'selection' | 'comparison'>,
): LegendOpenState {
  const choice = useSignal<boolean | undefined>(undefined);
  const hasCard =
    model.scenarios.drawing.value?.kind === 'measure' ||
    model.scenarios.inquiry.value !== undefined ||
    model.selection.current.value !== undefined;
  const isOpen = (): boolean => {
    if (choice.value !== undefined) return choice.value;
    if (model.comparison.current.value !== undefined) return matchMedia(ROOMY_SIDES).matches;
    return matchMedia(ROOMY).matches && !hasCard;
  };
  const choose = (next: boolean): void => {
    choice.value = next;
  };
  // Asked at the press: two keys may follow each other before the page is drawn again.
  return { isOpen: isOpen(), isMoved: hasCard, choose, toggle: () => choose(!isOpen()) };
}
