import { type ClassCounting, isClassKept } from '../audit/audit.ts';
import { type FieldRow, finder, type SortedRows, sortRows } from '../audit/field-sheet.ts';
import { Z_90 } from './normal.ts';
import {
  type SampledStratum,
  type SamplePoint,
  type SamplingPlan,
  sampledRatio,
  stratumKey,
} from './sampling-plan.ts';

/** A plan with its points as they were drawn. */
export type DrawnSample = {
  readonly plan: SamplingPlan;
  readonly points: readonly SamplePoint[];
};

/** A stratum with too few answers for a variance. */
export type ThinStratum = Pick<SampledStratum, 'class' | 'confidence' | 'points'> & {
  readonly answered: number;
};

/** What answers to a sample come to. Each row of the sheet is in one of the three lists. */
export type SampleAnswers = SortedRows<SamplePoint> & {
  /** The points of the sample that the sheet is about. */
  readonly points: number;
  /** Ids of points without an answer that is taken. */
  readonly unanswered: readonly string[];
  /** Strata with fewer than two answers: while there are any, there is no ratio. */
  readonly thin: readonly ThinStratum[];
  /** The ratio corrected by what was found, and the half-width of its 90 % interval; shares from 0 to 1. */
  readonly corrected: { readonly ratio: number; readonly halfWidth: number } | undefined;
};

/** Why a sheet cannot be told to be about one of the samples. */
export type UnknownSample =
  /** No row names a point of any sample. */
  | 'no-points'
  /** It neither names stretches nor lists all points of one sample, so that it may be any of them. */
  | 'ambiguous';

/** The fewest answers of a stratum from which a variance can be estimated. */
const LEAST_ANSWERS = 2;

/**
 * Estimates the ratio from a visit list that came back. Unanswered points are left out of their stratum, whose weight
 * stays its length. Source: Olofsson et al. (2014), as `sampledRatio`.
 * @param samples the samples that the list may be of: points of the same ids are told apart by their stretch
 */
export function answerSample(
  rows: readonly FieldRow[],
  samples: readonly DrawnSample[],
  counting: ClassCounting,
): SampleAnswers | UnknownSample {
  const sample = sampleOf(rows, samples);
  if (typeof sample === 'string') return sample;
  const { plan, points } = sample;
  const find = finder(points, ({ id }) => id);
  const sorted = sortRows<SamplePoint>(rows, (row) => {
    if (row.id === '') return { why: 'no-id' };
    const point = find(row.id);
    if (point === undefined) return { why: 'unknown-id' };
    if (row.segmentId !== '' && row.segmentId !== point.segmentId) return { why: 'elsewhere' };
    const isExcluded = row.found.kind === 'class' && counting[row.found.class] === 'excluded';
    return isExcluded ? { why: 'class-excluded' } : { subject: point };
  });
  const answered = new Set(sorted.taken.map(({ subject }) => subject.id));
  const strata = plan.strata.map((stratum) => {
    const key = stratumKey(stratum);
    const own = sorted.taken.filter(({ subject }) => subject.stratum === key);
    const kept = own.filter(({ found }) => isClassKept(found.class, counting)).length;
    return { stratum, answer: { lengthM: stratum.lengthM, points: own.length, kept } };
  });
  const estimate = sampledRatio(strata.map(({ answer }) => answer));
  return {
    ...sorted,
    points: points.length,
    unanswered: points.flatMap(({ id }) => (answered.has(id) ? [] : [id])),
    thin: strata.flatMap(({ stratum, answer }) =>
      answer.points >= LEAST_ANSWERS ? [] : [{ ...stratum, answered: answer.points }],
    ),
    corrected: estimate && {
      ratio: estimate.ratio,
      halfWidth: Z_90 * estimate.standardError,
    },
  };
}

/**
 * The sample that a sheet lists: the one whose points lie where the sheet says. Without stretches beside the ids, the one
 * with exactly as many points as the sheet has.
 */
function sampleOf(
  rows: readonly FieldRow[],
  samples: readonly DrawnSample[],
): DrawnSample | UnknownSample {
  const listed = rows.filter(({ id }) => id !== '');
  const namesStretches = listed.some(({ segmentId }) => segmentId !== '');
  const ranked = samples
    .map((sample) => {
      const find = finder(sample.points, ({ id }) => id);
      const agreeing = listed.filter(({ id, segmentId }) => {
        const point = find(id);
        return point !== undefined && (segmentId === '' || segmentId === point.segmentId);
      }).length;
      return { sample, agreeing, apart: Math.abs(sample.points.length - listed.length) };
    })
    .filter(({ agreeing }) => agreeing > 0)
    .toSorted((one, other) => other.agreeing - one.agreeing || one.apart - other.apart);
  const [best] = ranked;
  if (best === undefined) return 'no-points';
  if (namesStretches) return best.sample;
  return ranked.find(({ apart }) => apart === 0)?.sample ?? 'ambiguous';
}
