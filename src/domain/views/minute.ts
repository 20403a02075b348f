import type { Bilingual } from '../bilingual.ts';
import type { ShownFigures } from './shown-figures.ts';

/** What a presentation's minutes note. */
export const MINUTE_KINDS = ['started', 'view', 'detour', 'scenario', 'figures', 'ended'] as const;
/** One kind of note. */
export type MinuteKind = (typeof MINUTE_KINDS)[number];

/** One entry of the minutes of a presentation: what was shown when, and the figures on screen. */
export type Minute = {
  /** When, as ISO 8601. */
  readonly at: string;
  readonly kind: MinuteKind;
  /** Of the deck, the view, the scenario or what was picked; absent where there is nothing to name. */
  readonly title?: Bilingual;
  /** Number of the view that was open. */
  readonly number?: number;
  readonly figures: ShownFigures;
  /** The figures that the view had been saved with, where it had any. */
  readonly saved?: ShownFigures;
};
