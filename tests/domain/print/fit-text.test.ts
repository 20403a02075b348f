import { expect, test } from 'vitest';
import { fitText } from '../../../src/domain/print/fit-text.ts';
import { wrapText } from '../../../src/domain/print/text-wrap.ts';

/** Every letter is half as wide as it is high. */
const measure = (text: string, size: number): number => ([...text].length * size) / 2;
const sizes = [20, 10, 5];

test('a short text keeps the largest size', () => {
  expect(fitText('abcd', { width: 100, height: 30 }, { sizes }, measure)).toEqual({
    size: 20,
    text: 'abcd',
    height: 25,
  });
});

test('a long text takes the largest size in which its lines have room', () => {
  // 20 letters: at 20, 10 to a line and 2 lines of 25; at 10, one line.
  const text = 'abcdefghijklmnopqrst';
  expect(fitText(text, { width: 100, height: 30 }, { sizes }, measure).size).toBe(10);
  expect(fitText(text, { width: 100, height: 50 }, { sizes }, measure).size).toBe(20);
});

test('what fits in no size is cut in the smallest, and says so', () => {
  const text = '岸'.repeat(100);
  const fitted = fitText(text, { width: 50, height: 7 }, { sizes }, measure);
  expect(fitted.size).toBe(5);
  expect(fitted.text.endsWith('…')).toBe(true);
  // One line of 50 holds 20 letters of 2.5.
  expect(measure(fitted.text, 5)).toBeLessThanOrEqual(50);
});

test('a text that needs only one line is whole, though the line is higher than its space', () => {
  // One line of 8 letters of 2.5 needs 20 of the width; 6.25 of the height, where 4 are left.
  expect(fitText('Bedrocks', { width: 50, height: 4 }, { sizes }, measure)).toEqual({
    size: 5,
    text: 'Bedrocks',
    height: 6.25,
  });
});

test('a cut text has no blanks of its own between Han, and no half characters', () => {
  const text = '𠮷'.repeat(100);
  // Two lines of 20.
  const fitted = fitText(text, { width: 50, height: 13 }, { sizes }, measure);
  expect(fitted.text).toBe(`${'𠮷'.repeat(39)}…`);
  expect(
    fitText('岸线'.repeat(50), { width: 50, height: 13 }, { sizes }, measure).text,
  ).not.toMatch(/\s/);
});

test('a cut text keeps its own lines and the blanks between words', () => {
  const text = `one two three four\n${'five '.repeat(40)}`;
  const fitted = fitText(text, { width: 50, height: 13 }, { sizes }, measure);
  expect(fitted.text.startsWith('one two three four\nfive five')).toBe(true);
  expect(fitted.text).toMatch(/\S…$/);
});

test('a space that joins keeps a number and its unit in one line', () => {
  // 11 characters to a line of 27.5 at a size of 5.
  const lines = (text: string): readonly string[] => wrapText(text, 27.5, { size: 5 }, measure);
  expect(lines('length: 282 km')).toEqual(['length: 282', 'km']);
  expect(lines('length: 282\u00a0km')).toEqual(['length:', '282\u00a0km']);
  expect(lines('岸线岸线岸线岸线282\u00a0公里')).toEqual(['岸线岸线岸线岸线', '282\u00a0公里']);
});
