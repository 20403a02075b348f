import type { AuditRule, CoastSummary } from '../audit/audit.ts';
import { summariseMeasured } from '../audit/audit-measured.ts';
import { type MeasuredCoast, measureCoast, measuringCoast } from '../coast/measured-coast.ts';
import { COASTLINE_CLASSES, type CoastlineSegment, type RealmChoice } from '../coastline.ts';
import { unionArea } from '../geometry/polygon-union.ts';
import { finish, partialSteps, type Steps } from '../steps.ts';
import type { Zone } from '../zone.ts';
import { type ChangeFigures, type ChangeScope, changeFigures } from './change-ledger.ts';
import { type ChangeStretch, changeStretches } from './change-stretches.ts';
import { matchCoasts } from './match-coasts.ts';
import { DEFAULT_TOLERANCE_M } from './match-tolerance.ts';
import { measuredShore } from './measured-shore.ts';
import { type RatioChange, ratioChange } from './ratio-change.ts';
import { type CommonDetail, commonDetail, generalisedSegments } from './survey-detail.ts';

/** The input of `compareCoasts`. */
export type CoastsToCompare = {
  readonly before: readonly CoastlineSegment[];
  readonly after: readonly CoastlineSegment[];
  readonly zones: readonly Zone[];
  readonly rule: AuditRule;
  readonly realm: RealmChoice;
  /** Distance in metres within which coast is matched. */
  readonly toleranceM?: number;
  /** Ids of segments of `after` whose class is a stated reclassification. */
  readonly judged?: ReadonlySet<string>;
};

/** Both audits of a scope, and what became of the coast between them. */
export type ScopeChange = ChangeFigures & {
  readonly before: CoastSummary;
  readonly after: CoastSummary;
  readonly change: RatioChange;
};

/** Two coasts compared at the detail of the coarser one. */
export type EqualDetail = CommonDetail & {
  readonly before: CoastSummary;
  readonly after: CoastSummary;
  readonly change: RatioChange;
  /** The part of the change of the ratio that is only detail: it goes away at equal detail. */
  readonly detailOnly: number | undefined;
};

/** Two coasts, compared. */
export type CoastChange = {
  readonly toleranceM: number;
  /** Metres of `before` that `after` has in the opposite direction: which side is land is then in doubt. */
  readonly opposedM: number;
  readonly overall: ScopeChange;
  readonly zones: readonly (ScopeChange & { readonly zone: Zone })[];
  /** What each figure comes from, for `stretchLedger`. */
  readonly stretches: readonly ChangeStretch[];
  /** Undefined where both have the same detail. */
  readonly equalDetail: EqualDetail | undefined;
};

/** Two coasts as measured for a comparison, in the order in which they are compared. */
export type MeasuredPair = { readonly before: MeasuredCoast; readonly after: MeasuredCoast };

/**
 * Compares two classed coasts: which coast of the one is which of the other, what it has become, and why the
 * natural coastline ratio changed. Per zone and whole, Σ transitions + lost is the coast before,
 * Σ transitions + gained the coast after, and the parts of the change add up to it.
 * @throws RangeError if the tolerance is not a positive number.
 */
export function compareCoasts(coasts: CoastsToCompare): CoastChange {
  return compareMeasured(finish(measuringPair(coasts)), coasts);
}

/** Measures both coasts of a comparison in steps; the caller may show the progress or stop. */
export function* measuringPair({
  before,
  after,
  zones,
  rule,
}: Pick<CoastsToCompare, 'before' | 'after' | 'zones' | 'rule'>): Steps<MeasuredPair> {
  const how = { zones, tolerancesM: rule.sensitivity.generaliseM, unionArea };
  return {
    before: yield* partialSteps([0, 0.5], measuringCoast({ segments: before, ...how })),
    after: yield* partialSteps([0.5, 1], measuringCoast({ segments: after, ...how })),
  };
}

/**
 * Compares two coasts that are already measured (`measuringPair`).
 * @throws RangeError if the tolerance is not a positive number.
 */
