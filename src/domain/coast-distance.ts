import Flatbush from 'flatbush';
import type { Geometry } from 'geojson';
import { coastEdges, segmentLines } from './coast-edges.ts';
import { areApart, boxAround, type EdgeEnds, endsOf } from './edge-ends.ts';
import { ellipsoidDistance, linesOf, metresPerDegree } from './geodesy.ts';
import { along, type BoundingBox, type Position, positionsOf } from './geometry.ts';
import { isAreal } from './touches.ts';
import { ZoneBoundary } from './zone-boundary.ts';

/** How much farther than the nearest so far a pair may look on the plane and still be measured. */
const PLANE_SLACK = 1.01;

/** The coast behind an index, or the lines of anything else, asked how far it is from a site. */
export class CoastDistance {
  readonly #ends: EdgeEnds;
  readonly #index: Flatbush | undefined;
  /** One end of each line of the coast: what a site that holds a whole line must hold. */
  readonly #lineStarts: readonly Position[];

  constructor(segments: readonly { readonly geometry: Geometry }[]) {
    const lines = segmentLines(segments);
    const { ends } = coastEdges(lines);
    this.#ends = ends;
    this.#lineStarts = lines.flatMap(({ positions }) => positions.slice(0, 1));
    const count = ends.length / 4;
    if (count === 0) return;
    const index = new Flatbush(count);
    for (let edge = 0; edge < count; edge += 1) index.add(...boxAround(ends, [edge, edge + 1]));
    index.finish();
    this.#index = index;
  }

  /**
   * Metres along the geodesic from the nearest part of a site to the nearest part of the coast; 0
   * where they touch or the site holds coast. Absent without coast or without a position.
   *
   * The nearest pair of edges is sought on a plane that is true to scale at its own latitude, then the
   * line between the two nearest points is measured on the ellipsoid: within 1 m up to 10 km. With a limit
   * in metres, sites that are as far as that or farther are left out sooner, and have no distance.
   */
  to(site: Geometry, limitM = Number.POSITIVE_INFINITY): number | undefined {
    if (limitM <= 0) return undefined;
    if (site.type === 'GeometryCollection') {
      const distances = site.geometries.flatMap((member) => this.to(member, limitM) ?? []);
      return distances.length === 0 ? undefined : Math.min(...distances);
    }
    const edges = siteEdges(site);
    const [first] = edges;
    if (this.#index === undefined || first === undefined) return undefined;
    if (isAreal(site)) {
      const area = new ZoneBoundary(site, 'site');
      if (this.#lineStarts.some((start) => area.contains(start))) return 0;
    }
    let nearest = Math.min(limitM, this.#nearEdge(first[0]));
    for (const edge of edges) {
      if (nearest === 0) return 0;
      nearest = this.#nearer(edge, nearest);
    }
    return nearest < limitM ? nearest : undefined;
  }

  /** A first bound: the distance to the edge whose box is nearest, however it lies. */
  #nearEdge(from: Position): number {
    const [edge = 0] = this.#index?.neighbors(from[0], from[1], 1) ?? [];
    return distanceBetween([from, from], endsOf(this.#ends, edge), Number.POSITIVE_INFINITY);
  }

  /** The distance from one edge of a site to the coast, if it is less than a bound; else the bound. */
  #nearer(edge: SiteEdge, bound: number): number {
    let nearest = bound;
    this.#index?.search(...boxWithin(edge, bound), (other) => {
      nearest = Math.min(nearest, this.#between(edge, other, nearest));
      return false;
    });
    return nearest;
  }

  #between(edge: SiteEdge, other: number, bound: number): number {
    const ends = Float64Array.of(...edge[0], ...edge[1]);
    if (!areApart({ ends, edge: 0 }, { ends: this.#ends, edge: other })) return 0;
    return distanceBetween(edge, endsOf(this.#ends, other), bound);
  }
}

type SiteEdge = readonly [Position, Position];

/** The edges of a site; a point is an edge without length. */
function siteEdges(site: Exclude<Geometry, { type: 'GeometryCollection' }>): readonly SiteEdge[] {
  if (site.type === 'Point' || site.type === 'MultiPoint')
    return [...positionsOf(site)].map((position) => [position, position]);
  return linesOf(site).flatMap((line) =>
    line.slice(1).map((to, index): SiteEdge => [line[index] ?? to, to]),
  );
}

/** The box of everything within a distance of an edge, in degrees, a little wide. */
function boxWithin([[ax, ay], [bx, by]]: SiteEdge, distanceM: number): BoundingBox {
  const farthest = Math.min(89, Math.max(Math.abs(ay), Math.abs(by)) + distanceM / 111_000);
  const scale = metresPerDegree(farthest);
  const [east, north] = [
    (distanceM * PLANE_SLACK) / scale.east,
    (distanceM * PLANE_SLACK) / scale.north,
  ];
  return [
    Math.min(ax, bx) - east,
    Math.min(ay, by) - north,
    Math.max(ax, bx) + east,
    Math.max(ay, by) + north,
  ];
}

/** The distance between two edges that do not cross, if it can be less than a bound; else the bound. */
function distanceBetween(one: SiteEdge, other: SiteEdge, bound: number): number {
  const pairs = [
    nearestOn(one[0], other),
    nearestOn(one[1], other),
    nearestOn(other[0], one),
    nearestOn(other[1], one),
  ];
  let nearest = bound;
  for (const { planeM, from, to } of pairs)
    if (planeM <= nearest * PLANE_SLACK) nearest = Math.min(nearest, ellipsoidDistance(from, to));
  return nearest;
}

/** The point of an edge nearest to a position, on a plane true to scale between the two. */
function nearestOn(
  from: Position,
  [start, end]: SiteEdge,
): { readonly from: Position; readonly to: Position; readonly planeM: number } {
  const { east, north } = metresPerDegree((from[1] + start[1]) / 2);
  const [ux, uy] = [(end[0] - start[0]) * east, (end[1] - start[1]) * north];
  const [wx, wy] = [(from[0] - start[0]) * east, (from[1] - start[1]) * north];
  const square = ux * ux + uy * uy;
  const share = square === 0 ? 0 : Math.max(0, Math.min(1, (wx * ux + wy * uy) / square));
  return {
    from,
    to: along(start, end, share),
    planeM: Math.hypot(wx - share * ux, wy - share * uy),
  };
}
