import { expect, test } from 'vitest';
import { displayWidth } from '../../../src/domain/print/display-width.ts';

test.each([
  ['', 0],
  ['abc', 3],
  ['岸线', 4],
  ['（', 2],
  ['é', 1],
  ['e\u0301', 1],
  ['𠀀', 2],
  ['–', 1],
])('%j is %d characters wide', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});
