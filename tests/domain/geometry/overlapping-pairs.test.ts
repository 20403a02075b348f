import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlappingPairs } from '../../../src/domain/geometry/polygon-overlap.ts';
import { PreparedPolygon } from '../../../src/domain/geometry/prepared-polygon.ts';
import type { BoundingBox, Position } from '../../../src/domain/geometry.ts';
import { boxRing, polygon } from '../build.ts';

/** Boxes on a coarse grid: most share sides, corners or stretches of sides, many overlap. */
const gridBox: fc.Arbitrary<BoundingBox> = fc
  .tuple(
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([west, south, width, height]) => [west, south, west + width, south + height]);

/** A box with a corner in the middle of each side, as a neighbour may have and another not. */
function withMiddles([west, south, east, north]: BoundingBox): readonly Position[] {
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  return [
    [west, south],
    [x, south],
    [east, south],
    [east, y],
    [east, north],
    [x, north],
    [west, north],
    [west, y],
    [west, south],
  ];
}

const shapes = fc.array(fc.tuple(gridBox, fc.boolean(), fc.boolean()), { maxLength: 7 });

function boundariesOf(
  given: readonly (readonly [BoundingBox, boolean, boolean])[],
): readonly PreparedPolygon[] {
  return given.map(([box, hasMiddles, isTurned], number) => {
    const ring = hasMiddles ? withMiddles(box) : boxRing(box);
    return new PreparedPolygon(polygon(isTurned ? ring.toReversed() : ring), `z${number}`);
  });
}

/** Boxes share ground when they do in both directions, by more than a line. */
function shareGround(one: BoundingBox, other: BoundingBox): boolean {
  const [west, south] = [Math.max(one[0], other[0]), Math.max(one[1], other[1])];
  const [east, north] = [Math.min(one[2], other[2]), Math.min(one[3], other[3])];
  return west < east && south < north;
}

test('boxes overlap when they share ground, not when they share sides or corners, whatever their corners', () => {
  fc.assert(
    fc.property(shapes, (given) => {
      const expected = given.flatMap(([one], number) =>
        given.flatMap(([other], otherNumber) =>
          otherNumber > number && shareGround(one, other) ? [[number, otherNumber]] : [],
        ),
      );
      expect(overlappingPairs(boundariesOf(given))).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
