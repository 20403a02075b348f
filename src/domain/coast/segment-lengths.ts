import type { ClippedCoast } from './clip-coast.ts';

/** Lengths in metres on both earth models, by piece. */
export type PieceLengths = { readonly ellipsoid: Float64Array; readonly sphere: Float64Array };

/** Lengths in metres by segment: three columns of one table with a row per segment, in ascending order. */
export type SegmentLengths = {
  readonly segments: readonly number[];
  readonly ellipsoid: readonly number[];
  readonly sphere: readonly number[];
};

/** Adds up the lengths of pieces by segment, for the listed pieces (ascending) or for all pieces. */
export function segmentLengths(
  { edges, edgeOf }: Pick<ClippedCoast, 'edges' | 'edgeOf'>,
  pieces: PieceLengths,
  included?: readonly number[],
): SegmentLengths {
  const segments: number[] = [];
  const ellipsoid: number[] = [];
  const sphere: number[] = [];
  let row = -1;
  const count = included?.length ?? edgeOf.length;
  for (let number = 0; number < count; number += 1) {
    const piece = included === undefined ? number : (included[number] ?? -1);
    const segment = edges.segmentOf[edgeOf[piece] ?? -1] ?? -1;
    if (segments[row] !== segment) {
      row = segments.push(segment) - 1;
      ellipsoid.push(0);
      sphere.push(0);
    }
    ellipsoid[row] = (ellipsoid[row] ?? 0) + (pieces.ellipsoid[piece] ?? 0);
    sphere[row] = (sphere[row] ?? 0) + (pieces.sphere[piece] ?? 0);
  }
  return { segments, ellipsoid, sphere };
}
