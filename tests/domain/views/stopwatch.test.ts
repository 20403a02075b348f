import { expect, test } from 'vitest';
import { clockText, elapsedMs, startedAt, toggled } from '../../../src/domain/views/stopwatch.ts';

test('a watch counts while it runs, and stands while it is stopped', () => {
  const running = startedAt(1000);
  expect(elapsedMs(running, 61_000)).toBe(60_000);
  const stopped = toggled(running, 61_000);
  expect(elapsedMs(stopped, 500_000)).toBe(60_000);
  const again = toggled(stopped, 600_000);
  expect(elapsedMs(again, 630_000)).toBe(90_000);
});

test('a clock that is set back takes nothing away', () => {
  expect(elapsedMs(startedAt(10_000), 4000)).toBe(0);
});

test.each([
  [0, '00:00'],
  [59_999, '00:59'],
  [61_000, '01:01'],
  [3_725_000, '1:02:05'],
  [-5000, '\u221200:05'],
])('%d ms reads %s', (ms, text) => {
  expect(clockText(ms)).toBe(text);
});
