import { edgeEnds } from '../coast/coast-edges.ts';
import type { MeasuredCoast } from '../coast/measured-coast.ts';
import type { CoastlineSegment, RealmChoice } from '../coastline.ts';
import { type DistanceIndex, distanceIndexOfLines } from '../geometry/distance.ts';
import { lengthBetween } from '../geometry/split-lengths.ts';
import { along, type Position } from '../geometry.ts';
import type { EdgePart } from './coast-inside-sites.ts';

/** A continuous stretch of artificial coast. */
export type ArtificialStretch = {
  /** Ids of its segments in their order along the stretch. */
  readonly segmentIds: readonly string[];
  /** Length in metres on the ellipsoid. */
  readonly lengthM: number;
  readonly extent: DistanceIndex;
  /** Its edges or parts of edges, in order. */
  readonly parts: readonly RunPart[];
};

/** A stretch of maximal length: it ends where another class, another realm or a fork begins. */
export type ArtificialRun = {
  readonly whole: ArtificialStretch;
  /** The whole edges along the run, with where they begin and end in its direction. */
  readonly parts: readonly RunPart[];
  /** Whether the run ends where it begins. */
  readonly isClosed: boolean;
};

/** An edge, or a part of one, along a run: `from` comes before `to` in the run's direction. */
export type RunPart = EdgePart & { readonly segmentId: string; readonly lengthM: number };
type LineEnd = { readonly line: number; readonly end: 0 | 1 };

/**
 * Joins the artificial coast of a realm into continuous runs. Two lines are joined where exactly two
 * lines of one realm meet end to end, whatever their directions and segments. The coast is used as drawn.
 */
export function artificialRuns(
  measured: MeasuredCoast,
  segments: readonly CoastlineSegment[],
  realm: RealmChoice,
): readonly ArtificialRun[] {
  const edgesOf = edgesByLine(measured);
  const lines = [...edgesOf.keys()].filter((line) => {
    const segment = segments[measured.lines[line]?.segment ?? -1];
    return segment?.class === 'artificial' && (realm === 'all' || segment.realm === realm);
  });
  const next = neighbours(measured, segments, lines);
  const walked = new Set<number>();
  const runs: ArtificialRun[] = [];
  const walk = (first: number, entry: LineEnd['end']): void => {
    const parts: RunPart[] = [];
    let at: LineEnd | undefined = { line: first, end: entry };
    while (at !== undefined && !walked.has(at.line)) {
      walked.add(at.line);
      parts.push(...lineParts(measured, segments, { edges: edgesOf.get(at.line) ?? [0, 0], at }));
      at = next(at.line, at.end === 0 ? 1 : 0);
    }
    const whole = stretchOf(measured, parts);
    if (whole !== undefined) runs.push({ whole, parts, isClosed: at !== undefined });
  };
  for (const line of lines)
    for (const end of [0, 1] as const)
      if (next(line, end) === undefined && !walked.has(line)) walk(line, end);
  for (const line of lines) if (!walked.has(line)) walk(line, 0);
  return runs;
}

/** Gives what remains of a run when some parts of its edges are taken, or the run itself when none are. */
export function freeStretches(
  measured: MeasuredCoast,
  { whole, parts, isClosed }: ArtificialRun,
  taken: ReadonlyMap<number, readonly EdgePart[]>,
): readonly ArtificialStretch[] {
  if (!parts.some(({ edge }) => taken.has(edge))) return [whole];
  const free: RunPart[][] = [[]];
  for (const part of parts) {
    const { left, isOpen } = leftOf(measured, part, taken.get(part.edge) ?? []);
    for (const [number, piece] of left.entries()) {
      if (number > 0 || !isOpen[0]) free.push([]);
      free.at(-1)?.push(piece);
    }
    if (!isOpen[1]) free.push([]);
  }
  // In a ring, the remainder at the end continues at the beginning.
  if (isClosed && free.length > 1) free[0] = [...(free.pop() ?? []), ...(free[0] ?? [])];
  return free.flatMap((stretch) => stretchOf(measured, stretch) ?? []);
}

