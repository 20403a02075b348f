import { area as turfArea } from '@turf/turf';
import { describe, expect, test } from 'vitest';
import { measureAudited } from '../../../src/domain/audit/audit-coastline.ts';
import { SHORE_KEYS } from '../../../src/domain/coast-change/change-ledger.ts';
import {
  type CoastChange,
  type CoastsToCompare,
  compareCoasts,
  compareMeasured,
  type ScopeChange,
} from '../../../src/domain/coast-change/compare-coasts.ts';
import type { CoastlineSegment } from '../../../src/domain/coastline.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { closeTo } from '../../close-to.ts';
import { boxZone, EQUATOR_DEGREE, equatorSegment, PLAIN_RULE, polygon, segment } from '../build.ts';

/** The promise: lengths to 1 mm, ratios to 1e-9. */
const MILLIMETRE = 0.001;
const RATIO = 1e-9;
/** Metres of so many degrees along the equator. */
const along = (degrees: number): number => degrees * EQUATOR_DEGREE.ellipsoid;
/** Degrees of so many metres north of the equator: M = a (1 − e²) there, 110 574.3 m a degree. */
const north = (metres: number): number => metres / 110574.2758;

function compare(
  before: readonly CoastlineSegment[],
  after: readonly CoastlineSegment[],
  other: Partial<CoastsToCompare> = {},
): CoastChange {
  return compareCoasts({ before, after, zones: [], rule: PLAIN_RULE, realm: 'mainland', ...other });
}

/** Metres of all cells of the matrix. */
function commonM({ transitions }: ScopeChange): number {
  return SHORE_KEYS.flatMap((from) => SHORE_KEYS.map((to) => transitions[from][to])).reduce(
    (sum, metres) => sum + metres,
    0,
  );
}

function part(scope: ScopeChange, kind: string): number | undefined {
  return scope.change.parts.find((each) => each.kind === kind)?.ratio;
}

/** What holds for every pair of coasts, whatever they are. */
function expectSums(scope: ScopeChange): void {
  closeTo(commonM(scope) + scope.lostM, scope.before.totalM, MILLIMETRE);
  closeTo(commonM(scope) + scope.gainedM, scope.after.totalM, MILLIMETRE);
  const { ratio, parts } = scope.change;
  if (ratio === undefined) return;
  closeTo(
    parts.reduce((sum, each) => sum + (each.ratio ?? Number.NaN), 0),
    ratio,
    RATIO,
  );
}

/** Land on the left: a coast that runs east along the equator has its sea in the south. */
const BEACH = equatorSegment('beach', 'sandy', [0, 0.06]);
const QUAY = equatorSegment('quay', 'artificial', [0.06, 0.1]);

test('coasts that have been measured are not measured again, and compare alike', () => {
  const zones = [boxZone('z', [0, -1, 0.05, 1])];
  const [before, after] = [[BEACH, QUAY], [BEACH]];
  const measured = (segments: readonly CoastlineSegment[]) =>
    measureAudited({ segments, zones, rule: PLAIN_RULE });
  const found = compareMeasured(
    { before: measured(before), after: measured(after) },
    { before, after, zones, rule: PLAIN_RULE, realm: 'mainland' },
  );
  expect(found).toEqual(compare(before, after, { zones }));
  // 0.06 of 0.1 degrees, then all of what is left.
  closeTo(found.overall.before.ratio, 0.6, RATIO);
  closeTo(found.overall.after.ratio, 1, RATIO);
});

