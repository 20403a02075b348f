import { expect, test } from 'vitest';
import { nextColumnOrder } from '../../../src/ui/audit/sort-head.tsx';

test('a press goes from the largest to the smallest and back to the data', () => {
  const first = nextColumnOrder({ column: undefined, isDescending: true }, 'year');
  expect(first).toEqual({ column: 'year', isDescending: true });
  expect(nextColumnOrder(first, 'year')).toEqual({ column: 'year', isDescending: false });
  expect(nextColumnOrder({ column: 'year', isDescending: false }, 'year').column).toBe(undefined);
});
