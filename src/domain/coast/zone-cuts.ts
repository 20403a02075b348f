import { NEAR_LINE } from '../geometry/edges.ts';
import type { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import type { Position } from '../geometry.ts';
import { edgeEnds } from './coast-edges.ts';
import type { CoastIndex } from './coast-index.ts';

/** Where the boundary of one zone meets the coast. */
export type ZoneCuts = {
  /** Edges that the boundary touches, ascending: every other edge is entirely inside or outside. */
  readonly touched: readonly number[];
  /** Where the boundary cuts them, as unsorted shares of the edge; an edge without a cut is not listed. */
  readonly shares: ReadonlyMap<number, readonly number[]>;
};

/** Finds where a boundary meets the coast, by searching the coast near each edge of the boundary. */
export function zoneCuts(index: CoastIndex, boundary: PreparedPolygon): ZoneCuts {
  const touched = new Set<number>();
  const shares = new Map<number, readonly number[]>();
  for (let side = 0; side < boundary.edgeCount; side += 1) {
    index.visitEdgesNear({ ends: boundary.ends, edge: side }, (edge) => {
      touched.add(edge);
      const found = boundary.meetings(side, edgeEnds(index.edges, edge));
      if (found.length > 0) shares.set(edge, [...(shares.get(edge) ?? []), ...found]);
    });
  }
  return { touched: [...touched].sort((a, b) => a - b), shares };
}

/** The input needed to find which pieces a zone contains. */
export type HeldBy = {
  readonly index: CoastIndex;
  readonly firstPiece: Int32Array;
  readonly ends: (piece: number) => readonly [Position, Position];
};

/**
 * Finds the pieces that a zone contains, in ascending order. Each piece of a touched edge is tested by
 * its own midpoint; a run of untouched edges along a chain is tested by the midpoint of its first piece.
 */
export function piecesInside(
  { index, firstPiece, ends }: HeldBy,
  boundary: PreparedPolygon,
  { touched }: ZoneCuts,
): readonly number[] {
  const inside: number[] = [];
  const holds = (piece: number): boolean => boundary.contains(middle(ends(piece)));
  const take = (firstEdge: number, endEdge: number): void => {
    const [first, end] = [firstPiece[firstEdge] ?? 0, firstPiece[endEdge] ?? 0];
    if (first === end || !holds(first)) return;
    for (let piece = first; piece < end; piece += 1) inside.push(piece);
  };
  let next = 0;
  for (const chain of index.chainsIn(grown(boundary.box))) {
    let edge = index.chains[chain] ?? 0;
    const endOfChain = index.chains[chain + 1] ?? 0;
    // An edge of a chain that the box just misses may still count as touched; it lies outside.
    while ((touched[next] ?? Infinity) < edge) next += 1;
    while (next < touched.length && (touched[next] ?? 0) < endOfChain) {
      const near = touched[next] ?? 0;
      take(edge, near);
      const endOfEdge = firstPiece[near + 1] ?? 0;
      for (let piece = firstPiece[near] ?? 0; piece < endOfEdge; piece += 1)
        if (holds(piece)) inside.push(piece);
      edge = near + 1;
      next += 1;
    }
    take(edge, endOfChain);
  }
  return inside;
}

/** Whether a zone contains a piece, judged by the midpoint of the piece. */
export function holdsPiece(
  boundary: PreparedPolygon,
  ends: readonly [Position, Position],
): boolean {
  return boundary.contains(middle(ends));
}

function middle([[ax, ay], [bx, by]]: readonly [Position, Position]): Position {
  return [(ax + bx) / 2, (ay + by) / 2];
}

function grown([west, south, east, north]: PreparedPolygon['box']): PreparedPolygon['box'] {
  return [west - NEAR_LINE, south - NEAR_LINE, east + NEAR_LINE, north + NEAR_LINE];
}
