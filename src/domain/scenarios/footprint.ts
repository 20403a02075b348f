import { buffer } from '@turf/buffer';
import type { Position as GeoPosition } from 'geojson';
import { ellipsoidOverSphere, metresPerDegree } from '../geodesy.ts';
import { isAreal } from '../geometry/intersects.ts';
import { signedArea } from '../geometry/ring-checks.ts';
import { selfCrossing } from '../geometry/ring-course.ts';
import {
  type ArealGeometry,
  along,
  boundingBox,
  type Position,
  polygonsOf,
  positionsOf,
} from '../geometry.ts';
import { type Footprint, LARGEST_SITE_METRES, type Site, type SiteShape } from './scenario.ts';

/**
 * The number of corners of a quarter circle. A circle around a point has 96, and its polygon is 0.07 %
 * smaller than the circle.
 */
const QUARTER_STEPS = 24;
/** A polygon smaller than this, in square degrees, looks like a line or a point: 0.01 m². */
const SMALLEST_AREA = 1e-12;
/**
 * Edges longer than this are widened in parts; over 1 km, a straight line in degrees departs from the
 * geodesic by 2 cm.
 */
const LONGEST_EDGE_M = 1000;

/**
 * Computes the ground of a site: lines and points are widened to their width, areas stay as they are, and
 * then everything is widened by the reach (`bufferM`). Widths are accurate on the ellipsoid to 0.01 %
 * across 50 km; round corners are polygons that lose 0.07 % of the circle.
 * @throws RangeError if the shape has no extent (a line or a point of no width, an area of nothing), a
 * ring that crosses itself or a position that is not a number, or if width or reach are not within 0 m
 * and 20 km.
 */
export function footprintOf({ id, purpose, shape, widthM, bufferM, projectId }: Site): Footprint {
  for (const [name, spreadM] of [
    ['width', widthM],
    ['buffer', bufferM],
  ] as const)
    if (!(spreadM >= 0 && spreadM <= LARGEST_SITE_METRES))
      throw new RangeError(
        `site "${id}" has a ${name} of ${spreadM} m, not within 0 and ${LARGEST_SITE_METRES} m`,
      );
  checkPositions(shape, id);
  const identity = { site: id, purpose, ...(projectId !== undefined && { projectId }) };
  if (isAreal(shape)) {
    checkArea(shape, id);
    return { ...identity, core: shape, area: widened(shape, bufferM) };
  }
  if (widthM === 0)
    throw new RangeError(
      `site "${id}" is a ${NAMES[shape.type]} without width: it covers no ground`,
    );
  const body = widened(shape, widthM / 2);
  return {
    ...identity,
    core: body,
    area: bufferM === 0 ? body : widened(shape, widthM / 2 + bufferM),
  };
}

const NAMES = { Point: 'point', LineString: 'line', MultiLineString: 'line' } as const;

function checkPositions(shape: SiteShape, id: string): void {
  const positions = [...positionsOf(shape)];
  if (positions.length === 0) throw new RangeError(`site "${id}" has no position`);
  for (const position of positions)
    if (!position.every(Number.isFinite))
      throw new RangeError(`site "${id}" has a position that is not a number: ${position}`);
}

function checkArea(shape: ArealGeometry, id: string): void {
  for (const ring of polygonsOf(shape).flat()) {
    const crossing = selfCrossing(ring);
    if (crossing !== undefined)
      throw new RangeError(`site "${id}" crosses itself at ${crossing.join(', ')}`);
  }
  for (const [exterior = []] of polygonsOf(shape))
    if (Math.abs(signedArea(exterior)) < SMALLEST_AREA)
      throw new RangeError(`site "${id}" is an area without extent`);
}

/**
 * All ground within a distance in metres of a shape. Turf widens on its sphere, so the shape is scaled to
 * the ellipsoid's scale at its own latitude before, and the result is scaled back.
 */
function widened(shape: SiteShape, byM: number): ArealGeometry {
  if (byM === 0 && isAreal(shape)) return shape;
  const [west, south, east, north] = boundingBox(positionsOf(shape)) ?? [0, 0, 0, 0];
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  const scale = ellipsoidOverSphere(middle[1]);
  const onSphere = scaledAbout(middle, [scale.east, scale.north]);
  const onEllipsoid = scaledAbout(middle, [1 / scale.east, 1 / scale.north]);
  const laid = withLines(shape, (line) =>
    withShortEdges(isAreal(shape) ? line : opened(line)).map(onSphere),
  );
  const wide = buffer(laid, byM, { units: 'meters', steps: QUARTER_STEPS })?.geometry;
  if (wide === undefined) throw new RangeError(`nothing lies within ${byM} m of the shape`);
  return withLines(wide, (line) => line.map(onEllipsoid));
}

/** The gap left in a closed line, in degrees: 1 mm. */
const OPENING = 1e-8;

/**
 * A closed line with its end 1 mm short of its start. Turf widens a closed line as if it had an inside: past
 * its inner radius it leaves a hole where there is none.
 */
function opened(line: readonly GeoPosition[]): readonly GeoPosition[] {
  const [start, end, before] = [line[0], line.at(-1), line.at(-2)];
  if (line.length < 4 || start === undefined || end === undefined || before === undefined)
    return line;
  const [x = Number.NaN, y = Number.NaN] = end;
  if (x !== start[0] || y !== start[1]) return line;
  const [ux, uy] = [(before[0] ?? x) - x, (before[1] ?? y) - y];
  const length = Math.hypot(ux, uy);
  if (length === 0) return opened(line.slice(0, -1));
  const share = Math.min(0.5, OPENING / length);
  return [...line.slice(0, -1), [x + share * ux, y + share * uy]];
}

function scaledAbout(
  [x, y]: Position,
  [east, north]: readonly [east: number, north: number],
): (position: GeoPosition) => GeoPosition {
  return ([longitude = Number.NaN, latitude = Number.NaN]) => [
    x + (longitude - x) * east,
    y + (latitude - y) * north,
  ];
}

type ChangeLine = (line: readonly GeoPosition[]) => GeoPosition[];

/** Applies a change to each line of a shape, including rings; a point counts as a line of one position. */
function withLines(shape: ArealGeometry, change: ChangeLine): ArealGeometry;
function withLines(shape: SiteShape, change: ChangeLine): SiteShape;
function withLines(shape: SiteShape, change: ChangeLine): SiteShape {
  switch (shape.type) {
    case 'Point':
      return { type: 'Point', coordinates: change([shape.coordinates])[0] ?? [] };
    case 'LineString':
      return { type: 'LineString', coordinates: change(shape.coordinates) };
    case 'MultiLineString':
    case 'Polygon':
      return { type: shape.type, coordinates: shape.coordinates.map(change) };
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: shape.coordinates.map((rings) => rings.map(change)),
      };
  }
}

/** Adds corners to a line, so that edges straight in degrees are also straight on the ground. */
function withShortEdges(line: readonly GeoPosition[]): readonly GeoPosition[] {
  return line.flatMap(([x = Number.NaN, y = Number.NaN], corner): readonly GeoPosition[] => {
    const [fromX, fromY] = line[corner - 1] ?? [];
    if (fromX === undefined || fromY === undefined) return [[x, y]];
    const { east, north } = metresPerDegree((fromY + y) / 2);
    const parts = Math.max(
      1,
      Math.ceil(Math.hypot((x - fromX) * east, (y - fromY) * north) / LONGEST_EDGE_M),
    );
    return Array.from(
      { length: parts },
      (_, part): GeoPosition => [...along([fromX, fromY], [x, y], (part + 1) / parts)],
    );
  });
}
