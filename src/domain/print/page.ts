/** The page formats for a map: ISO 216 papers and the two shapes of slides. */
export const PAGE_FORMATS = ['a4', 'a3', 'a2', 'a1', 'slide-16-9', 'slide-4-3'] as const;
/** One page format, from `PAGE_FORMATS`. */
export type PageFormat = (typeof PAGE_FORMATS)[number];

/** The sides of each format in landscape, in millimetres. Slides have PowerPoint's height of 7.5 inches. */
const SIDES: Readonly<Record<PageFormat, readonly [long: number, short: number]>> = {
  a4: [297, 210],
  a3: [420, 297],
  a2: [594, 420],
  a1: [841, 594],
  'slide-16-9': [(25.4 * 40) / 3, 190.5],
  'slide-4-3': [254, 190.5],
};

/** A page: its size in millimetres, the scale of its type, and the scale at which its map is drawn. */
export type Page = {
  readonly format: PageFormat;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly isSlide: boolean;
  /** The size of type and symbols relative to an A4 sheet, which is read from 40 cm. */
  readonly typeScale: number;
  /** The size of a page pixel on paper in millimetres; lines and labels are measured in page pixels. */
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
 * Map pixels per inch. On A4, lines and labels print at four fifths of their size on a screen (towns at 7
 * points). A poster is read from farther away. On a slide they are as large as on a screen of its size.
 */
const PIXELS_PER_INCH: Readonly<Record<PageFormat, number>> = {
  a4: 120,
  a3: 114,
  a2: 102,
  a1: 90,
  'slide-16-9': 96,
  'slide-4-3': 96,
};

/** Millimetres per inch. */
const INCH = 25.4;

/** Creates a page of a format; slides are always landscape. */
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

/** Converts a length on paper in millimetres to dots, rounded to a whole number. */
export function dots(mm: number, dpi: number): number {
  return Math.round((mm * dpi) / INCH);
}
