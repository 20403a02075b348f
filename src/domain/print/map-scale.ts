import { ellipsoidDistance } from '../geodesy.ts';
import {
  type FlatView,
  fromMercator,
  pixelWidth,
  positionAt,
  toMercator,
} from '../geometry/web-mercator.ts';
import type { BoundingBox } from '../geometry.ts';

/**
 * The scales that a page can have; a finer scale shows no more detail, and a coarser one leaves the base
 * map.
 */
const SCALE_LIMITS = { least: 1_000, most: 5_000_000 } as const;

/**
 * Half the length of the line along which a scale is measured, in widths of the world: 40 m at the
 * equator.
 */
const HALF_LINE = 1e-6;

/**
 * The metres on the ground per pixel of the page, along the geodesic through the middle of the view, from
 * left to right. Web Mercator stretches the ellipsoid by 0.4 % more to the north than to the east here,
 * so a rotated map has a different scale from left to right.
 */
export function metresPerPixel(view: FlatView): number {
  const half = HALF_LINE / pixelWidth(view.zoom);
  const length = ellipsoidDistance(positionAt(view, -half, 0), positionAt(view, half, 0));
  return length / (2 * half);
}

/** The n of the scale 1:n, for a map whose page pixels are `pixelMm` millimetres wide on paper. */
export function scaleOf(view: FlatView, pixelMm: number): number {
  return (metresPerPixel(view) * 1000) / pixelMm;
}

/** The zoom at which a view has the scale 1:n. */
export function zoomForScale(view: FlatView, n: number, pixelMm: number): number {
  return view.zoom + Math.log2(scaleOf(view, pixelMm) / n);
}

/**
 * Parses a scale that the user typed for a page: as `readScale`, and undefined for a scale outside the limits too.
 */
export function parseScale(text: string): number | undefined {
  const n = readScale(text);
  return n !== undefined && n >= SCALE_LIMITS.least && n <= SCALE_LIMITS.most ? n : undefined;
}

/**
 * Reads the n of a scale 1:n that the user typed: `1:50 000`, `50000`, `1：5万`, `50k`. Returns undefined for a text
 * that is no scale.
 */
export function readScale(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s,'’]/g, '');
  const [, digits, tens] = /^(?:1[:/])?(\d+(?:\.\d+)?)(万|k)?$/i.exec(plain) ?? [];
  if (digits === undefined) return undefined;
  const n = Number(digits) * (tens === undefined ? 1 : tens === '万' ? 10_000 : 1000);
  return n > 0 ? n : undefined;
}

/** Scales 1:n that map sheets have, from the finest. */
export const ROUND_SCALES = [
  10_000, 25_000, 50_000, 100_000, 200_000, 250_000, 500_000, 1_000_000,
] as const;

/** How far two scales may differ and still be one on paper: 0.2 mm on 20 cm. */
const SAME_SCALE = 1e-3;

/** Whether two scales 1:n are one on paper. */
export function isSameScale(one: number, other: number): boolean {
  return Math.abs(one / other - 1) < SAME_SCALE;
}

/** The space left around a box that fills a map, as a share of the map's width and height. */
const BESIDE_BOX = 0.04;

/** The view, north up, in which a box fills a map of a size in page pixels, with a little space around it. */
export function viewOfBox(
  [west, south, east, north]: BoundingBox,
  { width, height }: { readonly width: number; readonly height: number },
): FlatView {
  const [left, top] = toMercator([west, north]);
  const [right, bottom] = toMercator([east, south]);
  const [longitude, latitude] = fromMercator([(left + right) / 2, (top + bottom) / 2]);
  const share = 1 - 2 * BESIDE_BOX;
  const zoom = Math.log2(
    pixelWidth(0) * Math.min((share * width) / (right - left), (share * height) / (bottom - top)),
  );
  return { longitude, latitude, zoom, bearing: 0 };
}

/** Keeps a view, with a size in page pixels, inside a box: it zooms in as needed, then moves as needed. */
export function constrainView<View extends FlatView>(
  view: View,
  { width, height }: { readonly width: number; readonly height: number },
  [west, south, east, north]: BoundingBox,
): View {
  const [left, top] = toMercator([west, north]);
  const [right, bottom] = toMercator([east, south]);
  const turn = (view.bearing * Math.PI) / 180;
  const [cosine, sine] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  const [across, down] = [width * cosine + height * sine, width * sine + height * cosine];
  const least = Math.max(
    Math.log2((across * pixelWidth(0)) / (right - left)),
    Math.log2((down * pixelWidth(0)) / (bottom - top)),
  );
  const zoom = Math.max(view.zoom, least);
  const [halfX, halfY] = [(across * pixelWidth(zoom)) / 2, (down * pixelWidth(zoom)) / 2];
  const [x, y] = toMercator([view.longitude, view.latitude]);
  const [longitude, latitude] = fromMercator([
    Math.max(left + halfX, Math.min(right - halfX, x)),
    Math.max(top + halfY, Math.min(bottom - halfY, y)),
  ]);
  return { ...view, zoom, longitude, latitude };
}
