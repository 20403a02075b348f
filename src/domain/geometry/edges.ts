import type { BoundingBox, Position } from '../geometry.ts';

/**
 * Edges as plain numbers, four each: longitude and latitude of one end and of the other, in degrees. Edge
 * e begins at number 4 · e. Code that visits every edge of a coast uses this form for speed.
 */
export type EdgeEnds = Float64Array;

/** One edge among others. */
export type Edge = { readonly ends: EdgeEnds; readonly edge: number };

/**
 * A position this near to a line, in degrees, is on it: 0.1 mm, a thousandth of the data's last decimal.
 */
export const ON_LINE = 1e-9;
/** Edges at least this far apart, in degrees, certainly do not touch. */
export const NEAR_LINE = 2 * ON_LINE;

/**
 * Converts lines to edges, line after line; an edge between equal positions has zero length but keeps its
 * number.
 */
export function layOutEdges(lines: readonly (readonly Position[])[]): EdgeEnds {
  const count = lines.reduce((sum, line) => sum + Math.max(0, line.length - 1), 0);
  const ends = new Float64Array(4 * count);
  let at = 0;
  for (const line of lines) {
    for (let index = 1; index < line.length; index += 1) {
      const [from, to] = [line[index - 1], line[index]];
      if (from === undefined || to === undefined) continue;
      ends[at] = from[0];
      ends[at + 1] = from[1];
      ends[at + 2] = to[0];
      ends[at + 3] = to[1];
      at += 4;
    }
  }
  return ends;
}

/** Removes positions that repeat the one before them, so that no edge has zero length. */
export function withoutRepeats(line: readonly Position[]): readonly Position[] {
  let last: Position | undefined;
  const kept: Position[] = [];
  for (const position of line) {
    if (last === undefined || last[0] !== position[0] || last[1] !== position[1])
      kept.push(position);
    last = position;
  }
  return kept;
}

/** Gives both ends of an edge, by its number. */
export function endsOf(ends: EdgeEnds, edge: number): readonly [Position, Position] {
  const at = 4 * edge;
  return [
    [ends[at] ?? Number.NaN, ends[at + 1] ?? Number.NaN],
    [ends[at + 2] ?? Number.NaN, ends[at + 3] ?? Number.NaN],
  ];
}

/** The box around the edges from one up to, not including, another, grown by a margin in degrees. */
export function boxAround(
  ends: EdgeEnds,
  [first, end]: readonly [number, number],
  margin = 0,
): BoundingBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 4 * first; at < 4 * end; at += 2) {
    const x = ends[at] ?? 0;
    const y = ends[at + 1] ?? 0;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return [west - margin, south - margin, east + margin, north + margin];
}

/** Whether two edges certainly do not touch: both ends of one lie on the same side of the other. */
export function areApart(
  { ends, edge }: Edge,
  { ends: otherEnds, edge: otherEdge }: Edge,
): boolean {
  const [at, otherAt] = [4 * edge, 4 * otherEdge];
  const ax = ends[at] ?? 0;
  const bx = ends[at + 2] ?? 0;
  const cx = otherEnds[otherAt] ?? 0;
  const dx = otherEnds[otherAt + 2] ?? 0;
  if (Math.min(ax, bx) - NEAR_LINE > Math.max(cx, dx)) return true;
  if (Math.max(ax, bx) + NEAR_LINE < Math.min(cx, dx)) return true;
  const ay = ends[at + 1] ?? 0;
  const by = ends[at + 3] ?? 0;
  const cy = otherEnds[otherAt + 1] ?? 0;
  const dy = otherEnds[otherAt + 3] ?? 0;
  if (Math.min(ay, by) - NEAR_LINE > Math.max(cy, dy)) return true;
  if (Math.max(ay, by) + NEAR_LINE < Math.min(cy, dy)) return true;
  const vx = dx - cx;
  const vy = dy - cy;
  const reach = NEAR_LINE * (Math.abs(vx) + Math.abs(vy));
  const a = vx * (ay - cy) - vy * (ax - cx);
  const b = vx * (by - cy) - vy * (bx - cx);
  if ((a > reach && b > reach) || (a < -reach && b < -reach)) return true;
  const ux = bx - ax;
  const uy = by - ay;
  const own = NEAR_LINE * (Math.abs(ux) + Math.abs(uy));
  const c = ux * (cy - ay) - uy * (cx - ax);
  const d = ux * (dy - ay) - uy * (dx - ax);
  return (c > own && d > own) || (c < -own && d < -own);
}

/** Whether two edges have the same ends, in either order. */
export function isSameLine(one: Edge, other: Edge): boolean {
  return (
    (meetAt(one, 0, other, 0) && meetAt(one, 2, other, 2)) ||
    (meetAt(one, 0, other, 2) && meetAt(one, 2, other, 0))
  );
}

/** Whether an end of one edge is an end of another; 0 is the first end of an edge, 2 the second. */
function meetAt(one: Edge, end: 0 | 2, other: Edge, otherEnd: 0 | 2): boolean {
  const at = 4 * one.edge + end;
  const otherAt = 4 * other.edge + otherEnd;
  return one.ends[at] === other.ends[otherAt] && one.ends[at + 1] === other.ends[otherAt + 1];
}
