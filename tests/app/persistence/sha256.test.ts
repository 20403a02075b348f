import { describe, expect, test } from 'vitest';
import { today } from '../../../src/app/persistence/save-and-open.ts';
import { sha256 } from '../../../src/app/persistence/sha256.ts';

describe('the version of a dataset', () => {
  // NIST FIPS 180-4 examples; the third by: printf '岸线' | sha256sum
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['岸线', '616a5b8494117cb86bf822c5d8fe39151d8e5c2b94ba7d37054baf4fc0f39851'],
  ])('of %j is its SHA-256', async (text, expected) => {
    expect(await sha256(text)).toBe(expected);
  });
});

test('a day is written after ISO 8601, in local time', () => {
  expect(today(new Date(2025, 0, 9, 23, 59))).toBe('2025-01-09');
});
