import Flatbush from 'flatbush';
import { type CoastEdges, edgeEnds } from './coast-edges.ts';
import type { Position } from './geometry.ts';
import type { ZoneBoundary } from './zone-boundary.ts';

/**
 * The coast cut at every zone's boundary. Pieces are numbered along the coast: edge e has the
 * pieces `firstPiece[e]` up to, not including, `firstPiece[e + 1]`.
 */
export type ClippedCoast = {
  readonly edges: CoastEdges;
  readonly firstPiece: Int32Array;
  /** The edge that a piece is part of. */
  readonly edgeOf: Int32Array;
  /** Both ends of a piece. */
  readonly ends: (piece: number) => readonly [Position, Position];
  /** Per zone the pieces inside it, ascending. */
  readonly piecesIn: readonly (readonly number[])[];
};

/**
 * Cuts the coast at the boundaries of all zones; each piece belongs to the zones that hold its
 * midpoint. No length is lost: a piece ends where the next begins. Shares of an edge are taken on
 * the straight line in longitude and latitude that RFC 7946 §3.1.1 asks for.
 */
export function clipCoast(edges: CoastEdges, zones: readonly ZoneBoundary[]): ClippedCoast {
  const index = edgeIndex(edges);
  const candidates = zones.map(({ box }) => (index === undefined ? [] : index.search(...box).sort((a, b) => a - b)));
  const cuts = cutEdges(edges, zones, candidates);
  const { firstPiece, edgeOf, shares } = numberPieces(edges, cuts);
  const ends = (piece: number): readonly [Position, Position] => {
    const edge = edgeOf[piece] ?? -1;
    const [from, to] = edgeEnds(edges, edge);
    const isLast = piece + 1 === firstPiece[edge + 1];
    return [along(from, to, shares[piece] ?? 0), isLast ? to : along(from, to, shares[piece + 1] ?? 1)];
  };
  const piecesIn = zones.map((zone, number) =>
    piecesInside({ zone, edges, candidates: candidates[number] ?? [], firstPiece, ends }),
  );
  return { edges, firstPiece, edgeOf, ends, piecesIn };
}

function edgeIndex(edges: CoastEdges): Flatbush | undefined {
  const count = edges.starts.length;
  if (count === 0) return undefined;
  const index = new Flatbush(count);
  for (let edge = 0; edge < count; edge += 1) {
    const [[ax, ay], [bx, by]] = edgeEnds(edges, edge);
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  return index;
}

function cutEdges(
  edges: CoastEdges,
  zones: readonly ZoneBoundary[],
  candidates: readonly (readonly number[])[],
): ReadonlyMap<number, readonly number[]> {
  const cuts = new Map<number, number[]>();
  for (const [number, zone] of zones.entries()) {
    for (const edge of candidates[number] ?? []) {
      const found = zone.crossings(...edgeEnds(edges, edge));
      if (found.length === 0) continue;
      const known = cuts.get(edge);
      if (known === undefined) cuts.set(edge, [...found]);
      else known.push(...found);
    }
  }
  return cuts;
}

/** Cuts nearer than this share of an edge are one cut: two zones that meet there. */
const SAME_CUT = 1e-12;

function numberPieces(
  { starts }: CoastEdges,
  cuts: ReadonlyMap<number, readonly number[]>,
): { readonly firstPiece: Int32Array; readonly edgeOf: Int32Array; readonly shares: Float64Array } {
  const sorted = new Map<number, readonly number[]>();
  let count = starts.length;
  for (const [edge, shares] of cuts) {
    const distinct = shares
      .toSorted((a, b) => a - b)
      .filter((share, index, all) => share - (all[index - 1] ?? 0) > SAME_CUT);
    sorted.set(edge, distinct);
    count += distinct.length;
  }
  const firstPiece = new Int32Array(starts.length + 1);
  const edgeOf = new Int32Array(count);
  const shares = new Float64Array(count);
  let piece = 0;
  for (let edge = 0; edge < starts.length; edge += 1) {
    firstPiece[edge] = piece;
    for (const share of [0, ...(sorted.get(edge) ?? [])]) {
      edgeOf[piece] = edge;
      shares[piece] = share;
      piece += 1;
    }
  }
  firstPiece[starts.length] = piece;
  return { firstPiece, edgeOf, shares };
}

function piecesInside({
  zone,
  edges,
  candidates,
  firstPiece,
  ends,
}: {
  readonly zone: ZoneBoundary;
  readonly edges: CoastEdges;
  readonly candidates: readonly number[];
  readonly firstPiece: Int32Array;
  readonly ends: (piece: number) => readonly [Position, Position];
}): readonly number[] {
  const inside: number[] = [];
  let lastEdge = -2;
  // Known only right after an edge that stayed clear of the boundary: the next one goes on as it was.
  let wasInside: boolean | undefined;
  for (const edge of candidates) {
    const isNear = zone.isNear(...edgeEnds(edges, edge));
    const goesOn = edge === lastEdge + 1 && edges.lineOf[edge] === edges.lineOf[lastEdge];
    const carried = goesOn && !isNear ? wasInside : undefined;
    const [first = 0, end = 0] = firstPiece.subarray(edge, edge + 2);
    for (let piece = first; piece < end; piece += 1) {
      const isInside = carried ?? zone.contains(midpoint(...ends(piece)));
      if (isInside) inside.push(piece);
      wasInside = isNear ? undefined : isInside;
    }
    lastEdge = edge;
  }
  return inside;
}

function along([ax, ay]: Position, [bx, by]: Position, share: number): Position {
  return share === 0 ? [ax, ay] : [ax + share * (bx - ax), ay + share * (by - ay)];
}

function midpoint([ax, ay]: Position, [bx, by]: Position): Position {
  return [(ax + bx) / 2, (ay + by) / 2];
}
