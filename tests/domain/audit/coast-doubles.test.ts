import { describe, expect, test } from 'vitest';
import type { Coverage } from '../../../src/domain/audit/audit.ts';
import { auditCoastline } from '../../../src/domain/audit/audit-coastline.ts';
import type { CoastlineSegment } from '../../../src/domain/coastline.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { boxZone, PLAIN_RULE, segment } from '../build.ts';

/** Metres east and north of a place on the equator, where a degree is 111 319 m and 110 574 m. */
type Metres = readonly [east: number, north: number];
const at = ([east, north]: Metres): Position => [120 + east / 111_319.49, north / 110_574.28];
const line = (id: string, metres: readonly Metres[], other: Partial<CoastlineSegment> = {}) =>
  segment(id, 'sandy', metres.map(at), other);

function coverage(segments: readonly CoastlineSegment[]): Coverage {
  const zones = [boxZone('all', [119, -1, 121, 1])];
  return auditCoastline({ segments, zones, rule: PLAIN_RULE, realm: 'all' }).coverage;
}

/** A shore of 2 km that winds by 60 m, with a corner every so many metres, moved to the side. */
function shore(stepM: number, aside: number, [from, to] = [0, 2000]): readonly Metres[] {
  const count = Math.round((to - from) / stepM);
  return Array.from({ length: count + 1 }, (_, number): Metres => {
    const east = from + ((to - from) * number) / count;
    return [east, 30 * Math.sin(east / 90) + aside];
  });
}
/** The length of that shore: Simpson's rule would add nothing to parts of 1 m. */
const shoreM = (from = 0, to = 2000): number =>
  shore(1, 0, [from, to]).reduce((sum, [x, y], number, all) => {
    const [beforeX, beforeY] = all[number - 1] ?? [x, y];
    return sum + Math.hypot(x - beforeX, y - beforeY);
  }, 0);
/** Noise of up to 1, the same in every run. */
const noise = (number: number): number => Math.sin(12.9898 * number) * Math.cos(78.233 * number);

describe('a shore that was drawn twice', () => {
  const asides = [0.3, 1, 2.5, 4];
  test.each(asides)('%f m apart is told with its metres', (aside) => {
    const found = coverage([line('old', shore(20, 0)), line('new', shore(20, aside))]);
    // Corners at the same places; a shore moved north is nearer where it is steep, and as long.
    expect(found.duplicateM / shoreM()).toBeGreaterThan(0.97);
    expect(found.duplicateM / shoreM()).toBeLessThan(1.01);
    expect(found.faults).toMatchObject([{ kind: 'duplicate', segmentIds: ['new', 'old'] }]);
    expect(found.faults[0]?.apartM).toBeGreaterThan(aside / 2);
    expect(found.faults[0]?.apartM).toBeLessThan(5.001);
    expect([found.gapM, found.isComplete]).toEqual([0, false]);
  });

  test.each([
    ['backwards', shore(20, 2).toReversed()],
    ['with other corners', shore(33, 2)],
    ['with many corners', shore(3, 1)],
    ['by a shaking hand', shore(8, 1).map(([x, y], n): Metres => [x, y + 1.5 * noise(n)])],
    ['across and across', shore(20, 0).map(([x, y], n): Metres => [x, y + (n % 2 === 0 ? 1 : -1)])],
  ])('%s is told', (_, again) => {
    for (const segments of [
      [line('old', shore(20, 0)), line('new', again)],
      [line('new', again), line('old', shore(20, 0))],
    ]) {
      const found = coverage(segments);
      expect(found.duplicateM / shoreM()).toBeGreaterThan(0.85);
      expect(found.duplicateM / shoreM()).toBeLessThan(1.15);
      expect(found.gapM).toBe(0);
    }
  });

  test.each([
    ['the same way', (metres: readonly Metres[]) => metres],
    ['backwards', (metres: readonly Metres[]) => metres.toReversed()],
  ])('between the same ends, %s, is told', (_, turned) => {
    const again = shore(20, 1).slice(1, -1);
    const ends = [shore(20, 0)[0], shore(20, 0).at(-1)] as [Metres, Metres];
    const found = coverage([
      line('before', [[-900, 0], ends[0]]),
      line('old', shore(20, 0)),
      line('after', [ends[1], [2900, 0]]),
      line('new', turned([ends[0], ...again, ends[1]])),
    ]);
    expect(found.duplicateM / shoreM()).toBeGreaterThan(0.95);
    expect(found.faults.every(({ kind }) => kind === 'duplicate')).toBe(true);
  });

  test.each([
    ['the same way', shore(20, 2, [1500, 3000])],
    ['backwards', shore(20, 2, [1500, 3000]).toReversed()],
  ])('in part, where the next sheet begins (%s), is told for that part', (_, next) => {
    const found = coverage([line('old', shore(20, 0)), line('new', next)]);
    expect(Math.abs(found.duplicateM - shoreM(1500, 2000))).toBeLessThan(25);
    expect(found.gapM).toBe(0);
  });

  test('in pieces that are drawn as one line is told', () => {
    const pieces = [0, 1, 2, 3].map((piece) =>
      line(`old-${piece}`, shore(20, 0, [500 * piece, 500 * piece + 500])),
    );
    for (const again of [shore(20, 1.5), shore(20, 1.5).toReversed()]) {
      expect(coverage([...pieces, line('new', again)]).duplicateM / shoreM()).toBeGreaterThan(0.95);
      expect(coverage([line('new', again), ...pieces]).duplicateM / shoreM()).toBeGreaterThan(0.95);
    }
  });

  test.each([
    ['corner by corner', shore(20, 0)],
    ['the other way round', shore(20, 0).toReversed()],
    ['2 cm apart', shore(20, 0.02)],
  ])('%s is one stretch, whatever its edges round to', (_, again) => {
    const found = coverage([line('old', shore(20, 0)), line('new', again)]);
    expect(found.faults).toMatchObject([{ kind: 'duplicate', segmentIds: ['new'] }]);
    expect(Math.abs((found.faults[0]?.lengthM ?? 0) - found.duplicateM)).toBeLessThan(0.01);
    expect(found.duplicateM / shoreM()).toBeGreaterThan(0.99);
  });

  test('there and back in one line, nearer than anything real is narrow, is told', () => {
    const back = shore(20, 0.8).toReversed();
    const found = coverage([line('a', [...shore(20, 0), ...back])]);
    expect(found.duplicateM / shoreM()).toBeGreaterThan(0.95);
  });

  test('as an island is told, whichever way round', () => {
    const ring = (radius: number): readonly Metres[] =>
      Array.from({ length: 73 }, (_, corner): Metres => {
        const angle = ((corner % 72) * Math.PI) / 36;
        return [radius * Math.cos(angle), radius * Math.sin(angle)];
      });
    const island = { realm: 'island' } as const;
    for (const again of [ring(202), ring(202).toReversed()]) {
      const found = coverage([line('a', ring(200), island), line('b', again, island)]);
      expect(found.duplicateM).toBeGreaterThan(0.95 * 2 * Math.PI * 200);
    }
  });
});

