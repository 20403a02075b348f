import { expect, test } from 'vitest';
import { checkGeometry as check } from '../../../src/data/geojson/check-geometry.ts';
import { RING_CHECKS } from '../../../src/data/geojson/ring-findings.ts';

const checkGeometry = (value: unknown) => check(value, RING_CHECKS);

import { checkLine } from '../../../src/data/geojson/line-checks.ts';

test('a line of one position is too short', () => {
  expect(checkLine([[120, 35]], ['geometry'])).toMatchObject({
    code: 'line-too-short',
    path: ['geometry'],
  });
});

test('a step of more than half the earth is a line over the antimeridian, told where it lands', () => {
  const line = [
    [179, 0],
    [179.9, 0],
    [-179.9, 0],
  ] as const;
  expect(checkLine(line, ['c'])).toMatchObject({ code: 'crosses-antimeridian', path: ['c', 2] });
});

test('a line cut at the antimeridian is sound', () => {
  const coordinates = [
    [
      [179.9, 0],
      [180, 0],
    ],
    [
      [-180, 0],
      [-179.9, 0],
    ],
  ];
  expect(checkGeometry({ type: 'MultiLineString', coordinates }).findings).toEqual([]);
});

test('each line of several is checked, and placed by its number', () => {
  const coordinates = [
    [
      [120, 35],
      [121, 35],
    ],
    [[120, 36]],
  ];
  const { geometry, findings } = checkGeometry({ type: 'MultiLineString', coordinates });
  expect(geometry).toBeUndefined();
  expect(findings).toMatchObject([
    { code: 'line-too-short', path: ['geometry', 'coordinates', 1] },
  ]);
});

test.each([
  [
    'one place',
    [
      [120, 35],
      [120, 35],
      [120, 35],
      [120, 35],
    ],
  ],
  [
    'a line there and back',
    [
      [120, 35],
      [121, 35],
      [122, 35],
      [120, 35],
    ],
  ],
])('a ring that is %s has no area', (_, ring) => {
  const { geometry, findings } = checkGeometry({ type: 'Polygon', coordinates: [ring] });
  expect(geometry).toBeUndefined();
  expect(findings).toMatchObject([{ code: 'ring-without-area', severity: 'error' }]);
});

test('a geometry type that is an object with a toString of its own is told, not called', () => {
  const { findings } = checkGeometry({ type: { toString: 1 }, coordinates: [] });
  expect(findings).toMatchObject([{ code: 'geometry-type', path: ['geometry', 'type'] }]);
});
