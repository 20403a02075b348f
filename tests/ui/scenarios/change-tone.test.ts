import { expect, test } from 'vitest';
import { changeTone, seenLength } from '../../../src/ui/scenarios/change-tone.ts';

test('what is read as 0 m has no colour of loss or gain', () => {
  expect(changeTone(seenLength(-0.3))).toBe('');
  expect(changeTone(seenLength(-0))).toBe('');
  expect(changeTone(seenLength(0.49))).toBe('');
  expect(changeTone(seenLength(-12))).toBe('is-loss');
  expect(changeTone(seenLength(12))).toBe('is-gain');
  expect(changeTone(undefined)).toBe('');
});
