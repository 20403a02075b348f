import { describe, expect, test } from 'vitest';
import { measureArea, measureCircle } from '../../../src/domain/geodesy.ts';
import { rectangle } from '../../../src/domain/geometry/rectangle.ts';
import { SnapIndex } from '../../../src/domain/geometry/snap-index.ts';
import { AREA_UNITS, measureShape, sidesOf } from '../../../src/domain/map-tools/ruler.ts';
import { closeTo } from '../../close-to.ts';

/**
 * Expected numbers from PROJ's geodesics, not from this code:
 * `Geod(a=6378137, rf=298.257222101)` of pyproj, with `inv`, `fwd` and `polygon_area_perimeter`.
 */
const FROM = [120.2, 35.95];
const TO = [120.3, 35.9];
const INVERSE = { start: 121.55096840677, end: 121.60964099701, distance: 10593.759855304 };
const EAST_1000_M = [120.21108394694006, 35.94999948822453];
const TRIANGLE = { areaM2: 25_026_648.2821, perimeterM: 25_163.696874 };
/** 400 m by 200 m around 120.2° E 35.95° N, the long side east and west. */
const RECTANGLE = [
  [120.20221676422128, 35.94909873815177],
  [120.20221681457399, 35.9509012207706],
  [120.19778318542602, 35.95090122077058],
  [120.19778323577873, 35.94909873815176],
] as const;
const LINE = { type: 'LineString' as const, coordinates: [FROM, TO] };

describe('the sides of a line', () => {
  test('have length and bearing each, and add up to the whole', () => {
    const positions = [
      [120.2, 35.95],
      [120.3, 35.9],
      [120.2, 35.95],
    ] as const;
    const sides = sidesOf(positions);
    expect(sides.map(({ lengthM }) => lengthM)).toEqual([
      expect.closeTo(INVERSE.distance, 3),
      expect.closeTo(INVERSE.distance, 3),
    ]);
    expect(sides[0]?.bearing).toBeCloseTo(INVERSE.start, 6);
    expect(sides[1]?.bearing).toBeCloseTo((INVERSE.end + 180) % 360, 6);
    const whole = measureShape('length', {
      type: 'LineString',
      coordinates: positions.map((position) => [...position]),
    });
    closeTo(whole?.lengthM.ellipsoid, 2 * INVERSE.distance, 1e-3);
  });

  test('leave out a corner that was set twice', () => {
    expect(
      sidesOf([
        [120, 36],
        [120, 36],
        [120, 36.1],
      ]),
    ).toHaveLength(1);
  });
});

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
    // The position is known to 1e-9 of the radius; polygons are rounded to 0.1 m².
    closeTo(found?.areaM2?.ellipsoid, Math.PI * 1e6, 0.1);
  });

  test('a large radius gives the area of the circle, not of a polygon in it', () => {
    const east = [120.31744, 35.9499];
    const found = measureShape('radius', { type: 'LineString', coordinates: [FROM, east] });
    const radiusM = found?.lengthM.ellipsoid ?? Number.NaN;
    // Beyond the discs of a plane by Gauss's curvature, as below: here the circle within 1 m² of 350 km².
    closeTo(found?.areaM2?.ellipsoid, discArea(35.95, radiusM), 1);
    // A circle of 10 603.38 m has 35 321.4 ha (trial of a planner, by pyproj); 180 corners lose 7 ha.
    closeTo(discArea(35.95, 10603.38) / 10_000, 35_321.4, 0.05);
  });

  test('an area gives area and perimeter', () => {
    const ring = [FROM, [120.3, 35.95], TO, FROM];
    const found = measureShape('area', { type: 'Polygon', coordinates: [ring] });
    expect((found?.areaM2?.ellipsoid ?? 0) / TRIANGLE.areaM2).toBeCloseTo(1, 7);
    expect(found?.lengthM.ellipsoid).toBeCloseTo(TRIANGLE.perimeterM, 2);
  });

  test('an outline that crosses itself has a place where, and no area', () => {
    const bowTie = [FROM, [120.3, 35.85], [120.3, 35.95], [120.2, 35.85], FROM];
    const found = measureShape('area', { type: 'Polygon', coordinates: [bowTie] });
    expect(found?.areaM2).toBeUndefined();
    // The diagonals of a box meet in its middle.
    closeTo(found?.crossing?.[0], 120.25, 1e-9);
    closeTo(found?.crossing?.[1], 35.9, 1e-9);
    expect(found?.lengthM.ellipsoid).toBeGreaterThan(40_000);
  });

  test('a shape of another kind gives nothing', () => {
    expect(measureShape('area', LINE)).toBeUndefined();
    expect(measureShape('radius', { type: 'LineString', coordinates: [FROM] })).toBeUndefined();
  });

  test('fifteen mu are a hectare', () => {
    expect(15 * AREA_UNITS.mu).toBeCloseTo(AREA_UNITS.ha, 9);
  });
});

describe('a geodesic circle', () => {
  test.each([1000, 10603.38, 50_000])(
    'of %d m has the area that its curvature gives',
    (radiusM) => {
      const radius = { ellipsoid: radiusM, sphere: radiusM };
      const { ellipsoid, sphere } = measureCircle([120.2, 35.95], radius);
      // Next term of the series: 1.1e-11 of the area at 50 km; polygons are rounded to 0.1 m².
      closeTo(ellipsoid, discArea(35.95, radiusM), 0.1 + 1.2e-11 * Math.PI * radiusM ** 2);
      // The cap of a sphere: 2πR² (1 − cos r/R). Taking 1 from a cosine leaves 1e-16 of 2πR².
      const R = 6371008.8;
      closeTo(sphere, 2 * Math.PI * R ** 2 * (1 - Math.cos(radiusM / R)), 0.1);
    },
  );

  test('around the pole to the equator is half of the earth', () => {
    // Quarter meridian and surface of GRS 80 (Moritz 2000), as CGCS2000 but for 0.1 mm.
    const quarterM = 10_001_965.7293;
    const { ellipsoid } = measureCircle([0, 90], { ellipsoid: quarterM, sphere: quarterM });
    // Half of the last digit of the radius along an equator of 40 075 km is 2 000 m²; the sums keep 1e-10.
    closeTo(ellipsoid, 510_065_621_724_088 / 2, 25_000);
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

/**
 * Area of a geodesic disc by its curvature: πr² (1 − K r² / 12), with K = 1 / MN on the ellipsoid of
 * CGCS2000 (GB 22021-2008). The next term is (r / R)⁴ / 360: 2e-14 of the area at 10 km.
 * Source: do Carmo, Differential Geometry of Curves and Surfaces (1976), 4.6 (Bertrand, Diguet, Puiseux).
 */
function discArea(latitude: number, radiusM: number): number {
  const [a, f] = [6378137, 1 / 298.257222101];
  const e2 = f * (2 - f);
  const w2 = 1 - e2 * Math.sin((latitude * Math.PI) / 180) ** 2;
  const curvature = w2 ** 2 / (a ** 2 * (1 - e2));
  return Math.PI * radiusM ** 2 * (1 - (curvature * radiusM ** 2) / 12);
}

function haversine([ax = 0, ay = 0]: number[], [bx = 0, by = 0]: number[]): number {
  const radians = Math.PI / 180;
  const h =
    Math.sin(((by - ay) * radians) / 2) ** 2 +
    Math.cos(ay * radians) * Math.cos(by * radians) * Math.sin(((bx - ax) * radians) / 2) ** 2;
  return 2 * 6371008.8 * Math.asin(Math.sqrt(h));
}
