import { describe, expect, test, vi } from 'vitest';
import { latestOnly } from '../../../src/app/lifecycle/latest-only.ts';
import { oneAtATime } from '../../../src/app/lifecycle/one-at-a-time.ts';

/** Tasks that end when the test says so, in any order. */
function openTasks() {
  const signals: AbortSignal[] = [];
  const ends: {
    readonly resolve: (result: string) => void;
    readonly reject: (cause: Error) => void;
  }[] = [];
  const start = (signal: AbortSignal): Promise<string> =>
    new Promise((resolve, reject) => {
      signals.push(signal);
      ends.push({ resolve, reject });
    });
  return { start, signals, ends };
}

function handlers() {
  return {
    onDone: vi.fn<(result: string) => void>(),
    onFailure: vi.fn<(cause: unknown) => void>(),
    onStale: vi.fn<(result: string) => void>(),
  };
}

describe('of tasks of which only the newest counts', () => {
  test('the newest is answered, even when an earlier one ends later', async () => {
    const [{ run }, { start, signals, ends }, heard] = [latestOnly(), openTasks(), handlers()];
    run(start, heard);
    run(start, heard);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    ends[1]?.resolve('second');
    await vi.waitFor(() => expect(heard.onDone).toHaveBeenCalledOnce());
    ends[0]?.resolve('first');
    await vi.waitFor(() => expect(heard.onStale).toHaveBeenCalledExactlyOnceWith('first'));
    expect(heard.onDone).toHaveBeenCalledExactlyOnceWith('second');
  });

  test('a failure counts only while the task is the newest', async () => {
    const [{ run }, { start, ends }, heard] = [latestOnly(), openTasks(), handlers()];
    run(start, heard);
    run(start, heard);
    ends[0]?.reject(new Error('old'));
    ends[1]?.reject(new Error('new'));
    await vi.waitFor(() => expect(heard.onFailure).toHaveBeenCalledOnce());
    expect(heard.onFailure).toHaveBeenCalledWith(new Error('new'));
  });

  test('a cancelled task says nothing more, and another may follow', async () => {
    const [{ run, cancel }, { start, signals, ends }, heard] = [
      latestOnly(),
      openTasks(),
      handlers(),
    ];
    run(start, heard);
    cancel();
    expect(signals[0]?.aborted).toBe(true);
    run(start, heard);
    for (const end of ends) end.resolve('done');
    await vi.waitFor(() => expect(heard.onDone).toHaveBeenCalledOnce());
    expect(heard.onStale).toHaveBeenCalledOnce();
  });

  test('two runners leave each other alone', () => {
    const [one, other, { start, signals }] = [latestOnly(), latestOnly(), openTasks()];
    one.run(start, handlers());
    other.run(start, handlers());
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
  });
});

describe('of work that is done one at a time', () => {
  function openWork() {
    const [done, ends, signals]: [number[], (() => void)[], AbortSignal[]] = [[], [], []];
    const runner = oneAtATime(async (input: number, signal) => {
      signals.push(signal);
      await new Promise<void>((resolve) => ends.push(resolve));
      done.push(input);
    });
    return { ...runner, done, ends, signals };
  }

  test('each is finished, and of what comes meanwhile only the newest is taken up', async () => {
    const { next, done, ends, signals } = openWork();
    for (const input of [1, 2, 3]) next(input);
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await vi.waitFor(() => expect(ends).toHaveLength(2));
    ends[1]?.();
    await vi.waitFor(() => expect(done).toEqual([1, 3]));
    expect(signals.some(({ aborted }) => aborted)).toBe(false);
  });

  test('what waits is forgotten when it is cancelled, and what runs is told', async () => {
    const { next, cancel, done, ends, signals } = openWork();
    next(1);
    next(2);
    cancel();
    expect(signals[0]?.aborted).toBe(true);
    ends[0]?.();
    await vi.waitFor(() => expect(done).toEqual([1]));
    expect(ends).toHaveLength(1);
  });
});
