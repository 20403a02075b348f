import type { Bilingual } from '../bilingual.ts';
import type { ShownFigures } from './shown-figures.ts';

/** The kinds of entries in the minutes of a presentation. */
export const MINUTE_KINDS = [
  'started',
  'view',
  'detour',
  'scenario',
  'figures',
  'decision',
  'ended',
] as const;
/** One kind of entry in the minutes. */
export type MinuteKind = (typeof MINUTE_KINDS)[number];

/** One entry of the minutes of a presentation: what was shown when, and the figures on screen. */
export type Minute = {
  /** The time of the entry in ISO 8601. */
  readonly at: string;
  readonly kind: MinuteKind;
  /**
   * The title of the deck, the view, the scenario or the selection, or the words of a decision; absent when none of them has a name.
   */
  readonly title?: Bilingual;
  /** The number of the open view; absent when no view was open. */
  readonly number?: number;
  readonly figures: ShownFigures;
  /** The figures with which the view was saved; absent when it had none. */
  readonly saved?: ShownFigures;
};