describe('narrow things are no doubles', () => {
  /** A shore with a mole of some width, 300 m long; the land lies on one side of the line. */
  const mole = (width: number): readonly (readonly Metres[])[] => [
    [
      [-500, 0],
      [0, 0],
    ],
    [
      [0, 0],
      [1, 150],
      [0, 300],
    ],
    [
      [0, 300],
      [width, 300],
    ],
    [
      [width, 300],
      [width + 1, 150],
      [width, 0],
    ],
    [
      [width, 0],
      [600, 0],
    ],
  ];
  const asOneLine = (parts: readonly (readonly Metres[])[]): readonly Metres[] =>
    parts.flatMap((part, number) => (number === 0 ? part : part.slice(1)));

  test.each([1.2, 2, 4.5, 6])('the two sides of a mole of %f m', (width) => {
    const parts = mole(width);
    expect(coverage([line('all', asOneLine(parts))]).duplicateM).toBe(0);
    expect(coverage(parts.map((part, n) => line(`${n}`, part))).duplicateM).toBe(0);
  });

  test('of which each side is drawn from the shore', () => {
    const parts = mole(3).map((part, n) => line(`${n}`, n === 3 ? part.toReversed() : part));
    expect(coverage(parts).isComplete).toBe(true);
  });

  test('a mole with a pier at its tip', () => {
    const parts = [
      ...mole(3),
      [
        [0, 300],
        [0, 420],
      ],
    ] as (readonly Metres[])[];
    expect(coverage(parts.map((part, n) => line(`${n}`, part))).duplicateM).toBe(0);
  });

  test('a creek, a narrow island, islands side by side', () => {
    const creek = asOneLine(mole(3)).map(([x, y]): Metres => [x, -y]);
    const bar = (south: number): readonly Metres[] => [
      [0, south],
      [200, south],
      [200, south + 4],
      [0, south + 4],
      [0, south],
    ];
    const island = { realm: 'island' } as const;
    expect(coverage([line('creek', creek)]).isComplete).toBe(true);
    expect(coverage([line('bar', bar(0), island)]).isComplete).toBe(true);
    const [south, north] = [bar(0).slice(0, 3), bar(0).slice(2)];
    expect(coverage([line('s', south, island), line('n', north, island)]).isComplete).toBe(true);
    const wide = (low: number): readonly Metres[] => [
      [0, low],
      [200, low],
      [200, low + 90],
      [0, low + 90],
      [0, low],
    ];
    expect(coverage([line('one', wide(0), island), line('two', wide(94), island)]).isComplete).toBe(
      true,
    );
  });

  test('lines that meet at a sharp angle, or cross', () => {
    const sharp = coverage([
      line('a', [
        [0, 0],
        [1000, 0],
      ]),
      line('b', [
        [0, 0],
        [1000, 140],
      ]),
    ]);
    expect(sharp.duplicateM).toBe(0);
  });
});
