import { metresPerDegree } from '../geodesy.ts';
import type { Edge, EdgeEnds } from '../geometry/edges.ts';
import type { CoastIndex } from './coast-index.ts';

/**
 * A part of an edge that runs along an earlier edge, near it or on it; `from` and `to` are shares of the
 * edge.
 */
export type NearPart = {
  readonly edge: number;
  readonly earlier: number;
  readonly from: number;
  readonly to: number;
  /** The part of the earlier edge that it runs along, as shares of that edge, in ascending order. */
  readonly beside: readonly [from: number, to: number];
  /** The largest distance of the part from the earlier edge, in metres. */
  readonly apartM: number;
  /** Whether the edges run the same way, as they are drawn. */
  readonly isSameWay: boolean;
  /** Whether the part lies on the earlier edge: it is a repeated part too. */
  readonly isRepeat: boolean;
};

/**
 * Coast nearer to other coast than this, in metres, may be the same coast, drawn a second time: two
 * digitisings of one shore on one image differ by a few metres.
 */
export const NEAR_COAST_M = 5;
/** Places this near along one chain, in metres, are neighbours: a chain does not run beside itself there. */
const NEIGHBOURS_M = 10 * NEAR_COAST_M;
/** The least cosine between edges that run along each other: 30°. */
const ALONG = Math.cos(Math.PI / 6);

/** The chain of each edge, and the metres along it to its start. */
export type Course = { readonly chain: Int32Array; readonly along: Float64Array };

/** Measures a coast along its chains, on a plane. */
export function courseOf({ edges: { ends, starts }, chains }: CoastIndex): Course {
  const [chain, along] = [new Int32Array(starts.length), new Float64Array(starts.length + 1)];
  for (let number = 0; number + 1 < chains.length; number += 1) {
    const [first, end] = [chains[number] ?? 0, chains[number + 1] ?? 0];
    const { east, north } = scaleAt(ends[4 * first + 1] ?? 0);
    for (let edge = first; edge < end; edge += 1) {
      chain[edge] = number;
      const at = 4 * edge;
      const x = ((ends[at + 2] ?? 0) - (ends[at] ?? 0)) * east;
      const y = ((ends[at + 3] ?? 0) - (ends[at + 1] ?? 0)) * north;
      along[edge + 1] = (along[edge] ?? 0) + Math.sqrt(x * x + y * y);
    }
  }
  return { chain, along };
}

/** Whether all of a chain from one edge up to and including a later one is short. */
export function areNeighbours({ chain, along }: Course, earlier: number, edge: number): boolean {
  return (
    chain[earlier] === chain[edge] && (along[edge + 1] ?? 0) - (along[earlier] ?? 0) < NEIGHBOURS_M
  );
}

/** Metres in a degree. */
export type Scale = ReturnType<typeof metresPerDegree>;

/** Metres in a degree at a latitude, good to 1 %: for tolerances. */
export function scaleAt(latitude: number): Scale {
  const { east, north } = metresPerDegree(latitude);
  // At the poles a degree of longitude has no length.
  return { east: Math.max(east, 1), north };
}

/** Adds the part of an edge that runs within 5 m of an earlier edge, if there is one. */
export function addNear(
  ends: EdgeEnds,
  {
    edge,
    earlier,
    scale,
    isRepeat,
  }: Pick<NearPart, 'edge' | 'earlier' | 'isRepeat'> & { readonly scale: Scale },
  found: NearPart[],
): void {
  const beside = sharesBeside(
    { ends, edge },
    { ends, edge: earlier },
    { scale, reachM: NEAR_COAST_M },
  );
  if (beside !== undefined) found.push({ edge, earlier, isRepeat, ...beside });
}

/**
 * The part of an edge that runs beside another edge within a reach in metres, in the same or the opposite
 * direction to within 30°; undefined when there is none. Metres are those of a plane.
 */
export function sharesBeside(
  { ends, edge }: Edge,
  { ends: otherEnds, edge: otherEdge }: Edge,
  { scale, reachM }: { readonly scale: Scale; readonly reachM: number },
): Omit<NearPart, 'edge' | 'earlier' | 'isRepeat'> | undefined {
  const [at, other] = [4 * edge, 4 * otherEdge];
  const [ax, ay] = [(ends[at] ?? 0) * scale.east, (ends[at + 1] ?? 0) * scale.north];
  const ux = (ends[at + 2] ?? 0) * scale.east - ax;
  const uy = (ends[at + 3] ?? 0) * scale.north - ay;
  const cx = (otherEnds[other] ?? 0) * scale.east - ax;
  const cy = (otherEnds[other + 1] ?? 0) * scale.north - ay;
  const dx = (otherEnds[other + 2] ?? 0) * scale.east - ax;
  const dy = (otherEnds[other + 3] ?? 0) * scale.north - ay;
  const square = ux * ux + uy * uy;
  const dot = ux * (dx - cx) + uy * (dy - cy);
  const cosine = dot / Math.sqrt(square * ((dx - cx) ** 2 + (dy - cy) ** 2));
  if (!(Math.abs(cosine) >= ALONG)) return undefined;
  // Where the ends of the other edge lie along this one, as shares of it, and how far off.
  const [start, end] = [(cx * ux + cy * uy) / square, (dx * ux + dy * uy) / square];
  let [low, high] = [Math.max(0, Math.min(start, end)), Math.min(1, Math.max(start, end))];
  if (high <= low) return undefined;
  const length = Math.sqrt(square);
  const startOff = (cx * uy - cy * ux) / length;
  // The offset changes evenly along the other edge.
  const slope = ((dx * uy - dy * ux) / length - startOff) / (end - start);
  const offAt = (share: number): number => startOff + (share - start) * slope;
  if (Math.abs(offAt(low)) > reachM || Math.abs(offAt(high)) > reachM) {
    if (slope === 0) return undefined;
    const limits = [reachM, -reachM].map((off) => start + (off - startOff) / slope);
    low = Math.max(low, Math.min(...limits));
    high = Math.min(high, Math.max(...limits));
    if (high <= low) return undefined;
  }
  const shares = [low, high].map((share) => (share - start) / (end - start));
  return {
    ...{ from: low, to: high },
    beside: [Math.min(...shares), Math.max(...shares)],
    apartM: Math.max(Math.abs(offAt(low)), Math.abs(offAt(high))),
    isSameWay: dot > 0,
  };
}
