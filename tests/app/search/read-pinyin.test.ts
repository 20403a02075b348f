import { expect, test } from 'vitest';
import { createReadPinyin } from '../../../src/app/search/read-pinyin.ts';

const readPinyin = createReadPinyin();

test('a character has all its readings, that of its word first', () => {
  expect(readPinyin('重庆')[0]?.[0]).toBe('chóng');
  expect(readPinyin('重量')[0]?.[0]).toBe('zhòng');
  for (const reading of ['cáng', 'zàng']) expect(readPinyin('藏')[0]).toContain(reading);
  for (const reading of ['bó', 'pō']) expect(readPinyin('泊')[0]).toContain(reading);
});

test('what is not Chinese is its own reading, one for each character', () => {
  expect(readPinyin('LNG 5𠮷')).toEqual([['L'], ['N'], ['G'], [' '], ['5'], ['𠮷']]);
});
