import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratioParts } from '../../../src/domain/audit/ratio-parts.ts';
import { COASTLINE_CLASSES, type CoastlineClass } from '../../../src/domain/coastline.ts';
import { metres } from '../../../src/domain/units.ts';
import { closeTo } from '../../close-to.ts';

const COUNTING = {
  bedrock: 'natural',
  sandy: 'natural',
  muddy: 'natural',
  biogenic: 'natural',
  natural: 'natural',
  estuary: 'total-only',
  restored: 'restored',
  artificial: 'total-only',
} as const;

const NONE = metres(0);

function lengths(of: (name: CoastlineClass, index: number) => number) {
  const at = (name: CoastlineClass): ReturnType<typeof metres> =>
    metres(of(name, COASTLINE_CLASSES.indexOf(name)));
  return {
    bedrock: at('bedrock'),
    sandy: at('sandy'),
    muddy: at('muddy'),
    biogenic: at('biogenic'),
    natural: at('natural'),
    estuary: at('estuary'),
    restored: at('restored'),
    artificial: at('artificial'),
  };
}

test('natural coast is one part, of whatever kind and of none that is stated; the others stand for themselves', () => {
  const byClass = lengths((_, index) => 10 ** index);
  // bedrock 1, sandy 10, muddy 100, biogenic 1000, natural 10 000; then estuary, restored, artificial.
  expect(ratioParts({ byClass, counting: COUNTING, unclassifiedM: NONE })).toEqual({
    natural: 11_111,
    estuary: 100_000,
    restored: 1_000_000,
    artificial: 10_000_000,
    other: 0,
  });
});

test('the rule decides what is natural: mud that it leaves in the total alone is another part', () => {
  const byClass = lengths((_, index) => 10 ** index);
  const counting = { ...COUNTING, muddy: 'total-only', estuary: 'natural' } as const;
  expect(ratioParts({ byClass, counting, unclassifiedM: NONE })).toEqual({
    natural: 111_011,
    estuary: 0,
    restored: 1_000_000,
    artificial: 10_000_000,
    other: 100,
  });
});

test('what the rule leaves out is in no part', () => {
  const byClass = lengths(() => 5);
  const parts = ratioParts({
    byClass,
    counting: { ...COUNTING, estuary: 'excluded' },
    unclassifiedM: NONE,
  });
  expect(parts).toEqual({ natural: 25, estuary: 0, restored: 5, artificial: 5, other: 0 });
});

test('the parts sum to the coast that is counted', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 8, maxLength: 8 }),
      (given) => {
        const byClass = lengths((_, index) => given[index] ?? 0);
        const sum = Object.values(
          ratioParts({ byClass, counting: COUNTING, unclassifiedM: NONE }),
        ).reduce((a, b) => a + b, 0);
        // Eight lengths of up to 10⁶ m in doubles: off by less than a micrometre.
        closeTo(
          sum,
          given.reduce((a, b) => a + b, 0),
          1e-6,
        );
      },
    ),
  );
});

test('coast without a class is another part, so that the parts add up to the total', () => {
  const byClass = lengths(() => 1);
  const parts = ratioParts({ byClass, counting: COUNTING, unclassifiedM: metres(3) });
  expect(parts).toEqual({ natural: 5, estuary: 1, restored: 1, artificial: 1, other: 3 });
});
