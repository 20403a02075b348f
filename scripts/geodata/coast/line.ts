import { metresPerDegree } from '../../../src/domain/geodesy.ts';
import type { Position } from '../../../src/domain/geometry.ts';

/** A line as drawn: at least two positions in order. */
export type Line = readonly Position[];

/** A place on a line: 3.25 is a quarter of the way from vertex 3 to vertex 4. */
export type Station = number;

/** The foot of a position's perpendicular on an edge, and its distance in metres. */
export type Foot = { readonly station: Station; readonly distanceM: number };

/**
 * Returns the nearest place to `position` on each edge of the line. Uses metres of a local plane at the
 * position, which is accurate to 0.5 % over the few kilometres that matter here.
 */
export function feetOn(line: Line, position: Position): readonly Foot[] {
  const { east, north } = metresPerDegree(position[1]);
  const feet: Foot[] = [];
  for (let index = 1; index < line.length; index += 1) {
    const [from, to] = [line[index - 1], line[index]];
    if (from === undefined || to === undefined) continue;
    const [ax, ay] = [(from[0] - position[0]) * east, (from[1] - position[1]) * north];
    const [bx, by] = [(to[0] - from[0]) * east, (to[1] - from[1]) * north];
    const squared = bx * bx + by * by;
    const along = squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * bx + ay * by) / squared));
    feet.push({
      station: index - 1 + along,
      distanceM: Math.hypot(ax + along * bx, ay + along * by),
    });
  }
  return feet;
}

/**
 * Returns the position at a station, rounded to 6 decimals so that two parts of a cut line share their end
 * exactly.
 */
function positionAt(line: Line, station: Station): Position {
  const index = Math.min(Math.floor(station), line.length - 2);
  const [from, to] = [line[index], line[index + 1]];
  if (from === undefined || to === undefined)
    throw new RangeError(`station ${station} is not on the line`);
  const along = station - index;
  return [round(from[0] + along * (to[0] - from[0])), round(from[1] + along * (to[1] - from[1]))];
}

/**
 * Returns the part of the line between two stations, with both ends; leaves out vertices closer than 1 m to
 * an end.
 */
export function sliceLine(line: Line, from: Station, to: Station): Line {
  const [start, end] = [positionAt(line, from), positionAt(line, to)];
  const between = line
    .slice(Math.floor(from) + 1, Math.ceil(to))
    .filter((position) => metresBetween(position, start) >= 1 && metresBetween(position, end) >= 1);
  return [start, ...between, end];
}

/** Returns the distance in metres on a local plane: for tolerances, not for figures. */
export function metresBetween(from: Position, to: Position): number {
  const { east, north } = metresPerDegree(from[1]);
  return Math.hypot((to[0] - from[0]) * east, (to[1] - from[1]) * north);
}

function round(degrees: number): number {
  return Number(degrees.toFixed(6));
}
