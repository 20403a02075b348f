import type { CoastlineSegment } from '../coastline.ts';
import { linesOf } from '../geodesy.ts';
import { type EdgeEnds, layOutEdges, withoutRepeats } from '../geometry/edges.ts';
import type { Position } from '../geometry.ts';

/**
 * The coast as one run of edges. `starts[e]` is the position index where edge e begins; it ends at the
 * next position. Edges of a line follow each other; `lineOf` shows where a line ends.
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

/** Converts the lines of all segments to edges. Repeated positions give no edge of zero length. */
export function coastEdges(lines: readonly SegmentLine[]): CoastEdges {
  const positions: Position[] = [];
  const starts: number[] = [];
  const segmentOf: number[] = [];
  const lineOf: number[] = [];
  const paths = lines.map(({ positions: path }) => withoutRepeats(path));
  for (const [line, { segment }] of lines.entries()) {
    let isFirst = true;
    for (const position of paths[line] ?? []) {
      if (!isFirst) {
        starts.push(positions.length - 1);
        segmentOf.push(segment);
        lineOf.push(line);
      }
      positions.push(position);
      isFirst = false;
    }
  }
  return { positions, starts, segmentOf, lineOf, ends: layOutEdges(paths) };
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

/** Whether an edge begins at the end of the edge before it, in the same line or in the next one. */
export function goesOn({ ends }: CoastEdges, edge: number): boolean {
  const at = 4 * edge;
  return edge > 0 && ends[at] === ends[at - 2] && ends[at + 1] === ends[at - 1];
}
