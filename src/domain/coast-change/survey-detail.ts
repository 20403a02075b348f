import type { CoastlineSegment } from '../coastline.ts';
import { linesOf } from '../geodesy.ts';
import { generalise, generaliseAt } from '../geometry/generalise.ts';
import type { Position } from '../geometry.ts';

/** How much detail two coasts have in common. */
export type CommonDetail = {
  /** Tolerance in metres at which the finer coast has no more corners a kilometre than the coarser one. */
  readonly toleranceM: number;
  readonly coarser: 'before' | 'after';
};

/** Tolerances that are tried, in metres: from the rounding of the data up, by √2. */
const TRIED_M = Array.from({ length: 20 }, (_, step) => 0.25 * Math.SQRT2 ** step);

/** Edges a kilometre that differ by less than this share are the same detail. */
const ALIKE = 0.01;

/** A coast and its length in metres. */
type DrawnCoast = { readonly segments: readonly CoastlineSegment[]; readonly lengthM: number };

/**
 * Finds the detail of the coarser of two coasts: the coast with fewer edges a kilometre, and the least
 * tolerance that thins the other one to as few. Undefined when one has no edge, or both have as many to 1 %.
 */
export function commonDetail(before: DrawnCoast, after: DrawnCoast): CommonDetail | undefined {
  const [one, other] = [edgesPerMetre(before), edgesPerMetre(after)];
  if (one === 0 || other === 0 || Math.abs(one / other - 1) < ALIKE) return undefined;
  const coarser = one < other ? 'before' : 'after';
  const finer = coarser === 'before' ? after : before;
  const most = Math.min(one, other) * finer.lengthM;
  const counts = TRIED_M.map(() => 0);
  for (const line of linesIn(finer.segments))
    for (const [step, thinned] of generaliseAt(line, TRIED_M).entries())
      counts[step] = (counts[step] ?? 0) + thinned.length - 1;
  const step = counts.findIndex((count) => count <= most);
  return { toleranceM: TRIED_M[step] ?? TRIED_M.at(-1) ?? 0, coarser };
}

function edgesPerMetre({ segments, lengthM }: DrawnCoast): number {
  const edges = linesIn(segments).reduce((sum, line) => sum + line.length - 1, 0);
  return lengthM === 0 ? 0 : edges / lengthM;
}

function linesIn(segments: readonly CoastlineSegment[]): readonly (readonly Position[])[] {
  return segments.flatMap(({ geometry }) => linesOf(geometry));
}

/** The segments with every line generalised; ends stay, so that segments still meet. */
export function generalisedSegments(
  segments: readonly CoastlineSegment[],
  toleranceM: number,
): readonly CoastlineSegment[] {
  return segments.map((segment) => ({
    ...segment,
    geometry: {
      type: 'MultiLineString',
      coordinates: linesOf(segment.geometry).map((line) =>
        generalise(line, toleranceM).map(([x, y]) => [x, y]),
      ),
    },
  }));
}
