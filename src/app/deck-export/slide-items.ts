import { INK_COLOURS } from '../../domain/ink-colours.ts';
import type { ScaleBar } from '../../domain/print/scale-bar.ts';
import { COASTLINE_SYMBOLS, MAP_COLOURS } from '../../domain/symbology.ts';
import type { SlideArrangement } from '../../domain/views/slide-blocks.ts';
import type { RatioChart } from './ratio-chart.ts';
import type { SlideBox, SlidePlaces } from './slide-layout.ts';

/** The colours of slides by their places in PowerPoint's theme, so that a house style can replace them. */
export const SLIDE_COLOURS = {
  tx1: INK_COLOURS.ink.paper,
  bg1: INK_COLOURS.panel.paper,
  tx2: INK_COLOURS.quiet.paper,
  bg2: INK_COLOURS.line.paper,
  accent1: MAP_COLOURS.accent.projector,
  accent2: INK_COLOURS.pass.paper,
  accent3: INK_COLOURS['too-close'].paper,
  accent4: INK_COLOURS.fail.paper,
  accent5: COASTLINE_SYMBOLS.restored.colour.projector,
  accent6: COASTLINE_SYMBOLS.artificial.colour.projector,
} as const;
/** A colour of slides: a key of `SLIDE_COLOURS`. */
export type SlideColour = keyof typeof SLIDE_COLOURS;

/** The name of an object in words, below the names of its groups. */
type Named = { readonly path: readonly [string, ...string[]]; readonly box: SlideBox };

/** A text of one size in points; its lines break where its box ends. */
export type TextItem = Named & {
  readonly kind: 'text';
  readonly text: string;
  readonly size: number;
  readonly colour: SlideColour;
  readonly isBold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly valign?: 'top' | 'middle' | 'bottom';
  /** Whether it is the title of its slide. */
  readonly isTitle?: boolean;
};

/** A picture as a `data:` URL of a PNG, and its words for screen readers. */
export type SlidePicture = { readonly data: string; readonly alt: string };

/** A map of a slide. */
export type SlideMap = {
  /** Above a compared map; empty for one that is alone. */
  readonly name: string;
  /** Of a compared map, beside its name. */
  readonly ratio: string;
  readonly picture: SlidePicture;
  readonly bar: ScaleBar;
  /** The bearing that is up, in degrees. */
  readonly bearing: number;
};

/** A plain shape. */
export type ShapeItem = Named & {
  readonly kind: 'shape';
  readonly shape: 'rect' | 'triangle';
  readonly fill: SlideColour;
  /** From 0 to 1; absent for 1. */
  readonly opacity?: number;
  readonly line?: SlideColour;
  /** Clockwise, in degrees. */
  readonly turn?: number;
};

/** Whatever is on a slide, from bottom to top. */
export type SlideItem =
  | TextItem
  | ShapeItem
  | (Named & SlidePicture & { readonly kind: 'picture' })
  | (Named & { readonly kind: 'chart'; readonly chart: RatioChart; readonly alt: string });

/** A composed slide. */
export type SlidePage = {
  readonly arrangement: SlideArrangement;
  readonly places: SlidePlaces;
  readonly items: readonly SlideItem[];
  /** Lines of the speaker's notes. */
  readonly notes: readonly string[];
};
