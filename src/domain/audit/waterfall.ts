import type { MeasuredTrace } from '../coast/measured-trace.ts';
import type { CoastlineSegment, RealmChoice } from '../coastline.ts';
import { type Ratio, ratio } from '../units.ts';
import { type AuditRule, type Counting, countingOf, isInNumerator } from './audit.ts';

/** Why natural coastline grew or shrank between two states of the data. */
export const WATERFALL_STEPS = [
  'reclassified-in',
  'reclassified-out',
  'consumed',
  'restored',
] as const;
/** One reason of a waterfall, from `WATERFALL_STEPS`. */
export type WaterfallReason = (typeof WATERFALL_STEPS)[number];

/** One bar: how many metres the numerator moved for this reason, and the ratio after it. */
export type WaterfallStep = {
  readonly reason: WaterfallReason;
  readonly deltaM: number;
  readonly ratio: Ratio | undefined;
};

/** From one state to another: start, bars, end. Lengths in metres on the ellipsoid. */
export type Waterfall = {
  readonly startM: number;
  readonly startRatio: Ratio | undefined;
  readonly steps: readonly WaterfallStep[];
  readonly endM: number;
  readonly endRatio: Ratio | undefined;
};

/**
 * Shows how the counted coast (natural and restored, as the rule defines it) changes from the loaded data
 * to the edited data. A stretch that becomes natural or stops being so is reclassified, or consumed if a
 * planned site takes it; one that becomes restored from uncounted is restored. The order of the bars is
 * fixed; the start and end values do not depend on it.
 */
export function waterfall({
  trace,
  before,
  after,
  rule,
  realm,
  firstInside = before.length,
}: {
  readonly trace: MeasuredTrace;
  /** The segments as loaded and as edited, in the order in which they were measured. */
  readonly before: readonly CoastlineSegment[];
  readonly after: readonly CoastlineSegment[];
  readonly rule: AuditRule;
  readonly realm: RealmChoice;
  /** Index of the first segment that is a stretch inside a planned site; absent without such stretches. */
  readonly firstInside?: number;
}): Waterfall {
  const counted = { startM: 0, endM: 0, startTotalM: 0, totalM: 0 };
  const moved: Record<WaterfallReason, { numerator: number; total: number }> = {
    'reclassified-in': { numerator: 0, total: 0 },
    'reclassified-out': { numerator: 0, total: 0 },
    consumed: { numerator: 0, total: 0 },
    restored: { numerator: 0, total: 0 },
  };
  const { segments, ellipsoid } = trace.whole;
  for (const [row, index] of segments.entries()) {
    const [was, is] = [before[index], after[index]];
    if (was === undefined || is === undefined || (realm !== 'all' && was.realm !== realm)) continue;
    const lengthM = ellipsoid[row] ?? 0;
    const from = countingOf(was.class, rule.counting);
    const to = countingOf(is.class, rule.counting);
    counted.startM += isInNumerator(from) ? lengthM : 0;
    counted.startTotalM += from === 'excluded' ? 0 : lengthM;
    const numerator = (Number(isInNumerator(to)) - Number(isInNumerator(from))) * lengthM;
    const total = (Number(to !== 'excluded') - Number(from !== 'excluded')) * lengthM;
    const bar = moved[reasonFor(from, to, index >= firstInside)];
    bar.numerator += numerator;
    bar.total += total;
  }
  counted.endM = counted.startM;
  counted.totalM = counted.startTotalM;
  const steps = WATERFALL_STEPS.map((reason): WaterfallStep => {
    counted.endM += moved[reason].numerator;
    counted.totalM += moved[reason].total;
    return { reason, deltaM: moved[reason].numerator, ratio: ratio(counted.endM, counted.totalM) };
  });
  return {
    startM: counted.startM,
    startRatio: ratio(counted.startM, counted.startTotalM),
    steps,
    endM: counted.endM,
    endRatio: ratio(counted.endM, counted.totalM),
  };
}

function reasonFor(from: Counting, to: Counting, isInside: boolean): WaterfallReason {
  if (isInside && !isInNumerator(to)) return 'consumed';
  if (to === 'restored' && !isInNumerator(from)) return 'restored';
  return isInNumerator(to) ? 'reclassified-in' : 'reclassified-out';
}
