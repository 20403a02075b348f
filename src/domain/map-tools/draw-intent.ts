import type { SitePurpose } from '../scenarios/scenario.ts';
import type { DrawnShape } from './drawn-shape.ts';
import type { NoteKind } from './map-note.ts';

/** What the pointer does on the map: draws a new site or feature, moves the corners of one, or measures and notes. */
export type DrawIntent =
  | {
      readonly kind: 'new';
      readonly shape: 'polygon' | 'line';
      readonly purpose: SitePurpose;
    }
  | { readonly kind: 'edit'; readonly siteId: string }
  /** Moves the vertices of a feature of the user's own data. */
  | {
      readonly kind: 'reshape';
      /** The shape as it stands, a signal; undefined when it is gone or has become another kind. */
      readonly shape: { readonly value: DrawnShape | undefined };
      /** Takes the shape whenever the user has moved, set or removed a vertex. */
      readonly onShape: (shape: DrawnShape) => void;
    }
  /** Draws a feature of the user's own data. */
  | {
      readonly kind: 'feature';
      readonly shape: 'polygon' | 'line';
      /** Takes the finished shape. */
      readonly onShape: (shape: DrawnShape) => void;
    }
  | { readonly kind: 'measure'; readonly measure: NoteKind };
