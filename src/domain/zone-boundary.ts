import Flatbush from 'flatbush';
import { type ArealGeometry, type BoundingBox, boundingBox, type Position, polygonsOf } from './geometry.ts';

/** How near counts as on the boundary, in degrees: 0.1 mm, a thousandth of the data's last decimal. */
const ON_BOUNDARY = 1e-9;

/** An edge of a zone's boundary as plain numbers. */
type BoundaryEdge = readonly [ax: number, ay: number, bx: number, by: number];

/**
 * The boundary of a zone behind an index: where a line crosses it, and what lies within. Holes and
 * further polygons count, since a position is inside when a ray from it crosses an odd number of edges.
 */
export class ZoneBoundary {
  readonly box: BoundingBox;
  readonly #edges: readonly BoundaryEdge[];
  readonly #index: Flatbush;

  /** @throws RangeError if the zone has no ring with an edge: a parser let it through. */
  constructor(geometry: ArealGeometry, id: string) {
    const rings = polygonsOf(geometry).flat();
    this.#edges = rings.flatMap((ring) => ringEdges(ring));
    const box = boundingBox(rings.flat());
    if (box === undefined || this.#edges.length === 0) throw new RangeError(`zone "${id}" has no exterior ring`);
    this.box = box;
    this.#index = new Flatbush(this.#edges.length);
    for (const [ax, ay, bx, by] of this.#edges) {
      this.#index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    }
    this.#index.finish();
  }

  /** Whether any part of the boundary comes near the box of an edge: else the edge is all in or all out. */
  isNear(from: Position, to: Position): boolean {
    return this.#near(from, to).length > 0;
  }

  /**
   * Where the line from one position to another meets the boundary, as shares of the way, open at
   * both ends, unsorted. Along a stretch that lies on the boundary, where that stretch begins and ends.
   */
  crossings(from: Position, to: Position): readonly number[] {
    return this.#near(from, to).flatMap((edge) => {
      const boundary = this.#edges[edge];
      return boundary === undefined ? [] : meetings(from, to, boundary);
    });
  }

  /** Whether a position lies inside, or on the boundary. */
  contains([x, y]: Position): boolean {
    const [west, south, east, north] = this.box;
    if (x < west - ON_BOUNDARY || x > east + ON_BOUNDARY) return false;
    if (y < south - ON_BOUNDARY || y > north + ON_BOUNDARY) return false;
    let isInside = false;
    for (const edge of this.#index.search(x - ON_BOUNDARY, y - ON_BOUNDARY, east, y + ON_BOUNDARY)) {
      const boundary = this.#edges[edge];
      if (boundary === undefined) continue;
      if (isOn(x, y, boundary)) return true;
      const [ax, ay, bx, by] = boundary;
      // Half-open in latitude, so that a ray through a corner counts it once.
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside;
    }
    return isInside;
  }

  #near([ax, ay]: Position, [bx, by]: Position): readonly number[] {
    return this.#index.search(
      Math.min(ax, bx) - ON_BOUNDARY,
      Math.min(ay, by) - ON_BOUNDARY,
      Math.max(ax, bx) + ON_BOUNDARY,
      Math.max(ay, by) + ON_BOUNDARY,
    );
  }
}

function ringEdges(ring: readonly Position[]): readonly BoundaryEdge[] {
  const edges: BoundaryEdge[] = [];
  for (let index = 1; index < ring.length; index += 1) {
    const [a, b] = [ring[index - 1], ring[index]];
    if (a === undefined || b === undefined || (a[0] === b[0] && a[1] === b[1])) continue;
    edges.push([a[0], a[1], b[0], b[1]]);
  }
  return edges;
}

function meetings([ax, ay]: Position, [bx, by]: Position, [cx, cy, dx, dy]: BoundaryEdge): readonly number[] {
  const [ux, uy, vx, vy] = [bx - ax, by - ay, dx - cx, dy - cy];
  const [wx, wy] = [cx - ax, cy - ay];
  const length = Math.hypot(ux, uy);
  const boundaryLength = Math.hypot(vx, vy);
  const cross = ux * vy - uy * vx;
  // Parallel to within the tolerance over the shorter of the two edges.
  if (Math.abs(cross) <= ON_BOUNDARY * Math.max(length, boundaryLength) * 1e-3) {
    const isApart = Math.abs(wx * uy - wy * ux) > ON_BOUNDARY * length;
    if (isApart) return [];
    const square = length * length;
    return [(wx * ux + wy * uy) / square, ((dx - ax) * ux + (dy - ay) * uy) / square].filter(isWithin);
  }
  const share = (wx * vy - wy * vx) / cross;
  const boundaryShare = (wx * uy - wy * ux) / cross;
  const slack = ON_BOUNDARY / boundaryLength;
  return boundaryShare >= -slack && boundaryShare <= 1 + slack && isWithin(share) ? [share] : [];
}

function isWithin(share: number): boolean {
  return share > 0 && share < 1;
}

function isOn(x: number, y: number, [ax, ay, bx, by]: BoundaryEdge): boolean {
  const [ux, uy] = [bx - ax, by - ay];
  const along = Math.max(0, Math.min(1, ((x - ax) * ux + (y - ay) * uy) / (ux * ux + uy * uy)));
  return Math.hypot(x - ax - along * ux, y - ay - along * uy) <= ON_BOUNDARY;
}
