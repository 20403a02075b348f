import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuditRule } from '../../../src/domain/audit/audit.ts';
import { auditCoastline } from '../../../src/domain/audit/audit-coastline.ts';
import {
  COASTLINE_CLASSES,
  CONFIDENCES,
  type CoastlineSegment,
  REALMS,
} from '../../../src/domain/coastline.ts';
import type { Zone } from '../../../src/domain/zone.ts';
import { closeTo } from '../../close-to.ts';
import { districtBox, districtLine } from '../arbitraries.ts';
import {
  boxRing,
  boxZone,
  EQUATOR_DEGREE,
  equatorSegment,
  PLAIN_RULE,
  polygon,
  segment,
  zone,
} from '../build.ts';

/** Coverage is proved to this. */
const MILLIMETRE = 0.001;
/** What double precision leaves of a sum of lengths of this size. */
const ROUNDING = 1e-6;
/** Metres on the ellipsoid of so many degrees along the equator. */
const along = (degrees: number): number => degrees * EQUATOR_DEGREE.ellipsoid;
const alongSphere = (degrees: number): number => degrees * EQUATOR_DEGREE.sphere;

function audit(
  segments: readonly CoastlineSegment[],
  zones: readonly Zone[] = [],
  other: Partial<AuditRule> = {},
) {
  return auditCoastline({ segments, zones, rule: { ...PLAIN_RULE, ...other }, realm: 'mainland' });
}

/** Two tenths of a degree natural, one restored, one river mouth, six built: ratio 0.3 of ten. */
const COAST = [
  equatorSegment('rock', 'bedrock', [0, 0.1]),
  equatorSegment('beach', 'sandy', [0.1, 0.2]),
  equatorSegment('repaired', 'restored', [0.2, 0.3]),
  equatorSegment('mouth', 'estuary', [0.3, 0.4]),
  equatorSegment('quay', 'artificial', [0.4, 0.8], { use: 'port' }),
  equatorSegment('dyke', 'artificial', [0.8, 1], { use: 'aquaculture' }),
];

describe('the overall figures', () => {
  const { overall } = audit(COAST);

  test('are lengths on the ellipsoid', () => {
    closeTo(overall.totalM, along(1), ROUNDING);
    closeTo(overall.naturalM, along(0.2), ROUNDING);
    closeTo(overall.restoredM, along(0.1), ROUNDING);
  });

  test('have the same beside them on Turf’s sphere', () => {
    closeTo(overall.turf.totalM, alongSphere(1), ROUNDING);
    closeTo(overall.turf.naturalM, alongSphere(0.2), ROUNDING);
    closeTo(overall.turf.restoredM, alongSphere(0.1), ROUNDING);
  });

  test('name the length of every class, zero for one that is not there', () => {
    closeTo(overall.byClass.artificial, along(0.6), ROUNDING);
    closeTo(overall.byClass.estuary, along(0.1), ROUNDING);
    expect(overall.byClass.muddy).toBe(0);
    expect(Object.keys(overall.byClass).toSorted()).toEqual([...COASTLINE_CLASSES].toSorted());
  });

  test('name the length of every use that is there', () => {
    expect(Object.keys(overall.byUse).toSorted()).toEqual(['aquaculture', 'port']);
    closeTo(overall.byUse.port, along(0.4), ROUNDING);
  });

  test('give the ratio with restored coast and without', () => {
    closeTo(overall.ratio, 0.3, 1e-12);
    closeTo(overall.ratioNative, 0.2, 1e-12);
    closeTo(overall.turf.ratio, 0.3, 1e-12);
  });

  test('give the metres missing from the target as negative headroom: 0.3 − 0.35 of one degree', () => {
    closeTo(overall.headroomM, along(-0.05), ROUNDING);
  });

  test('give the metres that may still be lost as positive headroom: 0.3 − 0.25 of one degree', () => {
    closeTo(audit(COAST, [], { target: 0.25 }).overall.headroomM, along(0.05), ROUNDING);
  });

  test('hold after losing exactly the headroom: the ratio is then the target', () => {
    const lost = [
      equatorSegment('filled', 'artificial', [0, 0.05]),
      equatorSegment('rock', 'bedrock', [0.05, 0.1]),
      ...COAST.slice(1),
    ];
    closeTo(audit(lost).overall.ratio, 0.25, 1e-12);
  });

  test('do not change when a line is drawn from the other end', () => {
    const turned = COAST.map((one) => ({
      ...one,
      geometry: {
        type: 'LineString' as const,
        coordinates: one.geometry.coordinates.flat(0).toReversed() as [number, number][],
      },
    }));
    closeTo(audit(turned).overall.totalM, overall.totalM, ROUNDING);
    closeTo(audit(turned).overall.ratio, 0.3, 1e-12);
  });
});

