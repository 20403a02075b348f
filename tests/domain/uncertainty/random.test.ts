import { expect, test } from 'vitest';
import { normalCdf, normalQuantile } from '../../../src/domain/uncertainty/normal.ts';
import { normalDeviate, seededRandom, xoshiro128 } from '../../../src/domain/uncertainty/random.ts';
import { closeTo } from '../../close-to.ts';
import EXPECTED from '../../fixtures/uncertainty/expected.json' with { type: 'json' };

test('the generator gives the words of the reference implementation in C', () => {
  // Of the test data of edorfaus/xoshiro-6502, made with Vigna's xoshiro128starstar.c.
  const random = xoshiro128([0x964d4a0c, 0xd40ab895, 0xad7fdecb, 0x3006f0f0]);
  const words = [0xf1391922, 0x6fe53806, 0xa5be2840, 0xf510ee70];
  expect(words.map(() => random() * 2 ** 32)).toEqual(words);
});

test('the same seed gives the same numbers, another seed others', () => {
  const firstOf = (seed: string) => Array.from({ length: 3 }, seededRandom(seed));
  expect(firstOf('one coast')).toEqual(firstOf('one coast'));
  expect(firstOf('one coast')).not.toEqual(firstOf('one coasu'));
  expect(new Set(['', 'a', 'b', '岸'].map((seed) => firstOf(seed)[0])).size).toBe(4);
});

test('normal deviates have mean 0 and variance 1', () => {
  const random = seededRandom('deviates');
  const values = Array.from({ length: 100_000 }, () => normalDeviate(random));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + value ** 2, 0) / values.length;
  // Four standard errors: 4 / √100 000 and 4 √(2 / 100 000).
  closeTo(mean, 0, 0.0127);
  closeTo(variance, 1, 0.0179);
});

test('the normal distribution function is that of Python, and the quantile its inverse', () => {
  for (const [x = 0, share = 0] of EXPECTED.normal) {
    closeTo(normalCdf(x), share, 1e-14);
    // Beyond 5 the share is 1 to the last digits, and says nothing of x.
    if (Math.abs(x) < 4) closeTo(normalQuantile(share), x, 1e-10);
  }
});
