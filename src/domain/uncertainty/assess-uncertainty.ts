import type { AuditRule, ClassCounting, CoastPiece, CoastSummary } from '../audit/audit.ts';
import { countingOf, isInNumerator } from '../audit/audit.ts';
import { type AuditChoice, summariseMeasured } from '../audit/audit-measured.ts';
import { piecesWhere, stretches } from '../audit/coast-pieces.ts';
import { EQUAL_SHARES } from '../audit/headroom.ts';
import { type MeasuredCoast, traceOf } from '../coast/measured-coast.ts';
import type { SegmentLengths } from '../coast/segment-lengths.ts';
import type { CoastlineSegment } from '../coastline.ts';
import { partialSteps, type Steps } from '../steps.ts';
import { DRAWS, type DrawnRatio, drawingErrors } from './class-draws.ts';
import {
  type ClassError,
  classErrors,
  errorModel,
  shiftPerMetre,
  UNKNOWN_RATE,
} from './class-errors.ts';
import { measurementError, statedPositionError } from './measurement-error.ts';
import { seededRandom } from './random.ts';
import { type RuleAlternative, ruleAlternatives } from './rule-alternatives.ts';
import { detailCurve, meanEdge, rulerCurve } from './rulers.ts';
import { samplingPlan, strataOf } from './sampling-plan.ts';
import { surveyList } from './survey-value.ts';
import type {
  DecidingDoubt,
  LikelyVerdict,
  RatioUncertainty,
  RuleRatio,
  StretchToSurvey,
  Uncertainty,
} from './uncertainty.ts';

/** What is asked of a measured coast. */
export type UncertaintyQuestion = {
  readonly choice: AuditChoice;
  /** The rule's file: error rates, their correlation and the accuracy of positions. */
  readonly stated: Pick<AuditRule, 'errorRate' | 'correlation' | 'position'>;
  /** Metres that could not be read of coast that is, or may be, of the chosen realm; 0 when absent. */
  readonly setAsideM?: number;
};

/** A target is kept or missed when that is this likely. */
const LIKELY = 0.95;
/** The sizes of sample whose precision is shown. */
const SAMPLE_SIZES = [100, 200, 400, 800];

/** Works out how sure the figures of a measured coast are, in steps. The same data give the same numbers. */
export function* assessingUncertainty(
  measured: MeasuredCoast,
  { choice, stated, setAsideM = 0 }: UncertaintyQuestion,
): Steps<Uncertainty> {
  const { segments, rule, realm, toleranceM = 0 } = choice;
  const counts = (segment: number): boolean =>
    realm === 'all' || segments[segment]?.realm === realm;
  const trace = traceOf(measured, toleranceM);
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const model = errorModel(stated);
  const position = statedPositionError(stated);
  const order = drawingOrder(segments, trace.whole, counts);
  const errorOf = classErrors(segments, model);
  const errors: readonly ClassError[] = [
    ...order.map((segment) => errorOf[segment] ?? SET_ASIDE),
    SET_ASIDE,
  ];
  const alternatives = ruleAlternatives(rule);
  const [own] = alternatives;
  const ranks = new Map(order.map((segment, rank) => [segment, rank]));
  const inZone = measured.zones.map(({ target }, zone) => ({
    lengths: trace.inZone[zone],
    target: target ?? rule.target,
    setAsideM: 0,
  }));
  const whole = { lengths: trace.whole, target: rule.target, setAsideM };
  const [ranked, parts] = [{ segments, ranks }, [whole, ...inZone]];
  const { columns, columnOf } = columnsOf(ranked, parts, alternatives);
  const spreads = yield* partialSteps(
    [0, 0.8],
    drawingErrors(errors, columns, {
      correlation: model.correlation,
      random: seededRandom(seedOf(segments, order, trace.whole)),
    }),
  );
  const partOf = (
    part: number,
    summary: CoastSummary,
    pieces: readonly CoastPiece[],
  ): RatioUncertainty => {
    const drawnAs = parts[part] ?? whole;
    const rules = alternatives.map((alternative): RuleRatio => {
      const { keptM, totalM } = drawnRatio(
        ranked,
        { ...drawnAs, setAsideM: 0 },
        alternative.counting,
      );
      return {
        ...alternative,
        ratio: totalM > 0 ? keptM / totalM : undefined,
        chance: spreads[columnOf(part, alternative) ?? -1]?.chance,
      };
    });
    return {
      ratio: summary.ratio,
      target: summary.target,
      measurement: measurementError(summary, pieces, { segments: byId, position }),
      classification: own && spreads[columnOf(part, own) ?? -1],
      rules,
      verdict:
        summary.ratio === undefined
          ? 'no-coast'
          : likelyVerdict(rules.flatMap(({ isInForce, chance }) => (isInForce ? [chance] : []))),
      outerBound: summary.band,
    };
  };
  const countsPiece = (piece: number): boolean =>
    counts(trace.clipped.edges.segmentOf[trace.clipped.edgeOf[piece] ?? -1] ?? -1);
  const stretchesOf = (pieces: readonly number[]): readonly CoastPiece[] =>
    stretches(trace.clipped, pieces.filter(countsPiece), segments, trace.pieces.ellipsoid);
  const pieces = stretchesOf(piecesWhere(trace.clipped, () => true));
  const overall = partOf(0, summariseMeasured(measured, choice), pieces);
  yield 0.85;
  const zones = measured.zones.map(({ id }, zone) => ({
    id,
    ...partOf(
      zone + 1,
      summariseMeasured(measured, choice, zone),
      stretchesOf(trace.clipped.piecesIn[zone] ?? []),
    ),
  }));
  yield 0.9;
  const scaled = { lines: measured.lines, segments, counts, counting: rule.counting };
  return {
    ...{ draws: DRAWS, errors: model, position, setAsideM, overall, zones },
    decides: overall.ratio === undefined ? undefined : decidingDoubt(overall),
    detail: detailCurve(scaled),
    rulers: rulerCurve(scaled),
    meanEdgeM: meanEdge(scaled),
    survey: surveyOf(errors, columns[0], { order, segments, correlation: model.correlation }),
    sampling: samplingOf(pieces, { segments, errorOf, counting: rule.counting }),
  };
}