describe('counting', () => {
  test('takes an estuary into the numerator where the rule says natural', () => {
    const counting = { ...PLAIN_RULE.counting, estuary: 'natural' } as const;
    closeTo(audit(COAST, [], { counting }).overall.ratio, 0.4, 1e-12);
  });

  test('takes an estuary out of both where the rule says excluded', () => {
    const counting = { ...PLAIN_RULE.counting, estuary: 'excluded' } as const;
    closeTo(audit(COAST, [], { counting }).overall.ratio, 0.3 / 0.9, 1e-12);
  });

  test('leaves an unclassified stretch in the total, out of the numerator, and says how long it is', () => {
    const { overall } = audit([...COAST, equatorSegment('unknown', undefined, [1, 1.2])]);
    closeTo(overall.ratio, 0.3 / 1.2, 1e-12);
    closeTo(overall.unclassifiedM, along(0.2), ROUNDING);
  });

  test('takes the realm that is asked for', () => {
    const islet = segment('islet', 'bedrock', boxRing([2, 2, 2.1, 2.1]), { realm: 'island' });
    const of = (realm: 'mainland' | 'island' | 'all') =>
      auditCoastline({ segments: [...COAST, islet], zones: [], rule: PLAIN_RULE, realm }).overall;
    closeTo(of('mainland').totalM, along(1), ROUNDING);
    expect(of('island').ratio).toBe(1);
    closeTo(of('all').totalM, of('mainland').totalM + of('island').totalM, ROUNDING);
  });
});

