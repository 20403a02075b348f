import type { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import { along, type Position } from '../geometry.ts';
import { finish, type Steps } from '../steps.ts';
import { type CoastEdges, edgeEnds } from './coast-edges.ts';
import { CoastIndex } from './coast-index.ts';
import { type AlongsideCoast, alongsideCoast } from './repeated-coast.ts';
import { piecesInside, type ZoneCuts, zoneCuts } from './zone-cuts.ts';

/**
 * The coast cut at the boundary of every zone. Pieces are numbered along the coast: edge e consists of
 * the pieces `firstPiece[e]` up to, not including, `firstPiece[e + 1]`.
 */
export type ClippedCoast = {
  readonly edges: CoastEdges;
  readonly index: CoastIndex;
  /** The cuts of all zones by edge, as shares of it, ascending; an edge without a cut is not listed. */
  readonly cutsOf: ReadonlyMap<number, readonly number[]>;
  readonly firstPiece: Int32Array;
  /** The edge that a piece is part of. */
  readonly edgeOf: Int32Array;
  /** Both ends of a piece. */
  readonly ends: (piece: number) => readonly [Position, Position];
  /** For each zone, the pieces inside it in ascending order. */
  readonly piecesIn: readonly (readonly number[])[];
  /** Gives the zones that contain a piece in ascending order; they are collected on the first call. */
  readonly zonesOf: (piece: number) => readonly number[];
  /**
   * Gives the coast that is drawn more than once or runs near other coast; it is computed on the first call
   * because this is slow.
   */
  readonly alongside: () => AlongsideCoast;
};

/** The coast cut into pieces, before each piece is assigned to zones. */
export type Pieces = Pick<ClippedCoast, 'firstPiece' | 'edgeOf' | 'ends'>;

/**
 * Cuts the coast at the boundaries of all zones; each piece belongs to the zones that contain its
 * midpoint. No length is lost: a piece ends where the next begins. Shares of an edge are taken on the
 * straight line in longitude and latitude that RFC 7946 §3.1.1 asks for.
 */
export function clipCoast(edges: CoastEdges, zones: readonly PreparedPolygon[]): ClippedCoast {
  return finish(clippingCoast(edges, zones));
}

/** Does the work of `clipCoast` in steps. */
export function* clippingCoast(
  edges: CoastEdges,
  zones: readonly PreparedPolygon[],
): Steps<ClippedCoast> {
  const index = new CoastIndex(edges);
  const cuts: ZoneCuts[] = [];
  for (const zone of zones) {
    cuts.push(zoneCuts(index, zone));
    yield (0.5 * cuts.length) / zones.length;
  }
  const cutsOf = joinCuts(cuts);
  const pieces = cutIntoPieces(edges, cutsOf);
  const piecesIn: (readonly number[])[] = [];
  for (const [number, zone] of zones.entries()) {
    const own = cuts[number];
    if (own !== undefined) piecesIn.push(piecesInside({ index, ...pieces }, zone, own));
    yield 0.5 + (0.5 * piecesIn.length) / zones.length;
  }
  return {
    edges,
    index,
    cutsOf,
    ...pieces,
    piecesIn,
    zonesOf: zonesByPiece(piecesIn),
    alongside: alongsideOf(index),
  };
}

const NO_ZONES: readonly number[] = [];

/** Builds `ClippedCoast.zonesOf` from `piecesIn`. */
function zonesByPiece(piecesIn: ClippedCoast['piecesIn']): ClippedCoast['zonesOf'] {
  let known: ReadonlyMap<number, readonly number[]> | undefined;
  return (piece) => {
    known ??= gatherZones(piecesIn);
    return known.get(piece) ?? NO_ZONES;
  };
}

function gatherZones(piecesIn: ClippedCoast['piecesIn']): ReadonlyMap<number, readonly number[]> {
  const zonesOf = new Map<number, readonly number[]>();
  for (const [zone, inside] of piecesIn.entries()) {
    const alone = [zone];
    for (const piece of inside) {
      const others = zonesOf.get(piece);
      zonesOf.set(piece, others === undefined ? alone : [...others, zone]);
    }
  }
  return zonesOf;
}

/** Compares the coast with itself on the first call and keeps the result. */
function alongsideOf(index: CoastIndex): ClippedCoast['alongside'] {
  let found: AlongsideCoast | undefined;
  return () => {
    found ??= alongsideCoast(index);
    return found;
  };
}

/** Cuts nearer to each other than this share of an edge are one cut, where two zones meet. */
const SAME_CUT = 1e-12;

function joinCuts(cuts: readonly ZoneCuts[]): ReadonlyMap<number, readonly number[]> {
  const joined = new Map<number, readonly number[]>();
  for (const { shares } of cuts)
    for (const [edge, found] of shares) {
      const known = joined.get(edge);
      joined.set(edge, known === undefined ? found : [...known, ...found]);
    }
  for (const [edge, shares] of joined) joined.set(edge, distinctCuts(shares));
  return joined;
}

/** Sorts the cuts of one edge in ascending order and merges cuts at the same place. */
export function distinctCuts(shares: readonly number[]): readonly number[] {
  const ascending = shares.toSorted((a, b) => a - b);
  return ascending.filter((share, number) => share - (ascending[number - 1] ?? 0) > SAME_CUT);
}

/** Numbers the pieces into which the cuts divide the edges. */
function cutIntoPieces(edges: CoastEdges, cuts: ReadonlyMap<number, readonly number[]>): Pieces {
  const edgeCount = edges.starts.length;
  let count = edgeCount;
  for (const shares of cuts.values()) count += shares.length;
  const firstPiece = new Int32Array(edgeCount + 1);
  const edgeOf = new Int32Array(count);
  let piece = 0;
  for (let edge = 0; edge < edgeCount; edge += 1) {
    firstPiece[edge] = piece;
    const end = piece + 1 + (cuts.get(edge)?.length ?? 0);
    for (; piece < end; piece += 1) edgeOf[piece] = edge;
  }
  firstPiece[edgeCount] = piece;
  const ends = (wanted: number): readonly [Position, Position] => {
    const edge = edgeOf[wanted] ?? -1;
    const whole = edgeEnds(edges, edge);
    const first = firstPiece[edge] ?? 0;
    if ((firstPiece[edge + 1] ?? 0) - first === 1) return whole;
    const shares = cuts.get(edge) ?? [];
    const [start = 0, end = 1] = [shares[wanted - first - 1], shares[wanted - first]];
    return [along(...whole, start), along(...whole, end)];
  };
  return { firstPiece, edgeOf, ends };
}
