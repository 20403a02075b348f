import { boxAround, type EdgeEnds, endsOf, NEAR_LINE, ON_LINE } from '../geometry/edges.ts';
import { nearestShare } from '../geometry/point-to-segment.ts';
import { along, type Position } from '../geometry.ts';
import type { CoastEdges } from './coast-edges.ts';
import { CoastIndex } from './coast-index.ts';

/** A place where a line of coast crosses an earlier edge, of itself or of another line. */
export type LineCrossing = {
  readonly edge: number;
  readonly earlier: number;
  readonly at: Position;
};

/**
 * Finds where lines cross themselves or each other: inside two edges, or at a corner where a line passes
 * from one side of the other to the other side. Lines that touch or end on each other do not cross, nor do
 * lines that share a stretch, which is coast drawn twice.
 */
export function lineCrossings(edges: CoastEdges): readonly LineCrossing[] {
  const index = new CoastIndex(edges);
  const { ends } = edges;
  const { blocks } = index;
  const found: LineCrossing[] = [];
  for (let block = 0; block + 1 < blocks.length; block += 1) {
    const [first, end] = [blocks[block] ?? 0, blocks[block + 1] ?? 0];
    index.visitBlocks(boxAround(ends, [first, end], NEAR_LINE), (other) => {
      if (other > block) return;
      const [firstOther, endOther] = [blocks[other] ?? 0, blocks[other + 1] ?? 0];
      for (let edge = first; edge < end; edge += 1)
        for (let earlier = firstOther; earlier < Math.min(endOther, edge); earlier += 1) {
          if (haveApartBoxes(ends, edge, earlier)) continue;
          const at = crossingAt(edges, edge, earlier);
          if (at !== undefined) found.push({ edge, earlier, at });
        }
    });
  }
  return found.sort((a, b) => a.edge - b.edge || a.earlier - b.earlier);
}

function haveApartBoxes(ends: EdgeEnds, one: number, other: number): boolean {
  for (const axis of [0, 1]) {
    const [a, b] = [ends[4 * one + axis] ?? 0, ends[4 * one + 2 + axis] ?? 0];
    const [c, d] = [ends[4 * other + axis] ?? 0, ends[4 * other + 2 + axis] ?? 0];
    if (Math.max(a, b) < Math.min(c, d) || Math.min(a, b) > Math.max(c, d)) return true;
  }
  return false;
}

type Line = readonly [Position, Position];

function crossingAt(edges: CoastEdges, edge: number, earlier: number): Position | undefined {
  const [line, other] = [endsOf(edges.ends, edge), endsOf(edges.ends, earlier)];
  const corner = line.find((place) => isOnLine(place, other));
  const otherCorner = other.find((place) => isOnLine(place, line));
  if (corner === undefined && otherCorner === undefined) return insideBoth(line, other);
  // A corner belongs to two edges: only the one that begins there judges it.
  if (corner !== undefined && corner === line[0])
    return passes(edges, edge, earlier, corner) ? corner : undefined;
  if (corner === undefined && otherCorner !== undefined && otherCorner === other[0])
    return passes(edges, earlier, edge, otherCorner) ? otherCorner : undefined;
  return undefined;
}

function isOnLine([x, y]: Position, [from, to]: Line): boolean {
  const share = nearestShare(x - from[0], y - from[1], to[0] - from[0], to[1] - from[1]);
  return isNear([x, y], along(from, to, share));
}

function isNear([ax, ay]: Position, [bx, by]: Position): boolean {
  return Math.hypot(ax - bx, ay - by) <= ON_LINE;
}

function insideBoth([a, b]: Line, [c, d]: Line): Position | undefined {
  const across = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  if (across === 0) return undefined;
  const share = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / across;
  const otherShare = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / across;
  const isInside = share > 0 && share < 1 && otherShare > 0 && otherShare < 1;
  return isInside ? along(a, b, share) : undefined;
}

/** Whether a line passes through another one at the corner where one of its edges begins. */
function passes(edges: CoastEdges, edge: number, other: number, corner: Position): boolean {
  const own = waysAt(edges, edge, corner);
  const others = waysAt(edges, other, corner);
  if (own === undefined || others === undefined) return false;
  const [from, to] = own;
  const turnTo = (way: number): number => (way - from + 2 * Math.PI) % (2 * Math.PI);
  const [reach, one, two] = [turnTo(to), turnTo(others[0]), turnTo(others[1])];
  const runsAlong = [one, two].some((turn) => turn === 0 || turn === reach);
  return !runsAlong && one < reach !== two < reach;
}

/** The directions in which a line leaves a place on one of its edges; undefined where the line ends. */
function waysAt(
  { ends, lineOf }: CoastEdges,
  edge: number,
  place: Position,
): readonly [number, number] | undefined {
  const [from, to] = endsOf(ends, edge);
  const direction = ([x, y]: Position): number => Math.atan2(y - place[1], x - place[0]);
  const isFrom = isNear(place, from);
  if (!isFrom && !isNear(place, to)) return [direction(from), direction(to)];
  const neighbour = isFrom ? edge - 1 : edge + 1;
  if (lineOf[neighbour] !== lineOf[edge]) return undefined;
  const [before, after] = isFrom
    ? [endsOf(ends, neighbour)[0], to]
    : [from, endsOf(ends, neighbour)[1]];
  return [direction(before), direction(after)];
}
