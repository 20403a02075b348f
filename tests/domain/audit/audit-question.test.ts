import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuditRule } from '../../../src/domain/audit/audit.ts';
import { auditCoastline } from '../../../src/domain/audit/audit-coastline.ts';
import { type AuditAnswer, answerAudit } from '../../../src/domain/audit/audit-question.ts';
import {
  type AuditChoices,
  effectiveSettings,
  ruleFor,
} from '../../../src/domain/audit/audit-settings.ts';
import { type Reclassification, reclassified } from '../../../src/domain/audit/reclassification.ts';
import { measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import {
  COASTLINE_CLASSES,
  CONFIDENCES,
  type CoastlineSegment,
} from '../../../src/domain/coastline.ts';
import { unionArea } from '../../../src/domain/geometry/polygon-union.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { closeTo } from '../../close-to.ts';
import { boxZone, EQUATOR_DEGREE, equatorSegment, PLAIN_RULE, segment } from '../build.ts';

/** What double precision leaves of a ratio, and of lengths of 1e5 m. */
const [EXACT, ROUNDING] = [1e-12, 1e-6];
const along = (degrees: number): number => degrees * EQUATOR_DEGREE.ellipsoid;

/** One degree of mainland along the equator: three tenths natural, one restored, two of mouth, four built. */
const COAST: readonly CoastlineSegment[] = [
  equatorSegment('rock', 'bedrock', [0, 0.2]),
  equatorSegment('beach', 'sandy', [0.2, 0.3]),
  equatorSegment('repaired', 'restored', [0.3, 0.4]),
  equatorSegment('mouth', 'estuary', [0.4, 0.6]),
  equatorSegment('quay', 'artificial', [0.6, 1], { use: 'port' }),
  // An islet of 0.1° of the equator and back, all natural.
  segment(
    'islet',
    'bedrock',
    [
      [2, 0],
      [2.1, 0],
      [2, 0],
    ],
    { realm: 'island' },
  ),
];
const ZONES = [
  boxZone('west', [-1, -1, 0.5, 1]),
  boxZone('east', [0.5, -1, 3, 1], { target: 0.1 }),
];
const RULE: AuditRule = {
  ...PLAIN_RULE,
  sensitivity: { generaliseM: [25], estuary: ['natural', 'excluded'], flip: ['low'] },
};

function ask(
  choices: AuditChoices = {},
  log: readonly Reclassification[] = [],
  segments: readonly CoastlineSegment[] = COAST,
): AuditAnswer {
  const measured = measureCoast({ segments, zones: ZONES, tolerancesM: [25], unionArea });
  return answerAudit(measured, segments, { rule: RULE, choices, log });
}

function entry(segmentIds: readonly string[], other: Partial<Reclassification>): Reclassification {
  return { segmentIds, reason: 'seen on site', date: '2025-03-01T08:00:00Z', ...other };
}

describe('what a setting does to the figures', () => {
  test('nothing chosen: four tenths of the mainland count, and nothing is said to have an effect', () => {
    const { audit, effects, asLoaded } = ask();
    closeTo(audit.overall.ratio, 0.4, EXACT);
    expect(asLoaded.ratio).toBe(audit.overall.ratio);
    expect(effects).toEqual([]);
  });

  test('natural alone: the restored tenth goes from the numerator and stays in the total', () => {
    const { overall } = ask({ numerator: 'native' }).audit;
    closeTo(overall.ratio, 0.3, EXACT);
    closeTo(overall.totalM, along(1), ROUNDING);
    expect(overall.restoredM).toBe(0);
  });

  test('estuaries natural: two tenths more count', () => {
    closeTo(ask({ estuary: 'natural' }).audit.overall.ratio, 0.6, EXACT);
  });

  test('estuaries left out: four of eight tenths', () => {
    const { overall } = ask({ estuary: 'excluded' }).audit;
    closeTo(overall.ratio, 0.5, EXACT);
    closeTo(overall.totalM, along(0.8), ROUNDING);
  });

  test('the whole band stays where it was, whichever way of counting estuaries is chosen', () => {
    // Estuaries give 0.4, 0.5 or 0.6; no other doubt moves a straight, well-known coast.
    for (const estuary of ['total-only', 'natural', 'excluded'] as const) {
      const { band } = ask({ estuary }).audit.overall;
      closeTo(band?.low, 0.4, EXACT);
      closeTo(band?.high, 0.6, EXACT);
    }
  });

  test('islands alone: all of the islet is natural', () => {
    const { overall } = ask({ realm: 'island' }).audit;
    closeTo(overall.ratio, 1, EXACT);
    closeTo(overall.totalM, along(0.2), ROUNDING);
  });

  test('both: six of twelve tenths', () => {
    closeTo(ask({ realm: 'all' }).audit.overall.ratio, 0.5, EXACT);
  });

  test('the realm left out is told by its length; none where both count', () => {
    closeTo(ask().otherRealmM, along(0.2), ROUNDING);
    closeTo(ask({ realm: 'island' }).otherRealmM, along(1), ROUNDING);
    expect(ask({ realm: 'all' }).otherRealmM).toBe(0);
  });

  test('a target a tenth higher takes a tenth of the total from the headroom', () => {
    const [before, after] = [ask(), ask({ target: 0.45 })].map(({ audit }) => audit.overall);
    closeTo((after?.headroomM ?? 0) - (before?.headroomM ?? 0), along(-0.1), ROUNDING);
    closeTo(after?.ratio, 0.4, EXACT);
  });

  test('a target leaves a zone that sets its own as it is', () => {
    const [west, east] = ask({ target: 0.45 }).audit.zones;
    expect([west?.target, east?.target]).toEqual([0.45, 0.1]);
  });

  test('each choice tells its own effect alone, from the data’s own rule', () => {
    const { effects, audit } = ask({ numerator: 'native', estuary: 'excluded' });
    closeTo(audit.overall.ratio, 0.3 / 0.8, EXACT);
    expect(effects.map(({ setting }) => setting)).toEqual(['numerator', 'estuary']);
    closeTo(effects[0]?.ratio, 0.3, EXACT);
    closeTo(effects[1]?.ratio, 0.5, EXACT);
    for (const { asLoaded } of effects) closeTo(asLoaded, 0.4, EXACT);
  });

  test('a coarser trace gives the figures of the generalised coast, and the drawn one is a doubt', () => {
    // A natural spur of 20 m and back on one degree of quay: gone at 25 m.
    const spur: readonly Position[] = [
      [0, 0],
      [0.0005, 0.00018],
      [0.001, 0],
    ];
    const segments = [
      segment('spur', 'sandy', spur),
      equatorSegment('quay', 'artificial', [0.001, 0.01]),
    ];
    const drawn = ask({}, [], segments).audit.overall;
    const coarse = ask({ toleranceM: 25 }, [], segments).audit.overall;
    closeTo(coarse.totalM, along(0.01), ROUNDING);
    closeTo(coarse.ratio, 0.1, EXACT);
    expect(drawn.totalM).toBeGreaterThan(coarse.totalM);
    closeTo(coarse.band?.high, drawn.ratio ?? Number.NaN, EXACT);
    closeTo(drawn.band?.low, 0.1, EXACT);
  });

  test('a level of detail that was not measured is refused', () => {
    expect(() => ask({ toleranceM: 7 })).toThrow('not measured at 7 m');
  });
});

describe('a change log', () => {
  const log = [
    entry(['quay'], { class: 'restored' }),
    entry(['rock'], { class: 'artificial', use: 'revetment' }),
    entry(['beach'], { confidence: 'low' }),
  ];

  test('tells the ratio before and after each entry, each from where the last one left it', () => {
    const { logRatios } = ask({}, log);
    const expected = [
      [0.4, 0.8],
      [0.8, 0.6],
      [0.6, 0.6],
    ] as const;
    expect(logRatios).toHaveLength(expected.length);
    for (const [index, [before, after]] of expected.entries()) {
      closeTo(logRatios[index]?.before, before, EXACT);
      closeTo(logRatios[index]?.after, after, EXACT);
    }
  });

  test('ends at the ratio in force, under the settings in force', () => {
    const { logRatios, audit } = ask({ estuary: 'excluded' }, log);
    closeTo(logRatios.at(-1)?.after, 0.6 / 0.8, EXACT);
    expect(logRatios.at(-1)?.after).toBe(audit.overall.ratio);
  });

  test('leaves what the data said as loaded', () => {
    closeTo(ask({ realm: 'all' }, log).asLoaded.ratio, 0.4, EXACT);
  });

  test('that lowers a confidence widens the band by that stretch', () => {
    const { bandParts } = ask({}, log.slice(2)).audit.overall;
    closeTo(bandParts.find(({ kind }) => kind === 'confidence')?.low, -0.1, EXACT);
  });

  test('reaches the zones: 0.1° of quay in the west zone is none', () => {
    const [west, east] = ask({}, [entry(['quay'], { class: 'sandy' })]).audit.zones;
    closeTo(west?.naturalM, along(0.3), ROUNDING);
    closeTo(east?.naturalM, along(0.4), ROUNDING);
  });
});

const judgement = fc.record({
  segmentIds: fc.subarray(COAST.map(({ id }) => id)),
  class: fc.constantFrom(...COASTLINE_CLASSES),
  confidence: fc.constantFrom(...CONFIDENCES),
  reason: fc.string(),
  date: fc.constant('2025-03-01T08:00:00Z'),
});
const anyChoices: fc.Arbitrary<AuditChoices> = fc.record(
  {
    realm: fc.constantFrom('mainland', 'island', 'all'),
    numerator: fc.constantFrom('with-restored', 'native'),
    estuary: fc.constantFrom('total-only', 'natural', 'excluded'),
    target: fc.double({ min: 0, max: 1, noNaN: true }),
    toleranceM: fc.constantFrom(0, 25),
  },
  { requiredKeys: [] },
);

describe('whatever is chosen and changed', () => {
  test('the answer is the audit of the edited coast by the chosen rule, from scratch', () => {
    fc.assert(
      fc.property(anyChoices, fc.array(judgement, { maxLength: 4 }), (choices, log) => {
        const { toleranceM: _, ...drawn } = choices;
        const settings = effectiveSettings(RULE, drawn);
        expect(ask(drawn, log).audit).toEqual(
          auditCoastline({
            segments: reclassified(COAST, log),
            zones: ZONES,
            rule: ruleFor(RULE, settings),
            realm: settings.realm,
          }),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('the waterfall starts and ends at the audits of the coast as loaded and as edited', () => {
    fc.assert(
      fc.property(anyChoices, fc.array(judgement, { maxLength: 4 }), (choices, log) => {
        const [before, after] = [ask(choices), ask(choices, log)];
        const { startM, startRatio, steps, endM, endRatio } = after.waterfall;
        const kept = ({ audit: { overall } }: AuditAnswer): number =>
          overall.naturalM + overall.restoredM;
        closeTo(startM, kept(before), ROUNDING);
        closeTo(endM, kept(after), ROUNDING);
        closeTo(startM + steps.reduce((sum, { deltaM }) => sum + deltaM, 0), endM, ROUNDING);
        expect([startRatio === undefined, endRatio === undefined]).toEqual([
          before.audit.overall.ratio === undefined,
          after.audit.overall.ratio === undefined,
        ]);
        if (endRatio !== undefined)
          closeTo(endRatio, after.audit.overall.ratio ?? Number.NaN, 1e-9);
        if (startRatio !== undefined)
          closeTo(startRatio, before.audit.overall.ratio ?? Number.NaN, 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  test('no figure is NaN or infinite', () => {
    fc.assert(
      fc.property(anyChoices, fc.array(judgement, { maxLength: 3 }), (choices, log) => {
        const text = JSON.stringify(ask(choices, log), (_, value: unknown) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'not finite' : value,
        );
        expect(text).not.toContain('not finite');
      }),
      { numRuns: 40 },
    );
  });
});
