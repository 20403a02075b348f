import { feature, featureCollection } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { measureSharedArea } from '../../../src/domain/conflicts/shared-area.ts';
import { measureArea } from '../../../src/domain/geodesy.ts';
import { sharedGroundArea } from '../../../src/domain/geometry/polygon-union.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { closeTo } from '../../close-to.ts';
import { boxRing, EQUATOR_DEGREE, polygon } from '../build.ts';

const GROUND = polygon(boxRing([0, -1, 1, 1]));

function line(...positions: readonly Position[]): Geometry {
  return { type: 'LineString', coordinates: positions.map((position) => [...position]) };
}

describe('what two geometries share', () => {
  test('is the length of a line inside ground, whichever of them is the site', () => {
    const along = line([-0.5, 0], [0.25, 0], [3, 0]);
    closeTo(measureSharedArea(along, GROUND).lengthM, EQUATOR_DEGREE.ellipsoid, 1e-6);
    closeTo(measureSharedArea(GROUND, along).lengthM, EQUATOR_DEGREE.ellipsoid, 1e-6);
  });

  test('leaves out a hole', () => {
    const holed = polygon(boxRing([0, -1, 1, 1]), boxRing([0.25, -0.5, 0.75, 0.5]).toReversed());
    closeTo(
      measureSharedArea(line([0, 0], [1, 0]), holed).lengthM,
      EQUATOR_DEGREE.ellipsoid / 2,
      1e-6,
    );
  });

  test('is the area of ground and ground, to the rounding of a cut', () => {
    const east = polygon(boxRing([0.5, -1, 2, 1]));
    const half = measureArea(polygon(boxRing([0.5, -1, 1, 1]))).ellipsoid;
    closeTo(measureSharedArea(GROUND, east).areaM2, half, 1);
    expect(measureSharedArea(GROUND, polygon(boxRing([2, -1, 3, 1])))).toEqual({ areaM2: 0 });
  });

  test('is the same for borders that run along each other, of which the library may give up', () => {
    const half = measureArea(polygon(boxRing([0.5, -1, 1, 1]))).ellipsoid;
    const east = polygon(boxRing([0.5, -1, 2, 1]));
    closeTo(sharedGroundArea(GROUND, east).ellipsoid, half, 1);
    closeTo(sharedGroundArea(east, GROUND).ellipsoid, half, 1);
    closeTo(sharedGroundArea(GROUND, GROUND).ellipsoid, measureArea(GROUND).ellipsoid, 1);
    expect(sharedGroundArea(GROUND, polygon(boxRing([1, -1, 2, 1]))).ellipsoid).toBe(0);
  });

  test('is what the library cuts out, at any place', () => {
    // Decimetres, as files have them: of positions that differ in the last digit alone the library gives up.
    const degrees = (min: number, max: number) =>
      fc.integer({ min: 1e6 * min, max: 1e6 * max }).map((value) => value / 1e6);
    // Kilometres. Parts below 0.2 mm are left out, at eight corners, 4 km above each other at most.
    const off = 8 * 2e-4 * 4000;
    fc.assert(
      fc.property(degrees(0, 0.02), degrees(0, 0.02), degrees(0.002, 0.016), (x, y, size) => {
        const tips: Position[] = [
          [x - size, 36 + y],
          [x, 36 + y - size],
          [x + size, 36 + y],
          [x, 36 + y + size],
        ];
        const diamond = polygon([...tips, [x - size, 36 + y]]);
        const box = polygon(boxRing([0, 36, 0.02, 36.02]));
        const cut = intersect(featureCollection([feature(diamond), feature(box)]));
        const expected = cut === null ? 0 : measureArea(cut.geometry).ellipsoid;
        closeTo(sharedGroundArea(diamond, box).ellipsoid, expected, off);
      }),
      { numRuns: 200 },
    );
  });

  test('adds up over a collection', () => {
    const geometries = [line([0, 0], [1, 0]), line([0, 0], [0.5, 0]), GROUND];
    const { lengthM, areaM2 } = measureSharedArea(
      { type: 'GeometryCollection', geometries },
      GROUND,
    );
    closeTo(lengthM, 1.5 * EQUATOR_DEGREE.ellipsoid, 1e-6);
    closeTo(areaM2, measureArea(GROUND).ellipsoid, 1);
  });

  test('is nothing for a point, and for a line across a line', () => {
    expect(measureSharedArea({ type: 'Point', coordinates: [0.5, 0] }, GROUND)).toEqual({});
    expect(measureSharedArea(line([0, 0], [1, 0]), line([0.5, -1], [0.5, 1]))).toEqual({});
    expect(measureSharedArea(GROUND, { type: 'Point', coordinates: [0.5, 0] })).toEqual({});
  });
});
