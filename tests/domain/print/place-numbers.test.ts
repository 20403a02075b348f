import { expect, test } from 'vitest';
import { placeNumbers, type Spot } from '../../../src/domain/print/place-numbers.ts';

const PICTURE = { width: 400, height: 200, radius: 9 };
const apart = ([x, y]: Spot, [otherX, otherY]: Spot): number => Math.hypot(x - otherX, y - otherY);

test('numbers stand beside their places, on no other number and no place, inside the picture', () => {
  // A row of places closer than a number is wide, and two in corners.
  const places: readonly Spot[] = [
    ...Array.from({ length: 8 }, (_, at): Spot => [150 + 6 * at, 100]),
    [1, 1],
    [399, 199],
  ];
  const spots = placeNumbers(places, PICTURE);
  expect(spots.map(({ at }) => at)).toEqual(places);
  for (const [index, { spot }] of spots.entries()) {
    expect(spot[0]).toBeGreaterThanOrEqual(9);
    expect(spot[0]).toBeLessThanOrEqual(391);
    expect(spot[1]).toBeGreaterThanOrEqual(9);
    expect(spot[1]).toBeLessThanOrEqual(191);
    for (const place of places) expect(apart(spot, place)).toBeGreaterThan(9);
    for (const { spot: other } of spots.slice(index + 1))
      expect(apart(spot, other)).toBeGreaterThan(18);
  }
});

test('the first number has the first choice, to the upper right; one without room stands on its place', () => {
  const [first] = placeNumbers([[200, 100]], PICTURE);
  expect(first?.spot[0]).toBeGreaterThan(200);
  expect(first?.spot[1]).toBeLessThan(100);
  expect(placeNumbers([[5, 5]], { width: 10, height: 10, radius: 9 })).toEqual([
    { at: [5, 5], spot: [5, 5] },
  ]);
});
