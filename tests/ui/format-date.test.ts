import { afterEach, expect, test, vi } from 'vitest';
import { formatMoment, isoLocal } from '../../src/ui/format-date.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test.each([
  // Half past midnight in Qingdao is still the day before in UTC.
  [-480, '2026-11-29T16:30:05.123Z', '2026-11-30T00:30:05+08:00'],
  [0, '2026-11-29T16:30:05Z', '2026-11-29T16:30:05+00:00'],
  // Newfoundland is three and a half hours behind in winter.
  [210, '2026-01-01T02:00:00Z', '2025-12-31T22:30:00-03:30'],
])('with %i minutes to UTC, %s is written %s', (minutes, iso, local) => {
  vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(minutes);
  expect(isoLocal(iso)).toBe(local);
  expect(Date.parse(isoLocal(iso))).toBe(Math.floor(Date.parse(iso) / 1000) * 1000);
});

test('people read the day and the zone of their own clock', () => {
  // Made by the clock of this machine, whatever its zone.
  const iso = new Date(2026, 10, 30, 0, 30, 5).toISOString();
  expect(formatMoment(iso, 'en')).toMatch(/^Nov 30, 2026, 00:30 (?:UTC|GMT|[A-Z]{2,4})/);
  expect(formatMoment(iso, 'zh')).toMatch(/2026年11月30日.*00:30/);
  expect(formatMoment(iso, 'en', 'seconds')).toContain('00:30:05');
});

test('what is no date is shown as it is', () => {
  expect(formatMoment('yesterday', 'en')).toBe('yesterday');
  expect(isoLocal('yesterday')).toBe('yesterday');
});
