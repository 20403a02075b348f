import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuditChoices } from '../../../src/domain/audit/audit-settings.ts';
import { measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import type { CoastlineSegment } from '../../../src/domain/coastline.ts';
import { unionArea } from '../../../src/domain/geometry/polygon-union.ts';
import type { BoundingBox } from '../../../src/domain/geometry.ts';
import type { SitePurpose } from '../../../src/domain/scenarios/scenario.ts';
import { ScenarioEngine } from '../../../src/domain/scenarios/scenario-answer.ts';
import { compensations } from '../../../src/domain/site-register/compensation.ts';
import {
  balancingByYear,
  type DatedFootprint,
  type YearLedger,
} from '../../../src/domain/site-register/year-ledger.ts';
import { finish } from '../../../src/domain/steps.ts';
import { closeTo } from '../../close-to.ts';
import { boxRing, boxZone, EQUATOR_DEGREE, equatorSegment, PLAIN_RULE, polygon } from '../build.ts';

/** A millimetre, and what double precision leaves of a ratio. */
const [MILLIMETRE, EXACT] = [1e-3, 1e-12];
const along = (degrees: number): number => degrees * EQUATOR_DEGREE.ellipsoid;

/** One degree along the equator: five tenths natural, one restored, four built; an islet of rock. */
const COAST: readonly CoastlineSegment[] = [
  equatorSegment('rock', 'bedrock', [0, 0.3]),
  equatorSegment('beach', 'sandy', [0.3, 0.5]),
  equatorSegment('repaired', 'restored', [0.5, 0.6]),
  equatorSegment('quay', 'artificial', [0.6, 1], { use: 'port' }),
  equatorSegment('islet', 'bedrock', [2, 2.1], { realm: 'island' }),
];
const RULE = { ...PLAIN_RULE, sensitivity: { generaliseM: [25], estuary: [], flip: [] } };
const ENGINE = engineOf(COAST);

function engineOf(segments: readonly CoastlineSegment[]): ScenarioEngine {
  const zones = [boxZone('west', [-1, -1, 0.4, 1]), boxZone('east', [0.4, -1, 3, 1])];
  const measured = measureCoast({ segments, zones, tolerancesM: [25], unionArea });
  return new ScenarioEngine(measured, segments, []);
}

function site(
  id: string,
  purpose: SitePurpose,
  [west, south, east, north]: BoundingBox,
  year: number | undefined,
): DatedFootprint {
  const ground = polygon(boxRing([west, south, east, north]));
  return { footprint: { site: id, purpose, area: ground, core: ground }, year };
}

/** A square across the coast, from one longitude to another. */
function square(
  id: string,
  purpose: SitePurpose,
  [west, east]: readonly [number, number],
  year?: number,
): DatedFootprint {
  return site(id, purpose, [west, -0.1, east, 0.1], year);
}

function ledgerOf(sites: readonly DatedFootprint[], choices: AuditChoices = {}): YearLedger {
  const question = { sites, rule: RULE, choices, log: [] };
  return finish(balancingByYear(question, (asked) => ENGINE.effects(asked)));
}

describe('the ledger of one site', () => {
  test('a square on 0.1° of rock takes 0.1°: 0.6° of natural coast become 0.5°, the ratio 50 %', () => {
    const { rows, target } = ledgerOf([square('berth', 'build', [0.1, 0.2], 2026)]);
    const [row] = rows;
    expect(rows).toHaveLength(1);
    expect(target).toBe(0.35);
    expect(row?.year).toBe(2026);
    expect(row?.siteIds).toEqual(['berth']);
    closeTo(row?.opening.keptM, along(0.6), MILLIMETRE);
    closeTo(row?.opening.headroomM, along(0.25), MILLIMETRE);
    closeTo(row?.consumedM, along(0.1), MILLIMETRE);
    expect(row?.consumed.map((part) => part.class)).toEqual(['bedrock']);
    closeTo(row?.closing.keptM, along(0.5), MILLIMETRE);
    closeTo(row?.closing.headroomM, along(0.15), MILLIMETRE);
    closeTo(row?.closing.ratio, 0.5, EXACT);
    expect([row?.restoredM, row?.builtOverM, row?.uncountedM]).toEqual([0, 0, 0]);
  });

  test('no site: no row, and the coast as it is', () => {
    const { rows, opening, closing, consumedM } = ledgerOf([]);
    expect(rows).toEqual([]);
    expect(closing).toEqual(opening);
    expect(consumedM).toBe(0);
  });
});

describe('the years', () => {
  test('stand in order, each beginning where the one before ended; what has no year comes last', () => {
    const { rows } = ledgerOf([
      square('some day', 'build', [0.4, 0.45]),
      square('later', 'build', [0.2, 0.3], 2030),
      square('first', 'build', [0, 0.1], 2026),
      square('repair', 'restore', [0.8, 1], 2030),
    ]);
    expect(rows.map(({ year, siteIds }) => [year, siteIds])).toEqual([
      [2026, ['first']],
      [2030, ['later', 'repair']],
      [undefined, ['some day']],
    ]);
    // 0.6 − 0.1 = 0.5; − 0.1 + 0.2 = 0.6; − 0.05 = 0.55 of one degree.
    for (const [index, share] of [0.5, 0.6, 0.55].entries()) {
      closeTo(rows[index]?.closing.ratio, share, EXACT);
      closeTo(rows[index]?.closing.keptM, along(share), MILLIMETRE);
    }
    expect(rows[1]?.opening).toEqual(rows[0]?.closing);
    expect(rows[2]?.opening).toEqual(rows[1]?.closing);
  });

  test('coast in two sites is counted in the first year that takes it, however they are listed', () => {
    const { rows } = ledgerOf([
      square('wide', 'build', [0, 0.3], 2028),
      square('early', 'build', [0.1, 0.2], 2026),
    ]);
    closeTo(rows[0]?.consumedM, along(0.1), MILLIMETRE);
    closeTo(rows[1]?.consumedM, along(0.2), MILLIMETRE);
  });

  test('coast restored and later built over is restored, then lost again, and never consumed twice', () => {
    const { rows, consumedM, restoredM } = ledgerOf([
      square('repair', 'restore', [0.8, 0.9], 2026),
      square('berth', 'build', [0.8, 0.85], 2029),
    ]);
    closeTo(rows[0]?.restoredM, along(0.1), MILLIMETRE);
    closeTo(rows[0]?.closing.ratio, 0.7, EXACT);
    expect(rows[1]?.consumedM).toBe(0);
    closeTo(rows[1]?.builtOverM, along(0.05), MILLIMETRE);
    closeTo(rows[1]?.closing.ratio, 0.65, EXACT);
    expect(consumedM).toBe(0);
    closeTo(restoredM, along(0.05), MILLIMETRE);
  });

  test('coast of islands is outside the ratio of the mainland, and is told apart', () => {
    const [row] = ledgerOf([square('islet', 'build', [2, 2.1], 2026)]).rows;
    expect(row?.consumedM).toBe(0);
    closeTo(row?.uncountedM, along(0.1), MILLIMETRE);
    const [counted] = ledgerOf([square('islet', 'build', [2, 2.1], 2026)], { realm: 'all' }).rows;
    closeTo(counted?.consumedM, along(0.1), MILLIMETRE);
  });
});

/** Boxes along the coast on whole thousandths of a degree, some of them of no year. */
const randomSites = fc
  .array(
    fc.record({
      from: fc.integer({ min: -100, max: 2150 }),
      width: fc.integer({ min: 1, max: 500 }),
      purpose: fc.constantFrom<SitePurpose>('build', 'restore'),
      year: fc.option(fc.integer({ min: 2025, max: 2029 }), { nil: undefined }),
    }),
    { maxLength: 8 },
  )
  .map((sites) =>
    sites.map(({ from, width, purpose, year }, index) =>
      square(`s${index}`, purpose, [from / 1000, (from + width) / 1000], year),
    ),
  );
const randomChoices = fc.constantFrom<AuditChoices>(
  {},
  { realm: 'all' },
  { numerator: 'native' },
  { toleranceM: 25 },
);

describe('for any sites', () => {
  test('the rows add up to the answer of the scenario to a millimetre', () => {
    fc.assert(
      fc.property(randomSites, randomChoices, (sites, choices) => {
        const ledger = ledgerOf(sites, choices);
        const footprints = sites.map(({ footprint }) => footprint);
        const answer = ENGINE.answer({ footprints, rule: RULE, choices, log: [] });
        const sum = (of: (row: YearLedger['rows'][number]) => number): number =>
          ledger.rows.reduce((all, row) => all + of(row), 0);
        closeTo(
          sum(({ consumedM }) => consumedM),
          answer.lostM,
          MILLIMETRE,
        );
        closeTo(
          sum(({ consumed }) => consumed.reduce((all, { lengthM }) => all + lengthM, 0)),
          answer.lostM,
          MILLIMETRE,
        );
        closeTo(
          sum(({ restoredM, builtOverM }) => restoredM - builtOverM),
          answer.restoredM,
          MILLIMETRE,
        );
        closeTo(ledger.closing.keptM, answer.after.naturalM + answer.after.restoredM, MILLIMETRE);
        closeTo(ledger.closing.ratio, answer.after.ratio ?? Number.NaN, EXACT);
        closeTo(ledger.consumedM, answer.lostM, MILLIMETRE);
        closeTo(ledger.restoredM, answer.restoredM, MILLIMETRE);
        expect(new Set(ledger.rows.flatMap(({ siteIds }) => siteIds)).size).toBe(sites.length);
      }),
      { numRuns: 150 },
    );
  });

  test('each row leads from its opening to its closing, and takes and gives nothing below zero', () => {
    fc.assert(
      fc.property(randomSites, randomChoices, (sites, choices) => {
        for (const row of ledgerOf(sites, choices).rows) {
          const change = row.restoredM - row.builtOverM - row.consumedM;
          closeTo(row.closing.keptM, row.opening.keptM + change, MILLIMETRE);
          for (const lengthM of [row.consumedM, row.restoredM, row.builtOverM])
            expect(lengthM).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('each year closes as the scenario of all sites up to it', () => {
    fc.assert(
      fc.property(randomSites, (sites) => {
        for (const { year, closing } of ledgerOf(sites).rows) {
          const until = sites.filter(
            (one) => year === undefined || (one.year !== undefined && one.year <= year),
          );
          const footprints = until.map(({ footprint }) => footprint);
          const { after } = ENGINE.answer({ footprints, rule: RULE, choices: {}, log: [] });
          closeTo(closing.ratio, after.ratio ?? Number.NaN, EXACT);
          closeTo(closing.headroomM, after.headroomM ?? Number.NaN, MILLIMETRE);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('compensation', () => {
  const rows = [
    { consumedM: 100, restoredM: 20, builtOverM: 0 },
    { consumedM: 0, restoredM: 200, builtOverM: 0 },
    { consumedM: 40, restoredM: 0, builtOverM: 10 },
  ];

  test('is not stated without a rate', () => {
    expect(compensations(rows, undefined)).toEqual([]);
  });

  test('at 1 : 1.5 is carried on, and what is restored early is credited', () => {
    expect(compensations(rows, 1.5)).toEqual([
      { dueM: 150, broughtM: 0, owedM: 130 },
      { dueM: 0, broughtM: 130, owedM: -70 },
      { dueM: 60, broughtM: -70, owedM: 0 },
    ]);
  });
});
