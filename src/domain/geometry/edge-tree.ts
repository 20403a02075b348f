import { degreeOnEllipsoid, ellipsoidDistance } from '../geodesy.ts';
import type { BoundingBox } from '../geometry.ts';
import { areApart, boxAround, type EdgeEnds } from './edges.ts';
import { type NearestPoints, nearestPoints } from './nearest-points.ts';

/** The number of boxes in the box above them; neighbours along a line are close, so they share one box. */
const FAN = 4;

/**
 * The factor by which a geodesic may be shorter than on the plane, which is accurate to 0.2 % over 1000
 * km.
 */
const PLANE_SLACK = 1.003;

/** A box of a tree: level 0 has one box per edge, and each level above has one per `FAN` boxes below. */
type Node = { readonly level: number; readonly number: number };
type Pair = { readonly one: Node; readonly other: Node; readonly leastM: number };

/** A tree of boxes over edges. It has at least one edge; an edge may be a point. */
export class EdgeTree {
  readonly ends: EdgeEnds;
  /** Four numbers per box: west, south, east, north. */
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
 * bound, else the bound; 0 when they touch. Pairs of boxes are examined from the nearest on, up to the
 * shortest distance found so far. The nearest points are computed on a plane, which causes an error of
 * less than 1e-5 of the distance up to 100 km.
 */
export function edgeTreeDistance(one: EdgeTree, other: EdgeTree, bound = Infinity): number {
  let nearest: NearestPoints | undefined;
  let mostM = bound * PLANE_SLACK;
  const look = (pair: Pair): void => {
    if (mostM === 0 || pair.leastM > mostM) return;
    if (pair.one.level > 0 || pair.other.level > 0) {
      for (const nearer of insidePair(pair, [one, other])) look(nearer);
      return;
    }
    const edge = { ends: one.ends, edge: pair.one.number };
    const otherEdge = { ends: other.ends, edge: pair.other.number };
    if (pair.leastM === 0 && !areApart(edge, otherEdge)) {
      mostM = 0;
      return;
    }
    const found = nearestPoints(edge, otherEdge);
    if (found.planeM >= mostM) return;
    nearest = found;
    mostM = found.planeM;
  };
  look({ one: rootOf(one), other: rootOf(other), leastM: 0 });
  if (mostM === 0) return 0;
  return nearest === undefined
    ? bound
    : Math.min(bound, ellipsoidDistance(nearest.from, nearest.to));
}

/**
 * The least distance between two boxes in metres. The middle of a line between them is no farther from
 * the equator than the middle of their farthest sides, so a degree is no shorter there.
 */
export function leastBetween(one: BoundingBox, other: BoundingBox): number {
  const eastward = Math.max(0, other[0] - one[2], one[0] - other[2]);
  const northward = Math.max(0, other[1] - one[3], one[1] - other[3]);
  if (eastward === 0 && northward === 0) return 0;
  const { east, north } = degreeOnEllipsoid(
    (farthestFromEquator(one) + farthestFromEquator(other)) / 2,
  );
  return Math.hypot(eastward * east, northward * north) / PLANE_SLACK;
}

function farthestFromEquator([, south, , north]: BoundingBox): number {
  return Math.max(Math.abs(south), Math.abs(north));
}

function rootOf({ levels }: EdgeTree): Node {
  return { level: levels.length - 1, number: 0 };
}

/** Splits the larger box of a pair and gives the resulting pairs, the nearest first. */
function insidePair(
  { one, other }: Pair,
  [tree, otherTree]: readonly [EdgeTree, EdgeTree],
): readonly Pair[] {
  const pairs =
    one.level >= other.level
      ? inside(tree, one).map((node) => ({ one: node, other }))
      : inside(otherTree, other).map((node) => ({ one, other: node }));
  return pairs
    .map((pair) => ({
      ...pair,
      leastM: leastBetween(boxOf(tree, pair.one), boxOf(otherTree, pair.other)),
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
