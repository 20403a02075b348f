import { azimuths, destination, ellipsoidDistance } from '../geodesy.ts';
import { measureLine, placeAlong } from '../geometry/place-along.ts';
import type { Position } from '../geometry.ts';
import type { SiteShape } from './scenario.ts';

/** Where a site meets the coast: the middle of that coast, and the bearing of its course in degrees. */
export type Frontage = { readonly middle: Position; readonly bearing: number };

/** Which side of the course of a coast is water. */
type SeaSide = 'left' | 'right' | undefined;

/** Distances from the coast at which land and water are told apart, in metres. */
const SOUNDINGS_M = [30, 100, 300];

/**
 * The middle of the longest of several lines, and the bearing from its start to its end; undefined without a
 * line of any length.
 */
export function frontageOf(lines: readonly (readonly Position[])[]): Frontage | undefined {
  let longest: { readonly line: readonly Position[]; readonly lengthM: number } | undefined;
  for (const line of lines) {
    const lengthM = measureLine(line);
    if (lengthM > (longest?.lengthM ?? 0)) longest = { line, lengthM };
  }
  const [start, end] = [longest?.line[0], longest?.line.at(-1)];
  if (longest === undefined || start === undefined || end === undefined) return undefined;
  const middle = placeAlong(longest.line, longest.lengthM / 2);
  if (middle === undefined) return undefined;
  // A line that returns to its start has no course but the one at its middle.
  const isOpen = ellipsoidDistance(start, end) > longest.lengthM / 100;
  const { start: bearing } = isOpen ? azimuths(start, end) : azimuths(middle.from, middle.to);
  return { middle: middle.position, bearing };
}

/**
 * Moves and turns a shape from one frontage to another, so that it lies on the coast as before, with
 * water on the same side where `isLand` tells. Distances and directions from the middle of the frontage
 * stay; positions are rounded to 1e-6°, as all drawn ones.
 */
export function movedAlong(
  shape: SiteShape,
  { from, to }: { readonly from: Frontage; readonly to: Frontage },
  isLand: (at: Position) => boolean | undefined,
): SiteShape {
  const turn = to.bearing - from.bearing;
  const [seaBefore, seaAfter] = [seaSide(from, isLand), seaSide(to, isLand)];
  const isKnown = seaBefore !== undefined && seaAfter !== undefined;
  const isReversed = isKnown ? seaBefore !== seaAfter : Math.cos((turn * Math.PI) / 180) < 0;
  const byDegrees = turn + (isReversed ? 180 : 0);
  return mapped(shape, (at) => {
    const lengthM = ellipsoidDistance(from.middle, at);
    if (lengthM === 0) return to.middle;
    return destination(to.middle, azimuths(from.middle, at).start + byDegrees, lengthM);
  });
}

function seaSide(
  { middle, bearing }: Frontage,
  isLand: (at: Position) => boolean | undefined,
): SeaSide {
  const land = (turn: number): number =>
    SOUNDINGS_M.filter((offM) => isLand(destination(middle, bearing + turn, offM)) === true).length;
  const [left, right] = [land(-90), land(90)];
  if (left === right) return undefined;
  return left > right ? 'right' : 'left';
}

type Move = (at: Position) => Position;

function mapped(shape: SiteShape, move: Move): SiteShape {
  const one = ([x = Number.NaN, y = Number.NaN]: readonly number[]): number[] =>
    move([x, y]).map((degrees) => Number(degrees.toFixed(6)));
  switch (shape.type) {
    case 'Point':
      return { type: 'Point', coordinates: one(shape.coordinates) };
    case 'LineString':
      return { type: 'LineString', coordinates: shape.coordinates.map(one) };
    case 'MultiLineString':
    case 'Polygon':
      return { type: shape.type, coordinates: shape.coordinates.map((line) => line.map(one)) };
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: shape.coordinates.map((rings) => rings.map((ring) => ring.map(one))),
      };
  }
}
