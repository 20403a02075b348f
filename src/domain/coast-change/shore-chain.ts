import { placeKey } from '../audit/line-network.ts';
import type { ClippedCoast } from '../coast/clip-coast.ts';
import type { MeasuredTrace } from '../coast/measured-trace.ts';
import { joinedPaths, type PathStep } from '../geometry/joined-paths.ts';
import { firstIndex } from '../geometry/lower-bound.ts';
import { along, type Position } from '../geometry.ts';

/**
 * Lines of coast that follow each other, as one line with stations: metres along it from its start. Edge e
 * runs from point e to point e + 1 and is one piece of the coast, cut at zones.
 */
export type ShoreChain = {
  readonly isClosed: boolean;
  readonly points: readonly Position[];
  readonly stations: Float64Array;
  /** The piece of the coast that each edge is. */
  readonly pieces: readonly number[];
  /** Whether each edge runs against the direction in which its segment is drawn. */
  readonly turned: readonly boolean[];
};

/** A line as its run of pieces. */
type Run = { readonly first: number; readonly end: number };

/**
 * Joins the lines of a coast that meet two by two; a fork ends a chain. A chain runs the way most of its
 * metres are drawn.
 */
export function shoreChains({
  clipped,
  pieces: { ellipsoid },
}: Pick<MeasuredTrace, 'clipped' | 'pieces'>): readonly ShoreChain[] {
  const runs = runsOf(clipped);
  const ends = runs.map(({ first, end }): readonly [string, string] => [
    placeKey(clipped.ends(first)[0]),
    placeKey(clipped.ends(end - 1)[1]),
  ]);
  return joinedPaths(ends).map((path) => chainOf(path, { runs, clipped, lengths: ellipsoid }));
}

function runsOf({ edges, edgeOf }: ClippedCoast): readonly Run[] {
  const runs: { first: number; end: number; line: number }[] = [];
  for (const [piece, edge] of edgeOf.entries()) {
    const line = edges.lineOf[edge] ?? -1;
    const open = runs.at(-1);
    if (open?.line === line) open.end = piece + 1;
    else runs.push({ first: piece, end: piece + 1, line });
  }
  return runs;
}

function chainOf(
  path: readonly PathStep[],
  {
    runs,
    clipped,
    lengths,
  }: {
    readonly runs: readonly Run[];
    readonly clipped: ClippedCoast;
    readonly lengths: Float64Array;
  },
): ShoreChain {
  const steps: { piece: number; turned: boolean }[] = [];
  for (const { line, isForward } of path) {
    const { first, end } = runs[line] ?? { first: 0, end: 0 };
    for (let at = 0; at < end - first; at += 1)
      steps.push(
        isForward ? { piece: first + at, turned: false } : { piece: end - 1 - at, turned: true },
      );
  }
  const lengthOf = (piece: number): number => lengths[piece] ?? 0;
  const against = steps.reduce(
    (sum, { piece, turned }) => sum + (turned ? lengthOf(piece) : -lengthOf(piece)),
    0,
  );
  const ordered =
    against > 0
      ? steps.toReversed().map(({ piece, turned }) => ({ piece, turned: !turned }))
      : steps;
  const points: Position[] = [];
  const stations = new Float64Array(ordered.length + 1);
  for (const [edge, { piece, turned }] of ordered.entries()) {
    const [one, other] = clipped.ends(piece);
    if (edge === 0) points.push(turned ? other : one);
    points.push(turned ? one : other);
    stations[edge + 1] = (stations[edge] ?? 0) + lengthOf(piece);
  }
  const [first, last] = [points[0], points.at(-1)];
  return {
    isClosed:
      first !== undefined &&
      last !== undefined &&
      points.length > 2 &&
      placeKey(first) === placeKey(last),
    points,
    stations,
    pieces: ordered.map(({ piece }) => piece),
    turned: ordered.map(({ turned }) => turned),
  };
}

/** Length of a chain in metres. */
export function chainLength({ stations }: ShoreChain): number {
  return stations.at(-1) ?? 0;
}

/** The edge that holds a station; the last one where it is the end. */
export function edgeAt({ stations }: ShoreChain, station: number): number {
  const edges = stations.length - 1;
  const after = firstIndex(stations.length, (at) => (stations[at] ?? 0) > station);
  return Math.max(0, Math.min(edges - 1, after - 1));
}

/** The position at a station. */
export function placeAtStation(chain: ShoreChain, station: number): Position {
  const edge = edgeAt(chain, station);
  const [from, to] = [chain.points[edge], chain.points[edge + 1]];
  if (from === undefined || to === undefined) throw new RangeError('a chain without an edge');
  const [start = 0, end = 0] = [chain.stations[edge], chain.stations[edge + 1]];
  const share = end > start ? (station - start) / (end - start) : 0;
  return along(from, to, Math.max(0, Math.min(1, share)));
}

/** The line between two stations, in that order: backwards where the first is the greater. */
export function lineBetween(chain: ShoreChain, from: number, to: number): readonly Position[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const { stations, points } = chain;
  const first = firstIndex(stations.length, (at) => (stations[at] ?? 0) > low);
  const line: Position[] = [placeAtStation(chain, low)];
  for (let at = first; at < stations.length && (stations[at] ?? 0) < high; at += 1) {
    const point = points[at];
    if (point !== undefined) line.push(point);
  }
  line.push(placeAtStation(chain, high));
  return from > to ? line.toReversed() : line;
}
