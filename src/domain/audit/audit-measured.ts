import { type MeasuredCoast, traceOf } from '../coast/measured-coast.ts';
import type { MeasuredTrace } from '../coast/measured-trace.ts';
import type { SegmentLengths } from '../coast/segment-lengths.ts';
import type { CoastlineSegment, RealmChoice } from '../coastline.ts';
import type { OnBothModels } from '../geodesy.ts';
import { lowerBound } from '../geometry/lower-bound.ts';
import { metres, type Ratio, ratio, squareMetres } from '../units.ts';
import type { Audit, AuditRule, CoastSummary, ZoneSummary } from './audit.ts';
import { piecesWhere, stretches } from './coast-pieces.ts';
import { type CoastTally, classLengths, count, tally, useLengths } from './coast-tally.ts';
import { proveCoverage } from './coverage.ts';
import { headroom, verdict } from './headroom.ts';
import { type BandSources, band, bandParts } from './ratio-band.ts';

/** How to class and count a measured coast. */
export type AuditChoice = {
  /** The segments in the order in which they were measured; class, use and confidence may differ. */
  readonly segments: readonly CoastlineSegment[];
  readonly rule: AuditRule;
  readonly realm: RealmChoice;
  /**
   * The tolerance in metres of the trace that gives the figures; 0 or absent selects the coast as drawn.
   */
  readonly toleranceM?: number;
  /** The segments, by their index, that alone count; absent counts all of the realm. */
  readonly only?: ReadonlySet<number>;
};

/**
 * Audits a coast that is already measured, so a change of class, rule or realm needs no new measurement.
 * @throws RangeError if the segments are not the measured ones, or the tolerance was not measured.
 */
export function auditMeasured(
  measured: MeasuredCoast,
  { segments, rule, realm, toleranceM = 0, only }: AuditChoice,
): Audit {
  if (segments.length !== measured.segmentCount) {
    throw new RangeError(
      `measured ${measured.segmentCount} segments, asked about ${segments.length}`,
    );
  }
  const { zones } = measured;
  const trace = traceOf(measured, toleranceM);
  const { clipped, pieces } = trace;
  const choice = { segments, rule, realm, toleranceM, ...(only && { only }) };
  const counts = countsIn(choice);
  const countsPiece = (piece: number): boolean =>
    counts(clipped.edges.segmentOf[clipped.edgeOf[piece] ?? -1] ?? -1);
  const zoneSummaries = zones.map(
    ({ id }, zone): ZoneSummary => ({
      id,
      ...summariseMeasured(measured, choice, zone),
      pieces: stretches(
        clipped,
        (clipped.piecesIn[zone] ?? []).filter(countsPiece),
        segments,
        pieces.ellipsoid,
      ),
    }),
  );
  const wholeM = lengthIn(trace.whole, choice);
  const zonesM = trace.inZone.reduce((sum, inZone) => sum + lengthIn(inZone, choice), 0);
  return {
    rule,
    realm,
    overall: summariseMeasured(measured, choice),
    pieces: stretches(clipped, piecesWhere(clipped, countsPiece), segments, pieces.ellipsoid),
    zones: zoneSummaries,
    coverage: proveCoverage({
      clipped,
      lines: measured.lines,
      index: measured.drawn.clipped.index,
      segments,
      counts,
      zoneIds: zones.map(({ id }) => id),
      lengths: pieces.ellipsoid,
      wholeM,
      zonesM,
    }),
  };
}

/**
 * Gives the figures of one zone, by its index, or of the whole coast. It only adds up measured lengths.
 * @throws RangeError if the tolerance was not measured.
 */
