import type { ClippedCoast } from '../coast/clip-coast.ts';
import { edgeEnds, type SegmentLine } from '../coast/coast-edges.ts';
import type { CoastIndex } from '../coast/coast-index.ts';
import { joinedParts, type RepeatedPart } from '../coast/repeated-coast.ts';
import type { CoastlineSegment } from '../coastline.ts';
import { lengthBetween } from '../geometry/split-lengths.ts';
import { along, type Position } from '../geometry.ts';
import { type Metres, metres } from '../units.ts';
import type { Coverage, CoverageFault } from './audit.ts';
import { type CoastDoubles, coastDoubles } from './coast-doubles.ts';
import { coastGaps } from './coast-gaps.ts';
import { piecesWhere, stretches } from './coast-pieces.ts';

/** Lengths below this many metres count as zero. */
const NOTHING = 0.001;

/** The input of `proveCoverage`. */
export type CoverageInput = {
  readonly clipped: ClippedCoast;
  /** All lines as drawn, and an index of their edges. */
  readonly lines: readonly SegmentLine[];
  readonly index: CoastIndex;
  readonly segments: readonly CoastlineSegment[];
  /** Whether a segment, by its index, is part of the coast that is audited. */
  readonly counts: (segment: number) => boolean;
  readonly zoneIds: readonly string[];
  /** Length in metres of each piece on the ellipsoid. */
  readonly lengths: Float64Array;
  /** Length of the audited coast, and of all zones together, each as stated in its summary. */
  readonly wholeM: number;
  readonly zonesM: number;
};

/** Proves that every metre of coast is counted once, or lists where it is not. */
export function proveCoverage(input: CoverageInput): Coverage {
  const { clipped, segments, lengths } = input;
  const owners = zoneOwners(input);
  const audited = piecesWhere(clipped, (piece) => input.counts(segmentIndex(input, piece)));
  const doubles = coastDoubles({
    ...input,
    edges: clipped.edges,
    alongside: clipped.alongside(),
  });
  // Ends that are less than a millimetre apart meet.
  const faults = coastGaps({ ...input, doubles }).filter(({ lengthM }) => lengthM >= NOTHING);
  const collect = (kind: CoverageFault['kind'], isAtFault: (piece: number) => boolean): void => {
    collectFrom(kind, audited.filter(isAtFault), []);
  };
  const collectFrom = (
    kind: CoverageFault['kind'],
    pieces: readonly number[],
    zoneIds: readonly string[],
  ): void => {
    for (const { segmentId, lengthM, line } of stretches(clipped, pieces, segments, lengths)) {
      faults.push({ kind, lengthM, segmentIds: [segmentId], zoneIds, line });
    }
  };
  collect('outside', (piece) => owners[piece] === 0);
  const shared = audited.filter((piece) => (owners[piece] ?? 0) > 1);
  for (const [zoneIds, pieces] of byOwners(input, shared)) collectFrom('overlap', pieces, zoneIds);
  collect('unclassified', (piece) => segments[segmentIndex(input, piece)]?.class === undefined);
  faults.push(...duplicates(input, doubles.holds), ...doubles.faults);
  const lengthOf = (kind: CoverageFault['kind']): Metres =>
    metres(faults.reduce((total, fault) => total + (fault.kind === kind ? fault.lengthM : 0), 0));
  const [gapM, overlapM, duplicateM] = [
    lengthOf('gap'),
    lengthOf('overlap'),
    lengthOf('duplicate'),
  ];
  const [unclassifiedM, outsideM] = [lengthOf('unclassified'), lengthOf('outside')];
  const countedAgainM = shared.reduce(
    (sum, piece) => sum + ((owners[piece] ?? 1) - 1) * (lengths[piece] ?? 0),
    0,
  );
  const residualM = metres(Math.abs(input.zonesM - countedAgainM + outsideM - input.wholeM));
  return {
    gapM,
    overlapM,
    duplicateM,
    unclassifiedM,
    outsideM,
    residualM,
    isComplete: [gapM, overlapM, duplicateM, unclassifiedM, outsideM, residualM].every(
      (lengthM) => lengthM < NOTHING,
    ),
    faults: faults.filter(
      ({ kind, lengthM }) => lengthM >= NOTHING || areAllSmall(kind, lengthOf(kind), faults),
    ),
  };
}

