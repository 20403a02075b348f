import { useSignal } from '@preact/signals';
import type { Model } from '../state/model.ts';

/** Whether the legend is open, and how the user opens or closes it. */
export type LegendOpenState = {
  readonly isOpen: boolean;
  /** Whether the legend is beside the panel, since a card has taken its corner. */
  readonly isMoved: boolean;
  readonly choose: (isOpen: boolean) => void;
  readonly toggle: () => void;
};

/** From this width on, the open legend covers nothing of the first view. */
const ROOMY = '(min-width: 100rem)';
/** From this width on, each side of a comparison has space for its own legend. */
const ROOMY_SIDES = '(min-width: 44rem)';

/**
 * The legend opens by itself where it has space and there is no card, until the user chooses. It covers a
 * corner of the map: on a laptop, the islands and half of a selected zone lie there.
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
  // Read at the key press: two presses may follow each other before the page is drawn again.
  return { isOpen: isOpen(), isMoved: hasCard, choose, toggle: () => choose(!isOpen()) };
}