export function compareMeasured(
  { before: was, after: is }: MeasuredPair,
  coasts: CoastsToCompare,
): CoastChange {
  const { before, after, zones, rule, realm, judged, toleranceM = DEFAULT_TOLERANCE_M } = coasts;
  if (!(toleranceM > 0 && toleranceM < Infinity))
    throw new RangeError(`not a tolerance in metres: ${toleranceM}`);
  const stretches = stretchesOf([was, before], [is, after], toleranceM);
  const scope: ChangeScope = {
    ...{ counting: rule.counting, realm },
    ...(judged !== undefined && { judged }),
  };
  const change = (zone?: number): ScopeChange => {
    const figures = changeFigures(stretches, zone === undefined ? scope : { ...scope, zone });
    const summaries = {
      before: summariseMeasured(was, { segments: before, rule, realm }, zone),
      after: summariseMeasured(is, { segments: after, rule, realm }, zone),
    };
    return {
      ...figures,
      ...summaries,
      change: ratioChange(summaries.before, summaries.after, figures.ledger),
    };
  };
  const overall = change();
  return {
    toleranceM,
    opposedM: stretches.reduce(
      (sum, { isOpposed, before: side }) => sum + (isOpposed ? (side?.lengthM ?? 0) : 0),
      0,
    ),
    overall,
    zones: zones.map((zone, index) => ({ zone, ...change(index) })),
    stretches,
    equalDetail: atEqualDetail({ ...coasts, toleranceM }, scope, overall),
  };
}

function stretchesOf(
  [was, before]: readonly [MeasuredCoast, readonly CoastlineSegment[]],
  [is, after]: readonly [MeasuredCoast, readonly CoastlineSegment[]],
  toleranceM: number,
): readonly ChangeStretch[] {
  const shores = [measuredShore(before, was.drawn), measuredShore(after, is.drawn)] as const;
  const matched = matchCoasts(shores[0].chains, shores[1].chains, toleranceM);
  return changeStretches(matched, shores, toleranceM);
}

function atEqualDetail(
  { before, after, rule, realm, toleranceM }: CoastsToCompare & { readonly toleranceM: number },
  scope: ChangeScope,
  drawn: ScopeChange,
): EqualDetail | undefined {
  const detail = commonDetail(
    { segments: inRealm(before, realm), lengthM: drawnM(drawn.before) },
    { segments: inRealm(after, realm), lengthM: drawnM(drawn.after) },
  );
  if (detail === undefined) return undefined;
  const coarse = [before, after].map((segments) => {
    const thinned = generalisedSegments(segments, detail.toleranceM);
    const measured = measureCoast({ segments: thinned, zones: [], tolerancesM: [], unionArea });
    return { segments: thinned, measured };
  });
  const [was, is] = coarse;
  if (was === undefined || is === undefined) return undefined;
  const plain = { ...rule, sensitivity: { ...rule.sensitivity, generaliseM: [] } };
  const summaries = {
    before: summariseMeasured(was.measured, { segments: was.segments, rule: plain, realm }),
    after: summariseMeasured(is.measured, { segments: is.segments, rule: plain, realm }),
  };
  const { ledger } = changeFigures(
    stretchesOf([was.measured, was.segments], [is.measured, is.segments], toleranceM),
    scope,
  );
  const change = ratioChange(summaries.before, summaries.after, ledger);
  return {
    ...{ ...detail, ...summaries, change },
    detailOnly:
      drawn.change.ratio === undefined || change.ratio === undefined
        ? undefined
        : drawn.change.ratio - change.ratio,
  };
}

function inRealm(
  segments: readonly CoastlineSegment[],
  realm: RealmChoice,
): readonly CoastlineSegment[] {
  return realm === 'all' ? segments : segments.filter((segment) => segment.realm === realm);
}

/** All coast of a summary in metres, excluded classes included. */
function drawnM({ byClass, unclassifiedM }: CoastSummary): number {
  return COASTLINE_CLASSES.reduce((sum: number, name) => sum + byClass[name], unclassifiedM);
}
