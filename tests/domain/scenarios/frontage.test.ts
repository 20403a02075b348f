import { describe, expect, test } from 'vitest';
import { measureArea } from '../../../src/domain/geodesy.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { frontageOf, movedAlong } from '../../../src/domain/scenarios/frontage.ts';
import { closeTo } from '../../close-to.ts';
import { boxRing, polygon } from '../build.ts';

/** What rounding to 1e-6° leaves. */
const ROUNDED = 2e-6;

describe('the frontage of a site', () => {
  test('is the middle of its longest line, with the bearing between its ends', () => {
    const frontage = frontageOf([
      [
        [0, 0],
        [0.01, 0],
      ],
      [
        [1, 0],
        [1.1, 0],
        [1.2, 0],
      ],
    ]);
    closeTo(frontage?.middle[0], 1.1, 1e-9);
    closeTo(frontage?.bearing, 90, 1e-9);
  });

  test('has the course at its middle where a line returns to its start', () => {
    const ring = [...boxRing([0, 0, 0.02, 0.01])];
    // Counter-clockwise from the south-western corner: halfway is the north-eastern one, after going north.
    closeTo(frontageOf([ring])?.bearing, 0, 1e-6);
  });

  test('is none without a line of any length', () => {
    expect(frontageOf([])).toBeUndefined();
    expect(
      frontageOf([
        [
          [1, 1],
          [1, 1],
        ],
      ]),
    ).toBeUndefined();
  });
});

/** A berth 0.02° wide on the equator from 0.01° inland (south) to 0.03° out at sea (north). */
const BERTH = polygon(boxRing([-0.01, -0.01, 0.01, 0.03]));
const EAST = { middle: [0, 0], bearing: 90 } as const;

describe('a site moved along the coast', () => {
  test('keeps its size and its place on the coast', () => {
    const moved = movedAlong(
      BERTH,
      { from: EAST, to: { middle: [5, 0], bearing: 90 } },
      () => undefined,
    );
    const ring = moved.type === 'Polygon' ? (moved.coordinates[0] ?? []) : [];
    for (const [corner, [x = 0, y = 0] = []] of ring.entries()) {
      const [wasX = 0, wasY = 0] = BERTH.coordinates[0]?.[corner] ?? [];
      closeTo(x, wasX + 5, ROUNDED);
      closeTo(y, wasY, ROUNDED);
    }
  });

  test('turns with the coast: on a meridian its seaward side lies west, where the water is', () => {
    const isLand = ([x, y]: Position): boolean => (x > 1 ? x > 5 : y < 0);
    const moved = movedAlong(BERTH, { from: EAST, to: { middle: [5, 0], bearing: 0 } }, isLand);
    const ring = moved.type === 'Polygon' ? (moved.coordinates[0] ?? []) : [];
    // 0.03° at sea along the equator's degree; a meridian's degree there is 0.67 % shorter.
    closeTo(Math.min(...ring.map(([x = 0]) => x)), 5 - 0.03, 3e-4);
    closeTo(Math.max(...ring.map(([x = 0]) => x)), 5 + 0.01, 1e-4);
    closeTo(
      measureArea(polygon(ring.map(([x = 0, y = 0]) => [x, y] as const))).ellipsoid /
        measureArea(BERTH).ellipsoid,
      1,
      1e-3,
    );
  });

  test('is turned around where the water lies on the other side of the course', () => {
    // At 5° the land is in the north: the berth points south.
    const isLand = ([x, y]: Position): boolean => (x > 1 ? y > 0 : y < 0);
    const moved = movedAlong(BERTH, { from: EAST, to: { middle: [5, 0], bearing: 90 } }, isLand);
    const ring = moved.type === 'Polygon' ? (moved.coordinates[0] ?? []) : [];
    closeTo(Math.min(...ring.map(([, y = 0]) => y)), -0.03, ROUNDED);
    closeTo(Math.max(...ring.map(([, y = 0]) => y)), 0.01, ROUNDED);
  });

  test('turns as little as it may where nobody knows the water', () => {
    const to = { middle: [5, 0], bearing: 270 } as const;
    const moved = movedAlong(
      { type: 'Point', coordinates: [0, 0.03] },
      { from: EAST, to },
      () => undefined,
    );
    expect(moved).toEqual({ type: 'Point', coordinates: [5, 0.03] });
  });
});
