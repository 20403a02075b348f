import { describe, expect, test } from 'vitest';
import { auditCoastline } from '../../../src/domain/audit/audit-coastline.ts';
import type { CoastlineSegment, RealmChoice } from '../../../src/domain/coastline.ts';
import type { Zone } from '../../../src/domain/zone.ts';
import { closeTo } from '../../close-to.ts';
import { boxRing, boxZone, EQUATOR_DEGREE, equatorSegment, PLAIN_RULE, segment } from '../build.ts';

const along = (degrees: number): number => degrees * EQUATOR_DEGREE.ellipsoid;
/** Sums hold to 1 mm (docs/method.md). */
const MILLIMETRE = 0.001;
const EVERYWHERE = boxZone('everywhere', [-10, -10, 10, 10]);

function coverage(
  segments: readonly CoastlineSegment[],
  zones: readonly Zone[] = [EVERYWHERE],
  realm: RealmChoice = 'mainland',
) {
  return auditCoastline({ segments, zones, rule: PLAIN_RULE, realm }).coverage;
}

describe('coverage is complete', () => {
  test('where segments meet end to end inside one zone', () => {
    const found = coverage([
      equatorSegment('a', 'sandy', [0, 1]),
      equatorSegment('b', 'muddy', [1, 2]),
    ]);
    expect(found).toMatchObject({
      isComplete: true,
      gapM: 0,
      overlapM: 0,
      duplicateM: 0,
      unclassifiedM: 0,
      outsideM: 0,
      faults: [],
    });
  });

  test('where zones that meet on the coast cover it', () => {
    const zones = [boxZone('west', [-1, -1, 0.5, 1]), boxZone('east', [0.5, -1, 3, 1])];
    expect(coverage([equatorSegment('a', 'sandy', [0, 1])], zones).isComplete).toBe(true);
  });

  test('for a ring, whose end is its start', () => {
    expect(coverage([segment('islet', 'bedrock', boxRing([0, 0, 0.001, 0.001]))]).isComplete).toBe(
      true,
    );
  });

  test('where there is no coast at all', () => {
    expect(coverage([]).isComplete).toBe(true);
  });
});

describe('a gap', () => {
  // 0.001° of the equator: 111 m.
  const parted = [equatorSegment('a', 'sandy', [0, 1]), equatorSegment('b', 'sandy', [1.001, 2])];

  test('between ends that nearly meet is measured and names both segments', () => {
    const found = coverage(parted);
    closeTo(found.gapM, along(0.001), MILLIMETRE);
    expect(found.isComplete).toBe(false);
    expect(found.faults).toMatchObject([
      {
        kind: 'gap',
        segmentIds: ['a', 'b'],
        line: [
          [1, 0],
          [1.001, 0],
        ],
      },
    ]);
  });

  test('is told however wide it is: whatever was deleted, the mainland is one chain', () => {
    const far = [
      equatorSegment('a', 'sandy', [0, 1]),
      equatorSegment('b', 'sandy', [1.3, 2]),
      equatorSegment('c', 'sandy', [2.5, 3]),
    ];
    const found = coverage(far);
    closeTo(found.gapM, along(0.8), MILLIMETRE);
    expect(found.isComplete).toBe(false);
    expect(found.faults).toMatchObject([
      {
        segmentIds: ['a', 'b'],
        line: [
          [1, 0],
          [1.3, 0],
        ],
      },
      {
        segmentIds: ['b', 'c'],
        line: [
          [2, 0],
          [2.5, 0],
        ],
      },
    ]);
  });

  test('is told between lines of one segment, which is named once', () => {
    const parts = segment('parts', 'sandy', [], {
      geometry: {
        type: 'MultiLineString',
        coordinates: [
          [
            [0, 0],
            [1, 0],
          ],
          [
            [2, 0],
            [3, 0],
          ],
        ],
      },
    });
    expect(coverage([parts]).faults).toMatchObject([{ kind: 'gap', segmentIds: ['parts'] }]);
  });

  test('joins each end once, the nearest two first', () => {
    const third = segment('c', 'sandy', [
      [1.0005, 0.002],
      [1.0005, 1],
    ]);
    const found = coverage([...parted, third]);
    // What is left of c goes to an end of the coast: to where a begins or b ends, 111 km away.
    expect(found.faults.map(({ segmentIds }) => segmentIds)).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ]);
  });

  test('is in a side arm too, whose ends leave two for the coast itself', () => {
    const arm = (id: string, from: number, to: number) =>
      segment(id, 'sandy', [
        [from, 0],
        [from, 0.5],
        [to, 0.5],
      ]);
    const coast = equatorSegment('coast', 'sandy', [0, 3]);
    const found = coverage([coast, arm('west', 1, 1.4), arm('east', 2, 1.6)]);
    expect(found.faults).toMatchObject([{ kind: 'gap', segmentIds: ['west', 'east'] }]);
  });

  test('is none where an end lies on other coast', () => {
    const [a, b] = [
      equatorSegment('a', 'sandy', [0, 0.01]),
      equatorSegment('b', 'sandy', [0.02, 0.005]),
    ];
    const found = coverage([a, b]);
    expect(found.gapM).toBe(0);
    closeTo(found.duplicateM, along(0.005), MILLIMETRE);
    // At a corner of the other line, and between corners to the last decimal of the data.
    for (const onCoast of [0, 4e-7]) {
      const pier = segment('pier', 'artificial', [
        [0.5, onCoast],
        [0.5, 0.1],
      ]);
      const cornered = segment('coast', 'sandy', [
        [0, 0],
        [0.5, 0],
        [1, 0],
      ]);
      expect(coverage([equatorSegment('coast', 'sandy', [0, 1]), pier]).gapM).toBe(0);
      expect(coverage([cornered, pier]).gapM).toBe(0);
    }
  });

  test('is where the end of the other line is near, though by less than the last decimal', () => {
    const found = coverage([
      equatorSegment('a', 'sandy', [0, 1]),
      equatorSegment('b', 'sandy', [1.0000005, 2]),
    ]);
    closeTo(found.gapM, along(5e-7), 1e-4);
  });

  test('is none across the antimeridian, whose two sides are one place', () => {
    const [a, b] = [
      equatorSegment('a', 'sandy', [179, 180]),
      equatorSegment('b', 'sandy', [-180, -179]),
    ];
    expect(coverage([a, b], []).gapM).toBe(0);
  });

  test('to a segment of the realm that is not counted is none', () => {
    const [a, b] = [
      equatorSegment('a', 'sandy', [0, 1]),
      equatorSegment('b', 'sandy', [1.001, 2], { realm: 'island' }),
    ];
    expect(coverage([a, b], [EVERYWHERE], 'mainland').gapM).toBe(0);
    expect(coverage([a, b], [EVERYWHERE], 'all').gapM).toBeGreaterThan(0);
  });
});

