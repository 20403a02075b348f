import { expect, test } from 'vitest';
import { withExactVertices } from '../../../src/domain/feature-edit/exact-vertices.ts';
import type { DrawnShape } from '../../../src/domain/map-tools/drawn-shape.ts';

const line = (...coordinates: number[][]): DrawnShape => ({ type: 'LineString', coordinates });

test('vertices that were not moved keep their digits; the moved one has those of the tool', () => {
  const before = line([120.1234567891, 35.1], [120.2, 35.2000004], [120.3, 35.3]);
  const drawn = line([120.123457, 35.1], [120.2, 35.2], [120.31, 35.31]);
  expect(withExactVertices(drawn, before)).toEqual(
    line([120.1234567891, 35.1], [120.2, 35.2000004], [120.31, 35.31]),
  );
});

test('two vertices less than the rounding apart stay two', () => {
  const before = line([120.10000001, 35], [120.10000002, 35], [121, 35]);
  const drawn = line([120.1, 35], [120.1, 35], [121.5, 35]);
  expect(withExactVertices(drawn, before)).toEqual(
    line([120.10000001, 35], [120.10000002, 35], [121.5, 35]),
  );
});

test('a ring stays closed', () => {
  const corners = [
    [120.00000001, 35],
    [121.00000001, 35],
    [121, 36.00000001],
  ];
  const ring = (given: number[][]): DrawnShape => ({
    type: 'Polygon',
    coordinates: [[...given, ...given.slice(0, 1)]],
  });
  const drawn = ring([
    [120, 35],
    [121, 35],
    [121, 36.5],
  ]);
  expect(withExactVertices(drawn, ring(corners))).toEqual(
    ring([
      [120.00000001, 35],
      [121.00000001, 35],
      [121, 36.5],
    ]),
  );
});
