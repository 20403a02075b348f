import type { Position } from 'geojson';

/** A spline as a drawing stores it. */
export type Spline = {
  readonly degree: number;
  readonly knots: readonly number[];
  readonly points: readonly Position[];
  /** One a point; empty where all are the same. */
  readonly weights: readonly number[];
};

/** Chords of each span of a spline. */
const CHORDS = 200;

/**
 * Positions along a spline, with chords between them; undefined when knots, points and weights are not of one
 * spline. Source: de Boor's algorithm in homogeneous coordinates (Piegl and Tiller, The NURBS Book, A4.1).
 */
export function splinePositions(spline: Spline): Position[] | undefined {
  const { degree, knots, points, weights } = spline;
  const isWhole =
    degree >= 1 &&
    degree <= 10 &&
    points.length > degree &&
    knots.length === points.length + degree + 1 &&
    (weights.length === 0 || weights.length === points.length) &&
    knots.every((knot, index) => knot >= (knots[index - 1] ?? knot));
  if (!isWhole) return undefined;
  const positions: Position[] = [];
  for (let span = degree; span < points.length; span += 1) {
    const [from = 0, to = 0] = [knots[span], knots[span + 1]];
    if (to <= from) continue;
    for (let step = positions.length === 0 ? 0 : 1; step <= CHORDS; step += 1)
      positions.push(splineAt(spline, span, from + ((to - from) * step) / CHORDS));
  }
  return positions.length < 2 ? undefined : positions;
}

function splineAt({ degree, knots, points, weights }: Spline, span: number, at: number): Position {
  const local = Array.from({ length: degree + 1 }, (_, index) => {
    const number = span - degree + index;
    const [x = Number.NaN, y = Number.NaN] = points[number] ?? [];
    const weight = weights[number] ?? 1;
    return [x * weight, y * weight, weight] as const;
  });
  for (let level = 1; level <= degree; level += 1) {
    for (let index = degree; index >= level; index -= 1) {
      const [low = 0, high = 0] = [knots[span - degree + index], knots[span + 1 + index - level]];
      const share = (at - low) / (high - low);
      const [before = [0, 0, 1], own = [0, 0, 1]] = [local[index - 1], local[index]];
      local[index] = [
        before[0] + (own[0] - before[0]) * share,
        before[1] + (own[1] - before[1]) * share,
        before[2] + (own[2] - before[2]) * share,
      ];
    }
  }
  const [x, y, weight] = local[degree] ?? [Number.NaN, Number.NaN, 1];
  return [x / weight, y / weight];
}

/**
 * An ellipse or an arc of one: the end of its major axis is relative to its centre, angles are parameters in radians
 * from it; with a negative ratio they run clockwise.
 */
export type Ellipse = {
  readonly centre: Position;
  readonly major: Position;
  readonly ratio: number;
  readonly from: number;
  readonly to: number;
};

/** Positions along an ellipse, with so many chords a full turn. */
export function ellipsePositions(
  { centre, major, ratio, from, to }: Ellipse,
  chords: number,
): Position[] {
  const [cx = 0, cy = 0] = centre;
  const [ax = 0, ay = 0] = major;
  const angle = to > from ? to - from : to - from + 2 * Math.PI;
  const isWhole = Math.abs(angle - 2 * Math.PI) < 1e-9;
  const steps = Math.max(2, Math.ceil((chords * angle) / (2 * Math.PI)));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const at = from + (angle * (isWhole && step === steps ? 0 : step)) / steps;
    const [along, across] = [Math.cos(at), ratio * Math.sin(at)];
    return [cx + ax * along - ay * across, cy + ay * along + ax * across];
  });
}
