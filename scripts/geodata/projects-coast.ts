import type { FeatureCollection, LineString } from 'geojson';
import { ellipsoidDistance } from '../../src/domain/geodesy.ts';
import type { Position } from '../../src/domain/geometry.ts';
import { isClosed, joinEnds, type Stretch } from './projects-stretches.ts';

/** A point on a stretch: `share` of the way from vertex `edge` to the next. */
type Foot = {
  readonly edge: number;
  readonly share: number;
  readonly position: Position;
  readonly distanceM: number;
};

/** Follows the coastline for sketches that meet it. */
export type CoastFollower = {
  /**
   * Returns the coastline from its point nearest `from` to its point nearest `to`, including both.
   * @throws Error if either is further away than 1.5 km, with what to change.
   */
  readonly follow: (from: Position, to: Position) => readonly Position[];
  /**
   * Returns the closed coastline of the island nearest to the position.
   * @throws Error if none is within 1.5 km.
   */
  readonly island: (near: Position) => readonly Position[];
};

/** A manually drawn end that is further from the coast than this is a mistake. */
const REACH_M = 1500;

/** Returns a follower of the given coastline segments, joined end to start where they share a position. */
export function coastFollower(coastline: FeatureCollection<LineString>): CoastFollower {
  const stretches = joinEnds(
    coastline.features.map(({ geometry }) =>
      geometry.coordinates.map(([x = NaN, y = NaN]): Position => [x, y]),
    ),
  );
  const islands = stretches.filter(isClosed);
  return {
    follow: (from, to) => {
      const { stretch, foot } = nearestOf(stretches, from);
      const end = footOn(stretch, to);
      if (end.distanceM > REACH_M)
        throw tooFar(to, end.distanceM, 'the stretch that passes the first end');
      return between(stretch, foot, end);
    },
    island: (near) => nearestOf(islands, near).stretch,
  };
}

function nearestOf(
  stretches: readonly Stretch[],
  position: Position,
): { readonly stretch: Stretch; readonly foot: Foot } {
  let best: { readonly stretch: Stretch; readonly foot: Foot } | undefined;
  for (const stretch of stretches) {
    const foot = footOn(stretch, position);
    if (best === undefined || foot.distanceM < best.foot.distanceM) best = { stretch, foot };
  }
  if (best === undefined || best.foot.distanceM > REACH_M)
    throw tooFar(position, best?.foot.distanceM ?? Infinity, 'any coastline');
  return best;
}

function tooFar([longitude, latitude]: Position, distanceM: number, what: string): Error {
  return new Error(
    `[${longitude}, ${latitude}] lies ${Math.round(distanceM)} m from ${what}; move it to within ${REACH_M} m`,
  );
}

function between(stretch: Stretch, from: Foot, to: Foot): readonly Position[] {
  const direct = isBefore(from, to)
    ? forwards(stretch, from, to)
    : forwards(stretch, to, from).toReversed();
  if (!isClosed(stretch)) return direct;
  const [early, late] = isBefore(from, to) ? [from, to] : [to, from];
  const round = [
    late.position,
    ...stretch.slice(late.edge + 1),
    ...stretch.slice(1, early.edge + 1),
    early.position,
  ];
  const other = early === from ? round.toReversed() : round;
  return lengthOf(other) < lengthOf(direct) ? other : direct;
}

function isBefore(one: Foot, other: Foot): boolean {
  return one.edge !== other.edge ? one.edge < other.edge : one.share <= other.share;
}

function forwards(stretch: Stretch, from: Foot, to: Foot): Position[] {
  return [from.position, ...stretch.slice(from.edge + 1, to.edge + 1), to.position];
}

function lengthOf(line: readonly Position[]): number {
  let sum = 0;
  for (const [index, position] of line.entries())
    sum += ellipsoidDistance(line[index - 1] ?? position, position);
  return sum;
}

/** The nearest point of the stretch; plane geometry is exact enough over one coast edge. */
function footOn(stretch: Stretch, position: Position): Foot {
  const eastScale = Math.cos((position[1] * Math.PI) / 180);
  let best: Foot = { edge: 0, share: 0, position, distanceM: Infinity };
  let bestSquare = Infinity;
  for (let edge = 0; edge + 1 < stretch.length; edge += 1) {
    const [a, b] = [stretch[edge], stretch[edge + 1]];
    if (!a || !b) continue;
    const [dx, dy] = [(b[0] - a[0]) * eastScale, b[1] - a[1]];
    const [px, py] = [(position[0] - a[0]) * eastScale, position[1] - a[1]];
    const square = dx * dx + dy * dy;
    const share = square === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / square));
    const off = (px - share * dx) ** 2 + (py - share * dy) ** 2;
    if (off >= bestSquare) continue;
    bestSquare = off;
    best = {
      edge,
      share,
      position: [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share],
      distanceM: 0,
    };
  }
  return {
    ...best,
    distanceM: bestSquare === Infinity ? Infinity : ellipsoidDistance(position, best.position),
  };
}