function edgesByLine({ drawn }: MeasuredCoast): ReadonlyMap<number, readonly [number, number]> {
  const edges = new Map<number, [number, number]>();
  for (const [edge, line] of drawn.clipped.edges.lineOf.entries()) {
    const known = edges.get(line);
    if (known === undefined) edges.set(line, [edge, edge + 1]);
    else known[1] = edge + 1;
  }
  return edges;
}

/** Finds the line end that continues from an end of a line; there is none unless exactly two ends meet. */
function neighbours(
  { lines }: MeasuredCoast,
  segments: readonly CoastlineSegment[],
  included: readonly number[],
): (line: number, end: LineEnd['end']) => LineEnd | undefined {
  const placeOf = (line: number, end: LineEnd['end']): string => {
    const { positions = [], segment = -1 } = lines[line] ?? {};
    const position = positions.at(end === 0 ? 0 : -1) ?? [];
    return [segments[segment]?.realm, ...position].join(' ');
  };
  const meeting = new Map<string, LineEnd[]>();
  for (const line of included)
    for (const end of [0, 1] as const) {
      const place = placeOf(line, end);
      meeting.set(place, [...(meeting.get(place) ?? []), { line, end }]);
    }
  return (line, end) => {
    const ends = meeting.get(placeOf(line, end)) ?? [];
    if (ends.length !== 2) return undefined;
    return ends.find((other) => other.line !== line || other.end !== end);
  };
}

/** The edges of a line in order from one of its ends. */
function lineParts(
  { drawn, lines }: MeasuredCoast,
  segments: readonly CoastlineSegment[],
  { edges: [first, end], at }: { readonly edges: readonly [number, number]; readonly at: LineEnd },
): readonly RunPart[] {
  const { firstPiece } = drawn.clipped;
  const segmentId = segments[lines[at.line]?.segment ?? -1]?.id ?? '';
  const parts = Array.from({ length: end - first }, (_, number): RunPart => {
    const edge = first + number;
    let lengthM = 0;
    for (let piece = firstPiece[edge] ?? 0; piece < (firstPiece[edge + 1] ?? 0); piece += 1)
      lengthM += drawn.pieces.ellipsoid[piece] ?? 0;
    return { edge, from: at.end, to: at.end === 0 ? 1 : 0, segmentId, lengthM };
  });
  return at.end === 0 ? parts : parts.toReversed();
}

/** The parts of an edge that are not taken, in walking order, and whether its start and end are free. */
function leftOf(
  measured: MeasuredCoast,
  part: RunPart,
  taken: readonly EdgePart[],
): { readonly left: readonly RunPart[]; readonly isOpen: readonly [boolean, boolean] } {
  if (taken.length === 0) return { left: [part], isOpen: [true, true] };
  const gaps: [number, number][] = [];
  let at = 0;
  for (const { from, to } of taken.toSorted((a, b) => a.from - b.from)) {
    if (from > at) gaps.push([at, from]);
    at = Math.max(at, to);
  }
  if (at < 1) gaps.push([at, 1]);
  const isOpen = [gaps[0]?.[0] === 0, gaps.at(-1)?.[1] === 1] as const;
  const left = gaps.map(([from, to]): RunPart => {
    const cut = part.from === 0 ? { from, to } : { from: to, to: from };
    const edge = edgeEnds(measured.drawn.clipped.edges, part.edge);
    return { ...part, ...cut, lengthM: lengthBetween(edge, from, to) };
  });
  return part.from === 0
    ? { left, isOpen }
    : { left: left.toReversed(), isOpen: [isOpen[1], isOpen[0]] };
}

function partEnds(
  { drawn }: MeasuredCoast,
  { edge, from, to }: EdgePart,
): readonly [Position, Position] {
  const [start, end] = edgeEnds(drawn.clipped.edges, edge);
  return [along(start, end, from), along(start, end, to)];
}

function stretchOf(
  measured: MeasuredCoast,
  parts: readonly RunPart[],
): ArtificialStretch | undefined {
  const ends = parts.map((part) => partEnds(measured, part));
  const extent = distanceIndexOfLines([
    [...ends.slice(0, 1).map(([start]) => start), ...ends.map(([, end]) => end)],
  ]);
  return (
    extent && {
      segmentIds: [...new Set(parts.map(({ segmentId }) => segmentId))],
      lengthM: parts.reduce((sum, { lengthM }) => sum + lengthM, 0),
      extent,
      parts,
    }
  );
}
