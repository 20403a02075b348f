import { expect, test } from 'vitest';
import { textTable } from '../../../src/command/terminal/text-table.ts';

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
