import { metresPerDegree } from './geodesy.ts';
import type { Position } from './geometry.ts';

/**
 * A line with fewer corners, none of those left out farther than the tolerance from it. Both ends
 * stay; a closed ring is halved at its farthest corner first, so that it stays a ring.
 * Source: Douglas & Peucker, Cartographica 10 (1973) 112–122.
 */
export function generalise(line: readonly Position[], toleranceM: number): readonly Position[] {
  const last = line.length - 1;
  if (last < 2) return line;
  const { east, north } = metresPerDegree(line[0]?.[1] ?? 0);
  const x = Float64Array.from(line, ([longitude]) => longitude * east);
  const y = Float64Array.from(line, ([, latitude]) => latitude * north);
  const isKept = new Uint8Array(line.length);
  isKept[0] = 1;
  isKept[last] = 1;
  const spans: [number, number][] = [[0, last]];
  const isRing = x[0] === x[last] && y[0] === y[last];
  let mustSplit = isRing;
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    const { index, distance } = farthest(x, y, from, to);
    if (index < 0 || (distance <= toleranceM && !mustSplit)) continue;
    mustSplit = false;
    isKept[index] = 1;
    spans.push([from, index], [index, to]);
  }
  return line.filter((_, index) => isKept[index] === 1);
}

function farthest(x: Float64Array, y: Float64Array, from: number, to: number): { readonly index: number; readonly distance: number } {
  const [ax = 0, ay = 0, bx = 0, by = 0] = [x[from], y[from], x[to], y[to]];
  const [ux, uy] = [bx - ax, by - ay];
  const square = ux * ux + uy * uy;
  let index = -1;
  let most = -1;
  for (let candidate = from + 1; candidate < to; candidate += 1) {
    const [wx, wy] = [(x[candidate] ?? 0) - ax, (y[candidate] ?? 0) - ay];
    const share = square === 0 ? 0 : Math.max(0, Math.min(1, (wx * ux + wy * uy) / square));
    const distance = Math.hypot(wx - share * ux, wy - share * uy);
    if (distance > most) [index, most] = [candidate, distance];
  }
  return { index, distance: most };
}
