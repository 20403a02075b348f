import type Flatbush from 'flatbush';
import { type ArealGeometry, type BoundingBox, type Position, polygonsOf } from '../geometry.ts';
import { edgeIndex } from './edge-index.ts';
import { boxAround, type EdgeEnds, endsOf, layOutEdges, ON_LINE, withoutRepeats } from './edges.ts';
import { nearestShare } from './point-to-segment.ts';

/** With fewer edges than this, a linear search is faster than an index. */
const FEW_EDGES = 64;

/** How the ray from a position eastwards meets an edge. */
type RayMeeting = 'on' | 'crossed' | 'clear';

/** The distance at which ground beside a boundary is sought, in degrees: 1 mm. */
const BESIDE = 1e-8;
/** Edges that leave a place at a smaller angle than this, in radians, run along each other. */
const THINNEST = 1e-4;

/** The relation of a position to a ring; 0 is outside. */
const INSIDE = 1;
const ON_RING = 2;

/**
 * An index of the boundary of a zone, which finds where a line crosses it and what lies inside. A
 * position is inside if any part contains it, whether or not parts overlap or repeat each other. A part
 * contains what its exterior contains and none of its holes does. A position is in a ring when a ray from
 * it crosses the ring an odd number of times. A boundary belongs to the ground if there is ground beside it.
 * Edges where parts or holes overlap are treated like others, although inside does not change across them.
 */
export class PreparedPolygon {
  readonly box: BoundingBox;
  /** All edges, from ring to ring; none of zero length. */
  readonly ends: EdgeEnds;
  readonly edgeCount: number;
  /** The first edge of each ring. */
  readonly ringStarts: readonly number[];
  /** The ring of each edge; undefined when there is only one ring. */
  readonly #ringOf: Int32Array | undefined;
  readonly #rings: readonly RingRole[];
  readonly #index: Flatbush | undefined;

  /** @throws RangeError if the zone has no ring with an edge, which a parser should have rejected. */
  constructor(geometry: ArealGeometry, id: string) {
    const rings = polygonsOf(geometry)
      .flatMap((ofPart, part) =>
        ofPart.map((ring, number) => ({
          ring: withoutRepeats(ring),
          role: { part, isHole: number > 0 },
        })),
      )
      .filter(({ ring }) => ring.length > 1);
    if (rings.length === 0) throw new RangeError(`zone "${id}" has no exterior ring`);
    this.ends = layOutEdges(rings.map(({ ring }) => ring));
    this.edgeCount = this.ends.length / 4;
    let start = 0;
    this.ringStarts = rings.map(({ ring }) => {
      const own = start;
      start += ring.length - 1;
      return own;
    });
    this.#rings = rings.map(({ role }) => role);
    this.#ringOf = rings.length > 1 ? ringNumbers(this.ringStarts, this.edgeCount) : undefined;
    this.box = boxAround(this.ends, [0, this.edgeCount]);
    this.#index = this.edgeCount > FEW_EDGES ? edgeIndex(this.ends) : undefined;
  }

  /** Both ends of an edge, by its number. */
  edge(edge: number): readonly [Position, Position] {
    return endsOf(this.ends, edge);
  }

  /**
   * Whether any part of the boundary is near the box of an edge; otherwise the edge is entirely inside or
   * outside.
   */
  mayCross(from: Position, to: Position): boolean {
    return this.#near(from, to).length > 0;
  }

  /**
   * Finds where the line between two positions meets the boundary, as unsorted shares of the line,
   * without its ends. For a stretch that lies on the boundary, these are its start and end.
   */
  crossings(from: Position, to: Position): readonly number[] {
    return this.#near(from, to).flatMap((edge) => this.meetings(edge, [from, to]));
  }

  /** Where a line meets one edge of the boundary, as `crossings` gives it. */
  meetings(edge: number, line: readonly [Position, Position]): readonly number[] {
    return meetings(line, this.edge(edge));
  }

  /** Whether a position lies on the boundary itself. */
  isOnBoundary([x, y]: Position): boolean {
    return this.#near([x, y], [x, y]).some((edge) => isOn(x, y, this.ends, 4 * edge));
  }

  /** The edges that a position lies on, by their numbers. */
  edgesAt([x, y]: Position): readonly number[] {
    return this.#near([x, y], [x, y]).filter((edge) => isOn(x, y, this.ends, 4 * edge));
  }

