import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinedNumbers } from '../../../src/domain/geometry/joined-numbers.ts';

test('numbers joined through others are one set, in ascending order', () => {
  const { join, setOf, sets } = joinedNumbers(6);
  for (const [one, other] of [
    [4, 1],
    [1, 2],
    [5, 5],
  ] as const)
    join(one, other);
  expect(sets()).toEqual([[0], [1, 2, 4], [3], [5]]);
  expect(setOf(4)).toBe(setOf(2));
  expect(setOf(4)).not.toBe(setOf(3));
});

test('sets hold every number once, and both of each pair', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9 }).chain((count) =>
        fc.tuple(
          fc.constant(count),
          fc.array(fc.tuple(fc.nat(Math.max(0, count - 1)), fc.nat(Math.max(0, count - 1))), {
            maxLength: count,
          }),
        ),
      ),
      ([count, pairs]) => {
        const { join, sets } = joinedNumbers(count);
        for (const [one, other] of pairs) join(one, other);
        expect(
          sets()
            .flat()
            .toSorted((a, b) => a - b),
        ).toEqual(Array.from({ length: count }, (_, number) => number));
        for (const pair of pairs)
          expect(sets().some((set) => pair.every((number) => set.includes(number)))).toBe(true);
      },
    ),
  );
});
