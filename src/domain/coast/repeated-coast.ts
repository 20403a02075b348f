import { boxAround, type EdgeEnds } from '../geometry/edges.ts';
import type { CoastIndex } from './coast-index.ts';

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

/**
 * Finds the parts of the coast that are drawn more than once, in either direction and with any corners,
 * including partial repeats. Ends that overlap by less than 0.1 m count as meeting only.
 */
export function repeatedParts(index: CoastIndex): readonly RepeatedPart[] {
  const { blocks } = index;
  const found: RepeatedPart[] = [];
  for (let block = 0; block + 1 < blocks.length; block += 1) {
    const [first, end] = [blocks[block] ?? 0, blocks[block + 1] ?? 0];
    index.visitBlocks(boxAround(index.edges.ends, [first, end], SAME_LINE), (other) => {
      if (other > block) return;
      const [firstOther, endOther] = [blocks[other] ?? 0, blocks[other + 1] ?? 0];
      for (let edge = first; edge < end; edge += 1)
        for (let earlier = firstOther; earlier < Math.min(endOther, edge); earlier += 1)
          addShared(index.edges.ends, { edge, earlier }, found);
    });
  }
  return found.sort((a, b) => a.edge - b.edge || a.earlier - b.earlier);
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
  if (Math.min(ax, bx) - SAME_LINE > Math.max(cx, dx)) return;
  if (Math.max(ax, bx) + SAME_LINE < Math.min(cx, dx)) return;
  const ay = ends[at + 1] ?? 0;
  const by = ends[at + 3] ?? 0;
  const cy = ends[other + 1] ?? 0;
  const dy = ends[other + 3] ?? 0;
  if (Math.min(ay, by) - SAME_LINE > Math.max(cy, dy)) return;
  if (Math.max(ay, by) + SAME_LINE < Math.min(cy, dy)) return;
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
