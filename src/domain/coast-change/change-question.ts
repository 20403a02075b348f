import type { AuditRule, Coverage } from '../audit/audit.ts';
import { auditMeasured } from '../audit/audit-measured.ts';
import type { CoastlineSegment, RealmChoice } from '../coastline.ts';
import { partialSteps, type Steps } from '../steps.ts';
import type { Zone } from '../zone.ts';
import type { ChangeScope } from './change-ledger.ts';
import { type CoastChange, compareMeasured, measuringPair } from './compare-coasts.ts';

/** Two coasts to compare, counted by one rule. */
export type ChangeQuestion = {
  readonly before: readonly CoastlineSegment[];
  readonly after: readonly CoastlineSegment[];
  readonly zones: readonly Zone[];
  readonly rule: AuditRule;
  readonly realm: RealmChoice;
  /** Distance in metres within which coast is matched. */
  readonly toleranceM: number;
  /** Ids of segments of `after` whose class is a stated reclassification. */
  readonly judged: readonly string[];
};

/** A comparison with what its lists need, and the proof of coverage of each coast. */
export type ChangeAnswer = {
  readonly change: CoastChange;
  readonly scope: ChangeScope;
  readonly coverage: { readonly before: Coverage; readonly after: Coverage };
};

/** The share of the work until both coasts are measured. */
const MEASURED = 0.7;

/**
 * Compares two coasts as they are drawn, in steps; the caller may show the progress or stop.
 * @throws RangeError if the tolerance is not a positive number.
 */
export function* answeringChange(question: ChangeQuestion): Steps<ChangeAnswer> {
  const { before, after, rule, realm } = question;
  const judged = new Set(question.judged);
  const measured = yield* partialSteps([0, MEASURED], measuringPair(question));
  const coverage = {
    before: auditMeasured(measured.before, { segments: before, rule, realm }).coverage,
    after: auditMeasured(measured.after, { segments: after, rule, realm }).coverage,
  };
  yield MEASURED;
  return {
    change: compareMeasured(measured, { ...question, judged }),
    scope: { counting: rule.counting, realm, judged },
    coverage,
  };
}
