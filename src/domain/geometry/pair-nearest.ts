import Flatbush from 'flatbush';
import { ellipsoidDistance } from '../geodesy.ts';
import type { Position } from '../geometry.ts';
import { firstIndex } from './lower-bound.ts';

/** Two ends that belong together, and the straight distance between them in metres. */
export type Gap<End> = { readonly one: End; readonly other: End; readonly lengthM: number };

/**
 * Pairs ends, the nearest two first, each end once. Whether two ends may be joined is checked again each
 * time, so the caller may let it depend on the pairs taken before. The nearest end is found on a plane
 * true to scale in the middle of the ends; the geodesic decides which pair comes first.
 */
export function* pairNearest<End extends { readonly position: Position }>(
  ends: readonly End[],
  mayJoin: (one: End, other: End) => boolean,
): Generator<Gap<End>> {
  if (ends.length < 2) return;
  const nearest = nearestOf(ends);
  const joined = new Set<End>();
  const nextOf = (one: End): Gap<End> | undefined => {
    const other = nearest(one, (end) => end !== one && !joined.has(end) && mayJoin(one, end));
    const lengthM = other && ellipsoidDistance(one.position, other.position);
    return other && lengthM !== undefined ? { one, other, lengthM } : undefined;
  };
  /** The candidate pair of each end, the nearest pair last. */
  const queue = ends.flatMap((end) => nextOf(end) ?? []).sort((a, b) => b.lengthM - a.lengthM);
  for (let gap = queue.pop(); gap !== undefined; gap = queue.pop()) {
    if (joined.has(gap.one)) continue;
    if (!joined.has(gap.other) && mayJoin(gap.one, gap.other)) {
      joined.add(gap.one).add(gap.other);
      yield gap;
      continue;
    }
    const next = nextOf(gap.one);
    if (next !== undefined) insert(queue, next);
  }
}

/** Finds the nearest of some ends that satisfies a condition. */
function nearestOf<End extends { readonly position: Position }>(
  ends: readonly End[],
): (end: End, isWanted: (other: End) => boolean) => End | undefined {
  const latitudes = ends.map(({ position }) => position[1]);
  const middle = latitudes.reduce((sum, latitude) => sum + latitude / latitudes.length, 0);
  const width = Math.cos((middle * Math.PI) / 180);
  const index = new Flatbush(ends.length);
  for (const { position } of ends) index.add(position[0] * width, position[1]);
  index.finish();
  return ({ position: [x, y] }, isWanted) => {
    const [found = -1] = index.neighbors(x * width, y, 1, Infinity, (other) => {
      const end = ends[other];
      return end !== undefined && isWanted(end);
    });
    return ends[found];
  };
}

/** Inserts a pair into the queue, which is sorted with the longest first. */
function insert<End>(queue: Gap<End>[], gap: Gap<End>): void {
  const place = firstIndex(queue.length, (at) => !((queue[at]?.lengthM ?? 0) > gap.lengthM));
  queue.splice(place, 0, gap);
}
