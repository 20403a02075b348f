/** A box on a slide, in inches. */
export type SlideBox = {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
};

/** The slide formats, by PowerPoint's names. */
export type SlideLayout = 'wide' | 'standard';

/**
 * The positions of the parts of a view's slide: title at the top, map on the left, text and chart on the
 * right, small print at the bottom.
 */
export type SlidePlaces = {
  readonly width: number;
  readonly height: number;
  readonly title: SlideBox;
  readonly map: SlideBox;
  readonly column: SlideBox;
  readonly foot: SlideBox;
};

const HEIGHT = 7.5;
const MARGIN = 0.4;
const TOP = 1.05;
const FOOT = 0.72;

/** Space between two compared maps, and the height of the words above each. */
const BETWEEN = 0.1;
const SIDE_HEAD = 0.62;

/** The positions of two compared maps and of the words above them, in the place of one map. */
export function layoutSides({ map }: SlidePlaces): readonly [SidePlaces, SidePlaces] {
  const w = (map.w - BETWEEN) / 2;
  const side = (x: number): SidePlaces => ({
    head: { x, y: map.y, w, h: SIDE_HEAD },
    map: { x, y: map.y + SIDE_HEAD, w, h: map.h - SIDE_HEAD },
  });
  return [side(map.x), side(map.x + w + BETWEEN)];
}

/** The positions of one of two compared maps. */
export type SidePlaces = { readonly head: SlideBox; readonly map: SlideBox };

/** Returns the positions for slides of a format, in inches. */
export function layoutSlide(shape: SlideLayout): SlidePlaces {
  const [width, columnWidth] = shape === 'wide' ? [13.333, 3.9] : [10, 3.1];
  const footY = HEIGHT - FOOT - 0.15;
  const h = footY - TOP - 0.1;
  const columnX = width - MARGIN - columnWidth;
  return {
    width,
    height: HEIGHT,
    title: { x: MARGIN, y: 0.25, w: width - 2 * MARGIN, h: 0.7 },
    map: { x: MARGIN, y: TOP, w: columnX - 2 * MARGIN + 0.15, h },
    column: { x: columnX, y: TOP, w: columnWidth, h },
    foot: { x: MARGIN, y: footY, w: width - 2 * MARGIN, h: FOOT },
  };
}