describe('an island whose coast does not close', () => {
  const [a, b, c, d]: readonly (readonly [number, number])[] = [
    [5, 0],
    [5.1, 0],
    [5.1, 0.1],
    [5, 0.1],
  ];
  const shore = (id: string, ...positions: readonly (readonly [number, number] | undefined)[]) =>
    segment(
      id,
      'bedrock',
      positions.flatMap((position) => (position === undefined ? [] : [position])),
      {
        realm: 'island',
      },
    );

  test('has a gap between its ends, however wide: a tenth of a degree of the equator', () => {
    const found = coverage([shore('isle', b, c, d, a)], [EVERYWHERE], 'island');
    closeTo(found.gapM, along(0.1), MILLIMETRE);
    expect(found.faults).toMatchObject([{ kind: 'gap', segmentIds: ['isle'] }]);
  });

  test('has one though several segments make it up, and other islands lie nearer', () => {
    const islet = boxRing([4.9, 0, 4.99, 0.01]);
    const found = coverage(
      [shore('east', b, c), shore('north', c, d), shore('west', d, a), shore('islet', ...islet)],
      [EVERYWHERE],
      'all',
    );
    expect(found.faults.map(({ segmentIds }) => segmentIds)).toEqual([['east', 'west']]);
  });

  test('has none once it closes', () => {
    expect(coverage([shore('isle', a, b, c, d, a)], [EVERYWHERE], 'island').gapM).toBe(0);
  });

  test('has none where it runs over its own beginning', () => {
    const over: readonly [number, number] = [5.05, 0];
    expect(coverage([shore('isle', a, b, c, d, a, over)], [EVERYWHERE], 'island').gapM).toBe(0);
  });

  test('is joined to itself, not to another island or to the mainland', () => {
    const found = coverage(
      [shore('isle', b, c, d), equatorSegment('coast', 'sandy', [5.11, 6])],
      [EVERYWHERE],
      'all',
    );
    expect(found.faults).toMatchObject([{ kind: 'gap', segmentIds: ['isle'] }]);
  });

  test('is told apart from the mainland, whose two ends are the district’s', () => {
    expect(coverage([equatorSegment('shore', 'sandy', [0, 1])]).gapM).toBe(0);
  });
});

describe('coast outside every zone', () => {
  test('is measured and shown where it lies', () => {
    const found = coverage(
      [equatorSegment('a', 'sandy', [0, 1])],
      [boxZone('west', [-1, -1, 0.25, 1])],
    );
    closeTo(found.outsideM, along(0.75), MILLIMETRE);
    expect(found.faults).toMatchObject([{ kind: 'outside', segmentIds: ['a'], zoneIds: [] }]);
    expect(found.faults[0]?.line.map(([longitude]) => longitude)).toEqual([0.25, 1]);
    expect(found.isComplete).toBe(false);
  });

  test('is all of it where there are no zones', () => {
    closeTo(coverage([equatorSegment('a', 'sandy', [0, 1])], []).outsideM, along(1), MILLIMETRE);
  });
});

