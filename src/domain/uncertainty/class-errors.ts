import type { AuditRule, ClassCounting } from '../audit/audit.ts';
import { countingOf, isInNumerator } from '../audit/audit.ts';
import { CONFIDENCES, type CoastlineSegment, type Confidence } from '../coastline.ts';
import { normalCdf, normalQuantile } from './normal.ts';

/** How often classes are wrong, and how much the errors of one kind of coast hang together. */
export type ErrorModel = {
  /** Share of stretches whose class is wrong, by stated confidence. */
  readonly rates: Readonly<Record<Confidence, number>>;
  /** Correlation, from 0 to below 1, of the normal variables behind two errors of one class and use. */
  readonly correlation: number;
  /** Whether the rates were found by a sample; otherwise they are assumed until one is taken. */
  readonly isSampled: boolean;
};

/** What is assumed until a sample says otherwise: no sample of classes judged from maps was found to take rates from. */
const ASSUMED_ERRORS: ErrorModel = {
  rates: { low: 0.3, medium: 0.1, high: 0.02 },
  correlation: 0.3,
  isSampled: false,
};

/** How likely coast is natural of whose class nothing is known: it may as well be as not. */
export const UNKNOWN_RATE = 0.5;

/** The error model of a rule; assumed values stand for what it does not state. */
export function errorModel({
  errorRate,
  correlation,
}: Pick<AuditRule, 'errorRate' | 'correlation'>): ErrorModel {
  const rates = { ...ASSUMED_ERRORS.rates };
  for (const confidence of CONFIDENCES)
    rates[confidence] = errorRate?.[confidence] ?? rates[confidence];
  return {
    rates,
    correlation: correlation ?? ASSUMED_ERRORS.correlation,
    isSampled: errorRate?.sampled === true,
  };
}

/** How likely the class of a segment is wrong, and the group whose errors hang together with its own. */
export type ClassError = { readonly rate: number; readonly group: string };

/** The error of each segment: one interpreter judges coast of one class and use by one habit. */
export function classErrors(
  segments: readonly CoastlineSegment[],
  { rates }: ErrorModel,
): readonly ClassError[] {
  return segments.map(({ class: shoreClass, use, confidence }) =>
    shoreClass === undefined
      ? { rate: UNKNOWN_RATE, group: '' }
      : { rate: rates[confidence], group: `${shoreClass} ${use ?? ''}` },
  );
}

/**
 * By how many metres the numerator changes for each metre of a segment whose class is wrong: −1 for coast in the
 * numerator, +1 for coast in the total only and for coast without a class. Zero for coast that is not counted, and
 * for an estuary in the total only: whether a river mouth counts is a question of the rule.
 */
export function shiftPerMetre(
  shoreClass: CoastlineSegment['class'],
  counting: ClassCounting,
): number {
  const how = countingOf(shoreClass, counting);
  if (isInNumerator(how)) return -1;
  return how === 'excluded' || shoreClass === 'estuary' ? 0 : 1;
}

/**
 * Returns how likely a class of an error rate is wrong, given the group's common normal variable.
 * Source: Emrich & Piedmonte, The American Statistician 45 (1991) 302–304 (binary variables from thresholds of
 * normal ones); with one common variable, Vasicek, Risk 15 (2002) 160–162.
 */
export function conditionalRate(rate: number, correlation: number): (common: number) => number {
  if (rate <= 0 || rate >= 1 || correlation === 0) return () => rate;
  const threshold = normalQuantile(rate);
  const [weight, rest] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)];
  return (common) => normalCdf((threshold - weight * common) / rest);
}
