import type { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import {
  type ClippedCoast,
  cutIntoPieces,
  distinctCuts,
  type Pieces,
  zonesByPiece,
} from './clip-coast.ts';
import { holdsPiece, piecesInside, zoneCuts } from './zone-cuts.ts';

/** A clipped coast after one zone has moved, and what of it is new. */
export type RecutCoast = {
  readonly clipped: ClippedCoast;
  /** Edges that the old boundary or the new one cuts, ascending: only their pieces are new. */
  readonly recutEdges: readonly number[];
  /** Per zone whether any piece of those edges was or is inside it; true for the zone that moved. */
  readonly isRecut: readonly boolean[];
};

/**
 * Clips the coast again where one zone's boundary was and where it is now. All other pieces keep
 * their ends; what comes out is what clipping from scratch would give.
 */
export function recutCoast(
  before: ClippedCoast,
  zones: readonly PreparedPolygon[],
  moved: number,
): RecutCoast {
  const boundary = zones[moved];
  if (boundary === undefined) throw new RangeError(`there is no zone ${moved}`);
  const { edges, index, repeats } = before;
  const own = zoneCuts(index, boundary);
  const cuts = before.cuts.with(moved, own);
  const recutEdges = [
    ...new Set([...(before.cuts[moved]?.shares.keys() ?? []), ...own.shares.keys()]),
  ].sort((a, b) => a - b);
  const cutsOf = new Map(before.cutsOf);
  for (const edge of recutEdges) {
    const shares = distinctCuts(cuts.flatMap((zone) => zone.shares.get(edge) ?? []));
    cutsOf.delete(edge);
    if (shares.length > 0) cutsOf.set(edge, shares);
  }
  const pieces = cutIntoPieces(edges, cutsOf);
  const kept = zones.map((zone, number) =>
    number === moved
      ? { inside: piecesInside({ index, ...pieces }, zone, own), isRecut: true }
      : carryOver({ before, after: pieces, recutEdges }, zone, before.piecesIn[number] ?? []),
  );
  const piecesIn = kept.map(({ inside }) => inside);
  return {
    clipped: {
      edges,
      index,
      cuts,
      cutsOf,
      ...pieces,
      piecesIn,
      zonesOf: zonesByPiece(piecesIn),
      repeats,
    },
    recutEdges,
    isRecut: kept.map(({ isRecut }) => isRecut),
  };
}

type Renumbering = {
  readonly before: Pieces;
  readonly after: Pieces;
  readonly recutEdges: readonly number[];
};

/** The pieces of a zone that stayed, by their new numbers; those of edges cut anew are judged again. */
function carryOver(
  { before, after, recutEdges }: Renumbering,
  zone: PreparedPolygon,
  pieces: readonly number[],
): { readonly inside: readonly number[]; readonly isRecut: boolean } {
  if (recutEdges.length === 0) return { inside: pieces, isRecut: false };
  const inside: number[] = [];
  let isRecut = false;
  let shift = 0;
  let next = 0;
  for (const edge of recutEdges) {
    const [first = 0, end = 0] = before.firstPiece.subarray(edge, edge + 2);
    for (; (pieces[next] ?? Infinity) < first; next += 1) inside.push((pieces[next] ?? 0) + shift);
    for (; (pieces[next] ?? Infinity) < end; next += 1) isRecut = true;
    const [newFirst = 0, newEnd = 0] = after.firstPiece.subarray(edge, edge + 2);
    for (let piece = newFirst; piece < newEnd; piece += 1) {
      if (!holdsPiece(zone, after.ends(piece))) continue;
      inside.push(piece);
      isRecut = true;
    }
    shift = newEnd - end;
  }
  for (; next < pieces.length; next += 1) inside.push((pieces[next] ?? 0) + shift);
  return { inside, isRecut };
}
