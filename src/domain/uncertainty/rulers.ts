import type { ClassCounting } from '../audit/audit.ts';
import { count, emptyByClass } from '../audit/coast-tally.ts';
import type { SegmentLine } from '../coast/coast-edges.ts';
import { COASTLINE_CLASSES, type CoastlineClass, type CoastlineSegment } from '../coastline.ts';
import { degreeOnEllipsoid } from '../geodesy.ts';
import { generaliseAt } from '../geometry/generalise.ts';
import { measureLine } from '../geometry/place-along.ts';
import type { Position } from '../geometry.ts';

/** Tolerances in metres at which the ratio's dependence on detail is shown; 0 is the coast as drawn. */
const DETAIL_TOLERANCES = [0, 5, 10, 25, 50, 100] as const;
/** Rulers in metres with which the coast is stepped off. */
const RULERS = [50, 100, 260, 500] as const;

/** The coast at one tolerance or ruler: metres by class, and the ratio where there is any coast. */
export type ScaledCoast = {
  readonly atM: number;
  readonly totalM: number;
  readonly byClass: Readonly<Record<CoastlineClass, number>>;
  readonly ratio: number | undefined;
};

/** The lines that are counted, and how. */
export type ScaledInput = {
  readonly lines: readonly SegmentLine[];
  readonly segments: readonly CoastlineSegment[];
  readonly counts: (segment: number) => boolean;
  readonly counting: ClassCounting;
};

/** The coast with the corners left out that lie within each tolerance (Douglas and Peucker). */
export function detailCurve(input: ScaledInput): readonly ScaledCoast[] {
  const coarser = DETAIL_TOLERANCES.filter((atM) => atM > 0);
  const measured = input.lines.map(({ segment, positions }) => ({
    segment,
    lengths: [positions, ...generaliseAt(positions, coarser)].map(measureLine),
  }));
  return DETAIL_TOLERANCES.map((atM, column) =>
    scaled(
      atM,
      measured.map(({ segment, lengths }) => [segment, lengths[column] ?? 0]),
      input,
    ),
  );
}

/**
 * The coast stepped off line by line with each ruler, what is left over at the end of a line counted as it is.
 * Source: Richardson, The problem of contiguity, General Systems Yearbook 6 (1961) 139–187; Mandelbrot, Science
 * 156 (1967) 636–638.
 */
export function rulerCurve(input: ScaledInput): readonly ScaledCoast[] {
  return RULERS.map((atM) =>
    scaled(
      atM,
      input.lines.map(({ segment, positions }) => [segment, steppedLength(positions, atM)]),
      input,
    ),
  );
}

/** Mean length in metres of the edges of the counted coast: no shorter ruler can find more coast. */
export function meanEdge({ lines, counts }: Pick<ScaledInput, 'lines' | 'counts'>): number {
  const counted = lines.filter(({ segment }) => counts(segment));
  const edges = counted.reduce((sum, { positions }) => sum + positions.length - 1, 0);
  const lengthM = counted.reduce((sum, { positions }) => sum + measureLine(positions), 0);
  return edges === 0 ? 0 : lengthM / edges;
}

function scaled(
  atM: number,
  lengths: readonly (readonly [segment: number, lengthM: number])[],
  { segments, counts, counting }: ScaledInput,
): ScaledCoast {
  const byClass = emptyByClass();
  let unclassified = 0;
  for (const [segment, lengthM] of lengths) {
    if (!counts(segment)) continue;
    const name = segments[segment]?.class;
    if (name === undefined) unclassified += lengthM;
    else byClass[name] += lengthM;
  }
  const { totalM, ratio } = count(
    { byClass, unclassified, byUse: {}, doubtful: emptyByClass() },
    counting,
  );
  return { atM, totalM, byClass, ratio };
}

/** The classes that have any length at any scale. */
export function classesPresent(curve: readonly ScaledCoast[]): readonly CoastlineClass[] {
  return COASTLINE_CLASSES.filter((name) => curve.some(({ byClass }) => byClass[name] > 0));
}

/**
 * Length in metres of a line that is stepped off with a ruler: each step ends where the line first leaves the circle
 * around its start. On a plane that is true to scale at the line's start.
 */
export function steppedLength(positions: readonly Position[], rulerM: number): number {
  const { east, north } = degreeOnEllipsoid(positions[0]?.[1] ?? 0);
  const corners = positions.map(([x, y]) => [x * east, y * north] as const);
  let from = corners[0];
  let steps = 0;
  let inside = from;
  for (let corner = 1; corner < corners.length && from !== undefined; ) {
    const next: readonly [number, number] | undefined = corners[corner];
    if (next === undefined || inside === undefined) break;
    const leaves = leavesAt(from, [inside, next], rulerM);
    if (leaves === undefined) {
      inside = next;
      corner += 1;
    } else {
      steps += 1;
      from = leaves;
      inside = leaves;
    }
  }
  const end = corners.at(-1);
  const rest =
    from === undefined || end === undefined ? 0 : Math.hypot(end[0] - from[0], end[1] - from[1]);
  return steps * rulerM + rest;
}

type Corner = readonly [x: number, y: number];

/** Where an edge that begins within a circle leaves it; undefined where it does not. */
function leavesAt(
  [cx, cy]: Corner,
  [[ax, ay], [bx, by]]: readonly [Corner, Corner],
  radius: number,
): Corner | undefined {
  if (Math.hypot(bx - cx, by - cy) < radius) return undefined;
  const [ux, uy] = [bx - ax, by - ay];
  const [px, py] = [ax - cx, ay - cy];
  const square = ux ** 2 + uy ** 2;
  const along = ux * px + uy * py;
  const root = Math.sqrt(Math.max(0, along ** 2 - square * (px ** 2 + py ** 2 - radius ** 2)));
  const share = (root - along) / square;
  return [ax + ux * share, ay + uy * share];
}
