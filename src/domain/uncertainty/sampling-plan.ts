import type { CoastPiece } from '../audit/audit.ts';
import type { CoastlineClass, CoastlineSegment, Confidence } from '../coastline.ts';
import { positionAtShare } from '../geometry/place-along.ts';
import type { Position } from '../geometry.ts';
import { Z_95 } from './normal.ts';
import type { Random } from './random.ts';

/** Coast of one class and one confidence, of which a sample is taken. */
export type Stratum = {
  readonly class: CoastlineClass | undefined;
  readonly confidence: Confidence;
  readonly lengthM: number;
  /** The share of points expected to be found otherwise than mapped. */
  readonly rate: number;
};

/** A stratum with the number of points to visit in it. */
export type SampledStratum = Stratum & { readonly points: number };

/** How many points to visit in each stratum. */
export type SamplingPlan = {
  readonly strata: readonly SampledStratum[];
  readonly points: number;
  /** The expected half-width of the 95 % interval of the ratio that the sample gives, as a share. */
  readonly halfWidth: number;
};

/** The fewest points from which a stratum's variance can be estimated. */
const LEAST_POINTS = 2;

/** The strata of a coast: its pieces by class and confidence. */
export function strataOf(
  pieces: readonly CoastPiece[],
  segments: ReadonlyMap<string, CoastlineSegment>,
  rateOf: (segment: CoastlineSegment) => number,
): readonly Stratum[] {
  const strata = new Map<string, Stratum>();
  for (const { segmentId, lengthM } of pieces) {
    const segment = segments.get(segmentId);
    if (segment === undefined) continue;
    const key = stratumKey(segment);
    strata.set(key, {
      class: segment.class,
      confidence: segment.confidence,
      rate: rateOf(segment),
      lengthM: (strata.get(key)?.lengthM ?? 0) + lengthM,
    });
  }
  return [...strata.values()];
}

/** Names the stratum of a segment. */
export function stratumKey(segment: {
  readonly class?: CoastlineClass | undefined;
  readonly confidence: Confidence;
}): string {
  return `${segment.class ?? 'unclassified'} ${segment.confidence}`;
}

/**
 * Shares points out among strata, at least two to each: in proportion to length × √(rate × (1 − rate)).
 * Source: Neyman, J. R. Stat. Soc. 97 (1934) 558–625; Cochran, Sampling Techniques (1977), 5.26 and 5.60.
 */
export function samplingPlan(strata: readonly Stratum[], points: number): SamplingPlan {
  const totalM = strata.reduce((sum, { lengthM }) => sum + lengthM, 0);
  const weightOf = ({ lengthM, rate }: Stratum): number => lengthM * Math.sqrt(rate * (1 - rate));
  const counts = shareOut(strata.map(weightOf), points);
  const sampled = strata.map((stratum, index) => ({ ...stratum, points: counts[index] ?? 0 }));
  const variance = sampled.reduce(
    (sum, { lengthM, rate, points: count }) =>
      sum + ((lengthM / totalM) ** 2 * rate * (1 - rate)) / count,
    0,
  );
  return {
    strata: sampled,
    points: counts.reduce((sum, count) => sum + count, 0),
    halfWidth: totalM > 0 ? Z_95 * Math.sqrt(variance) : 0,
  };
}

