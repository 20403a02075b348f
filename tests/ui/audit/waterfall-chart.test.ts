import { describe, expect, test } from 'vitest';
import type { Waterfall } from '../../../src/domain/audit/waterfall.ts';
import { ratio } from '../../../src/domain/units.ts';
import { waterfallBars, waterfallScale } from '../../../src/ui/audit/waterfall-chart.tsx';

/** From 88 km, 3 km lost by reclassifying and 1 km restored: 86 km. */
const WATERFALL: Waterfall = {
  startM: 88_000,
  startRatio: ratio(338, 1000),
  steps: [
    { reason: 'reclassified-in', deltaM: 0, ratio: ratio(338, 1000) },
    { reason: 'reclassified-out', deltaM: -3000, ratio: ratio(326, 1000) },
    { reason: 'consumed', deltaM: 0, ratio: ratio(326, 1000) },
    { reason: 'restored', deltaM: 1000, ratio: ratio(330, 1000) },
  ],
  endM: 86_000,
  endRatio: ratio(330, 1000),
};

describe('the bars of a waterfall', () => {
  const bars = waterfallBars(WATERFALL);
  const scale = waterfallScale(bars);
  const parts = bars.map((bar) => scale.parts(bar));

  test('lie within their scale, also those from 0 where it is cut', () => {
    // The least value is 85 km, the most 88 km: the scale begins one and a half times their distance below.
    expect(scale.floorM).toBeCloseTo(85_000 - 1.5 * 3000, 6);
    for (const [start, end] of parts.flat()) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(100);
      expect(end).toBeGreaterThan(start);
    }
  });

  test('from 0 are broken where the scale is cut, and no others', () => {
    expect(parts.map((bar) => bar.length)).toEqual([2, 0, 1, 0, 1, 2]);
    expect(parts[0]?.at(-1)?.[1]).toBe(100);
  });

  test('of changes are as long as these', () => {
    const [lost, restored] = [parts[2]?.[0] ?? [0, 0], parts[4]?.[0] ?? [0, 0]];
    expect((lost[1] - lost[0]) / (restored[1] - restored[0])).toBeCloseTo(3, 9);
  });

  test('are whole where the changes can be seen from 0', () => {
    const large = { ...WATERFALL, startM: 4000, endM: 2000 };
    const whole = waterfallScale(waterfallBars(large));
    expect(whole.floorM).toBe(0);
    expect(whole.parts({ kind: 'end', from: 0, to: 4000 })).toEqual([[0, 100]]);
  });
});
