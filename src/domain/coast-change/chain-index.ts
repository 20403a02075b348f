import { degreeOnEllipsoid } from '../geodesy.ts';
import { edgeIndex } from '../geometry/edge-index.ts';
import { type EdgeEnds, endsOf, layOutEdges } from '../geometry/edges.ts';
import { nearestShare } from '../geometry/point-to-segment.ts';
import { splitLengths } from '../geometry/split-lengths.ts';
import type { BoundingBox, Position } from '../geometry.ts';
import type { ShoreChain } from './shore-chain.ts';

/** A place of a chain that is near a position: nearer than the chain just before and after it. */
export type NearPlace = {
  readonly chain: number;
  readonly station: number;
  readonly distanceM: number;
};

/** The nearest point of an edge, and whether it is the loose end of its chain, short of the position. */
type Nearest = {
  readonly edge: number;
  readonly chain: number;
  readonly share: number;
  readonly distanceM: number;
  readonly isBeyond: boolean;
};

/** A place this near to a corner, in metres along the chain, is the corner. */
const SAME_STATION_M = 1e-7;
/** A position farther beyond the loose end of a chain than this, in metres, is not beside the chain. */
const BEYOND_M = 1e-7;

/** Finds places of chains near a position. */
export class ChainIndex {
  readonly chains: readonly ShoreChain[];
  readonly ends: EdgeEnds;
  readonly #index: ReturnType<typeof edgeIndex>;
  /** The first edge of each chain. */
  readonly #first: readonly number[];
  readonly #chainOf: Int32Array;

  constructor(chains: readonly ShoreChain[]) {
    this.chains = chains;
    this.ends = layOutEdges(chains.map(({ points }) => points));
    this.#index = edgeIndex(this.ends);
    this.#chainOf = new Int32Array(this.ends.length / 4);
    const first: number[] = [];
    let edge = 0;
    for (const [number, { pieces }] of chains.entries()) {
      first.push(edge);
      this.#chainOf.fill(number, edge, edge + pieces.length);
      edge += pieces.length;
    }
    this.#first = first;
  }

  /** The number of an edge among those of all chains. */
  edgeOf(chain: number, at: number): number {
    return (this.#first[chain] ?? 0) + at;
  }

  /** The chain of an edge, and its number in it. */
  placeOf(edge: number): { readonly chain: number; readonly at: number } {
    const chain = this.#chainOf[edge] ?? -1;
    return { chain, at: edge - (this.#first[chain] ?? 0) };
  }

  /**
   * The station at a share of an edge, as cutting the edge there would measure it: a degree of longitude
   * changes along the edge.
   */
  stationOn(edge: number, share: number): { readonly chain: number; readonly station: number } {
    const { chain, at } = this.placeOf(edge);
    const { stations } = this.chains[chain] ?? { stations: [] };
    const [start = 0, end = 0] = [stations[at], stations[at + 1]];
    if (share <= 0 || share >= 1) return { chain, station: share <= 0 ? start : end };
    const parts = splitLengths(endsOf(this.ends, edge), [0, share, 1]);
    const [first = 0, second = 0] = parts.map(({ ellipsoid }) => ellipsoid);
    const station = start + ((end - start) * first) / (first + second || 1);
    if (station - start < SAME_STATION_M) return { chain, station: start };
    return { chain, station: end - station < SAME_STATION_M ? end : station };
  }

  /** The edges whose box meets a box, in no order. */
  edgesIn([west, south, east, north]: BoundingBox): readonly number[] {
    return this.#index?.search(west, south, east, north) ?? [];
  }

  /** The edges whose box meets a box around a position, in ascending order. */
  edgesNear([x, y]: Position, reachM: number): readonly number[] {
    const { east, north } = degreeOnEllipsoid(y);
    const [dx, dy] = [reachM / east, reachM / north];
    return (this.#index?.search(x - dx, y - dy, x + dx, y + dy) ?? []).sort((a, b) => a - b);
  }

  /**
   * The places within a distance, one for each time that a chain comes so near. A position beyond the
   * loose end of a chain has no place there: that coast is missing in the other survey, not moved.
   */
  near(position: Position, reachM: number): readonly NearPlace[] {
    const scale = degreeOnEllipsoid(position[1]);
    const found: (Nearest & { last: number })[] = [];
    for (const edge of this.edgesNear(position, reachM)) {
      const place = this.#nearest(edge, position, scale);
      if (place.distanceM > reachM) continue;
      const open = found.at(-1);
      if (open === undefined || open.chain !== place.chain || open.last !== edge - 1)
        found.push({ ...place, last: edge });
      else if (place.distanceM < open.distanceM) found[found.length - 1] = { ...place, last: edge };
      else open.last = edge;
    }
    return found
      .filter(({ isBeyond }) => !isBeyond)
      .map(({ edge, share, distanceM }) => ({ ...this.stationOn(edge, share), distanceM }));
  }

  #nearest(
    edge: number,
    [x, y]: Position,
    { east, north }: ReturnType<typeof degreeOnEllipsoid>,
  ): Nearest {
    const { chain, at } = this.placeOf(edge);
    const [ax = 0, ay = 0, bx = 0, by = 0] = this.ends.subarray(4 * edge, 4 * edge + 4);
    const [ux, uy] = [(bx - ax) * east, (by - ay) * north];
    const [wx, wy] = [(x - ax) * east, (y - ay) * north];
    const share = nearestShare(wx, wy, ux, uy);
    const { pieces, isClosed } = this.chains[chain] ?? { pieces: [], isClosed: true };
    const lengthM = Math.hypot(ux, uy);
    const alongM = lengthM === 0 ? 0 : (wx * ux + wy * uy) / lengthM;
    const isBeyond =
      !isClosed &&
      ((at === 0 && alongM < -BEYOND_M) ||
        (at === pieces.length - 1 && alongM > lengthM + BEYOND_M));
    const distanceM = Math.hypot(wx - share * ux, wy - share * uy);
    return { edge, chain, share, distanceM, isBeyond };
  }
}
