import { areApart, type EdgeEnds, endsOf } from './edge-ends.ts';
import { ellipsoidDistance, metresPerDegree } from './geodesy.ts';
import { along, type Position } from './geometry.ts';

/** How much farther than the nearest so far a pair may look on the plane and still be measured. */
export const PLANE_SLACK = 1.01;

/** Among other edges, one; as in `areApart`. */
type Edge = { readonly ends: EdgeEnds; readonly edge: number };
type Line = readonly [Position, Position];

/**
 * Metres between two edges along the geodesic between their nearest points, if that is less than a
 * bound, else the bound; 0 where they touch. The nearest points are sought on a plane true to scale at
 * its own latitude: within 1 m up to 10 km.
 */
export function edgeDistance(one: Edge, other: Edge, bound: number): number {
  if (!areApart(one, other)) return 0;
  const [line, otherLine] = [endsOf(one.ends, one.edge), endsOf(other.ends, other.edge)];
  let nearest = bound;
  for (const [at, edge] of [
    [line[0], otherLine],
    [line[1], otherLine],
    [otherLine[0], line],
    [otherLine[1], line],
  ] as const) {
    const { planeM, to } = nearestOn(at, edge);
    if (planeM <= nearest * PLANE_SLACK) nearest = Math.min(nearest, ellipsoidDistance(at, to));
  }
  return nearest;
}

/** The point of an edge nearest to a position, on a plane true to scale between the two. */
export function nearestOn(
  from: Position,
  [start, end]: Line,
): { readonly to: Position; readonly planeM: number } {
  const { east, north } = metresPerDegree((from[1] + start[1]) / 2);
  const [ux, uy] = [(end[0] - start[0]) * east, (end[1] - start[1]) * north];
  const [wx, wy] = [(from[0] - start[0]) * east, (from[1] - start[1]) * north];
  const square = ux * ux + uy * uy;
  const share = square === 0 ? 0 : Math.max(0, Math.min(1, (wx * ux + wy * uy) / square));
  return { to: along(start, end, share), planeM: Math.hypot(wx - share * ux, wy - share * uy) };
}
