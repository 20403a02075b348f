import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headroom, verdict } from '../../../src/domain/audit/headroom.ts';
import { band } from '../../../src/domain/audit/ratio-band.ts';
import { metres, ratio } from '../../../src/domain/units.ts';

const share = (value: number) => ratio(value, 1);
const limits = (low: number, high: number) =>
  band(share(0.35), [{ kind: 'estuary', low: low - 0.35, high: high - 0.35 }]);

describe('a verdict', () => {
  test.each([
    ['pass', 0.36, 0.4],
    ['pass', 0.35, 0.4],
    ['too-close', 0.34, 0.36],
    ['too-close', 0.3, 0.35],
    ['fail', 0.3, 0.34],
    ['fail', 0.3, 0.349999],
  ] as const)('is %s from %d to %d against 0.35, whatever the last bit', (expected, low, high) => {
    expect(verdict(limits(low, high), 0.35)).toBe(expected);
  });

  test('is no-coast without a band', () => {
    expect(verdict(undefined, 0.35)).toBe('no-coast');
  });

  test('passes a target of zero, and fails one above every band', () => {
    expect(verdict(limits(0, 0.1), 0)).toBe('pass');
    expect(verdict(limits(0.3, 0.9), 1)).toBe('fail');
  });
});

describe('headroom', () => {
  const lengths = (naturalM: number, restoredM: number, totalM: number) => ({
    ...{ naturalM: metres(naturalM), restoredM: metres(restoredM), totalM: metres(totalM) },
  });

  test('is what is kept beyond the target, or short of it', () => {
    expect(headroom(lengths(300, 100, 1000), 0.35)).toBe(50);
    expect(headroom(lengths(300, 0, 1000), 0.35)).toBe(-50);
  });

  test('is absent without coast', () => {
    expect(headroom(lengths(0, 0, 0), 0.35)).toBeUndefined();
  });

  test('is zero where the ratio equals the target, in whatever order the lengths were added up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 1e5, noNaN: true }), { minLength: 2, maxLength: 60 }),
        fc.integer({ min: 1, max: 99 }),
        (parts, percent) => {
          const [totalM, backM] = [parts, parts.toReversed()].map((order) =>
            order.reduce((sum, each) => sum + each, 0),
          );
          const keptM = ((totalM ?? 0) * percent) / 100;
          expect(headroom(lengths(keptM, 0, backM ?? 0), percent / 100)).toBe(0);
        },
      ),
    );
  });
});