describe('the same coast', () => {
  test('has not changed, however it is cut, directed and drawn', () => {
    const redrawn = [
      segment('b', 'sandy', [
        [0.06, 0],
        [0.055, 0],
        [0.02, 0],
      ]),
      segment('a', 'sandy', [
        [0, 0],
        [0.01, 0],
        [0.02, 0],
      ]),
      segment('q', 'artificial', [
        [0.1, 0],
        [0.09, 0],
        [0.06, 0],
      ]),
    ];
    for (const after of [[BEACH, QUAY], redrawn]) {
      const { overall } = compare([BEACH, QUAY], after);
      closeTo(overall.transitions.sandy.sandy, along(0.06), MILLIMETRE);
      closeTo(overall.transitions.artificial.artificial, along(0.04), MILLIMETRE);
      closeTo(overall.lostM + overall.gainedM, 0, MILLIMETRE);
      closeTo(overall.reclaimedM2 + overall.erodedM2, 0, 1);
      for (const { ratio } of overall.change.parts) closeTo(ratio, 0, RATIO);
    }
  });

  test('is found when an island is drawn from another corner, the other way round', () => {
    const corners: readonly Position[] = [
      [0.2, -0.2],
      [0.21, -0.2],
      [0.21, -0.19],
      [0.2, -0.19],
    ];
    const ring = (order: readonly number[]): readonly Position[] =>
      order.flatMap((at) => {
        const corner = corners[at];
        return corner === undefined ? [] : [corner];
      });
    const one = segment('i', 'bedrock', ring([0, 1, 2, 3, 0]), { realm: 'island' });
    const other = segment('j', 'bedrock', ring([2, 1, 0, 3, 2]), { realm: 'island' });
    const { overall } = compare([one], [other], { realm: 'island' });
    expectSums(overall);
    closeTo(overall.transitions.bedrock.bedrock, overall.before.totalM, MILLIMETRE);
    closeTo(overall.reclaimedM2 + overall.erodedM2, 0, 1);
  });
});

test('an island surveyed a few metres off is the same coast all round', () => {
  const ring = (offM: number): readonly Position[] => {
    const off = north(offM);
    return [
      [0.2 + off, -0.01 + off],
      [0.22 + off, -0.01 - off],
      [0.21 - off, 0.01 + off],
      [0.2 + off, -0.01 + off],
    ];
  };
  for (const line of [ring(15), ring(15).toReversed()]) {
    const { overall, stretches } = compare(
      [segment('i', 'bedrock', ring(0), { realm: 'island' })],
      [segment('j', 'bedrock', line, { realm: 'island' })],
      { realm: 'island' },
    );
    expectSums(overall);
    expect(stretches.map(({ kind }) => kind)).toEqual(['matched']);
  }
});

describe('coast that has another class', () => {
  test('is consumed when artificial took natural coast, metre by metre', () => {
    const after = [
      equatorSegment('beach', 'sandy', [0, 0.05]),
      equatorSegment('new', 'artificial', [0.05, 0.06]),
      QUAY,
    ];
    const { overall, stretches } = compare([BEACH, QUAY], after);
    expectSums(overall);
    closeTo(overall.transitions.sandy.artificial, along(0.01), MILLIMETRE);
    closeTo(overall.change.ratio, -0.1, RATIO);
    closeTo(part(overall, 'consumed'), -0.1, RATIO);
    const stretch = stretches.find((each) => each.after?.segmentId === 'new');
    expect(stretch).toMatchObject({ kind: 'matched', before: { segmentId: 'beach' } });
    closeTo(stretch?.before?.fromM, along(0.05), MILLIMETRE);
    closeTo(stretch?.before?.toM, along(0.06), MILLIMETRE);
    closeTo(stretch?.after?.fromM, 0, MILLIMETRE);
  });

  test('is restored or reclassified by what it was', () => {
    const before = [
      BEACH,
      equatorSegment('mouth', 'estuary', [0.06, 0.08]),
      equatorSegment('quay', 'artificial', [0.08, 0.1]),
    ];
    const after = [
      BEACH,
      equatorSegment('mouth', 'muddy', [0.06, 0.08]),
      equatorSegment('quay', 'restored', [0.08, 0.1]),
    ];
    const { overall } = compare(before, after);
    expectSums(overall);
    closeTo(part(overall, 'reclassified'), 0.2, RATIO);
    closeTo(part(overall, 'restored'), 0.2, RATIO);
    const stated = compare(before, after, { judged: new Set(['quay']) });
    closeTo(part(stated.overall, 'reclassified'), 0.4, RATIO);
    closeTo(part(stated.overall, 'restored'), 0, RATIO);
  });
});

