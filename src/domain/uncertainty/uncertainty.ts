import type { Band } from '../audit/audit.ts';
import type { CoastlineClass } from '../coastline.ts';
import type { ClassSpread } from './class-draws.ts';
import type { ErrorModel } from './class-errors.ts';
import type { MeasurementError } from './measurement-error.ts';
import type { PositionError } from './position-error.ts';
import type { RuleAlternative } from './rule-alternatives.ts';
import type { ScaledCoast } from './rulers.ts';
import type { SamplingPlan } from './sampling-plan.ts';

/**
 * Whether the target is kept: `keeps` or `misses` only where that is at least 95 % likely under every rule in force;
 * `open` otherwise.
 */
export type LikelyVerdict = 'keeps' | 'misses' | 'open' | 'no-coast';

/** The ratio by one named rule, and how likely the target is kept under it; drawn for zones where it is in force. */
export type RuleRatio = RuleAlternative & {
  readonly ratio: number | undefined;
  readonly chance: number | undefined;
};

/** How sure the ratio of a zone or of the whole is. Measurement, classes and rule are kept apart. */
export type RatioUncertainty = {
  /** As classified and counted. */
  readonly ratio: number | undefined;
  readonly target: number;
  readonly measurement: MeasurementError | undefined;
  /** By the rule in force. */
  readonly classification: ClassSpread | undefined;
  readonly rules: readonly RuleRatio[];
  readonly verdict: LikelyVerdict;
  /** The lowest and highest ratio with all doubts of the band against and for it. */
  readonly outerBound: Band | undefined;
};

/** What decides whether the target is kept; undefined where none of the three moves the ratio across it. */
export type DecidingDoubt = 'measurement' | 'classification' | 'rule';

/** A stretch whose survey narrows the interval. */
export type StretchToSurvey = {
  readonly segmentId: string;
  readonly class: CoastlineClass | undefined;
  readonly lengthM: number;
  /** By how much the 90 % interval narrows, as a share; and the same for each kilometre. */
  readonly narrowing: number;
  readonly narrowingPerKm: number;
};

/** How sure the figures of an audit are. */
export type Uncertainty = {
  readonly draws: number;
  readonly errors: ErrorModel;
  readonly position: PositionError | undefined;
  /**
   * Metres that could not be read of coast that is, or may be, of the chosen realm; their class is unknown. In the
   * figures of classes alone.
   */
  readonly setAsideM: number;
  readonly overall: RatioUncertainty;
  readonly zones: readonly (RatioUncertainty & { readonly id: string })[];
  readonly decides: DecidingDoubt | undefined;
  readonly detail: readonly ScaledCoast[];
  readonly rulers: readonly ScaledCoast[];
  /** Mean length in metres of the edges: a shorter ruler finds no more coast than is drawn. */
  readonly meanEdgeM: number;
  readonly survey: {
    readonly stretches: readonly StretchToSurvey[];
    /** Width of the 90 % interval by the normal approximation, now and once all listed are known, as shares. */
    readonly widthBefore: number;
    readonly widthAfter: number;
  };
  /** Samples of several sizes, the smallest first. */
  readonly sampling: readonly SamplingPlan[];
};
