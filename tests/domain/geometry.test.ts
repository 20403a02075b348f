import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { boundingBox, polygonsOf, positionsOf } from '../../src/domain/geometry.ts';
import { boxRing, polygon } from './build.ts';

const GEOMETRIES: readonly (readonly [Geometry, readonly (readonly number[])[]])[] = [
  [{ type: 'Point', coordinates: [120, 36] }, [[120, 36]]],
  [
    {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    {
      type: 'LineString',
      coordinates: [
        [1, 2, 99],
        [3, 4, 99],
      ],
    },
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [5, 6],
          [7, 8],
        ],
      ],
    },
    [
      [1, 2],
      [3, 4],
      [5, 6],
      [7, 8],
    ],
  ],
  [
    polygon([
      [0, 0],
      [1, 0],
      [0, 1],
      [0, 0],
    ]),
    [
      [0, 0],
      [1, 0],
      [0, 1],
      [0, 0],
    ],
  ],
  [
    {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [0, 0],
            [1, 0],
            [0, 1],
            [0, 0],
          ],
        ],
      ],
    },
    [
      [0, 0],
      [1, 0],
      [0, 1],
      [0, 0],
    ],
  ],
  [
    {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [1, 2] },
        { type: 'Point', coordinates: [3, 4] },
      ],
    },
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [{ type: 'GeometryCollection', geometries: [] }, []],
];

test.each(GEOMETRIES)(
  'the positions of %o come in file order, without altitude',
  (geometry, expected) => {
    expect([...positionsOf(geometry)]).toEqual(expected);
  },
);

describe('a bounding box', () => {
  test('holds every position', () => {
    expect(
      boundingBox([
        [120, 36],
        [119, 37],
        [121, 35.5],
      ]),
    ).toEqual([119, 35.5, 121, 37]);
  });

  test('of one position is that position', () => {
    expect(boundingBox([[120, 36]])).toEqual([120, 36, 120, 36]);
  });

  test('of nothing is absent', () => {
    expect(boundingBox([])).toBeUndefined();
  });

  test('is absent where a position is not a number', () => {
    expect(boundingBox([[Number.NaN, 36]])).toBeUndefined();
  });
});

test('a polygon is one list of rings, a multipolygon one a part', () => {
  const [one, other] = [boxRing([0, 0, 1, 1]), boxRing([2, 0, 3, 1])];
  expect(polygonsOf(polygon(one))).toEqual([[one]]);
  const parts = {
    type: 'MultiPolygon' as const,
    coordinates: [polygon(one).coordinates, polygon(other).coordinates],
  };
  expect(polygonsOf(parts)).toEqual([[one], [other]]);
});
