import { expect, test } from 'vitest';
import { formatList, PUNCTUATION } from '../../src/ui/format.ts';

test('names are listed with the commas of the language, without "and"', () => {
  expect(formatList(['港口', '铁路', '公路'], 'zh')).toBe('港口、铁路、公路');
  expect(formatList(['Ports', 'Rail', 'Roads'], 'en')).toBe('Ports, Rail, Roads');
  // Two names take a pattern of their own in CLDR.
  expect(formatList(['港口', '铁路'], 'zh')).toBe('港口、铁路');
  expect(formatList(['Ports', 'Rail'], 'en')).toBe('Ports, Rail');
  expect([formatList(['Ports'], 'en'), formatList([], 'zh')]).toEqual(['Ports', '']);
});

test('English marks bring the space that follows them, Chinese ones none', () => {
  expect(Object.values(PUNCTUATION.en).every((mark) => mark.endsWith(' '))).toBe(true);
  expect(Object.values(PUNCTUATION.zh).every((mark) => mark.length === 1)).toBe(true);
});
