import { ellipsoidDistance, sphereDistance } from '../geodesy.ts';
import type { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import { splitLengths } from '../geometry/split-lengths.ts';
import { partialSteps, type Steps } from '../steps.ts';
import { type ClippedCoast, clippingCoast } from './clip-coast.ts';
import { type CoastEdges, coastEdges, edgeEnds, type SegmentLine } from './coast-edges.ts';
import { type PieceLengths, type SegmentLengths, segmentLengths } from './segment-lengths.ts';

/** One trace of the coast, cut at zone boundaries and measured. */
export type MeasuredTrace = {
  readonly clipped: ClippedCoast;
  /** Length in metres of each piece. */
  readonly pieces: PieceLengths;
  /** Length in metres of each whole segment, measured as if no zone cut it. */
  readonly whole: SegmentLengths;
  /** Length in metres of each segment inside each zone. */
  readonly inZone: readonly SegmentLengths[];
};

/** The number of edges measured in one step. */
const STEP_EDGES = 8192;

/** Cuts and measures one trace, in steps. */
export function* measuringTrace(
  lines: readonly SegmentLine[],
  boundaries: readonly PreparedPolygon[],
): Steps<MeasuredTrace> {
  const clipped = yield* partialSteps([0, 0.6], clippingCoast(coastEdges(lines), boundaries));
  const pieces = yield* partialSteps([0.6, 0.9], measuringPieces(clipped));
  return { clipped, pieces, ...addUp(clipped, pieces) };
}

function* measuringPieces(clipped: ClippedCoast): Steps<PieceLengths> {
  const count = clipped.edgeOf.length;
  const lengths = { ellipsoid: new Float64Array(count), sphere: new Float64Array(count) };
  const edgeCount = clipped.edges.starts.length;
  for (let edge = 0; edge < edgeCount; edge += 1) {
    measurePieces(clipped, edge, lengths);
    if (edge % STEP_EDGES === 0) yield edge / edgeCount;
  }
  return lengths;
}

/**
 * Measures the pieces of one edge and stores their lengths, which add up to the length of the uncut edge.
 */
function measurePieces(
  { edges, cutsOf, firstPiece }: Pick<ClippedCoast, 'edges' | 'cutsOf' | 'firstPiece'>,
  edge: number,
  { ellipsoid, sphere }: PieceLengths,
): void {
  const ends = edgeEnds(edges, edge);
  const first = firstPiece[edge] ?? 0;
  const shares = cutsOf.get(edge);
  if (shares === undefined) {
    ellipsoid[first] = ellipsoidDistance(...ends);
    sphere[first] = sphereDistance(...ends);
    return;
  }
  for (const [number, part] of splitLengths(ends, [0, ...shares, 1]).entries()) {
    ellipsoid[first + number] = part.ellipsoid;
    sphere[first + number] = part.sphere;
  }
}

function addUp(
  clipped: ClippedCoast,
  pieces: PieceLengths,
): Pick<MeasuredTrace, 'whole' | 'inZone'> {
  return {
    whole: segmentLengths(uncut(clipped.edges), edgeLengths(clipped, pieces)),
    inZone: clipped.piecesIn.map((inside) => segmentLengths(clipped, pieces, inside)),
  };
}

/** The coast with every edge as one piece. */
function uncut(edges: CoastEdges): Pick<ClippedCoast, 'edges' | 'edgeOf'> {
  return { edges, edgeOf: Int32Array.from(edges.starts.keys()) };
}

/** Lengths of the edges in metres; cut edges are measured as if they were uncut. */
function edgeLengths(
  { edges, cutsOf, firstPiece }: ClippedCoast,
  { ellipsoid, sphere }: PieceLengths,
): PieceLengths {
  const count = edges.starts.length;
  const lengths = { ellipsoid: new Float64Array(count), sphere: new Float64Array(count) };
  for (let edge = 0; edge < count; edge += 1) {
    const piece = firstPiece[edge] ?? 0;
    lengths.ellipsoid[edge] = ellipsoid[piece] ?? 0;
    lengths.sphere[edge] = sphere[piece] ?? 0;
  }
  for (const edge of cutsOf.keys()) {
    const ends = edgeEnds(edges, edge);
    lengths.ellipsoid[edge] = ellipsoidDistance(...ends);
    lengths.sphere[edge] = sphereDistance(...ends);
  }
  return lengths;
}