describe('coast in more than one zone', () => {
  const zones = [boxZone('west', [-1, -1, 0.6, 1]), boxZone('east', [0.4, -1, 2, 1])];

  test('is measured once and names the zones', () => {
    const found = coverage([equatorSegment('a', 'sandy', [0, 1])], zones);
    closeTo(found.overlapM, along(0.2), MILLIMETRE);
    expect(found.faults).toMatchObject([
      { kind: 'overlap', segmentIds: ['a'], zoneIds: ['west', 'east'] },
    ]);
    expect(found.residualM).toBeLessThanOrEqual(MILLIMETRE);
  });

  test('is measured once though three zones hold it', () => {
    const found = coverage(
      [equatorSegment('a', 'sandy', [0, 1])],
      [...zones, boxZone('middle', [0.45, -1, 0.55, 1])],
    );
    closeTo(found.overlapM, along(0.2), MILLIMETRE);
    expect(found.residualM).toBeLessThanOrEqual(MILLIMETRE);
    expect(
      found.faults
        .filter(({ kind }) => kind === 'overlap')
        .map(({ zoneIds }) => zoneIds.length)
        .toSorted(),
    ).toEqual([2, 2, 3]);
  });

  test('because it lies on the boundary they share is an overlap too', () => {
    const found = coverage(
      [
        segment('a', 'sandy', [
          [0.5, 0],
          [0.5, 0.5],
        ]),
      ],
      [boxZone('west', [0, 0, 0.5, 1]), boxZone('east', [0.5, 0, 1, 1])],
    );
    expect(found.overlapM).toBeGreaterThan(55_000);
    expect(found.residualM).toBeLessThanOrEqual(MILLIMETRE);
  });
});

describe('coast drawn twice', () => {
  test('is measured once, whichever way the second line runs', () => {
    const twice = [equatorSegment('a', 'sandy', [0, 1]), equatorSegment('b', 'muddy', [1, 0])];
    const found = coverage(twice);
    closeTo(found.duplicateM, along(1), MILLIMETRE);
    expect(found.faults.filter(({ kind }) => kind === 'duplicate')).toMatchObject([
      { segmentIds: ['b'] },
    ]);
    expect(found.isComplete).toBe(false);
  });

  test('in part, between other corners, is measured for that part', () => {
    const found = coverage([
      equatorSegment('a', 'sandy', [0, 1]),
      equatorSegment('b', 'muddy', [0.75, 2]),
    ]);
    closeTo(found.duplicateM, along(0.25), MILLIMETRE);
    expect(found.faults.filter(({ kind }) => kind === 'duplicate')).toMatchObject([
      {
        segmentIds: ['b'],
        line: [
          [0.75, 0],
          [1, 0],
        ],
      },
    ]);
  });

  test('three times is measured twice', () => {
    const found = coverage([
      equatorSegment('a', 'sandy', [0, 1]),
      equatorSegment('b', 'muddy', [0, 1]),
      equatorSegment('c', 'muddy', [0, 1]),
    ]);
    closeTo(found.duplicateM, along(2), MILLIMETRE);
  });

  test('is none where two stretches merely cross or meet', () => {
    const cross = [
      equatorSegment('a', 'sandy', [0, 1]),
      segment('b', 'muddy', [
        [0.5, -0.5],
        [0.5, 0.5],
      ]),
      equatorSegment('c', 'muddy', [1, 2]),
    ];
    expect(coverage(cross).duplicateM).toBe(0);
  });

  test.each([
    ['island first', true],
    ['mainland first', false],
  ])('once in each realm is no duplicate in either (%s)', (_, isIslandFirst) => {
    const [island, mainland] = [
      equatorSegment('i', 'sandy', [0, 1], { realm: 'island' }),
      equatorSegment('m', 'sandy', [0, 1]),
    ];
    const segments = isIslandFirst ? [island, mainland] : [mainland, island];
    expect(coverage(segments, [EVERYWHERE], 'mainland').duplicateM).toBe(0);
    expect(coverage(segments, [EVERYWHERE], 'island').duplicateM).toBe(0);
    closeTo(coverage(segments, [EVERYWHERE], 'all').duplicateM, along(1), MILLIMETRE);
  });
});

test('unclassified coast is measured and shown where it lies', () => {
  const found = coverage([
    equatorSegment('a', 'sandy', [0, 1]),
    equatorSegment('b', undefined, [1, 1.5]),
  ]);
  closeTo(found.unclassifiedM, along(0.5), MILLIMETRE);
  expect(found.faults).toMatchObject([{ kind: 'unclassified', segmentIds: ['b'] }]);
  expect(found.isComplete).toBe(false);
});

test('a stretch with several faults is listed under each', () => {
  const found = coverage([equatorSegment('a', undefined, [0, 1])], []);
  expect(found.faults.map(({ kind }) => kind).toSorted()).toEqual(['outside', 'unclassified']);
});
