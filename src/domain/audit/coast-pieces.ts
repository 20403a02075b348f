import type { ClippedCoast } from '../coast/clip-coast.ts';
import type { CoastlineSegment } from '../coastline.ts';
import type { Position } from '../geometry.ts';
import { metres } from '../units.ts';
import type { CoastPiece } from './audit.ts';

/** The pieces that satisfy a condition, in ascending order. */
export function piecesWhere(
  { edgeOf }: Pick<ClippedCoast, 'edgeOf'>,
  isTrue: (piece: number) => boolean,
): readonly number[] {
  const pieces: number[] = [];
  for (let piece = 0; piece < edgeOf.length; piece += 1) if (isTrue(piece)) pieces.push(piece);
  return pieces;
}

/** Joins pieces that follow each other on one segment into the stretches that the user would name. */
export function stretches(
  clipped: ClippedCoast,
  pieces: readonly number[],
  segments: readonly CoastlineSegment[],
  lengths: Float64Array,
): readonly CoastPiece[] {
  const found: { segmentId: string; lengthM: number; line: Position[] }[] = [];
  const { edges, edgeOf, ends } = clipped;
  let last = -2;
  for (const piece of pieces) {
    const [from, to] = ends(piece);
    const [edge = -1, lastEdge = -1] = [edgeOf[piece], edgeOf[last]];
    const open = found.at(-1);
    const goesOn = piece === last + 1 && edges.lineOf[edge] === edges.lineOf[lastEdge];
    if (open !== undefined && goesOn) {
      open.lengthM += lengths[piece] ?? 0;
      open.line.push(to);
    } else {
      const segmentId = segments[edges.segmentOf[edge] ?? -1]?.id ?? '';
      found.push({ segmentId, lengthM: lengths[piece] ?? 0, line: [from, to] });
    }
    last = piece;
  }
  return found.map((stretch) => ({ ...stretch, lengthM: metres(stretch.lengthM) }));
}
