import type { Position } from '../../domain/geometry.ts';

/** Krasovsky 1940: semi-major axis in metres and squared eccentricity, as used by the transformation. */
const [A, E2] = [6378245, 0.006693421622965943];

/** The inverse stops when a round moves the position by less than this, in degrees: 1e-4 mm. */
const STILL = 1e-12;

/** Converts a GCJ-02 position ("Mars coordinates") to WGS 84, to within a millimetre. */
export function gcj02ToWgs84(position: Position): Position {
  return undone(wgs84ToGcj02, position);
}

/** Converts a BD-09 position (Baidu) to WGS 84, to within a millimetre. */
export function bd09ToWgs84(position: Position): Position {
  return undone(wgs84ToBd09, position);
}

/** Inverts a slowly varying shift by fixed-point iteration. */
function undone(shift: (position: Position) => Position, position: Position): Position {
  let [longitude, latitude] = position;
  for (let round = 0; round < 6; round += 1) {
    const [east, north] = shift([longitude, latitude]);
    const [offX, offY] = [east - position[0], north - position[1]];
    longitude -= offX;
    latitude -= offY;
    if (Math.abs(offX) + Math.abs(offY) < STILL) break;
  }
  return [longitude, latitude];
}

/** Converts a WGS 84 position to BD-09, which shifts GCJ-02 once more. Source: as in eviltransform 0.1. */
export function wgs84ToBd09(position: Position): Position {
  const [x, y] = wgs84ToGcj02(position);
  const turns = (3000 * Math.PI) / 180;
  const radius = Math.hypot(x, y) + 0.00002 * Math.sin(y * turns);
  const angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * turns);
  return [radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006];
}

/**
 * Converts a WGS 84 position to GCJ-02, for places in China. Source: the publicly known polynomial, as in
 * eviltransform 0.1.
 */
export function wgs84ToGcj02([longitude, latitude]: Position): Position {
  const [x, y] = [longitude - 105, latitude - 35];
  const phi = (latitude * Math.PI) / 180;
  const magic = 1 - E2 * Math.sin(phi) ** 2;
  const north =
    (shiftNorth(x, y) * 180) / (((A * (1 - E2)) / (magic * Math.sqrt(magic))) * Math.PI);
  const east = (shiftEast(x, y) * 180) / ((A / Math.sqrt(magic)) * Math.cos(phi) * Math.PI);
  return [longitude + east, latitude + north];
}

function shiftNorth(x: number, y: number): number {
  const base = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  return base + ripple(x) + waves(y, [20, 1], [40, 3], [160, 12], [320, 30]);
}

function shiftEast(x: number, y: number): number {
  const base = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  return base + ripple(x) + waves(x, [20, 1], [40, 3], [150, 12], [300, 30]);
}

function ripple(x: number): number {
  return ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3;
}

function waves(
  value: number,
  ...terms: readonly (readonly [height: number, divisor: number])[]
): number {
  return terms.reduce(
    (sum, [height, divisor]) => sum + (height * Math.sin((value / divisor) * Math.PI) * 2) / 3,
    0,
  );
}
