import type { Geometry, Polygon } from 'geojson';
import {
  areaUnder,
  type Measurement,
  measureArea,
  measureGeometry,
  type OnBothModels,
} from '../geodesy.ts';
import { type ArealGeometry, along, type Position, polygonsOf, type Ring } from '../geometry.ts';
import type { Zone } from '../zone.ts';
import { isAreal } from './intersects.ts';
import { PreparedPolygon } from './prepared-polygon.ts';
import { type RingContact, ringContacts } from './ring-contacts.ts';
import { ringFaults } from './ring-faults.ts';

type Line = readonly [from: Position, to: Position];

/** An edge of one of the boundaries: its boundary, its number and its two ends. */
type Edge = {
  readonly zone: number;
  readonly number: number;
  readonly ends: Line;
};

/**
 * Area in m² of a geometry's ground on both models: all its parts, minus what is in a hole of its own
 * part. `measureArea` measures it if parts and holes do not overlap, as they should; otherwise no ground
 * is counted or subtracted twice.
 */
export function dissolvedArea(geometry: ArealGeometry): OnBothModels {
  const isClear =
    ringFaults(geometry).next().done === true &&
    !ringContacts(geometry).some(({ kind }) => SHARED_RIMS.includes(kind));
  return isClear ? measureArea(geometry) : unionArea([{ id: 'ground', geometry }]);
}

/** Along these a hole's rim bounds no ground, so its geodesic is not that of the ground. */
const SHARED_RIMS: readonly RingContact['kind'][] = ['hole-on-rim', 'holes-share-rim'];

/** `measureGeometry` with the area of the ground, each metre once. */
export function measureDissolved(geometry: Geometry): Measurement {
  const measurement = measureGeometry(geometry);
  return isAreal(geometry) ? { ...measurement, areaM2: dissolvedArea(geometry) } : measurement;
}

/**
 * Area in m² of ground that zones cover together, counted once, on both earth models: the sum under the
 * outer border of all of them. No new polygons are made: libraries that make them fail on borders that
 * run along each other ("unable to complete output ring").
 */
export function unionArea(zones: readonly Pick<Zone, 'id' | 'geometry'>[]): OnBothModels {
  // Each part is handled separately, because parts of one zone may overlap too.
  const boundaries = zones.flatMap(partsOf);
  return areaWithin(borderOf(boundaries, (edge, position) => isOuter(boundaries, edge, position)));
}

/**
 * Area in m² of the ground that two geometries share, on both earth models, whether or not parts of either
 * overlap: the sum under the border of the shared ground, measured as `unionArea` does.
 */
export function sharedGroundArea(one: ArealGeometry, other: ArealGeometry): OnBothModels {
  const sides = [one, other].map((geometry, side) => partsOf({ geometry, id: `area ${side + 1}` }));
  const isShared = (place: Position): boolean =>
    sides.every((parts) => parts.some((part) => part.contains(place)));
  const boundaries = sides.flat();
  return areaWithin(
    borderOf(boundaries, (edge, position) => {
      const [left, right] = besides(position, edge.ends).map(isShared);
      return left === true && right === false && isFirst(boundaries, edge, position);
    }),
  );
}

function partsOf({ geometry, id }: Pick<Zone, 'id' | 'geometry'>): readonly PreparedPolygon[] {
  return toConvention(geometry).map((part) => new PreparedPolygon(part, id));
}

/** Area in m² within a border whose parts have the ground on their left. */
function areaWithin(border: Iterable<Line>): OnBothModels {
  const sum = { ellipsoid: 0, sphere: 0 };
  let level: ((from: Position, to: Position) => OnBothModels) | undefined;
  for (const [from, to] of joined([...border])) {
    // The sum starts from the latitude where the border begins, because small numbers keep more digits.
    level ??= levelAt(from);
    const [under, taken] = [areaUnder(from, to), level(from, to)];
    sum.ellipsoid += under.ellipsoid - taken.ellipsoid;
    sum.sphere += under.sphere - taken.sphere;
  }
  return { ellipsoid: Math.abs(sum.ellipsoid), sphere: Math.abs(sum.sphere) };
}

/** Area under a parallel between two longitudes; around a closed border it sums to zero. */
function levelAt([longitude, latitude]: Position): (from: Position, to: Position) => OnBothModels {
  const { ellipsoid, sphere } = areaUnder([longitude, latitude], [longitude + 1, latitude]);
  return (from, to) => ({
    ellipsoid: ellipsoid * (to[0] - from[0]),
    sphere: sphere * (to[0] - from[0]),
  });
}

/** Parts shorter than this in degrees, 0.2 mm, are two cuts of one place. */
const SHORTEST = 2e-9;

