import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPlainRing } from '../../../src/domain/geometry/ring-checks.ts';
import { ringCourse } from '../../../src/domain/geometry/ring-course.ts';
import type { Position, Ring } from '../../../src/domain/geometry.ts';
import { starRing } from '../arbitraries.ts';

const close = (...corners: readonly Position[]): Ring => [...corners, ...corners.slice(0, 1)];

describe('a spike', () => {
  const box: readonly Position[] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ];

  test.each([
    ['outwards from a corner', close([0, 0], [1, 0], [2, -1], [1, 0], [1, 1], [0, 1])],
    ['inwards from a corner', close([0, 0], [1, 0], [0.5, 0.5], [1, 0], [1, 1], [0, 1])],
    [
      'with other corners on the way back',
      close(
        [0, 0],
        [1, 0],
        [1.3, 0],
        [1.9, 0],
        [2.5, 0],
        [2.1, 0],
        [1.1, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ),
    ],
    [
      // In these degrees no two of the slopes are equal to the last bit.
      'aslant, where rounding leaves no corner quite on the line',
      close(
        [0, 0],
        [1, 0],
        [1.1, 0.03],
        [1.3, 0.09],
        [1.7, 0.21],
        [1.4, 0.12],
        [1, 0],
        [1, 1],
        [0, 1],
      ),
    ],
    ['at its first corner', close([2, 0], [1, 0], [1, 1], [0, 1], [0, 0], [1, 0])],
    ['of two spikes in one', close([0, 0], [1, 0], [2, 0], [2, 1], [2, 0], [1, 0], [1, 1], [0, 1])],
    [
      'rounded to 1e-7',
      close([0, 0], [1, 0], [1.5, 1e-7], [1.9, 0], [1.2, 2e-7], [1, 0], [1, 1], [0, 1]),
    ],
  ])('%s is cut off and told', (_, ring) => {
    const { ring: left, spikes, crossing, doubled } = ringCourse(ring);
    const sorted = (corners: readonly Position[]) => corners.map(String).toSorted();
    expect(sorted(left.slice(1))).toEqual(sorted(box));
    expect(spikes).toHaveLength(1);
    expect(spikes[0]?.base).toEqual([1, 0]);
    expect([crossing, doubled]).toEqual([undefined, []]);
    expect(isPlainRing(ring)).toBe(false);
  });

  test('reaches from where it leaves the ring to its end', () => {
    const ring = close([0, 0], [1, 0], [1.3, 0], [2.5, 0], [2.1, 0], [1, 0], [1, 1], [0, 1]);
    expect(ringCourse(ring).spikes).toEqual([{ base: [1, 0], tip: [2.5, 0] }]);
  });

  test('leaves nothing of a line there and back', () => {
    expect(ringCourse(close([0, 0], [1, 1 / 3], [2, 2 / 3], [1.5, 0.5])).ring).toEqual([]);
  });

  test('is no sharp corner of a ring', () => {
    const ring = close([0, 0], [1, 1e-5], [0, 2e-5]);
    expect(ringCourse(ring).spikes).toEqual([]);
  });
});

describe('a stretch that a ring shares with itself', () => {
  /** Two squares with a bridge between them; the second one in the order of the given corners. */
  const bridged = (...second: readonly Position[]): Ring =>
    close([0, 0], [2, 0], [2, 1], [4, 1], ...second, [4, 1], [2, 1], [2, 2], [0, 2]);

  test('is crossed where the two sides change', () => {
    expect(ringCourse(bridged([4, 2], [6, 2], [6, 0], [4, 0])).crossing).toEqual([2, 1]);
  });

  test('is a cut between two parts of the ground otherwise', () => {
    const { crossing, doubled } = ringCourse(bridged([4, 0], [6, 0], [6, 2], [4, 2]));
    expect(crossing).toBeUndefined();
    expect(doubled.map((ends) => ends.toSorted())).toEqual([
      [
        [2, 1],
        [4, 1],
      ],
    ]);
  });

  test('is found with other corners on the way back', () => {
    const there: readonly Position[] = [
      [2, 1],
      [2.5, 1],
      [4, 1],
    ];
    const back: readonly Position[] = [
      [4, 1],
      [3, 1],
      [2, 1],
    ];
    const right: readonly Position[] = [
      [4, 0],
      [6, 0],
      [6, 2],
      [4, 2],
    ];
    const ring = (second: readonly Position[]) =>
      close([0, 0], [2, 0], ...there, ...second, ...back, [2, 2], [0, 2]);
    expect(ringCourse(ring(right)).crossing).toBeUndefined();
    expect(ringCourse(ring(right)).doubled.length).toBeGreaterThan(0);
    expect(ringCourse(ring(right.toReversed())).crossing).toBeDefined();
  });

  test('is crossed by a ring that goes round twice', () => {
    const round: readonly Position[] = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ];
    expect(ringCourse(close(...round, ...round)).crossing).toBeDefined();
  });
});

describe('a ring that touches itself', () => {
  test('parts its inside where both halves run the same way round', () => {
    const halves = close([0, 0], [1, 1], [2, 0], [2, 2], [1, 1], [0, 2]);
    expect(ringCourse(halves).pinches).toEqual([[1, 1]]);
  });

  test('goes round a hole where they do not', () => {
    const holed = close([0, 0], [4, 0], [4, 4], [0, 4], [0, 0], [1, 2], [2, 2], [2, 1]);
    expect(ringCourse(holed)).toMatchObject({ pinches: [], doubled: [] });
    expect(ringCourse(holed).crossing).toBeUndefined();
  });
});

/** How often a ring goes round a place: counted along the ray to the east. */
function winding(ring: Ring, [x, y]: Position): number {
  return ring.slice(1).reduce((sum, [bx, by], index) => {
    const [ax, ay] = ring[index] ?? [0, 0];
    const isCrossed = ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax);
    return isCrossed ? sum + (by > ay ? 1 : -1) : sum;
  }, 0);
}

test('a ring crosses itself only where it goes round two places differently by two', () => {
  // Places inside all faces of lines between whole numbers up to 3: a fine grid off all of these lines.
  const places = Array.from(
    { length: 60 * 60 },
    (_, number): Position => [
      ((number % 60) + 0.4137) / 20,
      (Math.floor(number / 60) + 0.5291) / 20,
    ],
  );
  const corner = fc.tuple(fc.nat(3), fc.nat(3));
  fc.assert(
    fc.property(fc.array(corner, { minLength: 3, maxLength: 7 }), (corners) => {
      const ring = close(...corners);
      const turns = places.map((place) => winding(ring, place));
      const isWound = Math.max(0, ...turns) - Math.min(0, ...turns) > 1;
      const { crossing, ring: left } = ringCourse(ring);
      if (isWound && left.length > 3) expect(crossing, JSON.stringify(ring)).toBeDefined();
    }),
  );
});

test('corners around a centre make a plain ring', () => {
  fc.assert(
    fc.property(starRing, (ring) => {
      expect(isPlainRing(ring)).toBe(true);
    }),
  );
});
