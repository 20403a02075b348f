import {
  azimuths,
  destination,
  ellipsoidDistance,
  measureCircle,
  measureGeometry,
  type OnBothModels,
  sphereDistance,
} from '../geodesy.ts';
import { selfCrossing } from '../geometry/ring-course.ts';
import type { Position } from '../geometry.ts';
import type { DrawnShape } from './drawn-shape.ts';

/** The measurements that the ruler offers. */
export const RULER_MODES = ['length', 'area', 'radius', 'bearing'] as const;
/** The measurements that the ruler offers. */
export type RulerMode = (typeof RULER_MODES)[number];

/**
 * What was measured: metres, m² and degrees clockwise from true north; values without a meaning for the
 * mode are absent.
 */
export type RulerMeasurement = {
  /** The length of a line, or the perimeter of an area. */
  readonly lengthM: OnBothModels;
  /**
   * Also absent when the outline of an area crosses itself, because inside and outside are then
   * undefined.
   */
  readonly areaM2?: OnBothModels;
  /** Where the outline of an area crosses itself. */
  readonly crossing?: Position;
  /** The bearing of the geodesic at its start and at its end. */
  readonly bearing?: { readonly start: number; readonly end: number };
  readonly positions: readonly Position[];
};

/** One side of a measured line or outline: its ends, metres on the ellipsoid, and degrees clockwise from true north. */
export type RulerSide = {
  readonly from: Position;
  readonly to: Position;
  readonly lengthM: number;
  /** The bearing of the geodesic at its start. */
  readonly bearing: number;
};

/** The sides between positions, in order; a side without length has no bearing and is left out. */
export function sidesOf(positions: readonly Position[]): readonly RulerSide[] {
  return positions.slice(1).flatMap((to, index) => {
    const from = positions[index];
    if (from === undefined) return [];
    const lengthM = ellipsoidDistance(from, to);
    return lengthM === 0 ? [] : [{ from, to, lengthM, bearing: azimuths(from, to).start }];
  });
}

/** Corners of a circle as it is drawn: that polygon is 0.02 % smaller than the circle. */
const CIRCLE_CORNERS = 180;

/**
 * Measures a drawn shape, on the ellipsoid and on Turf's sphere. A radius runs from the first position to
 * the second; its area is that of the geodesic circle. Returns undefined for a shape that does not fit
 * the mode.
 */
export function measureShape(measure: RulerMode, shape: DrawnShape): RulerMeasurement | undefined {
  const positions = cornersOf(shape);
  if (measure === 'length' || measure === 'area') {
    if ((shape.type === 'Polygon') !== (measure === 'area')) return undefined;
    const { lengthM, areaM2 } = measureGeometry(shape);
    if (measure === 'length') return { lengthM, positions };
    const crossing = selfCrossing(positions);
    return { lengthM, positions, ...(crossing === undefined ? { areaM2 } : { crossing }) };
  }
  const [from, to] = positions;
  if (from === undefined || to === undefined || shape.type !== 'LineString') return undefined;
  const lengthM = { ellipsoid: ellipsoidDistance(from, to), sphere: sphereDistance(from, to) };
  if (measure === 'bearing') return { lengthM, positions, bearing: azimuths(from, to) };
  return { lengthM, areaM2: measureCircle(from, lengthM), positions };
}

/** The geodesic circle around a position: a closed ring, counter-clockwise. */
export function circleAround(centre: Position, radiusM: number): number[][] {
  const ring = Array.from({ length: CIRCLE_CORNERS }, (_, corner) => [
    ...destination(centre, -(360 * corner) / CIRCLE_CORNERS, radiusM),
  ]);
  return [...ring, ...ring.slice(0, 1)];
}

function cornersOf(shape: DrawnShape): readonly Position[] {
  const corners = shape.type === 'Polygon' ? (shape.coordinates[0] ?? []) : shape.coordinates;
  return corners.map(([longitude = Number.NaN, latitude = Number.NaN]) => [longitude, latitude]);
}

/** Units of length that planners use, in metres. */
export const LENGTH_UNITS = { m: 1, km: 1000 } as const;
/** A unit of length, from `LENGTH_UNITS`. */
export type LengthUnit = keyof typeof LENGTH_UNITS;
/** Units of area that planners use, in m²; 15 mu are one hectare. */
export const AREA_UNITS = { 'm²': 1, ha: 10_000, 'km²': 1_000_000, mu: 10_000 / 15 } as const;
/** A unit of area, from `AREA_UNITS`. */
export type AreaUnit = keyof typeof AREA_UNITS;