test('a border between classes that differs by less than the tolerance is told apart', () => {
  const shifted = (degrees: number) => [
    equatorSegment('beach', 'sandy', [0, 0.06 - degrees]),
    equatorSegment('quay', 'artificial', [0.06 - degrees, 0.1]),
  ];
  const borderM = (degrees: number): number | undefined =>
    compare([BEACH, QUAY], shifted(degrees)).overall.ledger.find(({ kind }) => kind === 'consumed')
      ?.borderM;
  // 33 m along the shore, and 111 m.
  closeTo(borderM(0.0003), along(0.0003), MILLIMETRE);
  closeTo(borderM(0.001), 0, MILLIMETRE);
  // As short, but between two beaches: that is a new quay.
  const quay = [
    equatorSegment('beach', 'sandy', [0, 0.03]),
    equatorSegment('jetty', 'artificial', [0.03, 0.0303]),
    equatorSegment('beach-2', 'sandy', [0.0303, 0.06]),
    QUAY,
  ];
  const consumed = compare([BEACH, QUAY], quay).overall.ledger[0];
  closeTo(consumed?.numeratorM, -along(0.0003), MILLIMETRE);
  closeTo(consumed?.borderM, 0, MILLIMETRE);
});

describe('coast that moved', () => {
  /** The beach's middle, moved by metres: to the south where they are positive. */
  const moved = (metres: number, name: 'sandy' | 'artificial' = 'sandy') => [
    equatorSegment('west', 'sandy', [0, 0.02]),
    segment('moved', name, [
      [0.02, 0],
      [0.02, north(-metres)],
      [0.04, north(-metres)],
      [0.04, 0],
    ]),
    equatorSegment('east', 'sandy', [0.04, 0.06]),
    QUAY,
  ];
  /** An oracle for areas: Turf's, on its sphere, which differs by 0.6 % here. */
  const rectangleM2 = (metres: number): number =>
    turfArea(
      polygon([
        [0.02, 0],
        [0.04, 0],
        [0.04, north(metres)],
        [0.02, north(metres)],
        [0.02, 0],
      ]),
    );

  test.each([
    [20, 'reclaimedM2'],
    [-20, 'erodedM2'],
  ] as const)('by %d m has won or lost the land between', (metres, side) => {
    const { overall, stretches } = compare([BEACH, QUAY], moved(metres));
    expectSums(overall);
    closeTo(overall[side], along(0.02) * 20, 2);
    closeTo(overall[side] / rectangleM2(20), 1, 0.006);
    closeTo(overall.reclaimedM2 + overall.erodedM2, overall[side], 1);
    const stretch = stretches.find((each) => each.after?.segmentId === 'moved');
    closeTo(stretch?.displacementM, metres, 0.3);
    closeTo(stretch?.apartM, 20, 0.001);
    // The two sides of 20 m are the only new coast, and within the tolerance.
    closeTo(overall.gainedM, 40, 0.01);
    closeTo(overall.lostM, 0, MILLIMETRE);
  });

  test('beyond the tolerance is lost and gained, and consumed where it is artificial', () => {
    const { overall, stretches } = compare([BEACH, QUAY], moved(300, 'artificial'));
    expectSums(overall);
    closeTo(overall.lostM, along(0.02), MILLIMETRE);
    closeTo(overall.gainedM, along(0.02) + 600, 0.01);
    closeTo(overall.replaced.sandy.artificial, along(0.02), MILLIMETRE);
    closeTo(overall.reclaimedM2, along(0.02) * 300, 30);
    const total = along(0.1) + 300;
    const mean = (0.6 + along(0.04) / (along(0.1) + 600)) / 2;
    closeTo(part(overall, 'consumed'), -along(0.02) / total, 1e-7);
    closeTo(part(overall, 'moved'), (-mean * 600) / total, 1e-7);
    closeTo(part(overall, 'extent'), 0, RATIO);
    expect(stretches.filter(({ kind }) => kind === 'replaced')).toHaveLength(1);
  });

  test('within a wider tolerance is the same coast', () => {
    const { overall } = compare([BEACH, QUAY], moved(300, 'artificial'), { toleranceM: 500 });
    expectSums(overall);
    closeTo(overall.transitions.sandy.artificial, along(0.02), MILLIMETRE);
    closeTo(overall.gainedM, 600, 0.01);
    closeTo(overall.lostM, 0, MILLIMETRE);
  });

  test('of an island has its land inside, whichever way it is drawn', () => {
    const square = (half: number): readonly Position[] => [
      [0.2 - half, -half],
      [0.2 + half, -half],
      [0.2 + half, half],
      [0.2 - half, half],
      [0.2 - half, -half],
    ];
    const grown = segment('i', 'bedrock', square(0.0102), { realm: 'island' });
    for (const line of [square(0.01), square(0.01).toReversed()]) {
      const before = segment('i', 'bedrock', line, { realm: 'island' });
      const { overall } = compare([before], [grown], { realm: 'island' });
      expectSums(overall);
      const rings = turfArea(polygon(square(0.0102))) - turfArea(polygon(square(0.01)));
      closeTo(overall.reclaimedM2 / rings, 1, 0.006);
      closeTo(overall.erodedM2, 0, 1);
    }
  });
});

