import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curveThrough } from '../../scripts/geodata/projects-curve.ts';
import { ellipsoidDistance } from '../../src/domain/geodesy.ts';
import type { Position } from '../../src/domain/geometry.ts';
import { closeTo } from '../close-to.ts';

const via: readonly Position[] = [
  [120, 36],
  [120.05, 36.02],
  [120.05, 36.06],
  [120.1, 36.08],
];

test('a curve passes through every via position', () => {
  const curve = curveThrough(via, 'expressway').map(String);
  for (const position of via) expect(curve).toContain(String(position));
});

test('a curve turns gently where the straight line has corners', () => {
  const corners = curveThrough(via, 'none');
  expect(corners).toEqual(via);
  expect(sharpestTurn(curveThrough(via, 'expressway'))).toBeLessThan(sharpestTurn(corners) / 2);
});

test('vertices stand no further apart than their kind asks, bends included', () => {
  for (const [kind, spacing] of [
    ['metro', 150],
    ['rail', 400],
  ] as const) {
    const curve = curveThrough(via, kind);
    for (const [index, position] of curve.slice(1).entries()) {
      // Steps are equal in the parameter, not in length: half as much again in the tightest bend.
      expect(ellipsoidDistance(curve[index] ?? position, position)).toBeLessThan(spacing * 1.5);
    }
  }
});

test('positions in a row stay on their line', () => {
  const straight: readonly Position[] = [
    [120, 36],
    [120.01, 36],
    [120.05, 36],
  ];
  // 1e-12 degrees: rounding of doubles.
  for (const [, latitude] of curveThrough(straight, 'rail')) closeTo(latitude, 36, 1e-12);
});

test('the other way round is the same line', () => {
  const near = fc.tuple(
    fc.double({ min: 120, max: 120.1, noNaN: true }),
    fc.double({ min: 36, max: 36.1, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(near, { minLength: 3, maxLength: 6 }), (positions) => {
      const there = curveThrough(positions, 'road');
      const back = curveThrough(positions.toReversed(), 'road').toReversed();
      expect(back).toHaveLength(there.length);
      const off = there.map(([longitude, latitude], index) => {
        const [x, y] = back[index] ?? [Number.NaN, Number.NaN];
        return Math.hypot(longitude - x, latitude - y);
      });
      // 1e-6 degrees: the precision of the file.
      closeTo(Math.max(...off), 0, 1e-6);
    }),
    { numRuns: 50 },
  );
});

function sharpestTurn(line: readonly Position[]): number {
  const bearings = line
    .slice(1)
    .map(([x, y], index) => Math.atan2(y - (line[index]?.[1] ?? y), x - (line[index]?.[0] ?? x)));
  return Math.max(
    ...bearings.slice(1).map((bearing, index) => Math.abs(bearing - (bearings[index] ?? bearing))),
  );
}
