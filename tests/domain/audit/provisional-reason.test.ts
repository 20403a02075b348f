import { expect, test } from 'vitest';
import { lengthInWords } from '../../../src/domain/audit/provisional-reason.ts';

test('a length is said in the units of its language', () => {
  expect(lengthInWords(5852.3, 'zh')).toBe('5.85 公里');
  expect(lengthInWords(902.24, 'zh')).toBe('902.2 米');
  expect(lengthInWords(0.25, 'zh')).toBe('0.250 米');
  expect(lengthInWords(5852.3, 'en')).toBe('5.85 km');
  expect(lengthInWords(902.24, 'en')).toBe('902.2 m');
});
