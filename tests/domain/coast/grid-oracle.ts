import { ellipsoidDistance } from '../../../src/domain/geodesy.ts';
import type { Position } from '../../../src/domain/geometry.ts';

/** A place on a small grid of whole numbers, where every question has an exact answer. */
export type GridPlace = readonly [x: number, y: number];
/** A closed ring on the grid. */
export type GridRing = readonly GridPlace[];

/** The grid's place in the district: steps of 0.001°, some 100 m. */
export function toPosition([x, y]: GridPlace): Position {
  return [(120_000 + x) / 1000, (36_000 + y) / 1000];
}

/**
 * Length in metres of a line inside rings taken together (even–odd), coast on a boundary included:
 * The audit by the shortest way, in whole numbers. Every edge against every edge, no index,
 * no tolerance. Whole numbers stay exact: coordinates to 16, so products to 16⁶ · 4, far under 2⁵³.
 */
export function lengthInside(line: readonly GridPlace[], rings: readonly GridRing[]): number {
  let length = 0;
  for (let index = 1; index < line.length; index += 1) {
    const [from, to] = [line[index - 1], line[index]];
    if (from === undefined || to === undefined) continue;
    const cuts = [...cutsOf(from, to, rings), [0, 1], [1, 1]].toSorted(
      ([a = 0, b = 1], [c = 0, d = 1]) => a * d - c * b,
    );
    for (let cut = 1; cut < cuts.length; cut += 1) {
      const [[n = 0, d = 1] = [], [m = 0, e = 1] = []] = [cuts[cut - 1], cuts[cut]];
      if (n * e === m * d || !holdsMiddle(from, to, [n * e + m * d, 2 * d * e], rings)) continue;
      length += ellipsoidDistance(
        toPosition(between(from, to, n / d)),
        toPosition(between(from, to, m / e)),
      );
    }
  }
  return length;
}

/** Where the edge meets the rings, as fractions of its way strictly between its ends. */
function cutsOf(
  [ax, ay]: GridPlace,
  [bx, by]: GridPlace,
  rings: readonly GridRing[],
): readonly (readonly [number, number])[] {
  const [ux, uy] = [bx - ax, by - ay];
  return rings
    .flatMap(edgesOf)
    .flatMap(([[cx, cy], [dx, dy]]): readonly (readonly [number, number])[] => {
      const [vx, vy] = [dx - cx, dy - cy];
      const cross = ux * vy - uy * vx;
      if (cross === 0) {
        const square = ux * ux + uy * uy;
        const isOnLine = ux * (cy - ay) === uy * (cx - ax);
        return isOnLine
          ? [
              fraction(ux * (cx - ax) + uy * (cy - ay), square),
              fraction(ux * (dx - ax) + uy * (dy - ay), square),
            ].filter(isWithin)
          : [];
      }
      const along = fraction((cx - ax) * vy - (cy - ay) * vx, cross);
      const across = fraction((cx - ax) * uy - (cy - ay) * ux, cross);
      return isWithin(along) && across[0] >= 0 && across[0] <= across[1] ? [along] : [];
    });
}

/** Whether the rings hold the place at a fraction of the way, or have it on their boundary. */
function holdsMiddle(
  [ax, ay]: GridPlace,
  [bx, by]: GridPlace,
  [n, d]: readonly [number, number],
  rings: readonly GridRing[],
): boolean {
  // Everything times d: the place is then on whole numbers too.
  const [x, y] = [ax * d + n * (bx - ax), ay * d + n * (by - ay)];
  let isInside = false;
  for (const [from, to] of rings.flatMap(edgesOf)) {
    const [cx, cy, dx, dy] = [from[0] * d, from[1] * d, to[0] * d, to[1] * d];
    const side = (dx - cx) * (y - cy) - (dy - cy) * (x - cx);
    const isSideBySide =
      Math.min(cx, dx) <= x &&
      x <= Math.max(cx, dx) &&
      Math.min(cy, dy) <= y &&
      y <= Math.max(cy, dy);
    if (side === 0 && isSideBySide) return true;
    if (cy > y !== dy > y && side > 0 === dy > cy) isInside = !isInside;
  }
  return isInside;
}

function edgesOf(ring: GridRing): readonly (readonly [GridPlace, GridPlace])[] {
  return ring.slice(1).flatMap((to, index) => {
    const from = ring[index];
    return from === undefined || (from[0] === to[0] && from[1] === to[1])
      ? []
      : [[from, to] as const];
  });
}

function fraction(n: number, d: number): readonly [number, number] {
  return d < 0 ? [-n, -d] : [n, d];
}

function isWithin([n, d]: readonly [number, number]): boolean {
  return n > 0 && n < d;
}

function between([ax, ay]: GridPlace, [bx, by]: GridPlace, share: number): GridPlace {
  return [ax + share * (bx - ax), ay + share * (by - ay)];
}