/** The parts of all boundaries, cut where they meet, that are a border of the ground in question. */
function* borderOf(
  boundaries: readonly PreparedPolygon[],
  isBorder: (edge: Edge, position: Position) => boolean,
): Generator<Line> {
  for (const [zone, boundary] of boundaries.entries()) {
    for (let number = 0; number < boundary.edgeCount; number += 1) {
      const edge: Edge = { zone, number, ends: boundary.edge(number) };
      const [from, to] = edge.ends;
      // Its own boundary is included, because a ring may touch itself or run back on itself.
      const shares = boundaries.flatMap((other) => other.crossings(from, to));
      const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
      const cuts = [0, ...shares.toSorted((a, b) => a - b), 1];
      for (const [index, start] of cuts.entries()) {
        const end = cuts[index + 1];
        if (end === undefined || (end - start) * length < SHORTEST) continue;
        if (isBorder(edge, along(from, to, (start + end) / 2)))
          yield [along(from, to, start), end === 1 ? to : along(from, to, end)];
      }
    }
  }
}

/**
 * Joins parts that continue straight, so that a line is measured along one geodesic, as for a single
 * zone, and not from cut to cut.
 */
function joined(parts: readonly Line[]): readonly Line[] {
  const key = ([x, y]: Position): string => `${x.toFixed(9)} ${y.toFixed(9)}`;
  const startingAt = new Map<string, Line[]>();
  for (const part of parts) {
    const known = startingAt.get(key(part[0]));
    if (known === undefined) startingAt.set(key(part[0]), [part]);
    else known.push(part);
  }
  const next = ([from, to]: Line): Line | undefined =>
    startingAt.get(key(to))?.find((part) => goesStraightOn([from, to], part));
  const taken = new Set(parts.map(next));
  return parts
    .filter((part) => !taken.has(part))
    .map((first) => {
      let last = first;
      for (let part = next(first); part !== undefined; part = next(part)) last = part;
      return [first[0], last[1]];
    });
}

function goesStraightOn([a, b]: Line, [c, d]: Line): boolean {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const slack = 1e-9 * Math.max(Math.hypot(ux, uy), Math.hypot(vx, vy));
  return ux * vx + uy * vy > 0 && Math.abs(ux * vy - uy * vx) <= slack;
}

/**
 * Whether ground lies only to the left of an edge, judged at a position on it; of equal edges at that
 * position, the first one decides.
 */
function isOuter(boundaries: readonly PreparedPolygon[], edge: Edge, position: Position): boolean {
  return boundaries.every((boundary, zone) => {
    const isOwn = zone === edge.zone;
    const others = boundary.edgesAt(position).filter((number) => !isOwn || number !== edge.number);
    const isOneRing = boundary.ringStarts.length === 1;
    if (others.length === 0) {
      // The rim of a hole inside another hole has ground on neither side.
      if (isOwn) return isOneRing || boundary.contains(position);
      return !boundary.contains(position);
    }
    const alike = others.filter((number) => runsAlike(boundary.edge(number), edge.ends));
    if (!isOwn && isOneRing && others.length === 1) return alike.length === 1 && zone > edge.zone;
    // A ring may run there and back, or along another one, so the ground beside them decides.
    const [left, right] = besides(position, edge.ends).map((place) => boundary.contains(place));
    if (right === true) return false;
    if (isOwn) return left === true && alike.every((number) => number > edge.number);
    return left === false || zone > edge.zone;
  });
}

/** Whether an edge is the first of those that run alike at a position on it. */
function isFirst(boundaries: readonly PreparedPolygon[], edge: Edge, position: Position): boolean {
  return boundaries.every((boundary, zone) =>
    boundary
      .edgesAt(position)
      .every(
        (number) =>
          zone > edge.zone ||
          (zone === edge.zone && number >= edge.number) ||
          !runsAlike(boundary.edge(number), edge.ends),
      ),
  );
}

/** Positions 1 mm to the left and to the right of a line, clear of other lines along it. */
function besides([x, y]: Position, [from, to]: Line): readonly [Position, Position] {
  const [ux, uy] = [to[0] - from[0], to[1] - from[1]];
  const reach = 1e-8 / Math.hypot(ux, uy);
  return [
    [x - uy * reach, y + ux * reach],
    [x + uy * reach, y - ux * reach],
  ];
}

function runsAlike([a, b]: Line, [c, d]: Line): boolean {
  return (b[0] - a[0]) * (d[0] - c[0]) + (b[1] - a[1]) * (d[1] - c[1]) > 0;
}

/**
 * Gives the parts with rings directed as in RFC 7946 §3.1.6, so that ground lies on the left of every
 * edge.
 */
function toConvention(geometry: ArealGeometry): readonly Polygon[] {
  return polygonsOf(geometry).map((rings) => ({
    type: 'Polygon',
    coordinates: rings.map((ring, number) => {
      const isTurned = isCounterclockwise(ring) !== (number === 0);
      return (isTurned ? ring.toReversed() : ring).map(([x, y]) => [x, y]);
    }),
  }));
}

function isCounterclockwise(ring: Ring): boolean {
  let sum = 0;
  for (const [index, [x, y]] of ring.entries()) {
    const [lastX, lastY] = ring[index - 1] ?? [x, y];
    sum += (x - lastX) * (y + lastY);
  }
  return sum < 0;
}
