import { expect, test } from 'vitest';
import { type FileOrigin, keptNotices } from '../../src/domain/file-origin.ts';

const NOW: FileOrigin = { kind: 'network', at: '2026-12-03T08:00:00Z' };

function kept(reason: 'web-page' | 'no-answer' | 'too-slow', about: string, day = 1): FileOrigin {
  return { kind: 'kept', keptAt: `2026-12-0${day}T08:00:00Z`, reason, about };
}

test('files from the network, and kept ones without a network, are no news', () => {
  expect(keptNotices(new Map([['a', NOW]]))).toEqual([]);
  expect(keptNotices(new Map([['a', kept('no-answer', 'a')]]))).toEqual([]);
});

test('a fault is told once, with each file that had it and the oldest copy', () => {
  const origins = new Map([
    ['land', kept('web-page', 'land', 2)],
    ['coast', kept('web-page', 'zones', 1)],
    ['zones', kept('web-page', 'zones', 1)],
    ['roads', NOW],
    ['rivers', kept('too-slow', 'rivers')],
  ]);
  expect(keptNotices(origins)).toEqual([
    { reason: 'web-page', files: ['land', 'zones'], keptAt: '2026-12-01T08:00:00Z' },
    { reason: 'too-slow', files: ['rivers'], keptAt: '2026-12-01T08:00:00Z' },
  ]);
});
