import { metresPerDegree } from '../../../src/domain/geodesy.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import type { Line } from './line.ts';
import { listOf, positionOf, type RawRecord, recordOf } from './raw.ts';

/** Metres east and north. */
type Step = readonly [east: number, north: number];

/** Corners of an ellipse: round enough for an islet on a map of harbours. */
const ELLIPSE_CORNERS = 12;

/**
 * Returns the line of a manually written list. A position is a control point; the coast runs with the land
 * on the left, and so do the shapes:
 * - `{ "mole": [root, …, head], "widthM" }`: a mole or jetty along its axis, out on its right side and back
 *   on its left, so that the root is on the shore and the head at sea;
 * - `{ "ellipse": { "centre", "lengthM", "widthM", "bearing" } }`: an islet, counterclockwise, its length
 *   along the bearing in degrees from north.
 * @throws with `where` on anything else.
 */
export function readControlLine(values: readonly unknown[], where: string): Line {
  return values.flatMap((value): Line => {
    if (Array.isArray(value)) return [positionOf(value, where)];
    const record = recordOf(value, where);
    return record['ellipse'] === undefined
      ? readMole(record, where)
      : readEllipse(recordOf(record['ellipse'], where), where);
  });
}

function readMole(record: RawRecord, where: string): Line {
  const axis = listOf(record, 'mole', where).map((position) => positionOf(position, where));
  const side = numberOf(record, 'widthM', where) / 2;
  if (axis.length < 2) throw new TypeError(`${where}: a mole needs two positions`);
  return [...beside(axis, side), ...beside(axis.toReversed(), side)];
}

function readEllipse(record: RawRecord, where: string): Line {
  const centre = positionOf(record['centre'], where);
  const along = numberOf(record, 'lengthM', where) / 2;
  const across = numberOf(record, 'widthM', where) / 2;
  const bearing = numberOf(record, 'bearing', where) * (Math.PI / 180);
  return Array.from({ length: ELLIPSE_CORNERS }, (_, index): Position => {
    const turn = (-index * 2 * Math.PI) / ELLIPSE_CORNERS;
    const [ahead, right] = [along * Math.cos(turn), across * Math.sin(turn)];
    return moved(centre, [
      ahead * Math.sin(bearing) + right * Math.cos(bearing),
      ahead * Math.cos(bearing) - right * Math.sin(bearing),
    ]);
  });
}

/** The axis offset to its right by a distance in metres, with mitred corners. */
function beside(axis: Line, metres: number): Line {
  return axis.map((position, index): Position => {
    const [before, after] = [axis[index - 1], axis[index + 1]];
    const normals = [
      ...(before === undefined ? [] : [rightOf(before, position)]),
      ...(after === undefined ? [] : [rightOf(position, after)]),
    ];
    const sum: Step = [
      normals.reduce((total, [east]) => total + east, 0),
      normals.reduce((total, [, north]) => total + north, 0),
    ];
    // For the sum of n unit normals, n·sum/|sum|² is the mitre: its component along each normal is 1.
    const reach = (metres * normals.length) / (sum[0] ** 2 + sum[1] ** 2);
    return moved(position, [sum[0] * reach, sum[1] * reach]);
  });
}

/** The unit vector to the right of the direction from one position to the next. */
function rightOf(from: Position, to: Position): Step {
  const degree = metresPerDegree(from[1]);
  const [east, north] = [(to[0] - from[0]) * degree.east, (to[1] - from[1]) * degree.north];
  const length = Math.hypot(east, north);
  return [north / length, -east / length];
}

/** The position at an offset in metres east and north, to 6 decimals. */
function moved([longitude, latitude]: Position, [east, north]: Step): Position {
  const degree = metresPerDegree(latitude);
  return [
    Number((longitude + east / degree.east).toFixed(6)),
    Number((latitude + north / degree.north).toFixed(6)),
  ];
}

function numberOf(record: RawRecord, name: string, where: string): number {
  const value = record[name];
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new TypeError(`${where}: "${name}" is not a number`);
  return value;
}