export function summariseMeasured(
  measured: MeasuredCoast,
  choice: AuditChoice,
  zone?: number,
): CoastSummary {
  const { segments, rule, realm, toleranceM = 0 } = choice;
  const lengthsOf = ({ whole, inZone }: MeasuredTrace): SegmentLengths | undefined =>
    zone === undefined ? whole : inZone[zone];
  const tallyOf = (trace: MeasuredTrace, model: keyof OnBothModels): CoastTally =>
    tally(segments, rows(lengthsOf(trace), model, choice), rule);
  const trace = traceOf(measured, toleranceM);
  const ownTarget = zone === undefined ? undefined : measured.zones[zone]?.target;
  return summary({
    doubts: {
      ellipsoid: tallyOf(trace, 'ellipsoid'),
      sphere: tallyOf(trace, 'sphere'),
      // For figures of a generalised trace, the coast as drawn is another level of detail.
      generalised: otherTolerances(choice).map((tolerance) =>
        tallyOf(traceOf(measured, tolerance), 'ellipsoid'),
      ),
    },
    rule,
    realm,
    target: ownTarget ?? rule.target,
    hasOwnTarget: zone === undefined || ownTarget !== undefined,
    areaM2: zone === undefined ? measured.areaTogether : measured.areas[zone],
  });
}

/** The ratio of the whole coast alone, as `summariseMeasured` gives it. */
export function ratioMeasured(measured: MeasuredCoast, choice: AuditChoice): Ratio | undefined {
  const { segments, rule, toleranceM = 0 } = choice;
  const lengths = rows(traceOf(measured, toleranceM).whole, 'ellipsoid', choice);
  return count(tally(segments, lengths, rule), rule.counting).ratio;
}

function otherTolerances({ rule, toleranceM = 0 }: AuditChoice): readonly number[] {
  const { generaliseM } = rule.sensitivity;
  return toleranceM === 0 || generaliseM.length === 0 ? generaliseM : [0, ...generaliseM];
}

function countsIn({ segments, realm, only }: AuditChoice): (segment: number) => boolean {
  return (segment) =>
    (realm === 'all' || segments[segment]?.realm === realm) &&
    (only === undefined || only.has(segment));
}

function lengthIn(lengths: SegmentLengths, choice: AuditChoice): number {
  let total = 0;
  for (const [, length] of rows(lengths, 'ellipsoid', choice)) total += length;
  return total;
}

/** The segments that count, each with its length in metres. */
function* rows(
  lengths: SegmentLengths | undefined,
  model: keyof OnBothModels,
  choice: AuditChoice,
): Generator<readonly [number, number]> {
  if (lengths === undefined) return;
  const counts = countsIn(choice);
  for (const row of rowsAmong(lengths.segments, choice.only)) {
    const segment = lengths.segments[row] ?? -1;
    if (counts(segment)) yield [segment, lengths[model][row] ?? 0];
  }
}

/** The rows of the segments wanted, found by search: a few segments of a long coast are asked for very often. */
function* rowsAmong(
  segments: readonly number[],
  wanted: ReadonlySet<number> | undefined,
): Generator<number> {
  if (wanted === undefined) yield* segments.keys();
  else
    for (const segment of wanted) {
      const row = lowerBound(segments, segment);
      if (segments[row] === segment) yield row;
    }
}

function summary({
  doubts,
  rule,
  realm,
  target,
  hasOwnTarget,
  areaM2,
}: {
  readonly doubts: BandSources;
  readonly rule: AuditRule;
  readonly realm: RealmChoice;
  readonly target: number;
  readonly hasOwnTarget: boolean;
  readonly areaM2: OnBothModels | undefined;
}): CoastSummary {
  const counted = count(doubts.ellipsoid, rule.counting);
  const { totalM, naturalM } = counted;
  const parts = bandParts(doubts, rule);
  const limits = band(counted.ratio, parts);
  return {
    ...counted,
    realm,
    byClass: classLengths(doubts.ellipsoid),
    counting: rule.counting,
    byUse: useLengths(doubts.ellipsoid),
    unclassifiedM: metres(doubts.ellipsoid.unclassified),
    ratioNative: ratio(naturalM, totalM),
    target,
    hasOwnTarget,
    headroomM: headroom(counted, target),
    verdict: verdict(limits, target),
    band: limits,
    bandParts: parts,
    areaM2: areaM2 && squareMetres(areaM2.ellipsoid),
    turf: { ...count(doubts.sphere, rule.counting), areaM2: areaM2 && squareMetres(areaM2.sphere) },
  };
}
