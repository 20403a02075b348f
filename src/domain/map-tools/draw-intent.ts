import type { SitePurpose } from '../scenarios/scenario.ts';
import type { NoteKind } from './map-note.ts';

/** What the pointer does on the map: draws a new site, moves the corners of one, or measures and notes. */
export type DrawIntent =
  | {
      readonly kind: 'new';
      readonly shape: 'polygon' | 'line';
      readonly purpose: SitePurpose;
    }
  | { readonly kind: 'edit'; readonly siteId: string }
  | { readonly kind: 'measure'; readonly measure: NoteKind };
