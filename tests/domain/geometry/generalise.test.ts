import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureGeometry } from '../../../src/domain/geodesy.ts';
import { generalise } from '../../../src/domain/geometry/generalise.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { districtLine } from '../arbitraries.ts';

/** Degrees of latitude in a metre, to a third of a percent: enough to place a corner inside or outside a tolerance. */
const METRE = 1 / 111_000;

/** A kilometre eastwards along the equator with one corner so many metres to the north. */
function bump(metres: number): readonly Position[] {
  return [
    [0, 0],
    [500 * METRE, metres * METRE],
    [1000 * METRE, 0],
  ];
}

describe('generalising a line', () => {
  test('leaves out a corner nearer to it than the tolerance', () => {
    const line = bump(9);
    expect(generalise(line, 10)).toEqual([line[0], line[2]]);
  });

  test('keeps a corner farther from it than the tolerance', () => {
    expect(generalise(bump(11), 10)).toEqual(bump(11));
  });

  test('keeps both ends and the order of what is left', () => {
    fc.assert(
      fc.property(districtLine, fc.integer({ min: 1, max: 20_000 }), (line, tolerance) => {
        const left = generalise(line, tolerance);
        expect(left[0]).toBe(line[0]);
        expect(left.at(-1)).toBe(line.at(-1));
        expect(line.filter((position) => left.includes(position))).toEqual(left);
      }),
    );
  });

  test('never makes a line longer', () => {
    const length = (line: readonly Position[]): number =>
      measureGeometry({ type: 'LineString', coordinates: line.map(([x, y]) => [x, y]) }).lengthM
        .ellipsoid;
    fc.assert(
      fc.property(districtLine, fc.integer({ min: 1, max: 20_000 }), (line, tolerance) => {
        expect(length(generalise(line, tolerance))).toBeLessThanOrEqual(length(line) + 1e-6);
      }),
    );
  });

  test('keeps a spur that leaves and comes back, though it lies on the line drawn on', () => {
    const spur: readonly Position[] = [
      [0, 0],
      [0.02, 0],
      [0.01, 0],
    ];
    expect(generalise(spur, 10)).toEqual(spur);
  });

  test('keeps a ring a ring that encloses something', () => {
    const ring: readonly Position[] = [
      [0, 0],
      [0.01, 0],
      [0.01, 0.01],
      [0, 0.01],
      [0, 0],
    ];
    expect(generalise(ring, 10)).toEqual(ring);
  });

  test('keeps a ring smaller than the tolerance as far as its farthest corner', () => {
    const islet: readonly Position[] = [
      [0, 0],
      [METRE, 0],
      [2 * METRE, 2 * METRE],
      [0, METRE],
      [0, 0],
    ];
    expect(generalise(islet, 25)).toEqual([
      [0, 0],
      [2 * METRE, 2 * METRE],
      [0, 0],
    ]);
  });

  test('leaves two positions, one or none as they are', () => {
    for (const line of [
      [],
      [[0, 0]],
      [
        [0, 0],
        [1, 1],
      ],
    ] satisfies readonly (readonly Position[])[]) {
      expect(generalise(line, 1e6)).toEqual(line);
    }
  });

  test('stands positions that are all the same', () => {
    expect(
      generalise(
        [
          [1, 1],
          [1, 1],
          [1, 1],
          [1, 1],
        ],
        5,
      ),
    ).toHaveLength(3);
  });
});
