import type { Bilingual } from '../bilingual.ts';
import type { BoundingBox } from '../geometry.ts';
import type { MapNote } from '../map-tools/map-note.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { ShownFigures } from './shown-figures.ts';
import type { SlideBlocks } from './slide-blocks.ts';
import type { SlideSubject } from './slide-subject.ts';

/** A saved map state with its caption and the figures it showed. */
export type SavedView = {
  /**
   * The number that `view=` in a URL refers to. It is kept when views are moved or edited, and is never
   * reused.
   */
  readonly number: number;
  readonly title: Bilingual;
  readonly caption: Bilingual;
  /** Notes for the presenter, which are never shown in the presentation. */
  readonly notes: Bilingual;
  /** The state of the map: query and hash of a URL, such as `?layers=ports#map=10/35.9/120`. */
  readonly address: string;
  /**
   * The visible area between the panels, so that another screen shows as much; absent to use the URL's
   * camera.
   */
  readonly extent?: BoundingBox;
  /** A full copy of the shown scenario, so that the view still works when the scenario is deleted. */
  readonly scenario?: Scenario;
  /** A copy of the notes on the map, for the same reason; absent when there were none. */
  readonly mapNotes?: readonly MapNote[];
  readonly figures: ShownFigures;
  /** What its slide shows; absent to show what the view suggests. */
  readonly blocks?: SlideBlocks;
  /** What its slide is about; absent where nothing is picked out of the map. */
  readonly subject?: SlideSubject;
  /** The time of saving in ISO 8601. */
  readonly savedAt: string;
};

/** Saved views in the order in which they are shown. */
export type Deck = {
  readonly id: string;
  readonly title: Bilingual;
  /** The seconds that each view stays when the deck advances automatically. */
  readonly advanceS: number;
  readonly views: readonly SavedView[];
};

/** The default time that a view stays, in seconds. */
export const FIRST_ADVANCE_S = 20;
/** The shortest and longest time that a view may stay, in seconds. */
export const ADVANCE_LIMITS_S = [3, 3600] as const;

/** The text in one language; if it is empty, the text in the other language is used. */
export function textIn({ zh, en }: Bilingual, language: keyof Bilingual): string {
  const [own, other] = language === 'zh' ? [zh, en] : [en, zh];
  return own.trim() === '' ? other : own;
}
