import type { Coverage, CoverageFault } from './audit.ts';
import type { ClippedCoast } from './clip-coast.ts';
import { edgeEnds, type SegmentLine } from './coast-edges.ts';
import { stretches } from './coast-pieces.ts';
import type { CoastlineSegment } from './coastline.ts';
import { ellipsoidDistance } from './geodesy.ts';
import type { Position } from './geometry.ts';
import { type Metres, metres } from './units.ts';

/** Ends of coast that lie nearer than this, in metres, and do not meet: a gap, not the coast's end. */
const LARGEST_GAP = 500;
/** What counts as nothing, in metres. */
const NOTHING = 0.001;

/** What the proof looks at. */
export type CoverageInput = {
  readonly clipped: ClippedCoast;
  readonly lines: readonly SegmentLine[];
  readonly segments: readonly CoastlineSegment[];
  readonly zoneIds: readonly string[];
  /** Length in metres of each piece on the ellipsoid. */
  readonly lengths: Float64Array;
  readonly totalM: number;
};

/** Proves that every metre of coast is counted once, or lists where it is not. */
export function proveCoverage(input: CoverageInput): Coverage {
  const { clipped, segments, lengths, totalM } = input;
  const owners = zoneOwners(input);
  const faults: CoverageFault[] = [...gaps(input)];
  const collect = (kind: CoverageFault['kind'], isAtFault: (piece: number) => boolean): void => {
    const pieces = [...lengths.keys()].filter(isAtFault);
    for (const { segmentId, lengthM, line } of stretches(clipped, pieces, segments, lengths)) {
      const zoneIds = kind === 'overlap' ? zonesHolding(input, pieces) : [];
      faults.push({ kind, lengthM, segmentIds: [segmentId], zoneIds, line });
    }
  };
  const duplicates = repeatedEdges(input);
  collect('outside', (piece) => owners[piece] === 0);
  collect('overlap', (piece) => (owners[piece] ?? 0) > 1);
  collect('unclassified', (piece) => segmentOf(input, piece)?.class === undefined);
  collect('duplicate', (piece) => duplicates.has(clipped.edgeOf[piece] ?? -1));
  const lengthOf = (kind: CoverageFault['kind']): Metres =>
    metres(faults.reduce((total, fault) => total + (fault.kind === kind ? fault.lengthM : 0), 0));
  const [gapM, overlapM, duplicateM] = [lengthOf('gap'), lengthOf('overlap'), lengthOf('duplicate')];
  const [unclassifiedM, outsideM] = [lengthOf('unclassified'), lengthOf('outside')];
  const residualM = metres(Math.abs(totalM - outsideM - coveredOnce(owners, lengths)));
  return {
    gapM,
    overlapM,
    duplicateM,
    unclassifiedM,
    outsideM,
    residualM,
    isComplete: [gapM, overlapM, duplicateM, unclassifiedM, outsideM].every((lengthM) => lengthM < NOTHING),
    faults: faults.filter(({ lengthM }) => lengthM >= NOTHING),
  };
}

function zoneOwners({ clipped, lengths }: CoverageInput): Uint16Array {
  const owners = new Uint16Array(lengths.length);
  for (const pieces of clipped.piecesIn) {
    for (const piece of pieces) owners[piece] = (owners[piece] ?? 0) + 1;
  }
  return owners;
}

function coveredOnce(owners: Uint16Array, lengths: Float64Array): number {
  return lengths.reduce((total, length, piece) => total + ((owners[piece] ?? 0) > 0 ? length : 0), 0);
}

function zonesHolding({ clipped, zoneIds }: CoverageInput, pieces: readonly number[]): readonly string[] {
  const wanted = new Set(pieces);
  return zoneIds.filter((_, zone) => clipped.piecesIn[zone]?.some((piece) => wanted.has(piece)));
}

function segmentOf({ clipped, segments }: CoverageInput, piece: number): CoastlineSegment | undefined {
  return segments[clipped.edges.segmentOf[clipped.edgeOf[piece] ?? -1] ?? -1];
}

/** Edges drawn before by another edge between the same two positions, in either direction. */
function repeatedEdges({ clipped: { edges } }: CoverageInput): ReadonlySet<number> {
  const seen = new Set<string>();
  const repeated = new Set<number>();
  for (const edge of edges.starts.keys()) {
    const [[ax, ay], [bx, by]] = edgeEnds(edges, edge);
    const isForward = ax < bx || (ax === bx && ay < by);
    const key = isForward ? `${ax} ${ay} ${bx} ${by}` : `${bx} ${by} ${ax} ${ay}`;
    if (seen.has(key)) repeated.add(edge);
    else seen.add(key);
  }
  return repeated;
}

type LooseEnd = { readonly position: Position; readonly line: number; readonly segmentId: string };

/** Ends where one line stops and no other begins, paired with the nearest such end of another line. */
function gaps({ lines, segments }: CoverageInput): readonly CoverageFault[] {
  const ends = looseEnds(lines, segments);
  const pairs = ends
    .flatMap((one, index) =>
      ends.slice(index + 1).flatMap((other) => {
        if (other.line === one.line || !isNearby(one.position, other.position)) return [];
        const lengthM = ellipsoidDistance(one.position, other.position);
        return lengthM <= LARGEST_GAP ? [{ one, other, lengthM }] : [];
      }),
    )
    .toSorted((a, b) => a.lengthM - b.lengthM);
  const joined = new Set<LooseEnd>();
  return pairs.flatMap(({ one, other, lengthM }): readonly CoverageFault[] => {
    if (joined.has(one) || joined.has(other)) return [];
    joined.add(one).add(other);
    return [
      {
        kind: 'gap',
        lengthM: metres(lengthM),
        segmentIds: [one.segmentId, other.segmentId],
        zoneIds: [],
        line: [one.position, other.position],
      },
    ];
  });
}

function looseEnds(lines: readonly SegmentLine[], segments: readonly CoastlineSegment[]): readonly LooseEnd[] {
  const ends = lines.flatMap(({ segment, positions }, line) =>
    [positions[0], positions.at(-1)].flatMap((position) =>
      position === undefined ? [] : [{ position, line, segmentId: segments[segment]?.id ?? '' }],
    ),
  );
  const meetings = new Map<string, number>();
  for (const { position } of ends) meetings.set(position.join(), (meetings.get(position.join()) ?? 0) + 1);
  return ends.filter(({ position }) => meetings.get(position.join()) === 1);
}

/** A cheap first look, in degrees, wide enough for the largest gap up to 80° of latitude. */
function isNearby([ax, ay]: Position, [bx, by]: Position): boolean {
  return Math.abs(ay - by) < 0.01 && Math.abs(ax - bx) < 0.05;
}
