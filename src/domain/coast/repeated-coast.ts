import { boxAround, type EdgeEnds } from '../geometry/edges.ts';
import type { CoastIndex } from './coast-index.ts';
import {
  addNear,
  areNeighbours,
  type Course,
  courseOf,
  NEAR_COAST_M,
  type NearPart,
  scaleAt,
} from './near-coast.ts';

/** A part of an edge that an earlier edge already covers; `from` and `to` are shares of the edge. */
export type RepeatedPart = {
  readonly edge: number;
  readonly earlier: number;
  readonly from: number;
  readonly to: number;
};

/**
 * Two lines nearer than this, in degrees, are the same line: the last decimal of the data, 0.1 m. A
 * corner that only one of the lines has is rounded to that decimal.
 */
const SAME_LINE = 1e-6;

/** Coast that lies on earlier coast or runs near it. */
export type AlongsideCoast = {
  readonly repeats: readonly RepeatedPart[];
  readonly near: readonly NearPart[];
  readonly course: Course;
};

/**
 * Finds the parts of the coast that are drawn more than once, in either direction and with any corners,
 * including partial repeats, and those that run within 5 m of earlier coast. Ends that overlap by less than
 * 0.1 m count as meeting only.
 */
export function alongsideCoast(index: CoastIndex): AlongsideCoast {
  const { blocks } = index;
  const { ends } = index.edges;
  const course = courseOf(index);
  const repeats: RepeatedPart[] = [];
  const near: NearPart[] = [];
  for (let block = 0; block + 1 < blocks.length; block += 1) {
    const [first, end] = [blocks[block] ?? 0, blocks[block + 1] ?? 0];
    const scale = scaleAt(ends[4 * first + 1] ?? 0);
    const reach = { x: NEAR_COAST_M / scale.east, y: NEAR_COAST_M / scale.north };
    const [west, south, east, north] = boxAround(ends, [first, end]);
    const box = [west - reach.x, south - reach.y, east + reach.x, north + reach.y] as const;
    index.visitBlocks(box, (other) => {
      if (other > block) return;
      const [firstOther, endOther] = [blocks[other] ?? 0, blocks[other + 1] ?? 0];
      for (let edge = first; edge < end; edge += 1)
        visitNear(ends, { edge, reach }, [firstOther, Math.min(endOther, edge)], (earlier) => {
          const shared = repeats.length;
          addShared(ends, { edge, earlier }, repeats);
          const isRepeat = repeats.length > shared;
          if (!areNeighbours(course, earlier, edge))
            addNear(ends, { edge, earlier, scale, isRepeat }, near);
        });
    });
  }
  repeats.sort((a, b) => a.edge - b.edge || a.earlier - b.earlier);
  return { repeats, near, course };
}

/** Visits the edges of a run whose boxes are within a reach, in degrees, of the box of an edge. */
function visitNear(
  ends: EdgeEnds,
  { edge, reach }: { readonly edge: number; readonly reach: { x: number; y: number } },
  [first, end]: readonly [number, number],
  visit: (other: number) => void,
): void {
  const at = 4 * edge;
  const ax = ends[at] ?? 0;
  const ay = ends[at + 1] ?? 0;
  const bx = ends[at + 2] ?? 0;
  const by = ends[at + 3] ?? 0;
  const west = Math.min(ax, bx) - reach.x;
  const east = Math.max(ax, bx) + reach.x;
  const south = Math.min(ay, by) - reach.y;
  const north = Math.max(ay, by) + reach.y;
  for (let other = first; other < end; other += 1) {
    const place = 4 * other;
    const cx = ends[place] ?? 0;
    const dx = ends[place + 2] ?? 0;
    if ((cx < west && dx < west) || (cx > east && dx > east)) continue;
    const cy = ends[place + 1] ?? 0;
    const dy = ends[place + 3] ?? 0;
    if ((cy < south && dy < south) || (cy > north && dy > north)) continue;
    visit(other);
  }
}

/** Joins parts of one edge that meet or overlap, in ascending order. */
export function joinedParts(
  parts: readonly RepeatedPart[],
): readonly (readonly [from: number, to: number])[] {
  const joined: [number, number][] = [];
  for (const { from, to } of parts.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** Adds the part of an edge that an earlier edge covers, if there is one. */
function addShared(
  ends: EdgeEnds,
  { edge, earlier }: Pick<RepeatedPart, 'edge' | 'earlier'>,
  found: RepeatedPart[],
): void {
  const [at, other] = [4 * edge, 4 * earlier];
  const ax = ends[at] ?? 0;
  const bx = ends[at + 2] ?? 0;
  const cx = ends[other] ?? 0;
  const dx = ends[other + 2] ?? 0;
  const ay = ends[at + 1] ?? 0;
  const by = ends[at + 3] ?? 0;
  const cy = ends[other + 1] ?? 0;
  const dy = ends[other + 3] ?? 0;
  const [ux, uy] = [bx - ax, by - ay];
  const length = Math.sqrt(ux * ux + uy * uy);
  // The position along this edge and the distance from it, in degrees, of both ends of the other edge.
  const start = ((cx - ax) * ux + (cy - ay) * uy) / length;
  const end = ((dx - ax) * ux + (dy - ay) * uy) / length;
  const low = Math.max(0, Math.min(start, end));
  const high = Math.min(length, Math.max(start, end));
  if (high - low <= SAME_LINE) return;
  const startOff = ((cx - ax) * uy - (cy - ay) * ux) / length;
  const endOff = ((dx - ax) * uy - (dy - ay) * ux) / length;
  const slope = (endOff - startOff) / (end - start);
  if (Math.abs(startOff + (low - start) * slope) > SAME_LINE) return;
  if (Math.abs(startOff + (high - start) * slope) > SAME_LINE) return;
  found.push({ edge, earlier, from: low / length, to: high / length });
}
