import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assertNever, failed, ok } from '../../src/domain/result.ts';
import { metres, ratio, squareMetres } from '../../src/domain/units.ts';

describe('a length in metres', () => {
  test('may be negative, as headroom is', () => {
    expect(metres(-12.5)).toBe(-12.5);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'is never %d',
    (value) => {
      expect(() => metres(value)).toThrow(RangeError);
    },
  );
});

describe('an area in square metres', () => {
  test('may be zero', () => {
    expect(squareMetres(0)).toBe(0);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])(
    'is never %d, and the message carries the value',
    (value) => {
      expect(() => squareMetres(value)).toThrow(`${value}`);
    },
  );
});

describe('a ratio', () => {
  test('is part over whole', () => {
    expect(ratio(35, 100)).toBe(0.35);
  });

  test.each([0, -1, Number.NaN])(
    'is absent where the whole is %d: neither NaN nor a made-up 0',
    (whole) => {
      expect(ratio(0, whole)).toBeUndefined();
    },
  );

  test('of a part of a whole lies between 0 and 1', () => {
    const whole = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(whole, fc.double({ min: 0, max: 1, noNaN: true }), (total, share) => {
        const found = ratio(total * share, total);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test('an outcome says whether it may be used', () => {
  expect(ok(3)).toEqual({ ok: true, value: 3 });
  expect(failed('why')).toEqual({ ok: false, error: 'why' });
});

test('a branch that cannot be reached throws with the value that got there', () => {
  const smuggled: unknown = JSON.parse('"intruder"');
  const isNever = (value: unknown): value is never => value === 'intruder';
  expect(() => (isNever(smuggled) ? assertNever(smuggled) : undefined)).toThrow('intruder');
});