describe('a zone', () => {
  test('has the figures of the coast inside it', () => {
    const [summary] = audit(COAST, [boxZone('east', [0.25, -1, 1, 1])]).zones;
    closeTo(summary?.totalM, along(0.75), ROUNDING);
    closeTo(summary?.restoredM, along(0.05), ROUNDING);
    closeTo(summary?.naturalM, 0, 0);
    closeTo(summary?.ratio, 0.05 / 0.75, 1e-12);
  });

  test('is judged by its own target, the rule’s where it has none', () => {
    const zones = [
      boxZone('own', [0, -1, 0.2, 1], { target: 0.9 }),
      boxZone('common', [0.2, -1, 1, 1]),
    ];
    expect(audit(COAST, zones).zones.map(({ target }) => target)).toEqual([0.9, 0.35]);
  });

  test('may set a target of zero', () => {
    const [summary] = audit(COAST, [boxZone('given up', [0.4, -1, 1, 1], { target: 0 })]).zones;
    expect(summary?.verdict).toBe('pass');
    closeTo(summary?.headroomM, 0, 0);
  });

  test('without coast has no ratio, no headroom, no band, and says so', () => {
    const [summary] = audit(COAST, [boxZone('inland', [5, 5, 6, 6])]).zones;
    expect(summary).toMatchObject({
      totalM: 0,
      ratio: undefined,
      ratioNative: undefined,
      headroomM: undefined,
      band: undefined,
      bandParts: [],
      verdict: 'no-coast',
      pieces: [],
    });
    expect(summary?.turf.ratio).toBeUndefined();
    expect(summary?.areaM2).toBeGreaterThan(0);
  });

  test('with nothing but excluded coast has no ratio either', () => {
    const counting = { ...PLAIN_RULE.counting, estuary: 'excluded' } as const;
    const { overall } = audit([equatorSegment('mouth', 'estuary', [0, 1])], [], { counting });
    expect(overall).toMatchObject({
      totalM: 0,
      ratio: undefined,
      headroomM: undefined,
      verdict: 'no-coast',
    });
  });

  test('owns coast that lies exactly on its boundary', () => {
    const [summary] = audit(COAST, [boxZone('north', [0, 0, 1, 1])]).zones;
    closeTo(summary?.totalM, along(1), ROUNDING);
  });

  test('does not own the coast of its hole’s enclave', () => {
    const around = zone(
      'around',
      polygon(boxRing([0, -1, 1, 1]), boxRing([0.4, -0.5, 0.8, 0.5]).toReversed()),
    );
    const [summary] = audit(COAST, [around]).zones;
    closeTo(summary?.totalM, along(0.6), ROUNDING);
    expect(summary?.byUse).toEqual({ aquaculture: summary?.byClass.artificial });
  });

  test('of several parts owns the coast of each', () => {
    const parts = zone('parts', {
      type: 'MultiPolygon',
      coordinates: [
        polygon(boxRing([0, -1, 0.1, 1])).coordinates,
        polygon(boxRing([0.9, -1, 1, 1])).coordinates,
      ],
    });
    const [summary] = audit(COAST, [parts]).zones;
    closeTo(summary?.totalM, along(0.2), ROUNDING);
    closeTo(summary?.ratio, 0.5, 1e-9);
  });

  test('owns the whole coast of an island within', () => {
    const islet = segment('islet', 'bedrock', boxRing([2.4, 0.4, 2.5, 0.5]));
    const { zones, overall } = audit([islet], [boxZone('sea', [2, 0, 3, 1])]);
    closeTo(zones[0]?.totalM, overall.totalM, ROUNDING);
  });

  test('that overlaps another is measured alone', () => {
    const zones = [boxZone('west', [0, -1, 0.6, 1]), boxZone('east', [0.4, -1, 1, 1])];
    const found = audit(COAST, zones);
    closeTo(found.zones[0]?.totalM, along(0.6), ROUNDING);
    closeTo(found.zones[1]?.totalM, along(0.6), ROUNDING);
    closeTo(found.overall.totalM, along(1), ROUNDING);
  });

  test('gives the list of pieces that its length comes from', () => {
    const [summary] = audit(COAST, [boxZone('middle', [0.15, -1, 0.45, 1])]).zones;
    expect(summary?.pieces.map(({ segmentId }) => segmentId)).toEqual([
      'beach',
      'repaired',
      'mouth',
      'quay',
    ]);
    closeTo(summary?.pieces[0]?.lengthM, along(0.05), ROUNDING);
    expect(summary?.pieces[0]?.line.map(([longitude]) => longitude.toFixed(9))).toEqual([
      '0.150000000',
      '0.200000000',
    ]);
    closeTo(
      summary?.pieces.reduce((sum, { lengthM }) => sum + lengthM, 0),
      summary?.totalM ?? 0,
      ROUNDING,
    );
  });

  test('joins what follows on one segment to one piece, corners and all', () => {
    const bent = segment('bent', 'sandy', [
      [0, 0],
      [0.1, 0],
      [0.2, 0],
      [0.3, 0],
    ]);
    const [summary] = audit([bent], [boxZone('all', [0, -1, 1, 1])]).zones;
    expect(summary?.pieces.map(({ line }) => line.length)).toEqual([4]);
  });

  test('has an area on both earth models', () => {
    const [summary] = audit([], [boxZone('z', [0, 0, 1, 1])]).zones;
    expect(summary?.areaM2).not.toBe(summary?.turf.areaM2);
    // Between 60° S and 60° N the two depart by −0.56 % to +0.45 %.
    closeTo((summary?.turf.areaM2 ?? 0) / (summary?.areaM2 ?? 1), 1, 0.0056);
  });
});

