import type { CoastlineSegment } from '../coastline.ts';
import { linesOf } from '../geodesy.ts';
import type { EdgeEnds } from '../geometry/edges.ts';
import type { Position } from '../geometry.ts';

/**
 * The coast as one run of edges. `starts[e]` is the position index where edge e begins; it ends at
 * the next position. Edges of a line follow each other; `lineOf` tells where a line ends.
 */
export type CoastEdges = {
  readonly positions: readonly Position[];
  readonly starts: readonly number[];
  /** Index of the segment that an edge belongs to, ascending. */
  readonly segmentOf: readonly number[];
  /** Number of the line that an edge belongs to, counted over all segments. */
  readonly lineOf: readonly number[];
  readonly ends: EdgeEnds;
};

/** Lays all segments out as edges. Repeated positions give no edge of zero length. */
export function coastEdges(lines: readonly SegmentLine[]): CoastEdges {
  const positions: Position[] = [];
  const starts: number[] = [];
  const segmentOf: number[] = [];
  const lineOf: number[] = [];
  for (const [line, { segment, positions: path }] of lines.entries()) {
    let last: Position | undefined;
    for (const position of path) {
      if (last !== undefined && last[0] === position[0] && last[1] === position[1]) continue;
      if (last !== undefined) {
        starts.push(positions.length - 1);
        segmentOf.push(segment);
        lineOf.push(line);
      }
      positions.push(position);
      last = position;
    }
  }
  return { positions, starts, segmentOf, lineOf, ends: endsOf(positions, starts) };
}

function endsOf(positions: readonly Position[], starts: readonly number[]): EdgeEnds {
  const ends = new Float64Array(4 * starts.length);
  let at = 0;
  for (const start of starts) {
    const [from, to] = [positions[start], positions[start + 1]];
    if (from === undefined || to === undefined) continue;
    ends[at] = from[0];
    ends[at + 1] = from[1];
    ends[at + 2] = to[0];
    ends[at + 3] = to[1];
    at += 4;
  }
  return ends;
}

/** One line of one segment. */
export type SegmentLine = { readonly segment: number; readonly positions: readonly Position[] };

/** The lines of segments, each with its segment's index. */
export function segmentLines(segments: readonly CoastlineSegment[]): readonly SegmentLine[] {
  return segments.flatMap(({ geometry }, segment) =>
    linesOf(geometry).map((positions) => ({ segment, positions })),
  );
}

/** The two ends of an edge. */
export function edgeEnds(
  { positions, starts }: CoastEdges,
  edge: number,
): readonly [Position, Position] {
  const start = starts[edge] ?? -1;
  const [from, to] = [positions[start], positions[start + 1]];
  if (from === undefined || to === undefined) throw new RangeError(`the coast has no edge ${edge}`);
  return [from, to];
}

/** Whether an edge goes on from the end of the one before it, of the same line or of the next. */
export function goesOn({ ends }: CoastEdges, edge: number): boolean {
  const at = 4 * edge;
  return edge > 0 && ends[at] === ends[at - 2] && ends[at + 1] === ends[at - 1];
}
