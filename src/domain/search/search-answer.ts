import type { PositionRead } from '../geometry/read-position.ts';
import type { CoordinateFault } from '../geometry/typed-coordinate.ts';
import type { Searchable } from './search-records.ts';

/** What the search has to say about what a person has typed so far. */
export type SearchAnswer =
  /** Nothing has been typed, or nothing but marks. */
  | { readonly kind: 'silent' }
  /** What searches is still on its way. */
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | {
      readonly kind: 'hits';
      /** Best first. */
      readonly hits: readonly Searchable[];
      /** False while datasets are still on their way: there may be more. */
      readonly isComplete: boolean;
    }
  | ({
      readonly kind: 'position';
      /** False where the base map does not reach. */
      readonly isInMapBounds: boolean;
    } & PositionRead)
  | ({ readonly kind: 'fault' } & CoordinateFault);
