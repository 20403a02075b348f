import { describe, expect, test, vi } from 'vitest';
import { runSteps } from '../../../src/app/workers/run-steps.ts';
import type { Steps } from '../../../src/domain/steps.ts';

/** Work of so many steps, each a few milliseconds long by the clock that is faked. */
function* work(steps: number, taken: number[] = []): Steps<string> {
  for (let step = 0; step < steps; step += 1) {
    taken.push(step);
    vi.advanceTimersByTime(10);
    yield step / steps;
  }
  return 'done';
}

describe('long work in turns', () => {
  test('gives its result', async () => {
    await expect(runSteps(work(0))).resolves.toBe('done');
  });

  test('says how far it is, ever further and never beyond the whole', async () => {
    vi.useFakeTimers();
    try {
      const shares: number[] = [];
      const result = runSteps(work(20), { onProgress: (share) => shares.push(share) });
      await vi.runAllTimersAsync();
      await expect(result).resolves.toBe('done');
      expect(shares.length).toBeGreaterThan(1);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      for (const share of shares) expect(share).toBeLessThanOrEqual(1);
    } finally {
      vi.useRealTimers();
    }
  });

  test('stops within a turn once somebody says so, and gives the reason', async () => {
    vi.useFakeTimers();
    try {
      const stop = new AbortController();
      const taken: number[] = [];
      const result = runSteps(work(1000, taken), {
        signal: stop.signal,
        onProgress: () => stop.abort(new Error('no longer wanted')),
      });
      const refused = expect(result).rejects.toThrow('no longer wanted');
      await vi.runAllTimersAsync();
      await refused;
      expect(taken.length).toBeLessThan(10);
    } finally {
      vi.useRealTimers();
    }
  });

  test('does not begin when it is stopped before', async () => {
    const taken: number[] = [];
    const steps = work(5, taken);
    await expect(runSteps(steps, { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(taken).toEqual([]);
  });
});
