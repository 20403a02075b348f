import type { DrawnRatio } from './class-draws.ts';
import { type ClassError, conditionalRate } from './class-errors.ts';
import { Z_90 } from './normal.ts';

/** What surveying one segment is worth. */
export type SurveyValue = {
  readonly segment: number;
  readonly lengthM: number;
  /** By how much the 90 % interval of the ratio narrows once its class is known, as a share. */
  readonly narrowing: number;
};

/** The stretches to survey first, and what that does to the interval: widths as shares. */
export type SurveyList = {
  readonly stretches: readonly SurveyValue[];
  readonly widthBefore: number;
  /** The width once all of the list are known. */
  readonly widthAfter: number;
};

/** How many stretches a list holds. */
const LIST_LENGTH = 10;

/**
 * The segments whose survey narrows the interval most, the best first. By the variance of the ratio as a sum of
 * errors, with the width of a normal distribution; what one survey says of the rest of its group is left out.
 * @param how.listable how many segments, from the first on, can be surveyed; those after them are in the widths alone
 */
export function surveyList(
  errors: readonly ClassError[],
  ratio: DrawnRatio,
  { correlation, listable }: { readonly correlation: number; readonly listable: number },
): SurveyList {
  const { shifts, totalM } = ratio;
  const known = shifts.filter(
    ([segment, shiftM]) => shiftM !== 0 && (errors[segment]?.rate ?? 0) > 0,
  );
  const all = new ErrorSums(errors, { shifts: known, totalM }, correlation);
  const variance = all.variance();
  const widthOf = (left: number): number => 2 * Z_90 * Math.sqrt(Math.max(0, left));
  const stretches = known
    .filter(([segment]) => segment < listable)
    .map(
      ([segment, shiftM]): SurveyValue => ({
        segment,
        lengthM: Math.abs(shiftM),
        narrowing: widthOf(variance) - widthOf(variance - all.shareOf(segment, shiftM)),
      }),
    )
    .toSorted((one, other) => other.narrowing - one.narrowing || one.segment - other.segment)
    .slice(0, LIST_LENGTH);
  const listed = new Set(stretches.map(({ segment }) => segment));
  const rest = known.filter(([segment]) => !listed.has(segment));
  return {
    stretches,
    widthBefore: widthOf(variance),
    widthAfter: widthOf(new ErrorSums(errors, { shifts: rest, totalM }, correlation).variance()),
  };
}

/** The standard deviation of a ratio by the errors of its classes: exact, without drawing. */
export function ratioDeviation(
  errors: readonly ClassError[],
  ratio: Pick<DrawnRatio, 'shifts' | 'totalM'>,
  correlation: number,
): number {
  return Math.sqrt(new ErrorSums(errors, ratio, correlation).variance());
}

/** The sums over groups and rates of which variances and covariances are made. */
class ErrorSums {
  /** By group, by rate: the sum of the effects of errors. */
  readonly #sums = new Map<string, Map<number, number>>();
  readonly #joint = new Map<string, number>();
  readonly #errors: readonly ClassError[];
  readonly #ratio: Pick<DrawnRatio, 'shifts' | 'totalM'>;
  readonly #correlation: number;

  constructor(
    errors: readonly ClassError[],
    ratio: Pick<DrawnRatio, 'shifts' | 'totalM'>,
    correlation: number,
  ) {
    this.#errors = errors;
    this.#ratio = ratio;
    this.#correlation = correlation;
    for (const [segment, shiftM] of ratio.shifts) {
      const { rate, group } = this.#errorOf(segment);
      const ofGroup = this.#sums.get(group) ?? new Map<number, number>();
      this.#sums.set(group, ofGroup);
      ofGroup.set(rate, (ofGroup.get(rate) ?? 0) + shiftM / ratio.totalM);
    }
  }

  variance(): number {
    let sum = 0;
    for (const [segment, shiftM] of this.#ratio.shifts) {
      const own = this.#own(segment, shiftM);
      sum += own + (this.shareOf(segment, shiftM) - own) / 2;
    }
    return sum;
  }

  /** The part of the variance that goes with one segment: its own, and twice its covariance with all others. */
  shareOf(segment: number, shiftM: number): number {
    const { rate, group } = this.#errorOf(segment);
    const effect = shiftM / this.#ratio.totalM;
    let shared = 0;
    for (const [otherRate, sum] of this.#sums.get(group) ?? []) {
      const others = otherRate === rate ? sum - effect : sum;
      shared += this.#covariance(rate, otherRate) * effect * others;
    }
    return this.#own(segment, shiftM) + 2 * shared;
  }

  #own(segment: number, shiftM: number): number {
    const { rate } = this.#errorOf(segment);
    return rate * (1 - rate) * (shiftM / this.#ratio.totalM) ** 2;
  }

  #covariance(rate: number, other: number): number {
    const key = `${rate} ${other}`;
    const known = this.#joint.get(key);
    if (known !== undefined) return known;
    const covariance = errorCovariance(rate, other, this.#correlation);
    this.#joint.set(key, covariance);
    return covariance;
  }

  #errorOf(segment: number): ClassError {
    const error = this.#errors[segment];
    if (error === undefined) throw new RangeError(`there is no segment ${segment}`);
    return error;
  }
}

/** The covariance of two errors (each 0 or 1) of one group; by Simpson's rule, to 1e-9. */
function errorCovariance(rate: number, other: number, correlation: number): number {
  if (correlation === 0) return 0;
  const [first, second] = [conditionalRate(rate, correlation), conditionalRate(other, correlation)];
  const [steps, reach] = [400, 9];
  const width = (2 * reach) / steps;
  let sum = 0;
  for (let step = 0; step <= steps; step += 1) {
    const z = step * width - reach;
    const inner = step % 2 === 0 ? 2 : 4;
    const weight = step === 0 || step === steps ? 1 : inner;
    sum += weight * Math.exp((-z * z) / 2) * first(z) * second(z);
  }
  return (sum * width) / 3 / Math.sqrt(2 * Math.PI) - rate * other;
}
