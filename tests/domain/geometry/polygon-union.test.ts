import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaUnder, measureArea } from '../../../src/domain/geodesy.ts';
import { dissolvedArea, unionArea } from '../../../src/domain/geometry/polygon-union.ts';
import { PreparedPolygon } from '../../../src/domain/geometry/prepared-polygon.ts';
import { signedArea } from '../../../src/domain/geometry/ring-checks.ts';
import { selfCrossing } from '../../../src/domain/geometry/ring-course.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { closeTo } from '../../close-to.ts';
import { starRing } from '../arbitraries.ts';
import { boxRing, boxZone, polygon, zone } from '../build.ts';
import { type GridPlace, type GridRing, toPosition } from '../coast/grid-oracle.ts';

const close = (corners: readonly GridPlace[]): GridRing => [...corners, ...corners.slice(0, 1)];
const place: fc.Arbitrary<GridPlace> = fc.tuple(fc.nat(12), fc.nat(12));
type GridBox = readonly [x: number, y: number, width: number, height: number];
const box: fc.Arbitrary<GridBox> = fc.tuple(
  fc.nat(8),
  fc.nat(8),
  fc.integer({ min: 1, max: 6 }),
  fc.integer({ min: 1, max: 6 }),
);
const ofBox = ([x, y, width, height]: GridBox): GridRing =>
  close([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]);
const toZone = (ring: GridRing) => zone('z', polygon(ring.map(toPosition)));
const areaOf = (ring: GridRing): number => measureArea(polygon(ring.map(toPosition))).ellipsoid;
/** An edge of 600 m along a parallel and its six parts enclose 2 m²; a border here has a dozen such. */
const SLACK = 60;
/**
 * What an edge of the whole grid (12 cells, 1.1 km along a parallel) encloses with its straight line
 * in degrees: L³ tan φ / 12 R = 12 m². The ellipsoid's area follows the one, the sphere's the other.
 */
const BULGE = 12;

describe('the area under lines', () => {
  test('around an area is its area, on both models', () => {
    fc.assert(
      fc.property(starRing, (ring) => {
        const sum = { ellipsoid: 0, sphere: 0 };
        for (const [index, to] of ring.entries()) {
          const under = areaUnder(ring[index - 1] ?? to, to);
          sum.ellipsoid += under.ellipsoid;
          sum.sphere += under.sphere;
        }
        const area = measureArea(polygon(ring));
        // Terms of up to 1e11 m² each: their last digits are 1e-5 m².
        closeTo(Math.abs(sum.ellipsoid), area.ellipsoid, 0.01);
        closeTo(Math.abs(sum.sphere), area.sphere, 0.01);
      }),
    );
  });

  test('of an eighth of the sphere is 4πR²/8', () => {
    closeTo(areaUnder([0, 90], [90, 90]).sphere, (Math.PI * 6371008.8 ** 2) / 2, 1e5);
  });
});

