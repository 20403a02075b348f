import type { Polygon } from 'geojson';
import { degreeOnEllipsoid, ellipsoidDistance } from '../geodesy.ts';
import type { Position, Ring } from '../geometry.ts';
import { ringCourse } from './ring-course.ts';

/** A polygon with square corners, or why it has none. */
export type SquaredCorners =
  | {
      readonly kind: 'squared';
      readonly shape: Polygon;
      /** The farthest that a corner was moved, in metres. */
      readonly movedM: number;
    }
  /** `slanted`: a side runs between the two directions of the others; `collapsed`: sides would fall on one another. */
  | { readonly kind: 'slanted' | 'collapsed' };

/** A side that is turned farther than this from both directions, in radians, belongs to neither: 30°. */
const MOST_TURNED = Math.PI / 6;
/** Corners nearer than this are one, in metres: a drawn position is rounded to 0.1 m. */
const ONE_CORNER_M = 0.1;

type Place = readonly [x: number, y: number];

/**
 * Moves the corners of a polygon so that all its angles are right or straight, each by as little as possible once the
 * two directions are chosen: corners that a side joins share the mean of theirs across it. The directions
 * are the mean of those of the exterior's sides, weighted by length, as in the editors JOSM and iD. In a plane tangent at the
 * middle of the polygon: over 20 km a right angle is off by less than 0.1°.
 */
export function squareCorners({ coordinates }: Polygon): SquaredCorners {
  const [exterior = []] = coordinates;
  const latitudes = exterior.map(([, latitude = 0]) => latitude);
  const origin: Position = [
    exterior[0]?.[0] ?? 0,
    (Math.min(...latitudes) + Math.max(...latitudes)) / 2,
  ];
  const scale = degreeOnEllipsoid(origin[1]);
  const rings = coordinates.map((ring) =>
    withoutRepeatedEnds(ring).map(
      ([longitude = 0, latitude = 0]): Place => [
        (longitude - origin[0]) * scale.east,
        (latitude - origin[1]) * scale.north,
      ],
    ),
  );
  const turn = meanDirection(rings[0] ?? []);
  const squared: Place[][] = [];
  for (const ring of rings) {
    const upright = ring.map((place) => rotated(place, -turn));
    if (sidesAlong(upright).some(({ turned }) => turned > MOST_TURNED)) return { kind: 'slanted' };
    squared.push(alignedCorners(upright).map((place) => rotated(place, turn)));
  }
  const moved = squared.map((ring) =>
    ring.map(([x, y]): Position => [origin[0] + x / scale.east, origin[1] + y / scale.north]),
  );
  const closed = moved.map((ring) => [...ring, ...ring.slice(0, 1)]);
  const isSound = closed.every(
    (ring) =>
      ring.length >= 5 &&
      ring.slice(1).every((at, index) => apartM(at, ring[index]) >= ONE_CORNER_M) &&
      isPlain(ring),
  );
  if (!isSound) return { kind: 'collapsed' };
  const movedM = moved.map((ring, part) =>
    ring.map((at, corner) => apartM(at, coordinates[part]?.[corner])),
  );
  return {
    kind: 'squared',
    shape: {
      type: 'Polygon',
      coordinates: closed.map((ring) => ring.map((position) => [...position])),
    },
    movedM: Math.max(...movedM.flat()),
  };
}

/** Whether a ring has ground and neither crosses itself nor runs back on itself. */
function isPlain(ring: Ring): boolean {
  const { crossing, spikes, ring: left } = ringCourse(ring);
  return crossing === undefined && spikes.length === 0 && left.length >= 5;
}

/** The corners of a ring, the last of which repeats the first. */
function withoutRepeatedEnds(ring: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return ring.slice(0, -1);
}

/** The direction, modulo 90°, that the sides of a ring have in the mean; in radians. */
function meanDirection(ring: readonly Place[]): number {
  let [sine, cosine] = [0, 0];
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    const length = Math.hypot(nextX - x, nextY - y);
    const angle = 4 * Math.atan2(nextY - y, nextX - x);
    sine += length * Math.sin(angle);
    cosine += length * Math.cos(angle);
  }
  return Math.atan2(sine, cosine) / 4;
}

/** Which way each side of an upright ring runs, and how far it is turned from there, in radians. */
function sidesAlong(
  ring: readonly Place[],
): readonly { readonly isAcross: boolean; readonly turned: number }[] {
  return ring.map(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    const [wide, high] = [Math.abs(nextX - x), Math.abs(nextY - y)];
    return {
      isAcross: wide >= high,
      turned: Math.atan2(Math.min(wide, high), Math.max(wide, high)),
    };
  });
}

/** The corners of an upright ring, each at the mean height of those along its row and the mean x of its column. */
function alignedCorners(ring: readonly Place[]): readonly Place[] {
  const sides = sidesAlong(ring);
  const xs = meansAlong(
    ring.map(([x]) => x),
    sides.map(({ isAcross }) => !isAcross),
  );
  const ys = meansAlong(
    ring.map(([, y]) => y),
    sides.map(({ isAcross }) => isAcross),
  );
  return ring.map(([x, y], index) => [xs[index] ?? x, ys[index] ?? y]);
}

/** Values around a ring, where those that sides join, without a break, become their mean. */
function meansAlong(values: readonly number[], isJoined: readonly boolean[]): readonly number[] {
  const count = values.length;
  const start = isJoined.indexOf(false) + 1;
  // All sides join: there is no break to begin behind.
  if (start === 0) return values.map(() => values.reduce((sum, value) => sum + value, 0) / count);
  const means = [...values];
  let group: number[] = [];
  for (let step = 0; step < count; step += 1) {
    const index = (start + step) % count;
    group.push(index);
    if (isJoined[index] === true) continue;
    const mean = group.reduce((sum, member) => sum + (values[member] ?? 0), 0) / group.length;
    for (const member of group) means[member] = mean;
    group = [];
  }
  return means;
}

function rotated([x, y]: Place, angle: number): Place {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return [x * cosine - y * sine, x * sine + y * cosine];
}

function apartM([x, y]: Position, other: readonly number[] | undefined): number {
  return ellipsoidDistance([x, y], [other?.[0] ?? x, other?.[1] ?? y]);
}
