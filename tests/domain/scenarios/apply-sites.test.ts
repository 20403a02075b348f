import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuditRule } from '../../../src/domain/audit/audit.ts';
import { summariseMeasured } from '../../../src/domain/audit/audit-measured.ts';
import { waterfall } from '../../../src/domain/audit/waterfall.ts';
import { measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import { linesOf } from '../../../src/domain/geodesy.ts';
import { unionArea } from '../../../src/domain/geometry/polygon-union.ts';
import type { ArealGeometry } from '../../../src/domain/geometry.ts';
import { applySites, type PlannedSite } from '../../../src/domain/scenarios/apply-sites.ts';
import { closeTo } from '../../close-to.ts';
import { boxRing, boxZone, EQUATOR_DEGREE, equatorSegment, PLAIN_RULE, polygon } from '../build.ts';

const [EXACT, ROUNDING] = [1e-12, 1e-5];
const along = (degrees: number): number => degrees * EQUATOR_DEGREE.ellipsoid;

/** One degree along the equator: six tenths natural, four built; zones meet at 0.5°. */
const SEGMENTS = [
  equatorSegment('rock', 'bedrock', [0, 0.4], { confidence: 'low' }),
  equatorSegment('beach', 'sandy', [0.4, 0.6]),
  equatorSegment('quay', 'artificial', [0.6, 1], { use: 'port' }),
];
const ZONES = [boxZone('west', [-1, -1, 0.5, 1]), boxZone('east', [0.5, -1, 2, 1])];
const RULE: AuditRule = {
  ...PLAIN_RULE,
  sensitivity: { generaliseM: [25], estuary: [], flip: ['low'] },
};
const MEASURED = measureCoast({ segments: SEGMENTS, zones: ZONES, tolerancesM: [25], unionArea });

function box(west: number, east: number): ArealGeometry {
  return polygon(boxRing([west, -0.1, east, 0.1]));
}

function site(
  id: string,
  [west, east]: readonly [number, number],
  other: Partial<PlannedSite> = {},
): PlannedSite {
  return { id, geometry: box(west, east), class: 'artificial', use: 'port', ...other };
}

function summary(sites: readonly PlannedSite[], zone?: number) {
  const { measured, after } = applySites(MEASURED, SEGMENTS, sites);
  return summariseMeasured(measured, { segments: after, rule: RULE, realm: 'mainland' }, zone);
}

describe('a coast with planned sites', () => {
  test('is the same coast where no site touches it', () => {
    closeTo(summary([]).ratio, 0.6, EXACT);
    closeTo(summary([site('inland', [3, 4])]).ratio, 0.6, EXACT);
  });

  test('loses the natural metres inside: 0.3° to 0.5° takes two of six tenths, the total stays', () => {
    const tried = summary([site('berth', [0.3, 0.5])]);
    closeTo(tried.ratio, 0.4, EXACT);
    closeTo(tried.totalM, along(1), ROUNDING);
    closeTo(tried.turf.ratio, 0.4, EXACT);
    closeTo(tried.headroomM, along(0.05), ROUNDING);
    closeTo(tried.byUse.port, along(0.6), ROUNDING);
  });

  test('tells it zone by zone: 0.3° to 0.6° takes two of five tenths in the west, one of one in the east', () => {
    const sites = [site('berth', [0.3, 0.6])];
    closeTo(summary(sites, 0).ratio, 0.3 / 0.5, EXACT);
    closeTo(summary(sites, 1).naturalM, 0, ROUNDING);
  });

  test('gains what is restored: 0.6° to 0.8° of quay', () => {
    const tried = summary([site('beach park', [0.6, 0.8], { class: 'restored' })]);
    closeTo(tried.ratio, 0.8, EXACT);
    closeTo(tried.restoredM, along(0.2), ROUNDING);
  });

  test('counts ground that two sites claim once', () => {
    closeTo(summary([site('a', [0.1, 0.3]), site('b', [0.2, 0.4])]).ratio, 0.3, EXACT);
  });

  test('restores only the classes that a site replaces: of 0.5° to 0.7° the quay', () => {
    const park = { class: 'restored', replaces: ['artificial'] } as const;
    const { ratio, restoredM, naturalM } = summary([site('park', [0.5, 0.7], park)]);
    closeTo(ratio, 0.7, EXACT);
    closeTo(restoredM, along(0.1), ROUNDING);
    closeTo(naturalM, along(0.6), ROUNDING);
  });

  test('is built on where one site builds and another restores, whichever comes first', () => {
    const park = site('park', [0.6, 0.8], { class: 'restored', replaces: ['artificial'] });
    const berth = site('berth', [0.7, 0.9]);
    for (const sites of [
      [park, berth],
      [berth, park],
    ]) {
      closeTo(summary(sites).restoredM, along(0.1), ROUNDING);
      const { inside } = applySites(MEASURED, SEGMENTS, sites);
      expect(inside.get(25)?.map((row) => sites[row.site]?.id)).toEqual(['park', 'berth']);
    }
  });

  test('no longer doubts what a site takes: 0.3° of low confidence are left', () => {
    const { bandParts } = summary([site('berth', [0.3, 0.4])]);
    closeTo(bandParts.find(({ kind }) => kind === 'confidence')?.low, -0.3, EXACT);
    closeTo(bandParts.find(({ kind }) => kind === 'generalisation')?.high, 0, EXACT);
  });

  test('leaves nothing, not a hair less than nothing, of a segment that is all inside', () => {
    const { measured } = applySites(MEASURED, SEGMENTS, [site('all', [-1, 2])]);
    expect(measured.drawn.whole.ellipsoid.slice(0, 3)).toEqual([0, 0, 0]);
  });

  test('leaves the measured coast as it was, and the tables of zones it does not touch the same objects', () => {
    const { measured } = applySites(MEASURED, SEGMENTS, [site('west only', [0.1, 0.2])]);
    expect(measured.drawn.inZone[1]).toBe(MEASURED.drawn.inZone[1]);
    expect(measured.drawn.clipped).toBe(MEASURED.drawn.clipped);
    closeTo(MEASURED.drawn.whole.ellipsoid[0], along(0.4), ROUNDING);
  });

  test('falls by what is consumed and rises by what is restored, from start to end', () => {
    const sites = [site('berth', [0.3, 0.5]), site('park', [0.8, 0.9], { class: 'restored' })];
    const { measured, before, after, firstInside } = applySites(MEASURED, SEGMENTS, sites);
    const found = waterfall({
      trace: measured.drawn,
      before,
      after,
      rule: RULE,
      realm: 'mainland',
      firstInside,
    });
    closeTo(found.startM, along(0.6), ROUNDING);
    const expected = { 'reclassified-in': 0, 'reclassified-out': 0, consumed: -0.2, restored: 0.1 };
    for (const { reason, deltaM } of found.steps)
      closeTo(deltaM, along(expected[reason]), ROUNDING);
    closeTo(found.endM, along(0.5), ROUNDING);
    closeTo(found.endRatio, 0.5, EXACT);
  });

  test('is the coast with those stretches cut out and judged otherwise, wherever the site lies', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 98 }),
        fc.integer({ min: 1, max: 99 }),
        (from, width) => {
          const [west, east] = [from / 100, Math.min(99, from + width) / 100];
          const cut = SEGMENTS.flatMap((segment) => {
            const [[start = 0] = [], [end = 0] = []] = linesOf(segment.geometry)[0] ?? [];
            const [low, high] = [Math.max(start, west), Math.min(end, east)];
            const part = (a: number, b: number, isInside: boolean) =>
              b - a > 1e-9
                ? [
                    equatorSegment(
                      `${segment.id}${a}`,
                      isInside ? 'artificial' : segment.class,
                      [a, b],
                      isInside ? { use: 'port' } : { confidence: segment.confidence },
                    ),
                  ]
                : [];
            return low < high
              ? [...part(start, low, false), ...part(low, high, true), ...part(high, end, false)]
              : part(start, end, false);
          });
          const scratch = measureCoast({
            segments: cut,
            zones: ZONES,
            tolerancesM: [25],
            unionArea,
          });
          for (const zone of [undefined, 0, 1]) {
            const tried = summary([site('berth', [west, east])], zone);
            const choice = { segments: cut, rule: RULE, realm: 'mainland' } as const;
            const expected = summariseMeasured(scratch, choice, zone);
            closeTo(tried.naturalM, expected.naturalM, ROUNDING);
            closeTo(tried.totalM, expected.totalM, ROUNDING);
            closeTo(tried.band?.low, expected.band?.low ?? Number.NaN, 1e-9);
            closeTo(tried.band?.high, expected.band?.high ?? Number.NaN, 1e-9);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