describe('the ground of one area', () => {
  const cells = ([x, y, width, height]: GridBox): readonly string[] =>
    Array.from(
      { length: width * height },
      (_, cell) => `${x + (cell % width)} ${y + Math.floor(cell / width)}`,
    );
  const areaOfCells = (wanted: Iterable<string>): number =>
    [...wanted].reduce((sum, cell) => {
      const [x = 0, y = 0] = cell.split(' ').map(Number);
      return sum + areaOf(ofBox([x, y, 1, 1]));
    }, 0);
  const holed = fc.record({ shell: box, holes: fc.array(box, { maxLength: 3 }) });

  test('is every cell of a grid that a part covers and no hole of that part takes, once', () => {
    fc.assert(
      fc.property(
        fc.array(holed, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (parts, isTwice) => {
          // Holes that reach outside are refused by the reader: kept inside their shell here.
          const clean = parts.map(({ shell, holes }) => ({
            shell,
            holes: holes.flatMap((hole) => within(hole, shell)),
          }));
          const all = isTwice ? [...clean, ...clean.slice(0, 1)] : clean;
          const ground = new Set(
            clean.flatMap(({ shell, holes }) => {
              const taken = new Set(holes.flatMap(cells));
              return cells(shell).filter((cell) => !taken.has(cell));
            }),
          );
          const geometry = {
            type: 'MultiPolygon' as const,
            coordinates: all.map(
              ({ shell, holes }) =>
                polygon(
                  ofBox(shell).map(toPosition),
                  ...holes.map((hole) => ofBox(hole).map(toPosition).toReversed()),
                ).coordinates,
            ),
          };
          closeTo(dissolvedArea(geometry).ellipsoid, areaOfCells(ground), SLACK);
          const boundary = new PreparedPolygon(geometry, 'z');
          for (const cell of cells([0, 0, 14, 14])) {
            const [x = 0, y = 0] = cell.split(' ').map(Number);
            const [[west, south], [east, north]] = [toPosition([x, y]), toPosition([x + 1, y + 1])];
            const middle: Position = [(west + east) / 2, (south + north) / 2];
            expect(boundary.contains(middle)).toBe(ground.has(cell));
          }
        },
      ),
    );
  });

  test('is exactly that of its rings where parts and holes lie clear of each other', () => {
    const [outer, hole] = [boxRing([0, 0, 0.1, 0.1]), boxRing([0.02, 0.02, 0.04, 0.04])];
    const parts = {
      type: 'MultiPolygon' as const,
      coordinates: [
        polygon(outer, hole.toReversed()).coordinates,
        // An island in the lake, and a part that shares an edge.
        polygon(boxRing([0.025, 0.025, 0.03, 0.03])).coordinates,
        polygon(boxRing([0.1, 0, 0.2, 0.1])).coordinates,
      ],
    };
    expect(dissolvedArea(parts)).toEqual(measureArea(parts));
  });
});

/** What of a hole lies inside a shell. */
function within(
  [x, y, width, height]: GridBox,
  [left, low, wide, high]: GridBox,
): readonly GridBox[] {
  const [west, south] = [Math.max(x, left), Math.max(y, low)];
  const [east, north] = [Math.min(x + width, left + wide), Math.min(y + height, low + high)];
  return east > west && north > south ? [[west, south, east - west, north - south]] : [];
}

describe('ground that zones cover together', () => {
  test('is every cell of a grid that any of them covers, once', () => {
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 5 }), (boxes) => {
        const cells = new Set(
          boxes.flatMap(([x, y, width, height]) =>
            Array.from(
              { length: width * height },
              (_, cell) => `${x + (cell % width)} ${y + Math.floor(cell / width)}`,
            ),
          ),
        );
        const expected = [...cells].reduce((sum, cell) => {
          const [x = 0, y = 0] = cell.split(' ').map(Number);
          return sum + areaOf(ofBox([x, y, 1, 1]));
        }, 0);
        closeTo(unionArea(boxes.map((one) => toZone(ofBox(one)))).ellipsoid, expected, SLACK);
      }),
    );
  });

  // None runs along itself: a ring that goes round twice has twice the area of its ground.
  const simple: fc.Arbitrary<GridRing> = fc
    .array(place, { minLength: 3, maxLength: 7 })
    .map(close)
    .filter(
      (ring) =>
        signedArea(ring) !== 0 && selfCrossing(ring) === undefined && !runsAlongItself(ring),
    );

  test('is at least that of the largest and at most that of all, and the same whichever comes first', () => {
    fc.assert(
      fc.property(fc.array(simple, { minLength: 1, maxLength: 4 }), (rings) => {
        const { ellipsoid, sphere } = unionArea(rings.map(toZone));
        const areas = rings.map(areaOf);
        const bulges = BULGE * rings.reduce((edges, ring) => edges + ring.length - 1, 0);
        expect(ellipsoid).toBeGreaterThanOrEqual(Math.max(...areas) - bulges);
        expect(ellipsoid).toBeLessThanOrEqual(areas.reduce((sum, area) => sum + area, 0) + bulges);
        closeTo(unionArea(rings.toReversed().map(toZone)).ellipsoid, ellipsoid, 1);
        // At 36° N the sphere's areas are 1.7e-4 from the ellipsoid's; the bulges weigh on a sliver.
        closeTo(sphere, ellipsoid, 0.0002 * ellipsoid + bulges);
      }),
      {
        examples: [
          [
            [
              [
                [9, 12],
                [0, 1],
                [5, 7],
                [9, 12],
              ],
            ],
          ],
        ],
      },
    );
  });

  test('of two zones is both less what they share: by inclusion and exclusion, in squares of the grid', () => {
    fc.assert(
      fc.property(simple, box, (ring, square) => {
        // The ring clipped to the square, by Sutherland and Hodgman: exact for the area it encloses.
        const shared = clippedArea(ring, square);
        const both = unionArea([toZone(ring), toZone(ofBox(square))]).ellipsoid;
        const cell = areaOf([
          [6, 6],
          [7, 6],
          [7, 7],
          [6, 7],
          [6, 6],
        ]);
        // Cells differ by 1.5e-4 from south to north of the grid.
        closeTo(both / cell, areaOf(ring) / cell + square[2] * square[3] - shared, 0.02);
      }),
    );
  });

  test('of one zone is its own, holes and parts included, whichever way its rings run', () => {
    const [outer, hole] = [
      boxRing([120, 36, 120.1, 36.1]),
      boxRing([120.02, 36.02, 120.04, 36.04]),
    ];
    const geometry = polygon(outer.toReversed(), hole);
    closeTo(unionArea([zone('a', geometry)]).ellipsoid, measureArea(geometry).ellipsoid, 0.01);
    const parts = {
      type: 'MultiPolygon' as const,
      coordinates: [
        polygon(outer).coordinates,
        polygon(boxRing([120.2, 36, 120.3, 36.1])).coordinates,
      ],
    };
    closeTo(unionArea([zone('a', parts)]).ellipsoid, measureArea(parts).ellipsoid, 0.01);
  });

  test('fills a hole that another zone stands in', () => {
    const [outer, hole] = [boxRing([0, 0, 0.03, 0.03]), boxRing([0.01, 0.01, 0.02, 0.02])];
    const found = unionArea([
      zone('around', polygon(outer, hole.toReversed())),
      boxZone('enclave', [0.01, 0.01, 0.02, 0.02]),
      boxZone('all', [0, 0, 0.03, 0.03]),
    ]);
    closeTo(found.ellipsoid, measureArea(polygon(outer)).ellipsoid, 1);
  });

  test('of nothing is nothing', () => {
    expect(unionArea([])).toEqual({ ellipsoid: 0, sphere: 0 });
  });

  test('is found where borders run along each other off the grid, where polygon libraries give up', () => {
    const corners: readonly GridRing[] = [
      close([
        [0, 0],
        [3, 6],
        [6, 6],
      ]),
      close([
        [0, 0],
        [6, 6],
        [7, 3],
        [2, 2],
      ]),
      close([
        [1, 1],
        [5, 5],
        [0, 9],
      ]),
    ];
    const { ellipsoid } = unionArea(corners.map(toZone));
    expect(ellipsoid).toBeGreaterThan(Math.max(...corners.map(areaOf)));
  });
});

