import { expect, test } from 'vitest';
import { displayWidth, textTable } from '../../../src/command/terminal/text-table.ts';

test.each([
  ['', 0],
  ['abc', 3],
  ['岸线', 4],
  ['（', 2],
  ['é', 1],
  ['e\u0301', 1],
  ['𠀀', 2],
  ['–', 1],
])('%j is %d cells wide', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('columns stand under their headings, numbers to the right, in either script', () => {
  const columns = [
    { title: '区段', isNumber: false },
    { title: 'm', isNumber: true },
  ];
  expect(
    textTable(columns, [
      ['琅琊', '7'],
      ['Bay', '123'],
    ]),
  ).toBe('区段    m\n----  ---\n琅琊    7\nBay   123\n');
});
