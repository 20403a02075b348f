import type { MeasuredTrace } from '../coast/measured-trace.ts';
import type { CoastlineClass, CoastlineSegment, Realm } from '../coastline.ts';
import type { Position } from '../geometry.ts';
import { edgeAt, lineBetween, type ShoreChain, shoreChains } from './shore-chain.ts';

/** One of the two coasts: its segments, its measured pieces, and its chains. */
export type MeasuredShore = {
  readonly segments: readonly CoastlineSegment[];
  readonly trace: MeasuredTrace;
  readonly chains: readonly ShoreChain[];
  /** For each piece, the metres from the start of its segment to the piece, in the order of the segment's lines. */
  readonly chainageOf: Float64Array;
};

/** A stretch of one segment of one coast. */
export type StretchSide = {
  readonly segmentId: string;
  readonly class: CoastlineClass | undefined;
  readonly realm: Realm;
  /** Indices of the zones that hold it, ascending. */
  readonly zones: readonly number[];
  /** Chainage in metres from the start of the segment; `fromM` ≤ `toM`. */
  readonly fromM: number;
  readonly toM: number;
  readonly lengthM: number;
  readonly line: readonly Position[];
};

/** Prepares a measured coast for comparison. */
export function measuredShore(
  segments: readonly CoastlineSegment[],
  trace: MeasuredTrace,
): MeasuredShore {
  const { clipped, pieces } = trace;
  const chainageOf = new Float64Array(clipped.edgeOf.length);
  const lengths = new Float64Array(segments.length);
  for (const [piece, edge] of clipped.edgeOf.entries()) {
    const segment = clipped.edges.segmentOf[edge] ?? -1;
    chainageOf[piece] = lengths[segment] ?? 0;
    lengths[segment] = (lengths[segment] ?? 0) + (pieces.ellipsoid[piece] ?? 0);
  }
  return { segments, trace, chains: shoreChains(trace), chainageOf };
}

/** What decides whether neighbouring edges of a chain are one stretch: segment, zones and line. */
export function stretchKey({ trace: { clipped } }: MeasuredShore, piece: number): string {
  const edge = clipped.edgeOf[piece] ?? -1;
  const zones = clipped.zonesOf(piece).join();
  return `${clipped.edges.lineOf[edge]} ${zones}`;
}

/** The piece of a coast at a station of a chain. */
export function pieceAt(chain: ShoreChain, station: number): number {
  return chain.pieces[edgeAt(chain, station)] ?? -1;
}

/** Describes a stretch between two stations of one chain, inside one segment and one set of zones. */
export function sideOf(
  shore: MeasuredShore,
  chain: ShoreChain,
  { from, to }: { readonly from: number; readonly to: number },
): StretchSide {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const piece = pieceAt(chain, (low + high) / 2);
  const segment =
    shore.segments[
      shore.trace.clipped.edges.segmentOf[shore.trace.clipped.edgeOf[piece] ?? -1] ?? -1
    ];
  if (segment === undefined) throw new RangeError(`piece ${piece} is of no segment`);
  const ends = [chainageAt(shore, chain, low), chainageAt(shore, chain, high, true)];
  return {
    segmentId: segment.id,
    class: segment.class,
    realm: segment.realm,
    zones: shore.trace.clipped.zonesOf(piece),
    fromM: Math.min(...ends),
    toM: Math.max(...ends),
    lengthM: high - low,
    line: lineBetween(chain, from, to),
  };
}

/** The chainage of a station; `isEnd` takes the edge that ends there, not the one that begins. */
function chainageAt(
  shore: MeasuredShore,
  chain: ShoreChain,
  station: number,
  isEnd = false,
): number {
  const after = edgeAt(chain, station);
  const edge = isEnd && after > 0 && chain.stations[after] === station ? after - 1 : after;
  const start = shore.chainageOf[chain.pieces[edge] ?? -1] ?? 0;
  const [low = 0, high = 0] = [chain.stations[edge], chain.stations[edge + 1]];
  return start + (chain.turned[edge] === true ? high - station : station - low);
}