describe('coast of one survey only', () => {
  test('is extent, and lost or gained by all its metres', () => {
    const after = [
      equatorSegment('beach', 'sandy', [0, 0.03]),
      equatorSegment('beach-2', 'sandy', [0.04, 0.06]),
      QUAY,
    ];
    const { overall } = compare([BEACH, QUAY], after);
    expectSums(overall);
    closeTo(overall.lostM, along(0.01), MILLIMETRE);
    closeTo(overall.lostByClass.sandy, along(0.01), MILLIMETRE);
    closeTo(part(overall, 'extent'), 5 / 9 - 0.6, RATIO);
    closeTo(part(overall, 'detail'), 0, RATIO);
  });

  test('has no ratio to compare with where the other has no coast', () => {
    const { overall } = compare([], [BEACH]);
    closeTo(overall.gainedM, along(0.06), MILLIMETRE);
    expect(overall.change.ratio).toBeUndefined();
    expect(overall.change.parts.map(({ ratio }) => ratio)).toEqual(Array(6).fill(undefined));
  });
});

describe('zones', () => {
  const ZONES = [boxZone('west', [-1, -1, 0.05, 1]), boxZone('east', [0.05, -1, 1, 1])];

  test('have their own figures, which add up', () => {
    const after = [
      equatorSegment('beach', 'sandy', [0, 0.045]),
      equatorSegment('new', 'artificial', [0.045, 0.06]),
      QUAY,
    ];
    const { overall, zones } = compare([BEACH, QUAY], after, { zones: ZONES });
    for (const zone of zones) expectSums(zone);
    const [west, east] = zones;
    closeTo(west?.transitions.sandy.artificial, along(0.005), MILLIMETRE);
    closeTo(east?.transitions.sandy.artificial, along(0.01), MILLIMETRE);
    closeTo(overall.transitions.sandy.artificial, along(0.015), MILLIMETRE);
    closeTo(west === undefined ? undefined : part(west, 'consumed'), -0.1, RATIO);
  });
});

describe('detail', () => {
  /** A coast along the equator with a corner every 0.0005°, each second one north by metres. */
  const jagged = (metres: number, until: number): readonly Position[] =>
    Array.from({ length: Math.round(until / 0.0005) + 1 }, (_, at) => [
      at * 0.0005,
      at % 2 === 0 ? 0 : north(metres),
    ]);

  test('is named: the same coast drawn finer, and what is left at equal detail', () => {
    const fine = segment('beach', 'sandy', jagged(10, 0.06));
    const { overall, equalDetail } = compare([BEACH, QUAY], [fine, QUAY]);
    expectSums(overall);
    // Each edge of 55.66 m along the equator is √(55.66² + 10²) m long now.
    const step = along(0.0005);
    const longer = 120 * (Math.hypot(step, 10) - step);
    closeTo(overall.gainedM, longer, 0.01);
    closeTo(overall.transitions.sandy.sandy, along(0.06), MILLIMETRE);
    closeTo(part(overall, 'detail'), overall.change.ratio ?? Number.NaN, RATIO);
    expect(equalDetail).toMatchObject({ coarser: 'before' });
    closeTo(equalDetail?.change.ratio, 0, RATIO);
    closeTo(equalDetail?.detailOnly, overall.change.ratio ?? Number.NaN, RATIO);
  });
});

test('a tolerance that is none is refused', () => {
  expect(() => compare([BEACH], [BEACH], { toleranceM: 0 })).toThrow('not a tolerance');
});
