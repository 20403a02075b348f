import type { BoundingBox } from '../geometry.ts';

/** An extent with a longer side outside these degrees is no coastal plan: a slip of the comma, or the whole country. */
export const [LEAST_SIDE, MOST_SIDE] = [0.001, 30];

/** Whether an extent is hardly one of a coastal plan. */
export function isOddExtent([west, south, east, north]: BoundingBox): boolean {
  const side = Math.max(east - west, north - south);
  return side < LEAST_SIDE || side > MOST_SIDE;
}
