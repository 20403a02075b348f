/**
 * A point and a segment in a plane, whichever plane the caller measures in: degrees, metres or web Mercator.
 * The segment runs from the origin by [ux, uy]; the point is at [wx, wy] from the same origin. Plain numbers
 * instead of positions, since these run for every corner of a coast.
 */

/**
 * The share of a segment's length at which it is nearest to a point: 0 at its start, 1 at its end.
 * A segment without length is nearest at its start.
 */
export function nearestShare(wx: number, wy: number, ux: number, uy: number): number {
  const square = ux * ux + uy * uy;
  return square === 0 ? 0 : Math.max(0, Math.min(1, (wx * ux + wy * uy) / square));
}

/** The square of the distance between a point and a segment. */
export function squareToSegment(wx: number, wy: number, ux: number, uy: number): number {
  const share = nearestShare(wx, wy, ux, uy);
  const offX = wx - share * ux;
  const offY = wy - share * uy;
  return offX * offX + offY * offY;
}
