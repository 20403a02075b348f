import { degreeOnEllipsoid } from '../geodesy.ts';
import { along, type Position } from '../geometry.ts';
import { type Edge, endsOf } from './edges.ts';
import { nearestShare } from './point-to-segment.ts';

type Line = readonly [Position, Position];

/** The nearest points of two edges, and how far apart they are on a plane, in metres. */
export type NearestPoints = {
  readonly planeM: number;
  readonly from: Position;
  readonly to: Position;
};

/**
 * The nearest points of two edges that do not cross, on a plane true to the ellipsoid's scale halfway
 * between them. The distance agrees with the geodesic to 1e-5 up to 100 km, and to 0.2 % up to 1000 km.
 */
export function nearestPoints(one: Edge, other: Edge): NearestPoints {
  const [line, otherLine] = [endsOf(one.ends, one.edge), endsOf(other.ends, other.edge)];
  const scale = degreeOnEllipsoid(
    (line[0][1] + line[1][1] + otherLine[0][1] + otherLine[1][1]) / 4,
  );
  let nearest = nearestOn(line[0], otherLine, scale);
  for (const [at, edge] of [
    [line[1], otherLine],
    [otherLine[0], line],
    [otherLine[1], line],
  ] as const) {
    const found = nearestOn(at, edge, scale);
    if (found.planeM < nearest.planeM) nearest = found;
  }
  return nearest;
}

/** The point of an edge nearest to a position; then its distance, by the scale halfway to that point. */
export function nearestOn(
  from: Position,
  [start, end]: Line,
  { east, north }: ReturnType<typeof degreeOnEllipsoid>,
): NearestPoints {
  const [ux, uy] = [(end[0] - start[0]) * east, (end[1] - start[1]) * north];
  const [wx, wy] = [(from[0] - start[0]) * east, (from[1] - start[1]) * north];
  const to = along(start, end, nearestShare(wx, wy, ux, uy));
  const halfway = degreeOnEllipsoid((from[1] + to[1]) / 2);
  const planeM = Math.hypot((from[0] - to[0]) * halfway.east, (from[1] - to[1]) * halfway.north);
  return { from, to, planeM };
}
