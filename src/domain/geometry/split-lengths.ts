import { ellipsoidDistance, type OnBothModels, sphereDistance } from '../geodesy.ts';
import { along, type Position } from '../geometry.ts';

/** Length in metres of a line between two positions, on both earth models. */
function lineLength(from: Position, to: Position): OnBothModels {
  return { ellipsoid: ellipsoidDistance(from, to), sphere: sphereDistance(from, to) };
}

/**
 * Lengths of the parts that a line is cut into, in proportion to what each measures by itself, so that
 * they add up to the whole line. A straight line in longitude and latitude departs from the geodesic
 * between its ends, so parts measured by themselves add up to more: 3.13 m on two degrees of 35.8° N in
 * 20 parts.
 * @param shares the shares at which the parts begin and end, ascending: from 0 to 1, or those of a piece
 * of the line.
 * @param whole the length between the first share and the last; the length of the geodesic when absent.
 */
export function splitLengths(
  [from, to]: readonly [Position, Position],
  shares: readonly number[],
  whole: OnBothModels = lineLength(
    along(from, to, shares[0] ?? 0),
    along(from, to, shares.at(-1) ?? 1),
  ),
): readonly OnBothModels[] {
  if (shares.length === 2) return [whole];
  const parts = shares
    .slice(1)
    .map((end, number) => lineLength(along(from, to, shares[number] ?? 0), along(from, to, end)));
  const factor = (model: keyof OnBothModels): number => {
    const sum = parts.reduce((total, part) => total + part[model], 0);
    return sum === 0 ? 1 : whole[model] / sum;
  };
  const [ellipsoid, sphere] = [factor('ellipsoid'), factor('sphere')];
  return parts.map((part) => ({
    ellipsoid: part.ellipsoid * ellipsoid,
    sphere: part.sphere * sphere,
  }));
}

/** Length in metres on the ellipsoid of a line between two shares of it, in proportion to all of it. */
export function lengthBetween(
  line: readonly [Position, Position],
  from: number,
  to: number,
): number {
  const shares = [0, from, to, 1].filter((share, number, all) => share !== all[number - 1]);
  return splitLengths(line, shares)[shares.indexOf(from)]?.ellipsoid ?? 0;
}
