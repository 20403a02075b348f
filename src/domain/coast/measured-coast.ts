import type { CoastlineSegment } from '../coastline.ts';
import type { OnBothModels } from '../geodesy.ts';
import { generaliseAt } from '../geometry/generalise.ts';
import { joinedNumbers } from '../geometry/joined-numbers.ts';
import { type OverlappingPair, overlappingPairs } from '../geometry/polygon-overlap.ts';
import { dissolvedArea } from '../geometry/polygon-union.ts';
import { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import { finish, partialSteps, type Steps } from '../steps.ts';
import type { Zone } from '../zone.ts';
import { type SegmentLine, segmentLines } from './coast-edges.ts';
import { type MeasuredTrace, measuringTrace } from './measured-trace.ts';

/**
 * How long each segment is, in all and inside each zone, on both earth models and at several levels of
 * detail: this is everything about a coast that does not depend on classes or counting. Classes, realms
 * and rules are applied to it by `auditMeasured`, which only adds up lengths.
 */
export type MeasuredCoast = {
  readonly segmentCount: number;
  readonly lines: readonly SegmentLine[];
  readonly zones: readonly Zone[];
  readonly boundaries: readonly PreparedPolygon[];
  /** Area of each zone in m². */
  readonly areas: readonly OnBothModels[];
  /** Area of all zones in m², with overlapping ground counted once; undefined without zones. */
  readonly areaTogether: OnBothModels | undefined;
  /** The coast as drawn. */
  readonly drawn: MeasuredTrace;
  /** The same coast with fewer corners, one trace per tolerance in metres. */
  readonly generalised: ReadonlyMap<number, MeasuredTrace>;
};

/** The input of `measureCoast`. */
export type CoastToMeasure = {
  readonly segments: readonly CoastlineSegment[];
  readonly zones: readonly Zone[];
  /** Tolerances of the generalised traces, in metres. */
  readonly tolerancesM: readonly number[];
  readonly unionArea: UnionArea;
};

/** Computes the area in m² that zones cover together; it is called only for overlapping zones. */
export type UnionArea = (zones: readonly Zone[]) => OnBothModels;

/**
 * Measures a coast for auditing. The coast is cut once; each change of settings then only adds up
 * lengths.
 *
 * The whole coast is measured uncut. For the zones, an edge is cut at the boundaries of all zones. Each
 * piece is measured between its own ends, and the pieces are scaled to add up to the geodesic of the
 * edge. So cutting changes no length, and the zones and the rest add up to the whole. Without scaling, 20
 * zones on an edge of 180 km would make it 3 m longer, because a straight line in longitude and latitude
 * departs from the geodesic.
 */
export function measureCoast(coast: CoastToMeasure): MeasuredCoast {
  return finish(measuringCoast(coast));
}

/** The share of the work before the traces are cut: areas, overlaps and generalisation. */
const BEFORE_TRACES = 0.2;

/** Does the work of `measureCoast` in steps; the caller may show the progress or stop. */
export function* measuringCoast({
  segments,
  zones,
  tolerancesM,
  unionArea,
}: CoastToMeasure): Steps<MeasuredCoast> {
  const lines = segmentLines(segments);
  const boundaries = zones.map(({ geometry, id }) => new PreparedPolygon(geometry, id));
  yield 0;
  const areas = yield* partialSteps([0, BEFORE_TRACES / 2], measuringAreas(zones));
  const overlaps = overlappingPairs(boundaries);
  const areaTogether = areaOfAll(zones, { areas, overlaps, unionArea });
  const coarser = yield* partialSteps(
    [BEFORE_TRACES / 2, BEFORE_TRACES],
    generalisingLines(lines, tolerancesM),
  );
  const partFrom = (number: number): number =>
    BEFORE_TRACES + ((1 - BEFORE_TRACES) * number) / (1 + coarser.length);
  const drawn = yield* partialSteps(
    [BEFORE_TRACES, partFrom(1)],
    measuringTrace(lines, boundaries),
  );
  const generalised = new Map<number, MeasuredTrace>();
  for (const [number, toleranceM] of tolerancesM.entries()) {
    const measuring = measuringTrace(coarser[number] ?? [], boundaries);
    generalised.set(
      toleranceM,
      yield* partialSteps([partFrom(number + 1), partFrom(number + 2)], measuring),
    );
  }
  return {
    segmentCount: segments.length,
    lines,
    zones,
    boundaries,
    areas,
    areaTogether,
    drawn,
    generalised,
  };
}

/** The number of zones to measure, and of positions to generalise, in one step. */
const STEP_ZONES = 64;
const STEP_POSITIONS = 16384;

function* measuringAreas(zones: readonly Zone[]): Steps<readonly OnBothModels[]> {
  const areas: OnBothModels[] = [];
  for (const { geometry } of zones) {
    areas.push(dissolvedArea(geometry));
    if (areas.length % STEP_ZONES === 0) yield areas.length / zones.length;
  }
  return areas;
}

/** The lines with fewer corners, one list per tolerance. */
function* generalisingLines(
  lines: readonly SegmentLine[],
  tolerancesM: readonly number[],
): Steps<readonly (readonly SegmentLine[])[]> {
  const perTolerance: SegmentLine[][] = tolerancesM.map(() => []);
  let sinceStep = 0;
  for (const [line, { segment, positions }] of lines.entries()) {
    for (const [number, coarser] of generaliseAt(positions, tolerancesM).entries())
      perTolerance[number]?.push({ segment, positions: coarser });
    sinceStep += positions.length;
    if (sinceStep < STEP_POSITIONS) continue;
    sinceStep = 0;
    yield line / lines.length;
  }
  return perTolerance;
}

/**
 * Area of all zones together in m². Zones that only touch add up exactly; overlapping zones are merged,
 * so that no ground counts twice.
 */
function areaOfAll(
  zones: readonly Zone[],
  {
    areas,
    overlaps,
    unionArea,
  }: Pick<MeasuredCoast, 'areas'> &
    Pick<CoastToMeasure, 'unionArea'> & { readonly overlaps: readonly OverlappingPair[] },
): OnBothModels | undefined {
  if (zones.length === 0) return undefined;
  const sum = { ellipsoid: 0, sphere: 0 };
  // Zones that overlap directly or through other zones are merged; a zone without overlap is its own
  // group.
  const { join, sets } = joinedNumbers(zones.length);
  for (const [one, other] of overlaps) join(one, other);
  for (const group of sets()) {
    const [first = -1, ...others] = group;
    const area =
      others.length === 0 ? areas[first] : unionArea(group.flatMap((zone) => zones[zone] ?? []));
    sum.ellipsoid += area?.ellipsoid ?? 0;
    sum.sphere += area?.sphere ?? 0;
  }
  return sum;
}

/**
 * Gives the coast at a level of detail: 0 for the coast as drawn, otherwise a tolerance in metres.
 * @throws RangeError if it was not measured at that tolerance.
 */
export function traceOf({ drawn, generalised }: MeasuredCoast, toleranceM: number): MeasuredTrace {
  const trace = toleranceM === 0 ? drawn : generalised.get(toleranceM);
  if (trace === undefined) throw new RangeError(`the coast was not measured at ${toleranceM} m`);
  return trace;
}
