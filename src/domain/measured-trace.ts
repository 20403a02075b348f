import { type ClippedCoast, clippingCoast } from './clip-coast.ts';
import { coastEdges, type SegmentLine } from './coast-edges.ts';
import { ellipsoidDistance, sphereDistance } from './geodesy.ts';
import { type PieceLengths, type SegmentLengths, segmentLengths } from './segment-lengths.ts';
import { partOf, type Steps } from './steps.ts';
import type { ZoneBoundary } from './zone-boundary.ts';

/** One trace of the coast, cut at zone boundaries and measured. */
export type MeasuredTrace = {
  readonly clipped: ClippedCoast;
  /** Length in metres of each piece. */
  readonly pieces: PieceLengths;
  /** Length of each segment, all of it. */
  readonly whole: SegmentLengths;
  /** Length of each segment inside each zone. */
  readonly inZone: readonly SegmentLengths[];
};

/** Pieces measured in one step. */
const STEP_PIECES = 8192;

/** Cuts and measures one trace, in steps. */
export function* measuringTrace(
  lines: readonly SegmentLine[],
  boundaries: readonly ZoneBoundary[],
): Steps<MeasuredTrace> {
  const clipped = yield* partOf([0, 0.6], clippingCoast(coastEdges(lines), boundaries));
  const pieces = yield* partOf([0.6, 0.9], measuringPieces(clipped));
  return { clipped, pieces, ...addUp(clipped, pieces) };
}

function* measuringPieces(clipped: ClippedCoast): Steps<PieceLengths> {
  const count = clipped.edgeOf.length;
  const lengths = { ellipsoid: new Float64Array(count), sphere: new Float64Array(count) };
  for (let piece = 0; piece < count; piece += 1) {
    measurePiece(clipped, piece, lengths);
    if (piece % STEP_PIECES === 0) yield piece / count;
  }
  return lengths;
}

/** Measures one piece between its own ends into the lengths. */
export function measurePiece(
  { ends }: Pick<ClippedCoast, 'ends'>,
  piece: number,
  { ellipsoid, sphere }: PieceLengths,
): void {
  const [from, to] = ends(piece);
  ellipsoid[piece] = ellipsoidDistance(from, to);
  sphere[piece] = sphereDistance(from, to);
}

function addUp(
  clipped: ClippedCoast,
  pieces: PieceLengths,
): Pick<MeasuredTrace, 'whole' | 'inZone'> {
  return {
    whole: segmentLengths(clipped, pieces),
    inZone: clipped.piecesIn.map((inside) => segmentLengths(clipped, pieces, inside)),
  };
}
