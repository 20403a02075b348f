import type { Language } from '../domain/bilingual.ts';

/**
 * A moment as people read it, to the minute or the second, on the clock of this machine with its zone: 30 November at
 * 23:30 in UTC is 1 December in China. A text that is no date is given back.
 */
export function formatMoment(
  iso: string,
  language: Language,
  precision: 'minutes' | 'seconds' = 'minutes',
): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(precision === 'seconds' && { second: '2-digit' }),
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(date);
}

/**
 * A moment for tables and files in ISO 8601 on the clock of this machine, such as `2026-11-30T14:12:05+08:00`: its first ten
 * characters are the day that people had. A text that is no date is given back.
 */
export function isoLocal(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const offset = -date.getTimezoneOffset();
  const two = (part: number): string => String(Math.trunc(Math.abs(part))).padStart(2, '0');
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}
