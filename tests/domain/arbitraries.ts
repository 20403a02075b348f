import fc from 'fast-check';
import type { BoundingBox, Position } from '../../src/domain/geometry.ts';

/** Numbers of a range as JSON keeps them, which has no −0. */
export function jsonNumber(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true }).map((value) => value + 0);
}

/** Positions around the district, on the 6 decimals that the data have. */
export const districtPosition: fc.Arbitrary<Position> = fc.tuple(
  fc.integer({ min: 119_300_000, max: 120_400_000 }).map((value) => value / 1e6),
  fc.integer({ min: 35_500_000, max: 36_300_000 }).map((value) => value / 1e6),
);

/** Lines of 2 to 12 positions around the district. */
export const districtLine: fc.Arbitrary<readonly Position[]> = fc.array(districtPosition, {
  minLength: 2,
  maxLength: 12,
});

/** Closed rings without self-crossing: corners at growing angles around a centre. */
export const starRing: fc.Arbitrary<readonly Position[]> = fc
  .tuple(
    districtPosition,
    fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 12 }),
  )
  .map(([[longitude, latitude], radii]) => {
    const corners = radii.map((radius, index): Position => {
      const angle = (2 * Math.PI * index) / radii.length;
      return [
        longitude + (radius / 1000) * Math.cos(angle),
        latitude + (radius / 1000) * Math.sin(angle),
      ];
    });
    return [...corners, ...corners.slice(0, 1)];
  });

/** Boxes in the district, at least 0.01° wide and high. */
export const districtBox: fc.Arbitrary<BoundingBox> = fc
  .tuple(
    districtPosition,
    fc.integer({ min: 10_000, max: 500_000 }),
    fc.integer({ min: 10_000, max: 500_000 }),
  )
  .map(([[west, south], width, height]) => [west, south, west + width / 1e6, south + height / 1e6]);