describe('the band and the verdict', () => {
  const coast = [
    equatorSegment('rock', 'bedrock', [0, 0.5]),
    equatorSegment('quay', 'artificial', [0.5, 1]),
  ];

  test('are the ratio itself and pass where nothing is in doubt', () => {
    const { band, verdict } = audit(coast, [], { target: 0.5 }).overall;
    closeTo(band?.low, 0.5, 1e-12);
    closeTo(band?.high, 0.5, 1e-12);
    expect(verdict).toBe('pass');
  });

  test('fail a hair under the target', () => {
    expect(audit(coast, [], { target: 0.5001 }).overall.verdict).toBe('fail');
  });

  test('straddle the target where low confidence could tip it: a tenth lost, three tenths gained', () => {
    const doubtful = [
      equatorSegment('sure rock', 'bedrock', [0, 0.4]),
      equatorSegment('rock?', 'bedrock', [0.4, 0.5], { confidence: 'low' }),
      equatorSegment('quay?', 'artificial', [0.5, 0.8], { confidence: 'low' }),
      equatorSegment('sure quay', 'artificial', [0.8, 1], { confidence: 'medium' }),
    ];
    const sensitivity = { generaliseM: [], estuary: [], flip: ['low'] } as const;
    const { band, bandParts, verdict } = audit(doubtful, [], { target: 0.45, sensitivity }).overall;
    closeTo(band?.low, 0.4, 1e-12);
    closeTo(band?.high, 0.8, 1e-12);
    expect(bandParts[0]?.kind).toBe('confidence');
    closeTo(bandParts[0]?.low, -0.1, 1e-12);
    closeTo(bandParts[0]?.high, 0.3, 1e-12);
    expect(verdict).toBe('too-close');
    expect(audit(doubtful, [], { target: 0.39, sensitivity }).overall.verdict).toBe('pass');
    expect(audit(doubtful, [], { target: 0.81, sensitivity }).overall.verdict).toBe('fail');
  });

  test('take in the other ways of counting an estuary: 3/10 becomes 4/10 or 3/9', () => {
    const sensitivity = { generaliseM: [], estuary: ['natural', 'excluded'], flip: [] } as const;
    const { band, bandParts } = audit(COAST, [], { sensitivity }).overall;
    closeTo(band?.low, 0.3, 1e-12);
    closeTo(band?.high, 0.4, 1e-12);
    closeTo(bandParts.find(({ kind }) => kind === 'estuary')?.high, 0.1, 1e-12);
  });

  test('take in the coast generalised, all classes alike', () => {
    // A rocky zigzag: 100 steps of 0.001° with corners some 11 m off the line, all gone at 25 m.
    const zigzag = Array.from(
      { length: 101 },
      (_, index) => [index / 1000, (index % 2) * 1e-4] as const,
    );
    const rocky = [
      segment('rock', 'bedrock', zigzag),
      equatorSegment('quay', 'artificial', [0.1, 0.2]),
    ];
    const sensitivity = { generaliseM: [25], estuary: [], flip: [] } as const;
    const { bandParts, ratio } = audit(rocky, [], { sensitivity }).overall;
    const part = bandParts.find(({ kind }) => kind === 'generalisation');
    // Straightened, both halves are equally long: the ratio falls to a half.
    closeTo((ratio ?? 0) + (part?.low ?? 0), 0.5, 1e-6);
    expect(part?.high).toBe(0);
  });

  test('take in the two earth models, which do not cancel in a ratio', () => {
    const corner = [
      segment('north–south', 'bedrock', [
        [120, 35.9],
        [120, 36],
      ]),
      segment('east–west', 'artificial', [
        [120, 36],
        [120.1, 36],
      ]),
    ];
    const { bandParts, ratio, turf } = audit(corner).overall;
    const part = bandParts.find(({ kind }) => kind === 'earth-model');
    expect(part?.high).toBeGreaterThan(1e-4);
    closeTo(part?.high, (turf.ratio ?? 0) - (ratio ?? 0), 1e-15);
    expect(part?.low).toBe(0);
  });

  test('never leave 0 to 1, however great the doubt', () => {
    const wild = [
      equatorSegment('a', 'sandy', [0, 0.9], { confidence: 'low' }),
      equatorSegment('b', 'estuary', [0.9, 1]),
    ];
    const sensitivity = { generaliseM: [], estuary: ['natural'], flip: ['low'] } as const;
    const { band } = audit(wild, [], { sensitivity }).overall;
    closeTo(band?.low, 0, 1e-12);
    expect(band?.high).toBe(1);
  });
});