/** Coast that could not be read is drawn as one more segment, after the counted ones. */
const SET_ASIDE: ClassError = { rate: UNKNOWN_RATE, group: 'set aside' };

/** The counted segments by id, so that the order of a file decides nothing. */
function drawingOrder(
  segments: readonly CoastlineSegment[],
  whole: SegmentLengths,
  counts: (segment: number) => boolean,
): readonly number[] {
  const idOf = (segment: number): string => segments[segment]?.id ?? '';
  return whole.segments
    .filter(counts)
    .toSorted((one, other) => compared(idOf(one), idOf(other)) || one - other);
}

function compared(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Ids, lengths to the millimetre, classes, uses and confidences: the data that the draws rest on. */
function seedOf(
  segments: readonly CoastlineSegment[],
  order: readonly number[],
  { segments: measured, ellipsoid }: SegmentLengths,
): string {
  const lengths = new Map(measured.map((segment, row) => [segment, ellipsoid[row] ?? 0]));
  return order
    .map((index) => {
      const { id = '', class: shoreClass = '', use = '', confidence = '' } = segments[index] ?? {};
      return [id, (lengths.get(index) ?? 0).toFixed(3), shoreClass, use, confidence].join(' ');
    })
    .join('\n');
}

/** A zone or the whole, as it is drawn. */
type DrawnPart = {
  readonly lengths: SegmentLengths | undefined;
  readonly target: number;
  readonly setAsideM: number;
};

type Ranked = {
  readonly segments: readonly CoastlineSegment[];
  readonly ranks: ReadonlyMap<number, number>;
};

/**
 * The ratios to be drawn: each zone by the rules in force, the whole by all rules; rules that count alike are drawn
 * once.
 */
function columnsOf(
  ranked: Ranked,
  parts: readonly DrawnPart[],
  alternatives: readonly RuleAlternative[],
): {
  readonly columns: readonly DrawnRatio[];
  readonly columnOf: (part: number, alternative: RuleAlternative) => number | undefined;
} {
  const columns: DrawnRatio[] = [];
  const numbers = new Map<string, number>();
  const keyOf = (part: number, { counting }: RuleAlternative): string =>
    `${part} ${JSON.stringify(Object.entries(counting).toSorted(([one], [other]) => compared(one, other)))}`;
  for (const [number, part] of parts.entries()) {
    for (const alternative of alternatives) {
      const key = keyOf(number, alternative);
      if (numbers.has(key) || (number > 0 && !alternative.isInForce)) continue;
      numbers.set(key, columns.push(drawnRatio(ranked, part, alternative.counting)) - 1);
    }
  }
  return { columns, columnOf: (part, alternative) => numbers.get(keyOf(part, alternative)) };
}

function drawnRatio(
  { segments, ranks }: Ranked,
  { lengths, target, setAsideM }: DrawnPart,
  counting: ClassCounting,
): DrawnRatio {
  let [keptM, totalM] = [0, setAsideM];
  const shifts: [number, number][] = [];
  for (const [row, segment] of (lengths?.segments ?? []).entries()) {
    const rank = ranks.get(segment);
    if (rank === undefined) continue;
    const lengthM = lengths?.ellipsoid[row] ?? 0;
    const shoreClass = segments[segment]?.class;
    const how = countingOf(shoreClass, counting);
    if (how !== 'excluded') totalM += lengthM;
    if (isInNumerator(how)) keptM += lengthM;
    const shift = shiftPerMetre(shoreClass, counting);
    if (shift !== 0) shifts.push([rank, shift * lengthM]);
  }
  if (setAsideM > 0) shifts.push([ranks.size, setAsideM]);
  return { keptM, totalM, target, shifts };
}

function likelyVerdict(chances: readonly (number | undefined)[]): LikelyVerdict {
  const known = chances.filter((chance) => chance !== undefined);
  if (known.length === 0) return 'no-coast';
  if (known.length === chances.length && known.every((chance) => chance >= LIKELY)) return 'keeps';
  return known.length === chances.length && known.every((chance) => chance <= 1 - LIKELY)
    ? 'misses'
    : 'open';
}

/**
 * The widest of those doubts that reach from one side of the target to the other: never none where the verdict is
 * open. The classes do so where the target is neither likely nor unlikely to be kept under any of the rules in force.
 */
export function decidingDoubt({
  target,
  measurement,
  classification,
  rules,
}: Pick<RatioUncertainty, 'target' | 'measurement' | 'classification'> & {
  readonly rules: readonly (Pick<RuleRatio, 'ratio' | 'isInForce'> &
    Partial<Pick<RuleRatio, 'chance'>>)[];
}): DecidingDoubt | undefined {
  const least = target - EQUAL_SHARES;
  const inForce = rules.filter(({ isInForce }) => isInForce);
  const ratios = inForce.flatMap(({ ratio }) => ratio ?? []);
  const chances = [classification, ...inForce].flatMap((of) => of?.chance ?? []);
  const isOpen = chances.some((chance) => chance > 1 - LIKELY && chance < LIKELY);
  const isLikely = chances.some((chance) => chance >= LIKELY);
  const isUnlikely = chances.some((chance) => chance <= 1 - LIKELY);
  const widths: readonly (readonly [DecidingDoubt, number])[] = [
    ['rule', crossing(Math.min(...ratios), Math.max(...ratios), least)],
    ['measurement', measurement ? crossing(measurement.low, measurement.high, least) : 0],
    [
      'classification',
      isOpen && classification !== undefined ? classification.high - classification.low : 0,
    ],
  ];
  const [widest] = widths.toSorted(([, one], [, other]) => other - one);
  if (widest !== undefined && widest[1] > 0) return widest[0];
  // Errors may matter under one rule alone, or carry a ratio across by their mean.
  return isOpen || (isLikely && isUnlikely) ? 'classification' : undefined;
}

/** The width of an interval that holds shares on both sides of the least one that suffices, else 0. */
function crossing(low: number, high: number, least: number): number {
  return low < least && high >= least ? high - low : 0;
}

function surveyOf(
  errors: readonly ClassError[],
  column: DrawnRatio | undefined,
  {
    order,
    segments,
    correlation,
  }: {
    readonly order: readonly number[];
    readonly segments: readonly CoastlineSegment[];
    readonly correlation: number;
  },
): Uncertainty['survey'] {
  if (column === undefined || column.totalM <= 0)
    return { stretches: [], widthBefore: 0, widthAfter: 0 };
  const listed = surveyList(errors, column, { correlation, listable: order.length });
  return {
    ...listed,
    stretches: listed.stretches.flatMap(
      ({ segment: rank, lengthM, narrowing }): StretchToSurvey[] => {
        const segment = segments[order[rank] ?? -1];
        if (segment === undefined) return [];
        const narrowingPerKm = (narrowing / lengthM) * 1000;
        return [
          { segmentId: segment.id, class: segment.class, lengthM, narrowing, narrowingPerKm },
        ];
      },
    ),
  };
}

/** Samples of the coast that is in the total: what is found in other coast says nothing of the ratio. */
function samplingOf(
  pieces: readonly CoastPiece[],
  {
    segments,
    errorOf,
    counting,
  }: {
    readonly segments: readonly CoastlineSegment[];
    readonly errorOf: readonly ClassError[];
    readonly counting: ClassCounting;
  },
): Uncertainty['sampling'] {
  const counted = segments.filter(
    ({ class: shoreClass }) => countingOf(shoreClass, counting) !== 'excluded',
  );
  const rates = new Map(segments.map((segment, index) => [segment, errorOf[index]?.rate ?? 0]));
  const strata = strataOf(
    pieces,
    new Map(counted.map((segment) => [segment.id, segment])),
    (segment) => rates.get(segment) ?? 0,
  );
  return strata.length === 0 ? [] : SAMPLE_SIZES.map((points) => samplingPlan(strata, points));
}