  /** Whether a position lies inside, or on the boundary. */
  contains([x, y]: Position): boolean {
    const [west, south, east, north] = this.box;
    if (x < west - ON_LINE || x > east + ON_LINE) return false;
    if (y < south - ON_LINE || y > north + ON_LINE) return false;
    const ends = this.ends;
    const near = this.#index?.search(x - ON_LINE, y - ON_LINE, east, y + ON_LINE);
    const count = near?.length ?? this.edgeCount;
    if (this.#ringOf !== undefined) return this.#isInParts([x, y], near, this.#ringOf);
    let isInside = false;
    for (let number = 0; number < count; number += 1) {
      const meeting = meetRay(x, y, ends, 4 * (near === undefined ? number : (near[number] ?? 0)));
      if (meeting === 'on') return this.#hasGroundBeside([x, y]);
      if (meeting === 'crossed') isInside = !isInside;
    }
    return isInside;
  }

  /**
   * Does the work of `contains` for several rings; `near` lists the edges that the ray may meet, all when
   * absent.
   */
  #isInParts([x, y]: Position, near: readonly number[] | undefined, ringOf: Int32Array): boolean {
    /** The relation of the position to each ring that the ray meets. */
    const standings = new Map<number, number>();
    let edgesOn = 0;
    const count = near?.length ?? this.edgeCount;
    for (let number = 0; number < count; number += 1) {
      const edge = near === undefined ? number : (near[number] ?? 0);
      const meeting = meetRay(x, y, this.ends, 4 * edge);
      if (meeting === 'clear') continue;
      if (meeting === 'on') edgesOn += 1;
      const ring = ringOf[edge] ?? 0;
      const known = standings.get(ring) ?? 0;
      standings.set(ring, meeting === 'on' ? known | ON_RING : known ^ INSIDE);
    }
    if (edgesOn > 1) return this.#hasGroundBeside([x, y]);
    const [held, cutOut] = [new Set<number>(), new Set<number>()];
    for (const [ring, standing] of standings) {
      const { part = -1, isHole = false } = this.#rings[ring] ?? {};
      if (!isHole && standing !== 0) held.add(part);
      // The rim of a hole is ground, unless another hole contains it.
      if (isHole && standing === INSIDE) cutOut.add(part);
    }
    return [...held].some((part) => !cutOut.has(part));
  }

  /**
   * Whether a position on the boundary belongs to the ground: there is ground beside it. This is so on any
   * single edge, but not where edges run along each other without ground between or beside them, such as
   * there and back, or the rim of a hole along its exterior.
   */
  #hasGroundBeside(position: Position): boolean {
    const on = this.edgesAt(position);
    if (on.length < 2) return true;
    const angles = on
      .flatMap((edge) => directionsFrom(position, this.edge(edge)))
      .sort((a, b) => a - b);
    return angles.some((angle, number) => {
      const next = angles[number + 1] ?? (angles[0] ?? 0) + 2 * Math.PI;
      if (next - angle < THINNEST) return false;
      const middle = (angle + next) / 2;
      return this.#hasGroundAt([
        position[0] + BESIDE * Math.cos(middle),
        position[1] + BESIDE * Math.sin(middle),
      ]);
    });
  }

  /** Whether a position clear of the boundary lies on the ground; the boundary has no thickness here. */
  #hasGroundAt([x, y]: Position): boolean {
    const near = this.#index?.search(x, y, Math.max(x, this.box[2]), y);
    const count = near?.length ?? this.edgeCount;
    const inside = new Set<number>();
    for (let number = 0; number < count; number += 1) {
      const edge = near === undefined ? number : (near[number] ?? 0);
      if (!crossesRay(x, y, this.ends, 4 * edge)) continue;
      const ring = this.#ringOf?.[edge] ?? 0;
      if (!inside.delete(ring)) inside.add(ring);
    }
    const rings = [...inside].map((ring) => this.#rings[ring]);
    const cutOut = new Set(rings.flatMap((role) => (role?.isHole ? [role.part] : [])));
    return rings.some((role) => role !== undefined && !role.isHole && !cutOut.has(role.part));
  }

  #near([ax, ay]: Position, [bx, by]: Position): readonly number[] {
    const [west, south] = [Math.min(ax, bx) - ON_LINE, Math.min(ay, by) - ON_LINE];
    const [east, north] = [Math.max(ax, bx) + ON_LINE, Math.max(ay, by) + ON_LINE];
    if (west > this.box[2] || east < this.box[0] || south > this.box[3] || north < this.box[1])
      return [];
    if (this.#index !== undefined) return this.#index.search(west, south, east, north);
    const found: number[] = [];
    for (let edge = 0; edge < this.edgeCount; edge += 1) {
      const [cx, cy, dx, dy] = endsAt(this.ends, 4 * edge);
      if (Math.min(cx, dx) > east || Math.max(cx, dx) < west) continue;
      if (Math.min(cy, dy) <= north && Math.max(cy, dy) >= south) found.push(edge);
    }
    return found;
  }
}

