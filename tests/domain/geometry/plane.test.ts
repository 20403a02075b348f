import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxesMeet, EMPTY_BOX, type PlaneBox } from '../../../src/domain/geometry/boxes.ts';
import { edgeIndex } from '../../../src/domain/geometry/edge-index.ts';
import { endsOf, layOutEdges, withoutRepeats } from '../../../src/domain/geometry/edges.ts';
import { firstIndex, lowerBound } from '../../../src/domain/geometry/lower-bound.ts';
import { nearestShare, squareToSegment } from '../../../src/domain/geometry/point-to-segment.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { closeTo } from '../../close-to.ts';

describe('a point and a segment from [0, 0] to [4, 0]', () => {
  test.each([
    ['beside its middle', [2, 3], 0.5, 9],
    ['before its start', [-3, 4], 0, 25],
    ['beyond its end', [7, -4], 1, 25],
    ['on it', [1, 0], 0.25, 0],
  ] as const)('%s', (_, [x, y], share, square) => {
    expect(nearestShare(x, y, 4, 0)).toBe(share);
    expect(squareToSegment(x, y, 4, 0)).toBe(square);
  });

  test('without length, which is a point', () => {
    expect(nearestShare(3, 4, 0, 0)).toBe(0);
    expect(squareToSegment(3, 4, 0, 0)).toBe(25);
  });

  test('are no farther apart than from any point of it', () => {
    const coordinate = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(
        ...([coordinate, coordinate, coordinate, coordinate] as const),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (wx, wy, ux, uy, share) => {
          const square = (wx - share * ux) ** 2 + (wy - share * uy) ** 2;
          // Products of up to 10³ in doubles.
          expect(squareToSegment(wx, wy, ux, uy)).toBeLessThanOrEqual(square + 1e-12);
        },
      ),
    );
  });
});

describe('boxes', () => {
  const unit: PlaneBox = [0, 0, 1, 1];
  test.each([
    ['share ground', [0.5, 0.5, 2, 2], 0, true],
    ['share a side', [1, 0, 2, 1], 0, true],
    ['share a corner', [1, 1, 2, 2], 0, true],
    ['are apart in x', [1.5, 0, 2, 1], 0, false],
    ['are apart in y', [0, -2, 1, -0.5], 0, false],
    ['are near enough', [1.5, 0, 2, 1], 0.5, true],
    ['hold each other', [-1, -1, 2, 2], 0, true],
  ] as const)('that %s', (_, other, within, doMeet) => {
    expect(boxesMeet(unit, other, within)).toBe(doMeet);
    expect(boxesMeet(other, unit, within)).toBe(doMeet);
  });

  test('of nothing meet none', () => {
    expect(boxesMeet(EMPTY_BOX, [-180, -90, 180, 90])).toBe(false);
  });
});

describe('lines laid out as edges', () => {
  const lines: readonly (readonly Position[])[] = [
    [
      [0, 0],
      [1, 2],
      [1, 2],
      [3, 4],
    ],
    [[9, 9]],
    [],
    [
      [5, 5],
      [6, 7],
    ],
  ];

  test('follow each other, repeated positions included', () => {
    const ends = layOutEdges(lines);
    expect([...ends]).toEqual([0, 0, 1, 2, 1, 2, 1, 2, 1, 2, 3, 4, 5, 5, 6, 7]);
    expect(endsOf(ends, 3)).toEqual([
      [5, 5],
      [6, 7],
    ]);
  });

  test('have no edge of zero length once repeats are left out', () => {
    expect([...layOutEdges(lines.map(withoutRepeats))]).toEqual([
      0, 0, 1, 2, 1, 2, 3, 4, 5, 5, 6, 7,
    ]);
  });

  test('are found by their boxes', () => {
    expect(edgeIndex(layOutEdges(lines))?.search(5.5, 5.5, 5.6, 5.6)).toEqual([3]);
    expect(edgeIndex(layOutEdges([]))).toBeUndefined();
  });
});

describe('the first index', () => {
  test('is found at the start, between, and after the end', () => {
    expect([0, 4, 9].map((from) => firstIndex(9, (index) => index >= from))).toEqual([0, 4, 9]);
    expect(firstIndex(0, () => true)).toBe(0);
  });

  test('of a number in ascending ones is that of the first that is not less', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 })), fc.integer(), (given, wanted) => {
        const ascending = given.toSorted((a, b) => a - b);
        const before = ascending.filter((number) => number < wanted).length;
        closeTo(lowerBound(ascending, wanted), before, 0);
      }),
    );
  });
});
