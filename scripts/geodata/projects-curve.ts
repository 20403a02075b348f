import { ellipsoidDistance } from '../../src/domain/geodesy.ts';
import type { Position } from '../../src/domain/geometry.ts';

/** The allowed shapes of a drawn line: a kind of curve, or straight from one position to the next. */
export const LINE_KINDS = ['rail', 'metro', 'expressway', 'road', 'none'] as const;
/** The shape of a drawn line. */
export type LineKind = (typeof LINE_KINDS)[number];

/** The distance between vertices in metres, by kind: the larger the radius, the fewer are needed. */
const SPACING_M: Readonly<Record<LineKind, number>> = {
  rail: 400,
  metro: 150,
  expressway: 400,
  road: 200,
  none: Infinity,
};

/**
 * Returns a smooth line through every given position: a centripetal Catmull–Rom spline, which has no loops
 * or cusps within a span. `none` returns the positions unchanged.
 * Source: Yuksel, Schaefer, Keyser, Parameterization and applications of Catmull–Rom curves, Computer-Aided
 * Design 43 (2011) 747–755.
 */
export function curveThrough(via: readonly Position[], kind: LineKind): readonly Position[] {
  const [first, second] = via;
  const [last, beforeLast] = [via.at(-1), via.at(-2)];
  if (kind === 'none' || via.length < 3 || !first || !second || !last || !beforeLast) return via;
  const knots = [mirrored(second, first), ...via, mirrored(beforeLast, last)];
  const line: Position[] = [first];
  for (let span = 0; span + 3 < knots.length; span += 1) {
    const [before, from, to, after] = knots.slice(span, span + 4);
    if (before && from && to && after)
      line.push(...spanOf([before, from, to, after], SPACING_M[kind]));
  }
  return line;
}

/** Positions after the second knot up to and including the third, at equal steps of the parameter. */
function spanOf(
  [before, from, to, after]: readonly [Position, Position, Position, Position],
  spacingM: number,
): readonly Position[] {
  const t1 = knotStep(before, from);
  const t2 = t1 + knotStep(from, to);
  const t3 = t2 + knotStep(to, after);
  const steps = Math.max(1, Math.ceil(ellipsoidDistance(from, to) / spacingM));
  return Array.from({ length: steps }, (_, index) => {
    if (index === steps - 1) return to;
    const t = t1 + ((t2 - t1) * (index + 1)) / steps;
    const a1 = mix(before, from, t / t1);
    const a2 = mix(from, to, (t - t1) / (t2 - t1));
    const a3 = mix(to, after, (t - t2) / (t3 - t2));
    const b1 = mix(a1, a2, t / t2);
    const b2 = mix(a2, a3, (t - t1) / (t3 - t1));
    return mix(b1, b2, (t - t1) / (t2 - t1));
  });
}

/**
 * The centripetal parameter: the square root of the distance. Never 0, because equal neighbours would
 * divide by it.
 */
function knotStep(from: Position, to: Position): number {
  return Math.sqrt(Math.max(1, ellipsoidDistance(from, to)));
}

function mix(from: Position, to: Position, share: number): Position {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

function mirrored(position: Position, about: Position): Position {
  return mix(position, about, 2);
}
