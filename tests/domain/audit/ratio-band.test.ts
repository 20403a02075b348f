import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuditRule, BandPart } from '../../../src/domain/audit/audit.ts';
import { effectiveSettings, ruleFor } from '../../../src/domain/audit/audit-settings.ts';
import { count, emptyByClass, tally } from '../../../src/domain/audit/coast-tally.ts';
import { band, bandParts } from '../../../src/domain/audit/ratio-band.ts';
import { ratio } from '../../../src/domain/units.ts';
import { closeTo } from '../../close-to.ts';
import { equatorSegment, PLAIN_RULE } from '../build.ts';

const share = (value: number) => ratio(value, 1);
const part = (low: number, high: number): BandPart => ({ kind: 'estuary', low, high });

describe('a band', () => {
  test('adds all doubts down and all doubts up', () => {
    const found = band(share(0.4), [part(-0.1, 0), part(-0.05, 0.02), part(0, 0.03)]);
    closeTo(found?.low, 0.25, 1e-12);
    closeTo(found?.high, 0.45, 1e-12);
  });

  test('ends at 0 and 1', () => {
    expect(band(share(0.5), [part(-2, 2)])).toEqual({ low: 0, high: 1 });
  });

  test('is absent without a ratio', () => {
    expect(band(undefined, [])).toBeUndefined();
  });
});

describe('the doubts of a tally', () => {
  const tallied = (byClass: object, doubtful: object = {}) => ({
    byClass: { ...emptyByClass(), ...byClass },
    byUse: {},
    unclassified: 0,
    doubtful: { ...emptyByClass(), ...doubtful },
  });

  test('each move the ratio down and up, never the wrong way', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }), (lengths) => {
        const [sandy = 0, restored = 0, estuary = 0, artificial = 0, ...more] = lengths;
        const tallies = [
          tallied({ sandy, restored, estuary, artificial }),
          tallied({ sandy: more[0], artificial: more[1] }),
          tallied({ sandy: more[2], artificial: more[3] }),
        ] as const;
        const rule = {
          ...PLAIN_RULE,
          sensitivity: { generaliseM: [5], estuary: ['natural', 'excluded'], flip: ['low'] },
        } as const;
        const parts = bandParts(
          { ellipsoid: tallies[0], sphere: tallies[1], generalised: [tallies[2]] },
          rule,
        );
        for (const { low, high } of parts) {
          expect(low).toBeLessThanOrEqual(0);
          expect(high).toBeGreaterThanOrEqual(0);
          expect(Object.is(low, -0)).toBe(false);
        }
        expect(parts).toHaveLength(count(tallies[0], rule.counting).ratio === undefined ? 0 : 4);
      }),
    );
  });

  test('are none where there is no coast', () => {
    const none = tallied({});
    expect(bandParts({ ellipsoid: none, sphere: none, generalised: [] }, PLAIN_RULE)).toEqual([]);
  });

  test('flip natural and restored coast out, and built coast in; a river mouth has a doubt of its own', () => {
    const doubtful = tallied(
      { sandy: 40, restored: 10, estuary: 10, artificial: 40 },
      { sandy: 20, restored: 10, estuary: 10, artificial: 15 },
    );
    const partsBy = (estuary: AuditRule['sensitivity']['estuary']) =>
      bandParts(
        { ellipsoid: doubtful, sphere: doubtful, generalised: [] },
        { ...PLAIN_RULE, sensitivity: { ...PLAIN_RULE.sensitivity, estuary } },
      );
    const [confidence] = partsBy(['natural']);
    closeTo(confidence?.low, -0.3, 1e-12);
    closeTo(confidence?.high, 0.15, 1e-12);
    // Where the rule takes in no other way of counting it, a doubtful river mouth is a doubtful class like others.
    closeTo(partsBy([])[0]?.high, 0.25, 1e-12);
  });

  test('take in unclassified coast, which may be natural', () => {
    const coast = { ...tallied({ sandy: 300, artificial: 500 }), unclassified: 200 };
    const parts = bandParts({ ellipsoid: coast, sphere: coast, generalised: [] }, PLAIN_RULE);
    const unclassified = parts.find(({ kind }) => kind === 'unclassified');
    expect(unclassified?.low).toBe(0);
    closeTo(unclassified?.high, 0.2, 1e-12);
  });

  test('take in low confidence in any class that counts in the total alone', () => {
    const coast = tallied({ sandy: 30, muddy: 70 }, { muddy: 20 });
    const rule = {
      ...PLAIN_RULE,
      counting: { ...PLAIN_RULE.counting, muddy: 'total-only' },
    } as const;
    const [confidence] = bandParts({ ellipsoid: coast, sphere: coast, generalised: [] }, rule);
    closeTo(confidence?.high, 0.2, 1e-12);
  });

  test('are the same whether estuaries are set by the rule or by a switch', () => {
    const coast = tallied({ sandy: 30, estuary: 20, artificial: 50 });
    const sensitivity = { generaliseM: [], estuary: ['natural', 'excluded'], flip: [] } as const;
    const file = { ...PLAIN_RULE, sensitivity };
    const byRule = { ...file, counting: { ...file.counting, estuary: 'natural' } } as const;
    const bySwitch = ruleFor(file, effectiveSettings(file, { estuary: 'natural' }));
    const partsOf = (rule: AuditRule) =>
      bandParts({ ellipsoid: coast, sphere: coast, generalised: [] }, rule);
    expect(partsOf(byRule)).toEqual(partsOf(bySwitch));
    // 50 of 100 are natural; without the estuary 30 of 100, or 30 of 80.
    closeTo(partsOf(byRule).find(({ kind }) => kind === 'estuary')?.low, -0.2, 1e-12);
  });
});

describe('a tally', () => {
  const segments = [
    equatorSegment('a', 'sandy', [0, 1], { confidence: 'low' }),
    equatorSegment('b', 'artificial', [1, 2], { use: 'road' }),
    equatorSegment('c', undefined, [2, 3]),
  ];

  test('adds lengths by class, use and doubt, and keeps what has no class apart', () => {
    const rule = {
      ...PLAIN_RULE,
      sensitivity: { ...PLAIN_RULE.sensitivity, flip: ['low'] },
    } as const;
    const found = tally(
      segments,
      [
        [0, 5],
        [1, 7],
        [2, 11],
        [0, 1],
      ],
      rule,
    );
    expect(found).toEqual({
      byClass: { ...emptyByClass(), sandy: 6, artificial: 7 },
      byUse: { road: 7 },
      unclassified: 11,
      doubtful: { ...emptyByClass(), sandy: 6 },
    });
  });

  test('refuses a segment that is not there', () => {
    expect(() => tally(segments, [[9, 1]], PLAIN_RULE)).toThrow('there is no segment 9');
  });

  test('is counted with everything that no rule excludes in the total', () => {
    const found = count(
      tally(
        segments,
        [
          [0, 5],
          [1, 7],
          [2, 8],
        ],
        PLAIN_RULE,
      ),
      PLAIN_RULE.counting,
    );
    expect(found).toEqual({ totalM: 20, naturalM: 5, restoredM: 0, ratio: 0.25 });
  });
});
