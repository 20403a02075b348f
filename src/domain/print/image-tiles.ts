/** The size of a picture: in pixels of the page, and pixels of the picture per pixel of the page. */
export type ImageExtent = {
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
};

/**
 * A part of a picture that is drawn on a canvas of its own. The canvas shows more than is taken from it, so
 * that no label is cut where two parts meet. `centre` is in pixels of the page from the picture's middle, all
 * else in pixels of the picture.
 */
export type ImageTile = {
  readonly centre: readonly [right: number, down: number];
  /** Where the part begins on its canvas. */
  readonly from: readonly [x: number, y: number];
  /** Where it goes in the picture. */
  readonly to: readonly [x: number, y: number];
  readonly width: number;
  readonly height: number;
};

/** The parts of a picture in rows from the top, and the size of their canvases in pixels of the page. */
export type ImageTiles = {
  readonly canvas: { readonly width: number; readonly height: number };
  readonly rows: readonly (readonly ImageTile[])[];
};

/** How far a canvas reaches beyond its part, in pixels of the page: two labels side by side, and what they push. */
const OVERLAP = 240;
/** The longest run of pixels of the page that has to become whole pixels of the picture. */
const LONGEST_GRAIN = 480;

/** How many pixels a picture has across and down. */
export function imagePixels({ width, height, pixelRatio }: ImageExtent): {
  readonly width: number;
  readonly height: number;
} {
  // As MapLibre sizes its canvas.
  return { width: Math.floor(width * pixelRatio), height: Math.floor(height * pixelRatio) };
}

/**
 * Cuts a picture into parts whose canvases are no larger than `limit` pixels: one part where all of it fits. A
 * canvas that is no whole number of pixels would be squeezed by the rest: unless the view is tilted, canvases
 * are a little larger than what is taken of them.
 * @throws RangeError when the limit leaves nothing between the overlaps
 */
export function imageTiles(extent: ImageExtent, limit: number, isTilted = false): ImageTiles {
  const whole = imagePixels(extent);
  const { pixelRatio } = extent;
  const grain = isTilted ? 1 : grainOf(pixelRatio);
  const width = Math.ceil(extent.width / grain) * grain;
  const height = Math.ceil(extent.height / grain) * grain;
  if (Math.max(width, height) * pixelRatio <= limit) {
    const centre = [(width - extent.width) / 2, (height - extent.height) / 2] as const;
    const tile: ImageTile = { centre, from: [0, 0], to: [0, 0], ...whole };
    return { canvas: { width, height }, rows: [[tile]] };
  }
  const most = Math.floor(limit / pixelRatio / grain) * grain;
  // A small canvas keeps a third for what is taken of it.
  const overlap = Math.floor(Math.min(OVERLAP, most / 3) / grain) * grain;
  const inner = most - 2 * overlap;
  if (inner <= 0)
    throw new RangeError(`parts of ${limit} px at ${pixelRatio} px each leave nothing but overlap`);
  const spans = (length: number, pixels: number) =>
    Array.from({ length: Math.ceil(length / inner) }, (_, index) => {
      const start = Math.round(index * inner * pixelRatio);
      return {
        centre: (index + 0.5) * inner - length / 2,
        to: start,
        size: Math.min(pixels, Math.round((index + 1) * inner * pixelRatio)) - start,
      };
    }).filter(({ size }) => size > 0);
  const from = Math.round(overlap * pixelRatio);
  return {
    canvas: { width: most, height: most },
    rows: spans(extent.height, whole.height).map((down) =>
      spans(extent.width, whole.width).map((across) => ({
        centre: [across.centre, down.centre],
        from: [from, from],
        to: [across.to, down.to],
        width: across.size,
        height: down.size,
      })),
    ),
  };
}

/** The fewest pixels of the page that are whole pixels of the picture: 12 at 25/12 (200 dpi over 96). */
function grainOf(pixelRatio: number): number {
  for (let grain = 1; grain <= LONGEST_GRAIN; grain += 1) {
    if (Math.abs(grain * pixelRatio - Math.round(grain * pixelRatio)) < 1e-9) return grain;
  }
  return 1;
}
