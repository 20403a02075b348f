import type { SlideArrangement } from '../../domain/views/slide-blocks.ts';

/** A box on a slide, in inches. */
export type SlideBox = {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
};

/** The slide formats, by PowerPoint's names. */
export type SlideLayout = 'wide' | 'standard';

/** The size of a slide in inches, and where the layouts have their parts, as in the presentation. */
export type SlidePlaces = {
  readonly width: number;
  readonly height: number;
  /** Undefined on a slide of text. */
  readonly map: SlideBox | undefined;
  /** Title, caption, figure and legend; below a wide map only title and caption. */
  readonly words: SlideBox;
  /** The figure beside the words below a wide map. */
  readonly figure: SlideBox | undefined;
  readonly foot: SlideBox;
  readonly number: SlideBox;
  /** Lines between the parts, as boxes of their width. */
  readonly rules: readonly SlideBox[];
};

const HEIGHT = 7.5;
const FOOT = 0.52;
/** The height of the band below a wide map; the higher one has two ratios above one another. */
const BAND = { usual: 1.55, high: 2.2 } as const;
const RULE = 0.01;
/** Space between an edge and the words inside it. */
const INSET = 0.28;
const WIDTHS: Readonly<Record<SlideLayout, readonly [slide: number, column: number]>> = {
  wide: [13.333, 4.35],
  standard: [10, 3.5],
};

/**
 * Returns the places of a layout on slides of a format.
 * @param band the height of the words below a wide map.
 */
export function layoutSlide(
  shape: SlideLayout,
  arrangement: SlideArrangement,
  band: keyof typeof BAND = 'usual',
): SlidePlaces {
  const [width, column] = WIDTHS[shape];
  const bottom = HEIGHT - FOOT;
  const common = {
    width,
    height: HEIGHT,
    foot: { x: INSET, y: bottom + 0.06, w: width - 2 * INSET - 0.8, h: FOOT - 0.1 },
    number: { x: width - INSET - 0.7, y: bottom + 0.06, w: 0.7, h: FOOT - 0.1 },
  };
  const footRule = { x: 0, y: bottom, w: width, h: RULE };
  switch (arrangement) {
    case 'column': {
      const x = width - column;
      return {
        ...common,
        map: { x: 0, y: 0, w: x, h: bottom },
        words: { x: x + INSET, y: INSET, w: column - 2 * INSET, h: bottom - 1.6 * INSET },
        figure: undefined,
        rules: [footRule, { x, y: 0, w: RULE, h: bottom }],
      };
    }
    case 'full': {
      const height = BAND[band];
      const y = bottom - height;
      const half = width / 2;
      const box = { y: y + 0.12, h: height - 0.2 };
      return {
        ...common,
        map: { x: 0, y: 0, w: width, h: y },
        words: { ...box, x: INSET, w: half - 1.5 * INSET },
        figure: { ...box, x: half + 0.5 * INSET, w: half - 1.5 * INSET },
        // The map's edge is at more than one height.
        rules: [footRule],
      };
    }
    case 'text':
      return {
        ...common,
        map: undefined,
        words: { x: 0.11 * width, y: 0.6, w: 0.78 * width, h: bottom - 1.2 },
        figure: undefined,
        rules: [footRule],
      };
  }
}

/** Space between two compared maps, and the height of the words above each. */
const BETWEEN = 0.06;
const SIDE_HEAD = 0.5;

/** The places of one of two compared maps. */
export type SidePlaces = { readonly head: SlideBox; readonly map: SlideBox };

/** The places of two compared maps and of the words above them, in the place of one map. */
export function layoutSides(map: SlideBox): readonly [SidePlaces, SidePlaces] {
  const w = (map.w - BETWEEN) / 2;
  const side = (x: number): SidePlaces => ({
    head: { x: x + 0.6 * INSET, y: map.y, w: w - 0.8 * INSET, h: SIDE_HEAD },
    map: { x, y: map.y + SIDE_HEAD, w, h: map.h - SIDE_HEAD },
  });
  return [side(map.x), side(map.x + w + BETWEEN)];
}
