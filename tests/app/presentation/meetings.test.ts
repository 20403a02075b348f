import { expect, test } from 'vitest';
import { meetingsOf } from '../../../src/app/presentation/meetings.ts';
import type { Minute, MinuteKind } from '../../../src/domain/views/minute.ts';

/** An entry so many seconds after eight. */
function minute(second: number, kind: MinuteKind, number?: number): Minute {
  const at = new Date(Date.UTC(2026, 10, 28, 8, 0, second)).toISOString();
  return { at, kind, figures: {}, ...(number !== undefined && { number }) };
}

test('each presentation is a meeting, and a view lasts until the next one or the end', () => {
  const [early, first, second] = meetingsOf([
    minute(0, 'view', 9),
    minute(10, 'started'),
    minute(12, 'view', 1),
    minute(30, 'detour', 1),
    minute(42, 'view', 2),
    minute(50, 'decision', 2),
    minute(100, 'ended'),
    minute(200, 'started'),
    minute(201, 'view', 1),
  ]);
  expect(early?.entries).toHaveLength(1);
  expect(first?.lastedMs).toBe(90_000);
  // The detour belongs to the view that it began at.
  expect(first?.entries.map(({ shownMs }) => shownMs)).toEqual([
    undefined,
    30_000,
    undefined,
    58_000,
    undefined,
    undefined,
  ]);
  // A browser that was closed notes no end.
  expect(second?.lastedMs).toBeUndefined();
  expect(second?.entries.at(-1)?.shownMs).toBeUndefined();
});

test('no minutes are no meeting', () => {
  expect(meetingsOf([])).toEqual([]);
});
