import type { Position } from '../../../src/domain/geometry.ts';
import { EdgeTable, type PlaneEdge, type Sample } from './plane.ts';

/** A run of consecutive samples with distances above the 90th percentile. */
export type WorstStretch = {
  readonly lengthM: number;
  readonly maxM: number;
  /** The position of the farthest sample of the run. */
  readonly at: Position;
};

/** The distance of one line from another, by samples along it; distances in metres. */
export type DirectionReport = {
  readonly samples: number;
  readonly median: number;
  readonly p75: number;
  readonly p90: number;
  readonly max: number;
  readonly worst: readonly WorstStretch[];
};

type Off = { readonly sample: Sample; readonly distanceM: number };

/**
 * Returns the distance of each sample to the nearest counting edge; leaves out samples for which `takes` is
 * false.
 */
export function measureDirection(
  samples: readonly Sample[],
  edges: readonly PlaneEdge[],
  { stepM, takes }: { readonly stepM: number; readonly takes: (sample: Sample) => boolean },
): DirectionReport {
  const counting = new EdgeTable(edges.filter(({ counts }) => counts));
  const offs = samples
    .filter(takes)
    .map((sample): Off => ({ sample, distanceM: counting.nearest(sample).distanceM }));
  const sorted = offs.map(({ distanceM }) => distanceM).sort((a, b) => a - b);
  const p90 = quantile(sorted, 0.9);
  return {
    samples: offs.length,
    median: quantile(sorted, 0.5),
    p75: quantile(sorted, 0.75),
    p90,
    max: sorted.at(-1) ?? Number.NaN,
    worst: worstStretches(offs, p90, stepM),
  };
}

/**
 * Returns the value below which a share of the sorted numbers lies, interpolated between neighbours; NaN
 * for an empty list.
 */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) return Number.NaN;
  return low + (place - Math.floor(place)) * (high - low);
}

function worstStretches(
  offs: readonly Off[],
  overM: number,
  stepM: number,
): readonly WorstStretch[] {
  const runs: Off[][] = [];
  let isOpen = false;
  for (const off of offs) {
    if (off.distanceM <= overM) isOpen = false;
    else if (isOpen) runs.at(-1)?.push(off);
    else {
      runs.push([off]);
      isOpen = true;
    }
  }
  return runs
    .map(
      (run) => run.reduce((worst, off) => (off.distanceM > worst.distanceM ? off : worst)).sample,
    )
    .map((sample, index): WorstStretch => {
      const run = runs[index] ?? [];
      return {
        lengthM: run.length * stepM,
        maxM: Math.max(...run.map(({ distanceM }) => distanceM)),
        at: sample.position,
      };
    })
    .sort((a, b) => b.maxM - a.maxM)
    .slice(0, 12);
}
