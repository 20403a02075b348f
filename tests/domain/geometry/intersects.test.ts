import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { intersects, isAreal } from '../../../src/domain/geometry/intersects.ts';
import { PreparedPolygon } from '../../../src/domain/geometry/prepared-polygon.ts';
import { boxRing, polygon } from '../build.ts';

/** A square with a square hole. */
const ZONE = new PreparedPolygon(
  polygon(boxRing([0, 0, 3, 3]), boxRing([1, 1, 2, 2]).toReversed()),
  'z',
);
const line = (...coordinates: [number, number][]): Geometry => ({
  type: 'LineString',
  coordinates,
});
const point = (...coordinates: [number, number]): Geometry => ({ type: 'Point', coordinates });

describe('a site touches a zone', () => {
  test.each([
    ['a point inside', point(0.5, 0.5), true],
    ['a point on the boundary', point(0, 1), true],
    ['a point in the hole', point(1.5, 1.5), false],
    ['a point outside', point(4, 1), false],
    ['a line that runs through, corner to corner outside', line([-1, 0.5], [4, 0.5]), true],
    ['a line that ends on the boundary', line([-1, 0.5], [0, 0.5]), true],
    ['a line within the hole', line([1.2, 1.5], [1.8, 1.5]), false],
    ['a line past a corner', line([-1, 3], [3, 7]), false],
    ['an area over a side', polygon(boxRing([2.5, 1, 5, 2])), true],
    ['an area around the whole zone', polygon(boxRing([-1, -1, 4, 4])), true],
    ['an area within the hole', polygon(boxRing([1.2, 1.2, 1.8, 1.8])), false],
    [
      'an area around the zone with a hole that leaves it out',
      polygon(boxRing([-2, -2, 5, 5]), boxRing([-1, -1, 4, 4]).toReversed()),
      false,
    ],
    [
      'several points, one inside',
      {
        type: 'MultiPoint',
        coordinates: [
          [9, 9],
          [0.5, 0.5],
        ],
      },
      true,
    ],
    [
      'a collection with a line through',
      { type: 'GeometryCollection', geometries: [point(9, 9), line([-1, 0.5], [4, 0.5])] },
      true,
    ],
    ['a collection of nothing', { type: 'GeometryCollection', geometries: [] }, false],
    ['a geometry without positions', { type: 'MultiPoint', coordinates: [] }, false],
  ] satisfies readonly (readonly [string, Geometry, boolean])[])(
    '%s: %o %s',
    (_, geometry, expected) => {
      expect(intersects(geometry, ZONE)).toBe(expected);
    },
  );
});

test('polygons and multipolygons are areas, nothing else is', () => {
  const areas: readonly Geometry[] = [
    polygon(boxRing([0, 0, 1, 1])),
    { type: 'MultiPolygon', coordinates: [] },
  ];
  expect(areas.every((geometry) => isAreal(geometry))).toBe(true);
  expect([point(0, 0), line([0, 0], [1, 1])].some((geometry) => isAreal(geometry))).toBe(false);
});
