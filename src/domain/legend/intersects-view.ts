import type { Geometry } from 'geojson';
import { boxesMeet, type PlaneBox } from '../geometry/boxes.ts';
import { squareToSegment } from '../geometry/point-to-segment.ts';
import { type MercatorPlace, toMercator } from '../geometry/web-mercator.ts';
import type { Position } from '../geometry.ts';

/**
 * The part of the world that the map shows: a convex area, its corners in web Mercator, where the edges
 * of a view and the lines between two positions are straight. The world is 1 wide, y grows to the south.
 */
export type ViewArea = {
  /** The x, y of each corner in order, clockwise or counterclockwise. */
  readonly corners: Corners;
  readonly box: PlaneBox;
};

type Corners = readonly MercatorPlace[];
/** A run of positions as x, y, x, y … */
type Run = { readonly xy: Float64Array; readonly box: PlaneBox };
type Shape = {
  readonly points: readonly Run[];
  readonly lines: readonly Run[];
  /** The rings of each polygon: exterior and holes. */
  readonly polygons: readonly (readonly Run[])[];
};

/** The area between the corners of a view, which are given in their order around it. */
export function viewArea(corners: readonly Position[]): ViewArea {
  const placed = corners.map(toMercator);
  return { corners: placed, box: boxOf(Float64Array.from(placed.flat())) };
}

/**
 * Whether a geometry, drawn `reach` wide to each side, is visible in a view; holes are not visible. The
 * test is exact to the last edge. `reach` is in widths of the world. A geometry that only touches the
 * edge of the view counts.
 */
export function intersectsView(geometry: Geometry, view: ViewArea, reach = 0): boolean {
  const { points, lines, polygons } = shapeOf(geometry);
  return (
    points.some((run) => boxesMeet(run.box, view.box, reach) && isRunInView(run, view, reach)) ||
    lines.some((run) => boxesMeet(run.box, view.box, reach) && isRunInView(run, view, reach)) ||
    polygons.some(
      (rings) =>
        rings.some((run) => boxesMeet(run.box, view.box, reach) && isRunInView(run, view, reach)) ||
        // No edge is visible, so the whole view lies either inside or outside.
        isInside(view.corners[0], rings),
    )
  );
}

const SHAPES = new WeakMap<Geometry, Shape>();

/** The geometry in web Mercator, computed once per geometry. */
function shapeOf(geometry: Geometry): Shape {
  const known = SHAPES.get(geometry);
  if (known !== undefined) return known;
  const made = toShape(geometry);
  SHAPES.set(geometry, made);
  return made;
}

const EMPTY: Shape = { points: [], lines: [], polygons: [] };

function toShape(geometry: Geometry): Shape {
  switch (geometry.type) {
    case 'Point':
      return { ...EMPTY, points: [toRun([geometry.coordinates])] };
    case 'MultiPoint':
      return { ...EMPTY, points: geometry.coordinates.map((position) => toRun([position])) };
    case 'LineString':
      return { ...EMPTY, lines: [toRun(geometry.coordinates)] };
    case 'MultiLineString':
      return { ...EMPTY, lines: geometry.coordinates.map(toRun) };
    case 'Polygon':
      return { ...EMPTY, polygons: [geometry.coordinates.map(toRun)] };
    case 'MultiPolygon':
      return { ...EMPTY, polygons: geometry.coordinates.map((rings) => rings.map(toRun)) };
    case 'GeometryCollection': {
      const members = geometry.geometries.map(shapeOf);
      return {
        points: members.flatMap(({ points }) => points),
        lines: members.flatMap(({ lines }) => lines),
        polygons: members.flatMap(({ polygons }) => polygons),
      };
    }
  }
}

function toRun(positions: readonly (readonly number[])[]): Run {
  const xy = new Float64Array(positions.length * 2);
  for (const [index, [longitude = 0, latitude = 0]] of positions.entries()) {
    const [x, y] = toMercator([longitude, latitude]);
    xy[2 * index] = x;
    xy[2 * index + 1] = y;
  }
  return { xy, box: boxOf(xy) };
}

function boxOf(xy: Float64Array): PlaneBox {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < xy.length; at += 2) {
    const [x = 0, y = 0] = [xy[at], xy[at + 1]];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}

/** Whether an edge of a run, or its only position, is within `reach` of a view. */
function isRunInView({ xy }: Run, view: ViewArea, reach: number): boolean {
  const [left, top, right, bottom] = view.box;
  const last = Math.max(2, xy.length - 2);
  for (let at = 0; at < last; at += 2) {
    const next = Math.min(at + 2, xy.length - 2);
    const [ax = 0, ay = 0, bx = 0, by = 0] = [xy[at], xy[at + 1], xy[next], xy[next + 1]];
    const isFar =
      (ax < left - reach && bx < left - reach) ||
      (ax > right + reach && bx > right + reach) ||
      (ay < top - reach && by < top - reach) ||
      (ay > bottom + reach && by > bottom + reach);
    if (!isFar && isEdgeInView([ax, ay, bx, by], view.corners, reach)) return true;
  }
  return false;
}

type Edge = readonly [ax: number, ay: number, bx: number, by: number];

function isEdgeInView(edge: Edge, corners: Corners, reach: number): boolean {
  if (isInsideConvex(edge[0], edge[1], corners)) return true;
  return corners.some(([x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y];
    return distance2(edge, [x, y, nextX, nextY]) <= reach * reach;
  });
}

/** Whether a point is inside a convex area or on its border. */
function isInsideConvex(x: number, y: number, corners: Corners): boolean {
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
function isInside(at: MercatorPlace | undefined, rings: readonly Run[]): boolean {
  if (at === undefined) return false;
  const [x, y] = at;
  let isIn = false;
  for (const { xy, box } of rings) {
    if (y < box[1] || y > box[3] || x > box[2]) continue;
    for (let index = 2; index < xy.length; index += 2) {
      const [ax = 0, ay = 0] = [xy[index - 2], xy[index - 1]];
      const [bx = 0, by = 0] = [xy[index], xy[index + 1]];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isIn = !isIn;
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
