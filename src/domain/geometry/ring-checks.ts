import Flatbush from 'flatbush';
import type { Position, Ring } from '../geometry.ts';

/** Twice the signed area of a ring in square degrees: positive when it runs counterclockwise. */
export function signedArea(ring: Ring): number {
  let sum = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [a, b] = [ring[index - 1], ring[index]];
    if (a !== undefined && b !== undefined) sum += (b[0] - a[0]) * (b[1] + a[1]);
  }
  return -sum;
}

/**
 * Finds where a closed ring crosses itself; returns `undefined` when it does not. A ring that only
 * touches itself does not cross: its parts lie beside each other. An index over its edges keeps the
 * search near n·log n; neighbours that share an end do not count.
 */
export function selfCrossing(given: Ring): Position | undefined {
  const ring = given.filter(
    ([x, y], index) => index === 0 || x !== given[index - 1]?.[0] || y !== given[index - 1]?.[1],
  );
  const edges = ring.length - 1;
  if (edges < 4) return undefined;
  const index = new Flatbush(edges);
  for (let edge = 0; edge < edges; edge += 1) index.add(...edgeBox(ring, edge));
  index.finish();
  for (let edge = 0; edge < edges; edge += 1) {
    const others = index.search(
      ...edgeBox(ring, edge),
      (other) => other > edge + 1 && !(edge === 0 && other === edges - 1),
    );
    for (const other of others) {
      const crossing =
        crossingOf(ring, edge, other) ??
        passageAt(ring, edge, other) ??
        passageAt(ring, other, edge);
      if (crossing !== undefined) return crossing;
    }
  }
  return undefined;
}

function edgeBox(ring: Ring, edge: number): [number, number, number, number] {
  const [ax = 0, ay = 0] = ring[edge] ?? [];
  const [bx = 0, by = 0] = ring[edge + 1] ?? [];
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}

function crossingOf(ring: Ring, one: number, other: number): Position | undefined {
  const [a, b, c, d] = [ring[one], ring[one + 1], ring[other], ring[other + 1]];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  const across = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  if (across === 0) return undefined;
  const along = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / across;
  const alongOther = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / across;
  const isInside = along > 0 && along < 1 && alongOther > 0 && alongOther < 1;
  return isInside ? [a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1])] : undefined;
}

/**
 * Finds where a ring passes, at one of its corners, through another of its edges or the first corner of
 * that edge.
 */
function passageAt(ring: Ring, corner: number, edge: number): Position | undefined {
  const last = ring.length - 2;
  const at = ring[corner];
  const [before, after] = [ring[corner === 0 ? last : corner - 1], ring[corner + 1]];
  const [from, to] = [ring[edge], ring[edge + 1]];
  if (!at || !before || !after || !from || !to) return undefined;
  const isAtCorner = at[0] === from[0] && at[1] === from[1];
  if (!isAtCorner && !isInsideEdge(at, from, to)) return undefined;
  const other = isAtCorner ? ring[edge === 0 ? last : edge - 1] : from;
  if (other === undefined) return undefined;
  // Two paths through one place cross when the ends of one lie on different sides of the other.
  const turnTo = (end: Position): number =>
    (direction(at, end) - direction(at, before) + 2 * Math.PI) % (2 * Math.PI);
  const [turn, one, two] = [turnTo(after), turnTo(other), turnTo(to)];
  const runsAlong = [one, two].some((angle) => angle === 0 || angle === turn);
  return !runsAlong && one < turn !== two < turn ? at : undefined;
}

function isInsideEdge([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): boolean {
  const isOnLine = (bx - ax) * (y - ay) === (by - ay) * (x - ax);
  const share = (x - ax) * (bx - ax) + (y - ay) * (by - ay);
  return isOnLine && share > 0 && share < (bx - ax) ** 2 + (by - ay) ** 2;
}

function direction([ax, ay]: Position, [bx, by]: Position): number {
  return Math.atan2(by - ay, bx - ax);
}
