import type { Reclassification } from '../audit/reclassification.ts';
import type { FieldPhoto } from '../field-photo/field-photo.ts';
import type { MapNote } from '../map-tools/map-note.ts';
import type { OwnDataset } from '../own-data/own-dataset.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Deck } from './saved-view.ts';

/** A state of the user's work, by itself: what a named version holds. */
export type WorkState = {
  readonly log: readonly Reclassification[];
  readonly scenarios: readonly Scenario[];
  /** The user's own decks, and embedded decks that the user has changed. */
  readonly decks: readonly Deck[];
  /** The user's own data, as accepted. */
  readonly datasets: readonly OwnDataset[];
  /** Measurements and arrows that the user keeps on the map. */
  readonly notes: readonly MapNote[];
  /** Photos from the field, as evidence for stretches. */
  readonly photos: readonly FieldPhoto[];
};
