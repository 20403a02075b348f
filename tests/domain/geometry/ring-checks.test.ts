import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signedArea } from '../../../src/domain/geometry/ring-checks.ts';
import { selfCrossing } from '../../../src/domain/geometry/ring-course.ts';
import type { Position, Ring } from '../../../src/domain/geometry.ts';
import { closeTo } from '../../close-to.ts';
import { starRing } from '../arbitraries.ts';
import { boxRing } from '../build.ts';

describe('the signed area of a ring', () => {
  test('is positive counterclockwise and negative clockwise, twice the square degrees', () => {
    expect(signedArea(boxRing([0, 0, 2, 3]))).toBe(12);
    expect(signedArea(boxRing([0, 0, 2, 3]).toReversed())).toBe(-12);
  });

  test('changes its sign alone when the ring is turned', () => {
    fc.assert(
      fc.property(starRing, (ring) => {
        closeTo(signedArea(ring.toReversed()), -signedArea(ring), 1e-9);
      }),
    );
  });

  test('of nothing is zero', () => {
    expect(Math.abs(signedArea([]))).toBe(0);
  });
});

describe('a ring crosses itself', () => {
  const crossed: readonly (readonly [string, Ring, Position])[] = [
    [
      'as a bow-tie',
      [
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
        [0, 0],
      ],
      [1, 1],
    ],
    [
      'where the closing edge crosses another',
      [
        [2, 2],
        [2, 0],
        [0, 2],
        [0, 0],
        [2, 2],
      ],
      [1, 1],
    ],
    [
      'through a corner that it passes twice',
      [
        [0, 0],
        [1, 1],
        [3, 3],
        [3, 0],
        [1, 1],
        [0, 2],
        [0, 0],
      ],
      [1, 1],
    ],
    [
      'through the corner where it starts',
      [
        [1, 1],
        [3, 3],
        [3, 0],
        [1, 1],
        [0, 2],
        [0, 0],
        [1, 1],
      ],
      [1, 1],
    ],
    [
      'with a corner lying on another of its edges',
      [
        [0, 0],
        [2, 2],
        [3, 0],
        [1, 1],
        [0, 2],
        [0, 0],
      ],
      [1, 1],
    ],
    [
      'through a corner given twice',
      [
        [0, 0],
        [1, 1],
        [1, 1],
        [3, 3],
        [3, 0],
        [1, 1],
        [0, 2],
        [0, 0],
      ],
      [1, 1],
    ],
  ];

  test.each(crossed)('%s, and the place is told', (_, ring, [longitude, latitude]) => {
    const found = selfCrossing(ring);
    closeTo(found?.[0], longitude, 1e-12);
    closeTo(found?.[1], latitude, 1e-12);
  });

  test('wherever its corners are counted from, and whichever way round', () => {
    for (const [, ring] of crossed) {
      const corners = ring.slice(0, -1);
      for (const start of corners.keys()) {
        const moved = [...corners.slice(start), ...corners.slice(0, start)];
        const closed = [...moved, ...moved.slice(0, 1)];
        expect(selfCrossing(closed), JSON.stringify(closed)).toBeDefined();
        expect(selfCrossing(closed.toReversed()), JSON.stringify(closed)).toBeDefined();
      }
    }
  });

  test.each([
    ['a box', boxRing([0, 0, 1, 1])],
    [
      'a triangle',
      [
        [0, 0],
        [1, 0],
        [0, 1],
        [0, 0],
      ],
    ],
    [
      'two halves that touch at a corner',
      [
        [0, 0],
        [1, 1],
        [2, 0],
        [2, 2],
        [1, 1],
        [0, 2],
        [0, 0],
      ],
    ],
    [
      'a corner that touches an edge and goes back',
      [
        [0, 0],
        [2, 0],
        [2, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ],
    ],
    [
      'positions given twice',
      [
        [0, 0],
        [1, 0],
        [1, 0],
        [1, 1],
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'too few edges',
      [
        [0, 0],
        [1, 1],
        [0, 0],
      ],
    ],
    ['nothing', []],
  ] satisfies readonly (readonly [string, Ring])[])('never when it is %s', (_, ring) => {
    expect(selfCrossing(ring)).toBeUndefined();
  });

  test('never when its corners go round a centre', () => {
    fc.assert(
      fc.property(starRing, (ring) => {
        expect(selfCrossing(ring)).toBeUndefined();
      }),
    );
  });

  test('somewhere when two edges cross, found among many', () => {
    // A circle of 2 000 corners with two neighbours swapped.
    const circle = Array.from(
      { length: 2000 },
      (_, index): Position => [Math.cos(index / 318.3), Math.sin(index / 318.3)],
    );
    const [a, b] = [circle[1000], circle[1001]];
    const swapped = circle.map(
      (position, index) => (index === 1000 ? b : index === 1001 ? a : position) ?? position,
    );
    expect(selfCrossing([...circle, [1, 0]])).toBeUndefined();
    expect(selfCrossing([...swapped, [1, 0]])).toBeDefined();
  });
});
