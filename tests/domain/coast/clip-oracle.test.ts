import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditCoastline } from '../../../src/domain/audit/audit-coastline.ts';
import { signedArea } from '../../../src/domain/geometry/ring-checks.ts';
import { type RingCourse, ringCourse } from '../../../src/domain/geometry/ring-course.ts';
import { closeTo } from '../../close-to.ts';
import { PLAIN_RULE, polygon, segment, zone } from '../build.ts';
import { type GridPlace, type GridRing, lengthInside, toPosition } from './grid-oracle.ts';

/** Pieces on straight lines in degrees and the uncut edge differ by nanometres on edges of 2 km. */
const TOLERANCE = 1e-4;

const place: fc.Arbitrary<GridPlace> = fc.tuple(fc.nat(12), fc.nat(12));
const close = (corners: readonly GridPlace[]): GridRing => [...corners, ...corners.slice(0, 1)];
const box: fc.Arbitrary<GridRing> = fc
  .tuple(fc.nat(10), fc.nat(10), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .map(([x, y, width, height]) =>
    close([
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ]),
  );
/** A boundary has ground beside it: a spike or a cut there and back has none, and holds no coast. */
const isSound = ({ crossing, spikes, doubled }: RingCourse): boolean =>
  crossing === undefined && spikes.length === 0 && doubled.length === 0;
/** Any simple polygon of up to seven corners on the grid: concave, slanted, with corners in line. */
const simple: fc.Arbitrary<GridRing> = fc
  .array(place, { minLength: 3, maxLength: 7 })
  .map(close)
  .filter((ring) => signedArea(ring) !== 0 && isSound(ringCourse(ring)));
/** A box with a hole whose corners may touch its sides. */
const holed: fc.Arbitrary<readonly GridRing[]> = fc
  .tuple(fc.nat(5), fc.nat(5), fc.nat(2), fc.nat(2))
  .map(([x, y, inset, other]) => [
    close([
      [x, y],
      [x + 6, y],
      [x + 6, y + 6],
      [x, y + 6],
    ]),
    close([
      [x + 3, y + inset],
      [x + 6 - other, y + 3],
      [x + 3, y + 6 - other],
      [x + inset, y + 3],
    ]),
  ]);
const area: fc.Arbitrary<readonly GridRing[]> = fc.oneof(
  box.map((ring) => [ring]),
  simple.map((ring) => [ring]),
  holed,
);
const coast: fc.Arbitrary<readonly GridPlace[]> = fc.oneof(
  fc.array(place, { minLength: 2, maxLength: 10 }),
  // Steps along the grid: these lie on boundaries and pass through corners again and again.
  fc
    .array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 10 })
    .map(walk),
);

/** A path from the middle of the grid by steps in the four directions, never beyond its rim. */
function walk(
  steps: readonly (readonly [direction: number, length: number])[],
): readonly GridPlace[] {
  let [x, y] = [6, 6];
  const path: GridPlace[] = [[x, y]];
  for (const [direction, length] of steps) {
    const way = direction < 2 ? length : -length;
    if (direction % 2 === 0) x = Math.max(0, Math.min(12, x + way));
    else y = Math.max(0, Math.min(12, y + way));
    path.push([x, y]);
  }
  return path;
}

function audit(lines: readonly (readonly GridPlace[])[], areas: readonly (readonly GridRing[])[]) {
  const segments = lines.map((line, index) => segment(`s${index}`, 'sandy', line.map(toPosition)));
  const zones = areas.map((rings, index) =>
    zone(`z${index}`, polygon(...rings.map((ring) => ring.map(toPosition)))),
  );
  return auditCoastline({ segments, zones, rule: PLAIN_RULE, realm: 'all' });
}

describe('the exact answer on a grid', () => {
  test('is known where it can be counted by hand', () => {
    const square = close([
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
    ]);
    const whole = lengthInside(
      [
        [0, 2],
        [4, 2],
      ],
      [square],
    );
    closeTo(
      lengthInside(
        [
          [-2, 2],
          [6, 2],
        ],
        [square],
      ),
      whole,
      TOLERANCE,
    );
    closeTo(
      lengthInside(
        [
          [-2, 0],
          [6, 0],
        ],
        [square],
      ),
      lengthInside(
        [
          [0, 0],
          [4, 0],
        ],
        [square],
      ),
      TOLERANCE,
    );
    expect(
      lengthInside(
        [
          [5, 0],
          [5, 4],
        ],
        [square],
      ),
    ).toBe(0);
    expect(
      lengthInside(
        [
          [-1, 1],
          [1, -1],
        ],
        [square],
      ),
    ).toBe(0);
  });

  test('is what the audit measures inside each zone, however lines and zones touch', () => {
    fc.assert(
      fc.property(
        fc.array(coast, { minLength: 1, maxLength: 3 }),
        fc.array(area, { minLength: 1, maxLength: 4 }),
        (lines, areas) => {
          const { zones } = audit(lines, areas);
          for (const [index, rings] of areas.entries()) {
            const expected = lines.reduce((sum, line) => sum + lengthInside(line, rings), 0);
            closeTo(zones[index]?.totalM, expected, TOLERANCE);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('is what the pieces of evidence add up to, each along its segment', () => {
    fc.assert(
      fc.property(coast, area, (line, rings) => {
        const [found] = audit([line], [rings]).zones;
        closeTo(
          found?.pieces.reduce((sum, { lengthM }) => sum + lengthM, 0),
          lengthInside(line, rings),
          TOLERANCE,
        );
      }),
      { numRuns: 100 },
    );
  });

  test('leaves nothing over: zones, overlaps and the rest make the whole', () => {
    fc.assert(
      fc.property(
        fc.array(coast, { minLength: 1, maxLength: 2 }),
        fc.array(area, { maxLength: 4 }),
        (lines, areas) => {
          const { coverage, overall } = audit(lines, areas);
          expect(coverage.residualM).toBeLessThanOrEqual(0.001);
          const everywhere = [
            close([
              [-1, -1],
              [20, -1],
              [20, 20],
              [-1, 20],
            ]),
          ];
          closeTo(
            overall.totalM,
            lines.reduce((sum, line) => sum + lengthInside(line, everywhere), 0),
            TOLERANCE,
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