/** Whether faults of a kind add up to something though each is nothing: they are listed then. */
function areAllSmall(
  kind: CoverageFault['kind'],
  sumM: number,
  faults: readonly CoverageFault[],
): boolean {
  if (sumM < NOTHING) return false;
  return faults.every((fault) => fault.kind !== kind || fault.lengthM < NOTHING);
}

function zoneOwners({ clipped, lengths }: CoverageInput): Uint16Array {
  const owners = new Uint16Array(lengths.length);
  for (const pieces of clipped.piecesIn) {
    for (const piece of pieces) owners[piece] = (owners[piece] ?? 0) + 1;
  }
  return owners;
}

/** Pieces that several zones contain, grouped by the set of those zones. */
function byOwners(
  { clipped, zoneIds }: CoverageInput,
  pieces: readonly number[],
): readonly (readonly [string[], number[]])[] {
  const holders = new Map<number, number[]>(pieces.map((piece) => [piece, []]));
  for (const [zone, inside] of clipped.piecesIn.entries()) {
    for (const piece of inside) holders.get(piece)?.push(zone);
  }
  const groups = new Map<string, number[]>();
  for (const [piece, zones] of holders) {
    const key = zones.join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [piece]);
    else group.push(piece);
  }
  return [...groups].map(([key, group]) => [
    key.split(',').map((zone) => zoneIds[Number(zone)] ?? ''),
    group,
  ]);
}

function segmentIndex({ clipped: { edges, edgeOf } }: CoverageInput, piece: number): number {
  return edges.segmentOf[edgeOf[piece] ?? -1] ?? -1;
}

/** A double that breaks off this near to a corner goes on behind it: the last decimal of the data. */
const CORNER_M = 0.1;

/** Stretches that an earlier stretch of the audited coast has drawn before. */
function duplicates(
  { clipped, segments, counts }: CoverageInput,
  isListed: CoastDoubles['holds'],
): readonly CoverageFault[] {
  const { edges } = clipped;
  const isCounted = (edge: number): boolean => counts(edges.segmentOf[edge] ?? -1);
  const partsOf = new Map<number, RepeatedPart[]>();
  for (const part of clipped.alongside().repeats) {
    if (!isCounted(part.edge) || !isCounted(part.earlier)) continue;
    if (isListed(part.edge, (part.from + part.to) / 2)) continue;
    const known = partsOf.get(part.edge);
    if (known === undefined) partsOf.set(part.edge, [part]);
    else known.push(part);
  }
  const found: { segmentId: string; lengthM: number; line: Position[]; goesOnFrom: number }[] = [];
  for (const [edge, parts] of partsOf) {
    const [from, to] = edgeEnds(edges, edge);
    const segmentId = segments[edges.segmentOf[edge] ?? -1]?.id ?? '';
    const edgeM = lengthBetween([from, to], 0, 1);
    for (const [low, high] of joinedParts(parts)) {
      const [start, end] = [along(from, to, low), along(from, to, high)];
      const lengthM = lengthBetween([from, to], low, high);
      const last = found.at(-1);
      const goesOnFrom =
        (1 - high) * edgeM < CORNER_M && edges.lineOf[edge] === edges.lineOf[edge + 1]
          ? edge + 1
          : -1;
      if (last !== undefined && low * edgeM < CORNER_M && last.goesOnFrom === edge) {
        last.lengthM += lengthM;
        last.line.push(end);
        last.goesOnFrom = goesOnFrom;
      } else found.push({ segmentId, lengthM, line: [start, end], goesOnFrom });
    }
  }
  return found.map(({ segmentId, lengthM, line }) => ({
    kind: 'duplicate',
    lengthM: metres(lengthM),
    segmentIds: [segmentId],
    zoneIds: [],
    line,
  }));
}