/** Whether two edges of a ring share more than a place, exact on the grid. */
function runsAlongItself(ring: GridRing): boolean {
  const edges = ring.slice(1).map((to, index) => [ring[index] ?? to, to] as const);
  return edges.some(([[ax, ay], [bx, by]], index) =>
    edges.slice(index + 1).some(([c, d]) => {
      const [ux, uy] = [bx - ax, by - ay];
      const offLine = ([x, y]: GridPlace): number => ux * (y - ay) - uy * (x - ax);
      const [start = 0, end = 0] = [c, d].map(([x, y]) => ux * (x - ax) + uy * (y - ay));
      const square = ux * ux + uy * uy;
      const isApart = Math.max(start, end) <= 0 || Math.min(start, end) >= square;
      return offLine(c) === 0 && offLine(d) === 0 && !isApart;
    }),
  );
}

/** Squares of the grid that a ring and a box share. Source: Sutherland & Hodgman, CACM 17 (1974) 32–42. */
function clippedArea(ring: GridRing, [x, y, width, height]: GridBox): number {
  const sides: readonly ((at: GridPlace) => number)[] = [
    ([px]) => px - x,
    ([px]) => x + width - px,
    ([, py]) => py - y,
    ([, py]) => y + height - py,
  ];
  let corners: readonly GridPlace[] = ring.slice(0, -1);
  for (const inside of sides) {
    corners = corners.flatMap((to, index): readonly GridPlace[] => {
      const from = corners.at(index - 1) ?? to;
      const [a, b] = [inside(from), inside(to)];
      const share = a / (a - b);
      const crossing: GridPlace = [
        from[0] + share * (to[0] - from[0]),
        from[1] + share * (to[1] - from[1]),
      ];
      if (a * b < 0) return b > 0 ? [crossing, to] : [crossing];
      return b >= 0 ? [to] : [];
    });
  }
  const positions: readonly Position[] = [...corners, ...corners.slice(0, 1)];
  return Math.abs(signedArea(positions)) / 2;
}
