import { expect, test } from 'vitest';
import { representativePoint } from '../../../src/app/workers/representative-point.ts';
import { closeTo } from '../../close-to.ts';

test('a point stands for itself, and of several the first does', () => {
  expect(representativePoint({ type: 'Point', coordinates: [120, 36] })).toEqual([120, 36]);
  const points = [
    [1, 2],
    [3, 4],
  ];
  expect(representativePoint({ type: 'MultiPoint', coordinates: points })).toEqual([1, 2]);
});

test('a line is named half way along it, several lines on the longest', () => {
  const [longitude, latitude] =
    representativePoint({
      type: 'MultiLineString',
      coordinates: [
        [
          [0, 10],
          [0, 10.5],
        ],
        [
          [0, 0],
          [1, 0],
          [4, 0],
        ],
      ],
    }) ?? [];
  // Equal steps along the equator are equal lengths.
  closeTo(longitude, 2, 1e-9);
  expect(latitude).toBe(0);
});

test('a line without length is where it is', () => {
  const coordinates = [
    [5, 5],
    [5, 5],
  ];
  expect(representativePoint({ type: 'LineString', coordinates })).toEqual([5, 5]);
});

test('a bent area is named inside it, where its middle would not be', () => {
  const [longitude = 0, latitude = 0] =
    representativePoint({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [10, 0],
          [10, 1],
          [1, 1],
          [1, 10],
          [0, 10],
          [0, 0],
        ],
      ],
    }) ?? [];
  const isInside = (longitude < 1 && latitude < 10) || (latitude < 1 && longitude < 10);
  expect(isInside && longitude > 0 && latitude > 0).toBe(true);
});
