import { ellipsoidDistance } from '../geodesy.ts';
import { along, type Position } from '../geometry.ts';

/**
 * The position at a share of a line's length on the ellipsoid.
 * @throws RangeError for a line without positions.
 */
export function placeAlong(line: readonly Position[], share: number): Position {
  const lengths = line.slice(1).map((to, index) => ellipsoidDistance(line[index] ?? to, to));
  let leftM = share * lengths.reduce((sum, lengthM) => sum + lengthM, 0);
  for (const [edge, lengthM] of lengths.entries()) {
    const [from, to] = [line[edge], line[edge + 1]];
    if (from !== undefined && to !== undefined && leftM <= lengthM)
      return along(from, to, lengthM === 0 ? 0 : leftM / lengthM);
    leftM -= lengthM;
  }
  const last = line.at(-1);
  if (last === undefined) throw new RangeError('a line without positions');
  return last;
}
