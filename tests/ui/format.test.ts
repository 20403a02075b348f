import { describe, expect, test } from 'vitest';
import { ratio } from '../../src/domain/units.ts';
import { formatBand, formatRatio, formatTarget } from '../../src/ui/format.ts';

const band = (low: number, high: number) => {
  const [from, to] = [ratio(low, 1), ratio(high, 1)];
  if (from === undefined || to === undefined) throw new RangeError('no band');
  return { low: from, high: to };
};

describe('a ratio beside its target', () => {
  test.each([
    [0.352, '35.2%'],
    [0.3499, '34.99%'],
    [0.349996, '34.9996%'],
    [0.35, '35.0%'],
    // The last bit of a sum decides nothing.
    [0.35 - 1e-15, '35.0%'],
  ])('%d reads as %s', (share, text) => {
    expect(formatRatio(share, 0.35, 'zh')).toBe(text);
  });
});

test('no end of a band reads as the target unless it equals it', () => {
  expect(formatBand(band(0.34998, 0.36), 0.35, 'zh')).toEqual({ low: '34.998%', high: '36.0%' });
  expect(formatBand(band(0.35, 0.36), 0.35, 'zh')).toEqual({ low: '35.0%', high: '36.0%' });
  expect(formatBand(undefined, 0.35, 'zh')).toEqual({ low: '', high: '' });
});

test.each([
  [0.35, '35%'],
  [0.354, '35.4%'],
  [0.3755, '37.55%'],
  [1 / 3, '33.333333%'],
])('a target of %d keeps its decimals: %s', (target, text) => {
  expect(formatTarget(target, 'zh')).toBe(text);
});
