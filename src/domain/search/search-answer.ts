import type { PositionRead } from '../coordinates/read-position.ts';
import type { CoordinateFault } from '../coordinates/typed-coordinate.ts';
import type { Searchable } from './search-records.ts';

/** The state of the search for the text that the user has typed so far. */
export type SearchAnswer =
  /** The text is empty, or contains only punctuation. */
  | { readonly kind: 'silent' }
  /** The search module is still loading. */
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | {
      readonly kind: 'hits';
      /** The hits, the best first. */
      readonly hits: readonly Searchable[];
      /** False while datasets are still loading, because there may be more hits. */
      readonly isComplete: boolean;
    }
  | ({
      readonly kind: 'position';
      /** False when the position is outside the base map. */
      readonly isInMapBounds: boolean;
    } & PositionRead)
  | ({ readonly kind: 'fault' } & CoordinateFault);
