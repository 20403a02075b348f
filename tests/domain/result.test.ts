import { expect, test } from 'vitest';
import { reasonOf } from '../../src/domain/result.ts';

test('the reason of an error is its message, of anything else its text', () => {
  expect(reasonOf(new RangeError('no ring'))).toBe('no ring');
  expect([reasonOf('stopped'), reasonOf(undefined), reasonOf(404)]).toEqual([
    'stopped',
    'undefined',
    '404',
  ]);
});
