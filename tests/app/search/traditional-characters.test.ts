import hongKongVariants from 'opencc-js/dict/HKVariantsRev';
import traditionalCharacters from 'opencc-js/dict/TSCharacters';
import { expect, test } from 'vitest';
import { simplify } from '../../../src/app/search/simplify.ts';
import { createTraditionalTest } from '../../../src/app/search/traditional-characters.ts';

const mayBeTraditional = createTraditionalTest();

test('texts in everyday simplified characters, Latin letters and digits need no dictionary', () => {
  for (const text of ['董家口港区', '琅琊台', '铁橛山', '龙湾潟湖', 'djk lng', '第46条', '', '。'])
    expect(mayBeTraditional(text), text).toBe(false);
});

test('every character that the dictionary changes asks for it', () => {
  const characters = `${traditionalCharacters}|${hongKongVariants}`
    .split('|')
    .map((pair) => pair.split(' ')[0] ?? '');
  expect(characters.length).toBeGreaterThan(3500);
  const missed = characters.filter(
    (character) => simplify(character) !== character && !mayBeTraditional(character),
  );
  expect(missed).toEqual([]);
});

test('traditional characters are written as simplified ones, and the others stay', () => {
  expect(simplify('靈山島與膠州灣，第46條，八百畝')).toBe('灵山岛与胶州湾，第46条，八百亩');
  expect(simplify('衞')).toBe('卫');
  expect(simplify('青岛 LNG')).toBe('青岛 LNG');
});