/** Whole numbers in proportion to weights, each at least two, by largest remainders. */
function shareOut(weights: readonly number[], points: number): readonly number[] {
  const isFixed = new Set<number>();
  let quotas: readonly number[] = [];
  // What has to be raised to two is taken from the others, which may fall below two in turn.
  for (let isDone = false; !isDone; ) {
    const free = weights.reduce(
      (sum, weight, index) => (isFixed.has(index) ? sum : sum + weight),
      0,
    );
    const left = Math.max(0, points - LEAST_POINTS * isFixed.size);
    quotas = weights.map((weight, index) =>
      isFixed.has(index) || free === 0 ? LEAST_POINTS : (left * weight) / free,
    );
    const low = [...quotas.keys()].filter(
      (index) => !isFixed.has(index) && (quotas[index] ?? 0) < LEAST_POINTS,
    );
    for (const index of low) isFixed.add(index);
    isDone = low.length === 0;
  }
  const counts = quotas.map(Math.floor);
  const missing = Math.max(0, points - counts.reduce((sum, count) => sum + count, 0));
  const byRemainder = [...quotas.keys()]
    .filter((index) => !isFixed.has(index))
    .toSorted((one, other) => ((quotas[other] ?? 0) % 1) - ((quotas[one] ?? 0) % 1) || one - other);
  for (const index of byRemainder.slice(0, missing)) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}

/** A place to visit: what is found there is compared with the class on the map. */
export type SamplePoint = {
  readonly id: string;
  readonly segmentId: string;
  readonly stratum: string;
  readonly position: Position;
};

/** Draws the points of a plan, evenly at random along the coast of each stratum; in the order of the coast. */
export function samplePoints(
  plan: SamplingPlan,
  pieces: readonly CoastPiece[],
  given: { readonly segments: ReadonlyMap<string, CoastlineSegment>; readonly random: Random },
): readonly SamplePoint[] {
  const drawn = plan.strata.flatMap((stratum) => {
    const key = stratumKey(stratum);
    const own = [...pieces.entries()].filter(([, { segmentId }]) => {
      const segment = given.segments.get(segmentId);
      return segment !== undefined && stratumKey(segment) === key;
    });
    return Array.from({ length: stratum.points }, () => {
      let leftM = given.random() * stratum.lengthM;
      const [number, piece] =
        own.find(([, { lengthM }]) => {
          leftM -= lengthM;
          return leftM < 0;
        }) ??
        own.at(-1) ??
        [];
      if (piece === undefined || number === undefined)
        throw new RangeError(`there is no coast of ${key}`);
      return { stratum: key, number, piece, share: Math.min(1, 1 + leftM / piece.lengthM) };
    });
  });
  return drawn
    .toSorted((one, other) => one.number - other.number || one.share - other.share)
    .map(({ stratum, piece, share }, index) => ({
      id: `P${String(index + 1).padStart(3, '0')}`,
      segmentId: piece.segmentId,
      stratum,
      position: positionAtShare(piece.line, share),
    }));
}

/** What was found in a stratum: of its points, how many are truly natural or restored. */
export type StratumAnswer = {
  readonly lengthM: number;
  readonly points: number;
  readonly kept: number;
};

/** A ratio corrected for misclassification, with its standard error and 95 % interval; shares from 0 to 1. */
export type SampledRatio = {
  readonly ratio: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
};

/**
 * The ratio that a stratified sample gives, whatever the map says: Σ W p̂, with variance
 * Σ W² p̂ (1 − p̂) / (n − 1). Undefined while a stratum has fewer than two answers, or without coast.
 * Source: Olofsson et al., Remote Sens. Environ. 148 (2014) 42–57, equations 9 to 11; Card 1982; Stehman 2014.
 */
export function sampledRatio(answers: readonly StratumAnswer[]): SampledRatio | undefined {
  const totalM = answers.reduce((sum, { lengthM }) => sum + lengthM, 0);
  if (totalM <= 0 || answers.some(({ points }) => points < LEAST_POINTS)) return undefined;
  let ratio = 0;
  let variance = 0;
  for (const { lengthM, points, kept } of answers) {
    const [weight, found] = [lengthM / totalM, kept / points];
    ratio += weight * found;
    variance += (weight ** 2 * found * (1 - found)) / (points - 1);
  }
  const standardError = Math.sqrt(variance);
  return {
    ratio,
    standardError,
    low: Math.max(0, ratio - Z_95 * standardError),
    high: Math.min(1, ratio + Z_95 * standardError),
  };
}
