import type { CoastEdges, SegmentLine } from '../coast/coast-edges.ts';
import type { CoastIndex } from '../coast/coast-index.ts';
import type { CoastlineSegment } from '../coastline.ts';
import { boxAround, endsOf } from '../geometry/edges.ts';
import { joinedNumbers } from '../geometry/joined-numbers.ts';
import { lowerBound } from '../geometry/lower-bound.ts';
import { nearestShare } from '../geometry/point-to-segment.ts';
import { along, type Position } from '../geometry.ts';
import type { CoastDoubles } from './coast-doubles.ts';
import { placeKey } from './line-network.ts';

/** An end where a line stops and no other coast continues. */
export type LooseEnd = {
  readonly position: Position;
  readonly line: number;
  readonly segment: CoastlineSegment | undefined;
};

/** The coast as drawn, whose loose ends are sought. */
export type DrawnCoast = {
  readonly index: CoastIndex;
  /** All lines, numbered as the index numbers them. */
  readonly lines: readonly SegmentLine[];
  readonly segments: readonly CoastlineSegment[];
  /** Whether a segment, by its index, is part of the coast that is audited. */
  readonly counts: (segment: number) => boolean;
  /** Coast that was drawn twice, some metres apart. */
  readonly doubles?: Pick<CoastDoubles, 'joins' | 'ends'>;
};

/** The loose ends of a coast, and which of its lines are connected. */
export type CoastChains = {
  readonly looseEnds: readonly LooseEnd[];
  /** Gives the chain number of a line; connected lines have the same number. */
  readonly chainOf: (line: number) => number;
  readonly join: (line: number, other: number) => void;
};

/**
 * An end this near to another stretch of coast lies on it. In degrees: the last decimal of the data, 0.1
 * m, to which a place along an edge is rounded.
 */
const ON_COAST = 1e-6;

/**
 * Finds where lines of coast stop and which lines are connected. Two lines are connected when they share
 * an end or one ends on the other. The two edges of the map at 180° are one place.
 */
export function coastChains(coast: DrawnCoast): CoastChains {
  const { setOf: chainOf, join } = joinedNumbers(coast.lines.length);
  /** The only end at a place; undefined when several meet. */
  const alone = new Map<string, LooseEnd | undefined>();
  const firstAt = new Map<string, number>();
  for (const [line, { segment, positions }] of coast.lines.entries()) {
    if (!coast.counts(segment)) continue;
    for (const position of [positions[0], positions.at(-1)]) {
      if (position === undefined) continue;
      const place = placeKey(position);
      const first = firstAt.get(place);
      if (first === undefined) firstAt.set(place, line);
      else join(line, first);
      const end = { position, line, segment: coast.segments[segment] };
      alone.set(place, first === undefined ? end : undefined);
    }
  }
  const isLoose = (position: Position): boolean => alone.get(placeKey(position)) !== undefined;
  for (const [line, other] of coast.doubles?.joins ?? []) join(line, other);
  const looseEnds: LooseEnd[] = [];
  for (const end of alone.values()) {
    if (end === undefined || coast.doubles?.ends.has(placeKey(end.position))) continue;
    const met = linesUnder(end, coast, isLoose);
    for (const line of met) join(end.line, line);
    if (met.length === 0) looseEnds.push(end);
  }
  return { looseEnds, chainOf, join };
}

/**
 * The lines on which an end lies, away from their own loose ends, since ends that nearly meet leave a
 * gap.
 */
function linesUnder(
  { position, line }: LooseEnd,
  { index, counts }: DrawnCoast,
  isLoose: (position: Position) => boolean,
): readonly number[] {
  const { ends, lineOf, segmentOf } = index.edges;
  const own = lastEdges(index.edges, line, position);
  const found: number[] = [];
  const around = boxAround(Float64Array.of(...position, ...position), [0, 1], ON_COAST);
  index.visitBlocks(around, (block) => {
    const end = index.blocks[block + 1] ?? 0;
    for (let edge = index.blocks[block] ?? 0; edge < end; edge += 1) {
      if (own.has(edge) || !counts(segmentOf[edge] ?? -1)) continue;
      const nearest = nearestOnEdge(endsOf(ends, edge), position);
      const isOther = placeKey(nearest) !== placeKey(position);
      if (isApart(nearest, position) || (isOther && isLoose(nearest))) continue;
      found.push(lineOf[edge] ?? line);
    }
  });
  return found;
}

/** The edges of a line that lie within 0.1 m of one of its ends. */
function lastEdges(
  { positions, starts, lineOf }: CoastEdges,
  line: number,
  end: Position,
): ReadonlySet<number> {
  const [first, after] = [lowerBound(lineOf, line), lowerBound(lineOf, line + 1)];
  const start = positions[starts[first] ?? -1];
  const isFirst = start !== undefined && placeKey(start) === placeKey(end);
  const [begin, step] = isFirst ? [first, 1] : [after - 1, -1];
  const edges = new Set<number>();
  for (let edge = begin; edge >= first && edge < after; edge += step) {
    const near = positions[(starts[edge] ?? -1) + (isFirst ? 0 : 1)];
    if (near === undefined || isApart(near, end)) break;
    edges.add(edge);
  }
  return edges;
}

function isApart([ax, ay]: Position, [bx, by]: Position): boolean {
  return Math.hypot(bx - ax, by - ay) > ON_COAST;
}

/** The point of an edge that is nearest to a position, in degrees. */
function nearestOnEdge([from, to]: readonly [Position, Position], [x, y]: Position): Position {
  return along(from, to, nearestShare(x - from[0], y - from[1], to[0] - from[0], to[1] - from[1]));
}
