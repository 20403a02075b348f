import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { azimuths, destination, ellipsoidDistance } from '../../../src/domain/geodesy.ts';
import { rectangle } from '../../../src/domain/geometry/rectangle.ts';
import { squareCorners } from '../../../src/domain/geometry/square-corners.ts';
import type { Position } from '../../../src/domain/geometry.ts';

const CENTRE: Position = [120.2, 35.95];

/** A polygon from corners in metres east and north of the centre, turned clockwise by degrees. */
function polygon(corners: readonly (readonly [number, number])[], turn = 0): Polygon {
  const ring = corners.map(([east, north]) => [
    ...destination(
      CENTRE,
      (Math.atan2(east, north) * 180) / Math.PI + turn,
      Math.hypot(east, north),
    ),
  ]);
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
}

function corners({ coordinates }: Polygon): readonly Position[] {
  return (coordinates[0] ?? []).slice(0, -1).map(([x = 0, y = 0]): Position => [x, y]);
}

/** The angles at the corners in degrees, 0 to 360. */
function angles(shape: Polygon): readonly number[] {
  const ring = corners(shape);
  return ring.map((at, index) => {
    const before = ring.at(index - 1) ?? at;
    const after = ring[(index + 1) % ring.length] ?? at;
    // A counterclockwise ring has its inside to the left: from the next corner clockwise to the one before.
    return (azimuths(at, after).start - azimuths(at, before).start + 720) % 360;
  });
}

/** How far an angle is from the nearest multiple of 90°. */
function offRight(angle: number): number {
  return Math.abs(((angle + 45) % 90) - 45);
}

function squared(shape: Polygon) {
  const found = squareCorners(shape);
  if (found.kind !== 'squared') throw new Error(found.kind);
  return found;
}

describe('square corners', () => {
  test('a skew rectangle gets right angles, and no corner moves farther than it was pulled', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 360, noNaN: true }),
        fc.array(fc.double({ min: -15, max: 15, noNaN: true }), { minLength: 8, maxLength: 8 }),
        (turn, pulls) => {
          const at = [
            [-300, -100],
            [300, -100],
            [300, 100],
            [-300, 100],
          ] as const;
          const skew = polygon(
            at.map(([x, y], index) => [
              x + (pulls[2 * index] ?? 0),
              y + (pulls[2 * index + 1] ?? 0),
            ]),
            turn,
          );
          const { shape, movedM } = squared(skew);
          for (const angle of angles(shape)) expect(offRight(angle)).toBeLessThan(0.01);
          // Within the pulls of two corners and the turn of the whole, at half its length.
          expect(movedM).toBeLessThan(60);
          const most = corners(shape).map((corner, index) =>
            ellipsoidDistance(corner, corners(skew)[index] ?? corner),
          );
          expect(Math.max(...most)).toBeCloseTo(movedM, 6);
        },
      ),
    );
  });

  test('what is square already stays where it is', () => {
    const site = rectangle({ centre: CENTRE, lengthM: 400, widthM: 200, bearing: 33 });
    expect(squared(site).movedM).toBeLessThan(0.01);
  });

  test('a second time moves nothing', () => {
    const skew = polygon([
      [-100, -90],
      [110, -100],
      [100, 95],
      [0, 105],
      [5, 210],
      [-95, 200],
    ]);
    const once = squared(skew);
    expect(
      angles(once.shape)
        .map(Math.round)
        .toSorted((a, b) => a - b),
    ).toEqual([90, 90, 90, 90, 90, 270]);
    expect(squared(once.shape).movedM).toBeLessThan(0.001);
  });

  test('by least change: two ends of a side share the mean', () => {
    // The left side leans 10 m to each hand, and its length keeps the directions: x is -300 after.
    const leaning = polygon([
      [-310, -100],
      [300, -100],
      [300, 100],
      [-290, 100],
    ]);
    const [southWest, , , northWest] = corners(squared(leaning).shape);
    // 10 m of 200 m lean the mean direction of 1 600 m of sides by some 0.3°.
    for (const corner of [southWest, northWest]) {
      const west = ellipsoidDistance([CENTRE[0], corner?.[1] ?? 0], corner ?? CENTRE);
      expect(Math.abs(west - 300)).toBeLessThan(2);
    }
  });

  test('corners on a straight side stay on it', () => {
    const site = polygon([
      [-100, -50],
      [0, -54],
      [100, -50],
      [100, 50],
      [-100, 50],
    ]);
    const found = angles(squared(site).shape).map(Math.round);
    expect(found.toSorted((a, b) => a - b)).toEqual([90, 90, 90, 90, 180]);
  });

  test('a triangle has a side between the directions', () => {
    expect(
      squareCorners(
        polygon([
          [0, 0],
          [100, 0],
          [0, 100],
        ]),
      ).kind,
    ).toBe('slanted');
  });

  test('a sliver would collapse', () => {
    expect(
      squareCorners(
        polygon([
          [0, 0],
          [100, 0],
          [200, 1],
          [100, 1],
        ]),
      ).kind,
    ).not.toBe('squared');
  });
});
