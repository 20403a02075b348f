import { expect, test } from 'vitest';
import { boundsAround, isInBounds, WORLD } from '../../src/domain/map-bounds.ts';

test('bounds reach two longer sides beyond an extent, and end with the world', () => {
  expect(boundsAround([10, 20, 12, 21])).toEqual([6, 16, 16, 25]);
  expect(boundsAround([10, 20, 11, 22])).toEqual([6, 16, 15, 26]);
  expect(boundsAround([-179, -84, -170, -80])).toEqual([-180, -85, -152, -62]);
  expect(boundsAround(WORLD)).toEqual(WORLD);
});

test('the edge of bounds is inside', () => {
  expect(isInBounds([6, 25], [6, 16, 16, 25])).toBe(true);
  expect(isInBounds([5.999, 20], [6, 16, 16, 25])).toBe(false);
  expect(isInBounds([10, 25.001], [6, 16, 16, 25])).toBe(false);
});
