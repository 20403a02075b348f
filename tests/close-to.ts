import { expect } from 'vitest';

/**
 * Holds a number to another within a tolerance in the same unit, and says by how much it is off.
 * The caller gives the tolerance and, where it is not plain, a comment with its reason. NaN and
 * infinities are close to nothing.
 */
export function closeTo(actual: number | undefined, expected: number, tolerance: number): void {
  const off = actual === undefined ? Number.NaN : Math.abs(actual - expected);
  const isClose = off <= tolerance;
  expect(isClose, `${actual} is off ${expected} by ${off}, more than ${tolerance}`).toBe(true);
}
