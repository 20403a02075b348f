import { edgeDistance, PLANE_SLACK } from './edge-distance.ts';
import { boxAround, type EdgeEnds } from './edge-ends.ts';
import { metresPerDegree } from './geodesy.ts';
import type { BoundingBox } from './geometry.ts';

/** Boxes in the box above them: neighbours along a line lie close, so one box serves them. */
const FAN = 4;

/** A box of a tree: level 0 has one an edge, each level above one for `FAN` of the level below. */
type Node = { readonly level: number; readonly number: number };
type Pair = { readonly one: Node; readonly other: Node; readonly leastM: number };
type Degrees = ReturnType<typeof metresPerDegree>;

/** Edges behind boxes, boxes behind larger boxes. Never without an edge; an edge may be a point. */
export class EdgeTree {
  readonly ends: EdgeEnds;
  /** Four numbers a box: west, south, east, north. */
  readonly levels: readonly Float64Array[];
  readonly box: BoundingBox;

  /** @throws RangeError if there are no edges. */
  constructor(ends: EdgeEnds) {
    if (ends.length === 0) throw new RangeError('there is no edge to look for');
    this.ends = ends;
    this.levels = boxLevels(ends);
    const [west = 0, south = 0, east = 0, north = 0] = this.levels.at(-1) ?? [];
    this.box = [west, south, east, north];
  }
}

/**
 * Metres along the geodesic between the nearest points of two sets of edges, if that is less than a
 * bound, else the bound; 0 where they touch. Pairs of boxes are looked at from the nearest on, and
 * none that lies farther apart than what has been found.
 */
export function treeDistance(one: EdgeTree, other: EdgeTree, bound = Infinity): number {
  const scale = scaleOf(one.box, other.box);
  let nearest = bound;
  const look = (pair: Pair): void => {
    if (nearest === 0 || pair.leastM > nearest) return;
    if (pair.one.level === 0 && pair.other.level === 0) {
      const [edge, otherEdge] = [pair.one.number, pair.other.number];
      const ends = { ends: one.ends, edge };
      nearest = edgeDistance(ends, { ends: other.ends, edge: otherEdge }, nearest);
      return;
    }
    for (const nearer of halves(pair, [one, other], scale)) look(nearer);
  };
  look({ one: rootOf(one), other: rootOf(other), leastM: 0 });
  return nearest;
}

/** Metres that lie between two boxes at the least: on the plane, less what the plane may be off. */
export function leastBetween(one: BoundingBox, other: BoundingBox): number {
  return gapM(one, other, scaleOf(one, other));
}

function rootOf({ levels }: EdgeTree): Node {
  return { level: levels.length - 1, number: 0 };
}

/** A pair of boxes as pairs of what is in the larger one, the nearest first. */
function halves(
  { one, other }: Pair,
  [tree, otherTree]: readonly [EdgeTree, EdgeTree],
  scale: Degrees,
): readonly Pair[] {
  const pairs =
    one.level >= other.level
      ? inside(tree, one).map((node) => ({ one: node, other }))
      : inside(otherTree, other).map((node) => ({ one, other: node }));
  return pairs
    .map((pair) => ({
      ...pair,
      leastM: gapM(boxOf(tree, pair.one), boxOf(otherTree, pair.other), scale),
    }))
    .sort((a, b) => a.leastM - b.leastM);
}

function inside({ levels }: EdgeTree, { level, number }: Node): readonly Node[] {
  const count = (levels[level - 1]?.length ?? 0) / 4;
  const first = number * FAN;
  return Array.from({ length: Math.min(FAN, count - first) }, (_, place) => ({
    level: level - 1,
    number: first + place,
  }));
}

function boxOf({ levels }: EdgeTree, { level, number }: Node): BoundingBox {
  const boxes = levels[level];
  const at = 4 * number;
  return [boxes?.[at] ?? 0, boxes?.[at + 1] ?? 0, boxes?.[at + 2] ?? 0, boxes?.[at + 3] ?? 0];
}

function boxLevels(ends: EdgeEnds): readonly Float64Array[] {
  let boxes = new Float64Array(ends.length);
  for (let edge = 0; 4 * edge < ends.length; edge += 1)
    boxes.set(boxAround(ends, [edge, edge + 1]), 4 * edge);
  const levels = [boxes];
  while (boxes.length > 4) {
    const count = boxes.length / 4;
    const above = new Float64Array(4 * Math.ceil(count / FAN));
    for (let first = 0; first < count; first += FAN)
      above.set(boxAround(boxes, [first, Math.min(count, first + FAN)]), (4 * first) / FAN);
    levels.push(above);
    boxes = above;
  }
  return levels;
}

/** Metres in a degree where it is shortest: at the latitude farthest from the equator. */
function scaleOf(one: BoundingBox, other: BoundingBox): Degrees {
  const latitudes = [one[1], one[3], other[1], other[3]].map(Math.abs);
  return metresPerDegree(Math.min(89, Math.max(...latitudes)));
}

function gapM(one: BoundingBox, other: BoundingBox, { east, north }: Degrees): number {
  const eastward = Math.max(0, other[0] - one[2], one[0] - other[2]) * east;
  const northward = Math.max(0, other[1] - one[3], one[1] - other[3]) * north;
  return Math.hypot(eastward, northward) / PLANE_SLACK;
}
