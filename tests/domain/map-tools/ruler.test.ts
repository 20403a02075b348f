import { describe, expect, test } from 'vitest';
import { measureArea } from '../../../src/domain/geodesy.ts';
import { rectangle } from '../../../src/domain/geometry/rectangle.ts';
import { SnapIndex } from '../../../src/domain/geometry/snap-index.ts';
import { AREA_UNITS, measureShape } from '../../../src/domain/map-tools/ruler.ts';

/**
 * Expected numbers from PROJ's geodesics, not from this code:
 * `Geod(a=6378137, rf=298.257222101)` of pyproj, with `inv`, `fwd` and `polygon_area_perimeter`.
 */
const FROM = [120.2, 35.95];
const TO = [120.3, 35.9];
const INVERSE = { start: 121.55096840677, end: 121.60964099701, distance: 10593.759855304 };
const EAST_1000_M = [120.21108394694006, 35.94999948822453];
const CIRCLE_M2 = 3_140_954.6969;
const TRIANGLE = { areaM2: 25_026_648.2821, perimeterM: 25_163.696874 };
/** 400 m by 200 m around 120.2° E 35.95° N, the long side east and west. */
const RECTANGLE = [
  [120.20221676422128, 35.94909873815177],
  [120.20221681457399, 35.9509012207706],
  [120.19778318542602, 35.95090122077058],
  [120.19778323577873, 35.94909873815176],
] as const;
const LINE = { type: 'LineString' as const, coordinates: [FROM, TO] };

describe('measuring', () => {
  test('a length gives both earth models', () => {
    const found = measureShape('length', LINE);
    expect(found?.lengthM.ellipsoid).toBeCloseTo(INVERSE.distance, 3);
    // Haversine on a sphere of 6 371 008.8 m, by hand.
    expect(found?.lengthM.sphere).toBeCloseTo(haversine(FROM, TO), 3);
    expect(found?.areaM2).toBeUndefined();
  });

  test('a bearing gives the direction at both ends', () => {
    const found = measureShape('bearing', LINE);
    expect(found?.bearing?.start).toBeCloseTo(INVERSE.start, 6);
    expect(found?.bearing?.end).toBeCloseTo(INVERSE.end, 6);
    const back = measureShape('bearing', { ...LINE, coordinates: [TO, FROM] });
    expect(back?.bearing?.start).toBeCloseTo((INVERSE.end + 180) % 360, 6);
  });

  test('a radius gives the circle around the first position', () => {
    const east = { type: 'LineString' as const, coordinates: [FROM, EAST_1000_M] };
    const found = measureShape('radius', east);
    expect(found?.lengthM.ellipsoid).toBeCloseTo(1000, 3);
    // The polygon of 180 corners is 0.02 % short of π r².
    expect((found?.areaM2?.ellipsoid ?? 0) / (Math.PI * 1e6)).toBeCloseTo(1, 3);
    expect(found?.areaM2?.ellipsoid).toBeCloseTo(CIRCLE_M2, -1);
  });

  test('an area gives area and perimeter', () => {
    const ring = [FROM, [120.3, 35.95], TO, FROM];
    const found = measureShape('area', { type: 'Polygon', coordinates: [ring] });
    expect((found?.areaM2?.ellipsoid ?? 0) / TRIANGLE.areaM2).toBeCloseTo(1, 7);
    expect(found?.lengthM.ellipsoid).toBeCloseTo(TRIANGLE.perimeterM, 2);
  });

  test('a shape of another kind gives nothing', () => {
    expect(measureShape('area', LINE)).toBeUndefined();
    expect(measureShape('radius', { type: 'LineString', coordinates: [FROM] })).toBeUndefined();
  });

  test('fifteen mu are a hectare', () => {
    expect(15 * AREA_UNITS.mu).toBeCloseTo(AREA_UNITS.ha, 9);
  });
});

describe('a rectangle by numbers', () => {
  test('has the corners that its sides and bearing give', () => {
    const made = rectangle({ centre: [120.2, 35.95], lengthM: 400, widthM: 200, bearing: 90 });
    for (const [index, corner] of RECTANGLE.entries()) {
      expect(made.coordinates[0]?.[index]?.[0]).toBeCloseTo(corner[0], 8);
      expect(made.coordinates[0]?.[index]?.[1]).toBeCloseTo(corner[1], 8);
    }
    expect(made.coordinates[0]?.at(-1)).toEqual(made.coordinates[0]?.[0]);
    expect(measureArea(made).ellipsoid / 80_000).toBeCloseTo(1, 5);
  });

  test.each([
    [0, 10, 0],
    [10, -1, 0],
    [10, 10, Number.NaN],
  ])('of %d m by %d m at %d° is refused', (lengthM, widthM, bearing) => {
    expect(() => rectangle({ centre: [120, 36], lengthM, widthM, bearing })).toThrow(RangeError);
  });
});

describe('snapping', () => {
  const lines = new SnapIndex([
    [
      [120, 36],
      [120.01, 36],
    ],
  ]);
  /** Metres north of 36° N, at 110.98 km a degree (meridian arc from 35.5° to 36.5°). */
  const north = (metres: number): number => 36 + metres / 110_980;

  test('goes to the nearest point of an edge', () => {
    const at = lines.nearest([120.005, north(20)], 30);
    expect(at?.[0]).toBeCloseTo(120.005, 6);
    expect(at?.[1]).toBeCloseTo(36, 6);
  });

  test('prefers a corner that is about as near', () => {
    expect(lines.nearest([120.0001, north(20)], 30)).toEqual([120, 36]);
  });

  test('leaves alone what is farther than the reach', () => {
    expect(lines.nearest([120.005, north(40)], 30)).toBeUndefined();
    expect(new SnapIndex([]).nearest([120, 36], 1000)).toBeUndefined();
  });
});

function haversine([ax = 0, ay = 0]: number[], [bx = 0, by = 0]: number[]): number {
  const radians = Math.PI / 180;
  const h =
    Math.sin(((by - ay) * radians) / 2) ** 2 +
    Math.cos(ay * radians) * Math.cos(by * radians) * Math.sin(((bx - ax) * radians) / 2) ** 2;
  return 2 * 6371008.8 * Math.asin(Math.sqrt(h));
}
