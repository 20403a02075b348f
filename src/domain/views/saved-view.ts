import type { Bilingual } from '../bilingual.ts';
import type { BoundingBox } from '../geometry.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { ShownFigures } from './shown-figures.ts';

/** A saved map state with its caption and the figures it showed. */
export type SavedView = {
  /** What `view=` in an address names: given once, kept when views are moved or edited, never used again. */
  readonly number: number;
  readonly title: Bilingual;
  readonly caption: Bilingual;
  /** For whoever speaks, never shown to the room. */
  readonly notes: Bilingual;
  /** What the map showed: query and hash of an address, as `?layers=ports#map=10/35.9/120`. */
  readonly address: string;
  /** What was in sight between panels, so that another screen shows as much; else the address's camera. */
  readonly extent?: BoundingBox;
  /** The scenario that was shown, whole: a view does not break when the scenario goes. */
  readonly scenario?: Scenario;
  readonly figures: ShownFigures;
  /** When it was saved, as ISO 8601. */
  readonly savedAt: string;
};

/** Views in the order of their showing. */
export type Deck = {
  readonly id: string;
  readonly title: Bilingual;
  /** Seconds that each view stays when they follow one another by themselves. */
  readonly advanceS: number;
  readonly views: readonly SavedView[];
};

/** How long a view stays at first, in seconds. */
export const FIRST_ADVANCE_S = 20;
/** The shortest and longest that a view may stay, in seconds. */
export const ADVANCE_LIMITS_S = [3, 3600] as const;

/** A text for both languages before anybody has written the other: what is there stands in for it. */
export function textIn({ zh, en }: Bilingual, language: keyof Bilingual): string {
  const [own, other] = language === 'zh' ? [zh, en] : [en, zh];
  return own.trim() === '' ? other : own;
}