describe('any coast', () => {
  const coast = fc
    .array(
      fc.record({
        line: districtLine,
        shoreClass: fc.option(fc.constantFrom(...COASTLINE_CLASSES), { nil: undefined }),
        realm: fc.constantFrom(...REALMS),
        confidence: fc.constantFrom(...CONFIDENCES),
      }),
      { maxLength: 4 },
    )
    .map((parts) =>
      parts.map(({ line, shoreClass, realm, confidence }, index) =>
        segment(`s${index}`, shoreClass, line, { realm, confidence }),
      ),
    );
  const zones = fc
    .array(districtBox, { maxLength: 3 })
    .map((boxes) => boxes.map((box, index) => boxZone(`z${index}`, box)));
  const rule: AuditRule = {
    ...PLAIN_RULE,
    sensitivity: { generaliseM: [25], estuary: ['natural', 'excluded'], flip: ['low'] },
  };

  test('has ratios within 0 and 1, in order: low, ratio, high', () => {
    fc.assert(
      fc.property(coast, zones, (segments, areas) => {
        const found = auditCoastline({ segments, zones: areas, rule, realm: 'mainland' });
        for (const { ratio, ratioNative, band, verdict } of [found.overall, ...found.zones]) {
          expect(verdict === 'no-coast').toBe(ratio === undefined);
          if (ratio === undefined) continue;
          expect(
            [0, band?.low, ratio, band?.high, 1].toSorted(
              (a, b) => (a ?? Number.NaN) - (b ?? Number.NaN),
            ),
          ).toEqual([0, band?.low, ratio, band?.high, 1]);
          expect(ratioNative).toBeLessThanOrEqual(ratio);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('is whole: zones and rest add up to it, within a millimetre', () => {
    fc.assert(
      fc.property(coast, zones, (segments, areas) => {
        expect(
          auditCoastline({ segments, zones: areas, rule, realm: 'all' }).coverage.residualM,
        ).toBeLessThanOrEqual(MILLIMETRE);
      }),
      { numRuns: 50 },
    );
  });

  test('is the sum of zones that tile its region, natural coast and total alike', () => {
    fc.assert(
      fc.property(districtLine, fc.integer({ min: 119_400, max: 120_300 }), (line, cut) => {
        const segments = [
          segment('a', 'sandy', line),
          segment('b', 'artificial', line.toReversed().slice(0, 2)),
        ];
        const tiles = [
          boxZone('west', [119, 35, cut / 1000, 37]),
          boxZone('east', [cut / 1000, 35, 121, 37]),
        ];
        const found = auditCoastline({
          segments,
          zones: tiles,
          rule: PLAIN_RULE,
          realm: 'mainland',
        });
        const sum = (of: 'totalM' | 'naturalM'): number =>
          found.zones.reduce((total, summary) => total + summary[of], 0);
        // A stretch exactly on the cut belongs to both: the proof names it.
        closeTo(sum('totalM') - found.coverage.overlapM, found.overall.totalM, MILLIMETRE);
        if (found.coverage.overlapM === 0)
          closeTo(sum('naturalM'), found.overall.naturalM, MILLIMETRE);
      }),
      { numRuns: 50 },
    );
  });
});
