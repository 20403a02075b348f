import type { Position } from '../geometry.ts';

/**
 * Web Mercator: the plane that the map is drawn in. The world is 1 wide, x grows to the east, y to the
 * south; the edges of a view and the line between two positions are straight in it.
 */
export type MercatorPlace = readonly [x: number, y: number];

/** Latitude at which web Mercator is as high as wide, in degrees. */
const LIMIT = 85.051129;
/** Pixels across the world at zoom 0, as MapLibre draws it. */
const WORLD_PIXELS = 512;
const RADIANS = Math.PI / 180;

/** Converts a position to web Mercator. */
export function toMercator([longitude, latitude]: Position): MercatorPlace {
  const north = Math.max(-LIMIT, Math.min(LIMIT, latitude)) * RADIANS;
  return [0.5 + longitude / 360, 0.5 - Math.log(Math.tan(Math.PI / 4 + north / 2)) / (2 * Math.PI)];
}

/** Converts a place in web Mercator to a position. */
export function fromMercator([x, y]: MercatorPlace): Position {
  return [360 * (x - 0.5), Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) / RADIANS];
}

/** The width of a page pixel at a zoom, in widths of the world. */
export function pixelWidth(zoom: number): number {
  return 1 / (WORLD_PIXELS * 2 ** zoom);
}

/** The view of a flat map: its middle, its zoom, and the bearing in degrees that points up. */
export type FlatView = {
  readonly longitude: number;
  readonly latitude: number;
  readonly zoom: number;
  readonly bearing: number;
};

/** The place at an offset in pixels to the right of and below the middle of a flat map. */
function placeAt(view: FlatView, right: number, down: number): MercatorPlace {
  const [x, y] = toMercator([view.longitude, view.latitude]);
  const [turn, pixel] = [view.bearing * RADIANS, pixelWidth(view.zoom)];
  const [cosine, sine] = [Math.cos(turn) * pixel, Math.sin(turn) * pixel];
  return [x + right * cosine - down * sine, y + right * sine + down * cosine];
}

/** The position at an offset in pixels to the right of and below the middle of a flat map. */
export function positionAt(view: FlatView, right: number, down: number): Position {
  return fromMercator(placeAt(view, right, down));
}

/** The offset in pixels of a position to the right of and below the middle of a flat map. */
export function pixelsTo(
  view: FlatView,
  position: Position,
): readonly [right: number, down: number] {
  const [x, y] = toMercator([view.longitude, view.latitude]);
  const [toX, toY] = toMercator(position);
  const [turn, pixel] = [view.bearing * RADIANS, pixelWidth(view.zoom)];
  const [east, south] = [(toX - x) / pixel, (toY - y) / pixel];
  return [
    east * Math.cos(turn) + south * Math.sin(turn),
    south * Math.cos(turn) - east * Math.sin(turn),
  ];
}
