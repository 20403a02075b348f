/** The size of a picture: in pixels of the page, and pixels of the picture per pixel of the page. */
export type ImageExtent = {
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
};

/**
 * A part of a picture that is drawn on its own canvas. The canvas shows more than the part, so that no
 * label is cut where two parts meet. `centre` is in pixels of the page from the middle of the picture;
 * all other values are in pixels of the picture.
 */
export type ImageTile = {
  readonly centre: readonly [right: number, down: number];
  /** The upper left corner of the part on its canvas. */
  readonly from: readonly [x: number, y: number];
  /** The upper left corner of the part in the picture. */
  readonly to: readonly [x: number, y: number];
  readonly width: number;
  readonly height: number;
};

/** The parts of a picture in rows from the top, and the size of their canvases in pixels of the page. */
export type ImageTiles = {
  readonly canvas: { readonly width: number; readonly height: number };
  readonly rows: readonly (readonly ImageTile[])[];
};

/**
 * The overlap of a canvas beyond its part, in pixels of the page: enough for three labels side by side and
 * the labels that they displace.
 */
const OVERLAP = 320;
/** The longest run of page pixels for which to seek a whole number of picture pixels. */
const LONGEST_GRAIN = 480;

/** The width and height of a picture in its own pixels. */
export function imagePixels({ width, height, pixelRatio }: ImageExtent): {
  readonly width: number;
  readonly height: number;
} {
  // MapLibre rounds the size of its canvas the same way.
  return { width: Math.floor(width * pixelRatio), height: Math.floor(height * pixelRatio) };
}

/**
 * Cuts a picture into parts whose canvases are no larger than `limit` pixels; the result is one part if
 * the whole picture fits. A canvas with a fractional number of pixels would be scaled by the remainder,
 * so canvases are slightly larger than their parts unless the view is tilted.
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
  // A small canvas keeps a third of its size for the part.
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

/**
 * The smallest number of page pixels that is a whole number of picture pixels: 12 at 25/12 (200 dpi over
 * 96).
 */
function grainOf(pixelRatio: number): number {
  for (let grain = 1; grain <= LONGEST_GRAIN; grain += 1) {
    if (Math.abs(grain * pixelRatio - Math.round(grain * pixelRatio)) < 1e-9) return grain;
  }
  return 1;
}
