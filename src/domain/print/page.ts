/** The pages that a map can be set on: ISO 216 papers and the two shapes of slides. */
export const PAGE_FORMATS = ['a4', 'a3', 'a2', 'a1', 'slide-16-9', 'slide-4-3'] as const;
/** One page that a map can be set on. */
export type PageFormat = (typeof PAGE_FORMATS)[number];

/** The sides of each format lying down, in millimetres. Slides as PowerPoint has them: 7.5 inches high. */
const SIDES: Readonly<Record<PageFormat, readonly [long: number, short: number]>> = {
  a4: [297, 210],
  a3: [420, 297],
  a2: [594, 420],
  a1: [841, 594],
  'slide-16-9': [(25.4 * 40) / 3, 190.5],
  'slide-4-3': [254, 190.5],
};

/** A page: its size in millimetres, how large its type is set, and how large its map is drawn. */
export type Page = {
  readonly format: PageFormat;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly isSlide: boolean;
  /** Type and signs against those of an A4 sheet, which is read from 40 cm. */
  readonly typeScale: number;
  /** What a pixel of the map's page is on paper: lines and labels are measured in these. */
  readonly pixelMm: number;
};

const TYPE_SCALE: Readonly<Record<PageFormat, number>> = {
  a4: 1,
  a3: 1.15,
  a2: 1.45,
  a1: 1.8,
  'slide-16-9': 1.35,
  'slide-4-3': 1.3,
};

/**
 * Pixels of the map to the inch. On A4 lines and labels print at four fifths of their size on a screen
 * (towns at 7 points); a poster is read from farther away; on a slide they are as on a screen of its size.
 */
const PIXELS_PER_INCH: Readonly<Record<PageFormat, number>> = {
  a4: 120,
  a3: 114,
  a2: 102,
  a1: 90,
  'slide-16-9': 96,
  'slide-4-3': 96,
};

/** Millimetres to the inch. */
const INCH = 25.4;

/** A page of a format; slides always lie. */
export function pageOf(format: PageFormat, orientation: 'portrait' | 'landscape'): Page {
  const [long, short] = SIDES[format];
  const isSlide = format.startsWith('slide');
  const stands = orientation === 'portrait' && !isSlide;
  return {
    format,
    widthMm: stands ? short : long,
    heightMm: stands ? long : short,
    isSlide,
    typeScale: TYPE_SCALE[format],
    pixelMm: INCH / PIXELS_PER_INCH[format],
  };
}

/** A length on paper in dots. */
export function dots(mm: number, dpi: number): number {
  return Math.round((mm * dpi) / INCH);
}
