import { metresPerDegree } from '../geodesy.ts';
import type { Position } from '../geometry.ts';
import { squareToSegment } from './point-to-segment.ts';

/**
 * Reduces the corners of a line; no removed corner is farther than the tolerance from the result. Both
 * ends stay; a closed ring is halved at its farthest corner first, so that it stays a ring.
 * Source: Douglas & Peucker, Cartographica 10 (1973) 112–122.
 */
export function generalise(line: readonly Position[], toleranceM: number): readonly Position[] {
  return generaliseAt(line, [toleranceM])[0] ?? line;
}

/**
 * Generalises a line at several tolerances at once, with the same results as `generalise`. The tolerance
 * only decides how far the same halving continues.
 */
export function generaliseAt(
  line: readonly Position[],
  tolerancesM: readonly number[],
): readonly (readonly Position[])[] {
  if (line.length < 3) return tolerancesM.map(() => line);
  const weights = cornerWeights(line, Math.min(...tolerancesM));
  return tolerancesM.map((toleranceM) =>
    line.filter((_, corner) => (weights[corner] ?? 0) > toleranceM),
  );
}

/**
 * The tolerance in metres from which each corner is removed; infinite for corners that always stay, and
 * zero for those that the finest requested tolerance already removes.
 */
function cornerWeights(line: readonly Position[], finestM: number): Float64Array {
  const last = line.length - 1;
  const { east, north } = metresPerDegree(line[0]?.[1] ?? 0);
  const x = Float64Array.from(line, ([longitude]) => longitude * east);
  const y = Float64Array.from(line, ([, latitude]) => latitude * north);
  const weights = new Float64Array(line.length);
  weights[0] = Infinity;
  weights[last] = Infinity;
  /**
   * Spans still to be halved, as from and to; the smaller weight of the split that made each span is kept
   * in parallel.
   */
  const spans = [0, last];
  const limits = [Infinity];
  let mustSplit = x[0] === x[last] && y[0] === y[last];
  for (let limit = limits.pop(); limit !== undefined; limit = limits.pop()) {
    const [to, from] = [spans.pop() ?? 0, spans.pop() ?? 0];
    const { corner, distance } = farthest(x, y, [from, to]);
    if (corner < 0 || (distance <= finestM && !mustSplit)) continue;
    // A corner is removed no later than the corners that bound its span.
    const weight = mustSplit ? Infinity : Math.min(limit, distance);
    mustSplit = false;
    weights[corner] = weight;
    spans.push(from, corner, corner, to);
    limits.push(weight, weight);
  }
  return weights;
}

function farthest(
  x: Float64Array,
  y: Float64Array,
  [from, to]: readonly [number, number],
): { readonly corner: number; readonly distance: number } {
  const [ax = 0, ay = 0, bx = 0, by = 0] = [x[from], y[from], x[to], y[to]];
  const [ux, uy] = [bx - ax, by - ay];
  let corner = -1;
  let most = -1;
  for (let candidate = from + 1; candidate < to; candidate += 1) {
    const off = squareToSegment((x[candidate] ?? 0) - ax, (y[candidate] ?? 0) - ay, ux, uy);
    if (off > most) {
      most = off;
      corner = candidate;
    }
  }
  return { corner, distance: Math.sqrt(Math.max(0, most)) };
}
