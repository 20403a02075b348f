import { ellipsoidDistance } from '../geodesy.ts';
import { along, type Position } from '../geometry.ts';

/** A place on a line, with the ends of the edge that holds it. */
export type PlaceOnLine = {
  readonly position: Position;
  readonly from: Position;
  readonly to: Position;
};

/** Length of a line in metres on the ellipsoid, edge by edge. */
export function measureLine(line: readonly Position[]): number {
  let lengthM = 0;
  for (const [index, to] of line.entries()) {
    const from = line[index - 1];
    if (from !== undefined) lengthM += ellipsoidDistance(from, to);
  }
  return lengthM;
}

/**
 * The place at a distance in metres from a line's start; its end beyond that. Edges are straight in longitude and
 * latitude. Undefined for a line without length.
 */
export function placeAlong(line: readonly Position[], distanceM: number): PlaceOnLine | undefined {
  let place: PlaceOnLine | undefined;
  let leftM = distanceM;
  for (const [index, to] of line.entries()) {
    const from = line[index - 1];
    const lengthM = from === undefined ? 0 : ellipsoidDistance(from, to);
    if (from === undefined || lengthM === 0) continue;
    if (leftM <= lengthM) return { position: along(from, to, leftM / lengthM), from, to };
    place = { position: to, from, to };
    leftM -= lengthM;
  }
  return place;
}

/** The place halfway along a line; its first position where it has no length, undefined without positions. */
export function middleOfLine(line: readonly Position[]): Position | undefined {
  return placeAlong(line, measureLine(line) / 2)?.position ?? line[0];
}

/**
 * The position at a share of a line's length.
 * @throws RangeError for a line without positions.
 */
export function positionAtShare(line: readonly Position[], share: number): Position {
  const position = placeAlong(line, share * measureLine(line))?.position ?? line[0];
  if (position === undefined) throw new RangeError('a line without positions');
  return position;
}
