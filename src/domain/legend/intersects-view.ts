import type { Geometry } from 'geojson';
import { boxesMeet, type PlaneBox } from '../geometry/boxes.ts';
import { squareToSegment } from '../geometry/point-to-segment.ts';
import { type MercatorPlace, toMercator } from '../geometry/web-mercator.ts';
import type { Position } from '../geometry.ts';

/** The part of the world that the map shows: a convex area between straight lines in web Mercator. */
export type ViewArea = {
  /** The x, y of each corner in order, clockwise or counterclockwise. */
  readonly corners: readonly MercatorPlace[];
  /** The first corner, in degrees. */
  readonly corner: Degrees;
  /** In degrees. */
  readonly box: PlaneBox;
};

/** Longitude and latitude. */
type Degrees = readonly number[];
/** A run of positions and its box, both in degrees. */
type Run = { readonly positions: readonly Degrees[]; readonly box: PlaneBox };
/** The rings of each polygon, exterior and holes; of anything else, each run alone. */
type Shape = readonly (readonly Run[])[];

/** The area between the corners of a view, which are given in their order around it. */
export function viewArea(corners: readonly Position[]): ViewArea {
  const [corner = []] = corners;
  return { corners: corners.map(toMercator), corner, box: boxOf(corners) };
}

/**
 * Whether a geometry, drawn `reach` wide to each side, is visible in a view; holes are not visible. The
 * test is exact to the last edge. `reach` is in widths of the world. A geometry that only touches the
 * edge of the view counts.
 */
export function intersectsView(geometry: Geometry, view: ViewArea, reach = 0): boolean {
  if (geometry.type === 'GeometryCollection')
    return geometry.geometries.some((member) => intersectsView(member, view, reach));
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  return shapeOf(geometry).some(
    (runs) =>
      runs.some((run) => isRunInView(run, view, reach)) ||
      // No edge is visible, so the whole view lies either inside or outside.
      (isArea && isInside(view.corner, runs)),
  );
}

const SHAPES = new WeakMap<Geometry, Shape>();

/** The runs of a geometry, computed once per geometry. */
function shapeOf(geometry: Geometry): Shape {
  const known = SHAPES.get(geometry);
  if (known !== undefined) return known;
  const made = toShape(geometry);
  SHAPES.set(geometry, made);
  return made;
}

function toShape(geometry: Geometry): Shape {
  switch (geometry.type) {
    case 'Point':
      return [[toRun([geometry.coordinates])]];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [toRun([position])]);
    case 'LineString':
      return [[toRun(geometry.coordinates)]];
    case 'MultiLineString':
      return geometry.coordinates.map((line) => [toRun(line)]);
    case 'Polygon':
      return [geometry.coordinates.map(toRun)];
    case 'MultiPolygon':
      return geometry.coordinates.map((rings) => rings.map(toRun));
    case 'GeometryCollection':
      return [];
  }
}

function toRun(positions: readonly Degrees[]): Run {
  return { positions, box: boxOf(positions) };
}

function boxOf(positions: readonly Degrees[]): PlaneBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of positions) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

/**
 * Whether an edge of a run, or its only position, is within `reach` of a view. Most edges are far from it, which
 * degrees tell: web Mercator keeps their order, and no latitude is farther in it than in degrees.
 */
function isRunInView({ positions, box }: Run, view: ViewArea, reach: number): boolean {
  const near = reach * 360;
  if (!boxesMeet(box, view.box, near)) return false;
  const [west, south, east, north] = view.box;
  return positions.some((to, index) => {
    const from = positions[index - 1] ?? to;
    if (index === 0 && positions.length > 1) return false;
    const [ax = 0, ay = 0] = from;
    const [bx = 0, by = 0] = to;
    const isFar =
      (ax < west - near && bx < west - near) ||
      (ax > east + near && bx > east + near) ||
      (ay < south - near && by < south - near) ||
      (ay > north + near && by > north + near);
    return !isFar && isEdgeInView(edgeOf(from, to), view.corners, reach);
  });
}

function edgeOf([ax = 0, ay = 0]: Degrees, [bx = 0, by = 0]: Degrees): Edge {
  return [...toMercator([ax, ay]), ...toMercator([bx, by])];
}

type Edge = readonly [ax: number, ay: number, bx: number, by: number];

function isEdgeInView(edge: Edge, corners: ViewArea['corners'], reach: number): boolean {
  if (isInsideConvex(edge[0], edge[1], corners)) return true;
  return corners.some(([x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y];
    return distance2(edge, [x, y, nextX, nextY]) <= reach * reach;
  });
}

/** Whether a point is inside a convex area or on its border. */
function isInsideConvex(x: number, y: number, corners: ViewArea['corners']): boolean {
  let sign = 0;
  for (const [index, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(index + 1) % corners.length] ?? [ax, ay];
    const side = Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
    if (side !== 0 && sign !== 0 && side !== sign) return false;
    if (side !== 0) sign = side;
  }
  return true;
}

/**
 * Whether a place is inside a polygon and in none of its holes: a ray crosses the rings an odd number of
 * times.
 */
function isInside(at: Degrees, rings: readonly Run[]): boolean {
  const [longitude = 0, latitude = 0] = at;
  const [x, y] = toMercator([longitude, latitude]);
  let isIn = false;
  for (const { positions, box } of rings) {
    if (latitude < box[1] || latitude > box[3] || longitude > box[2]) continue;
    for (const [index, to] of positions.entries()) {
      const from = positions[index - 1] ?? to;
      if ((from[1] ?? 0) > latitude === (to[1] ?? 0) > latitude) continue;
      const [ax, ay, bx, by] = edgeOf(from, to);
      if (x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isIn = !isIn;
    }
  }
  return isIn;
}

/** The square of the distance between two edges; 0 when they meet. */
function distance2(one: Edge, other: Edge): number {
  if (doMeet(one, other)) return 0;
  return Math.min(
    toEdge2(one[0], one[1], other),
    toEdge2(one[2], one[3], other),
    toEdge2(other[0], other[1], one),
    toEdge2(other[2], other[3], one),
  );
}

function doMeet([ax, ay, bx, by]: Edge, [cx, cy, dx, dy]: Edge): boolean {
  const [c, d] = [side(ax, ay, bx, by, cx, cy), side(ax, ay, bx, by, dx, dy)];
  const [a, b] = [side(cx, cy, dx, dy, ax, ay), side(cx, cy, dx, dy, bx, by)];
  // Two edges on one line are as near as their nearest ends.
  return c !== d && a !== b && c * d <= 0 && a * b <= 0;
}

function side(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  return Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
}

function toEdge2(x: number, y: number, [ax, ay, bx, by]: Edge): number {
  return squareToSegment(x - ax, y - ay, bx - ax, by - ay);
}