/** The polygon to which a ring belongs, and whether the ring is a hole of it. */
type RingRole = { readonly part: number; readonly isHole: boolean };

function ringNumbers(starts: readonly number[], edgeCount: number): Int32Array {
  const numbers = new Int32Array(edgeCount);
  for (const [ring, start] of starts.entries()) numbers.fill(ring, start, starts[ring + 1]);
  return numbers;
}

function endsAt(ends: EdgeEnds, at: number): readonly [number, number, number, number] {
  return [ends[at] ?? 0, ends[at + 1] ?? 0, ends[at + 2] ?? 0, ends[at + 3] ?? 0];
}

function meetRay(x: number, y: number, ends: EdgeEnds, at: number): RayMeeting {
  const ay = ends[at + 1] ?? 0;
  const by = ends[at + 3] ?? 0;
  if (ay > y + ON_LINE && by > y + ON_LINE) return 'clear';
  if (ay < y - ON_LINE && by < y - ON_LINE) return 'clear';
  const ax = ends[at] ?? 0;
  const bx = ends[at + 2] ?? 0;
  if (ax < x - ON_LINE && bx < x - ON_LINE) return 'clear';
  if (isOn(x, y, ends, at)) return 'on';
  return crossesRay(x, y, ends, at) ? 'crossed' : 'clear';
}

/**
 * Whether the ray from a position eastwards crosses an edge. The test is half-open in latitude, so that a
 * ray through a corner counts it once.
 */
function crossesRay(x: number, y: number, ends: EdgeEnds, at: number): boolean {
  const ay = ends[at + 1] ?? 0;
  const by = ends[at + 3] ?? 0;
  if (ay > y === by > y) return false;
  const ax = ends[at] ?? 0;
  return x < ax + ((y - ay) / (by - ay)) * ((ends[at + 2] ?? 0) - ax);
}

/** The directions in which an edge leaves a position on it: one at its end, otherwise two. */
function directionsFrom(
  position: Position,
  ends: readonly [Position, Position],
): readonly number[] {
  const away = ends.map(([x, y]) => [x - position[0], y - position[1]] as const);
  return away.flatMap(([x, y]) => (Math.hypot(x, y) <= ON_LINE ? [] : [Math.atan2(y, x)]));
}

function meetings(
  [[ax, ay], [bx, by]]: readonly [Position, Position],
  [[cx, cy], [dx, dy]]: readonly [Position, Position],
): readonly number[] {
  const [ux, uy, vx, vy] = [bx - ax, by - ay, dx - cx, dy - cy];
  const [wx, wy] = [cx - ax, cy - ay];
  const length = Math.hypot(ux, uy);
  const boundaryLength = Math.hypot(vx, vy);
  const cross = ux * vy - uy * vx;
  // Parallel to within the tolerance over the shorter of the two edges.
  if (Math.abs(cross) <= ON_LINE * Math.max(length, boundaryLength) * 1e-3) {
    const isApart = Math.abs(wx * uy - wy * ux) > ON_LINE * length;
    if (isApart) return [];
    const square = length * length;
    return [(wx * ux + wy * uy) / square, ((dx - ax) * ux + (dy - ay) * uy) / square].filter(
      isWithin,
    );
  }
  const share = (wx * vy - wy * vx) / cross;
  const boundaryShare = (wx * uy - wy * ux) / cross;
  const slack = ON_LINE / boundaryLength;
  return boundaryShare >= -slack && boundaryShare <= 1 + slack && isWithin(share) ? [share] : [];
}

function isWithin(share: number): boolean {
  return share > 0 && share < 1;
}

function isOn(x: number, y: number, ends: EdgeEnds, at: number): boolean {
  const [ax, ay, bx, by] = endsAt(ends, at);
  const [ux, uy] = [bx - ax, by - ay];
  const along = nearestShare(x - ax, y - ay, ux, uy);
  return Math.hypot(x - ax - along * ux, y - ay - along * uy) <= ON_LINE;
}
