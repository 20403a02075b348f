import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  attempt,
  createTask,
  type Done,
  type RunOptions,
} from '../../../src/app/workers/use-task.ts';
import type { Message } from '../../../src/ui/controls/toast.tsx';

const SAVED = { key: 'saved', values: { file: 'a.csv' } } as const satisfies Done;

/** A task whose messages are kept, and work that ends when the test says so. */
function setUp() {
  const messages: Message[] = [];
  const task = createTask((message) => messages.push(message));
  const work = () => {
    let resolve: (done: Done) => void = () => {};
    let reject: (cause: unknown) => void = () => {};
    let options: RunOptions = { onProgress: () => {}, signal: new AbortController().signal };
    const ended = task.run((given) => {
      options = given;
      return new Promise<Done>((onDone, onFail) => {
        [resolve, reject] = [onDone, onFail];
        given.signal.addEventListener('abort', () => onFail(given.signal.reason));
      });
    });
    return { ended, resolve, reject, options };
  };
  return { messages, task, work };
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a task', () => {
  test('that is done shows its progress, then its message', async () => {
    const { messages, task, work } = setUp();
    expect(task.share.value).toBeUndefined();
    const one = work();
    expect(task.share.value).toBe(0);
    one.options.onProgress(0.5);
    expect(task.share.value).toBe(0.5);
    one.resolve(SAVED);
    await one.ended;
    expect(task.share.value).toBeUndefined();
    expect(messages).toEqual([{ kind: 'done', ...SAVED }]);
  });

  test('that says nothing when it is done shows nothing', async () => {
    const { messages, work } = setUp();
    const one = work();
    one.resolve(undefined);
    await one.ended;
    expect(messages).toEqual([]);
  });

  test('that fails says why, and can be run again', async () => {
    const { messages, task, work } = setUp();
    const one = work();
    one.reject(new Error('disk full'));
    await one.ended;
    expect(messages).toEqual([
      { kind: 'failure', key: 'notSaved', values: { reason: 'disk full' } },
    ]);
    expect(task.share.value).toBeUndefined();
    expect(console.error).toHaveBeenCalledOnce();
    const other = work();
    other.resolve(SAVED);
    await other.ended;
    expect(messages.at(-1)?.kind).toBe('done');
  });

  test('that throws before it waits for anything fails in the same way', async () => {
    const { messages, task } = setUp();
    await task.run(() => {
      throw new Error('no map');
    });
    expect(messages[0]?.values).toEqual({ reason: 'no map' });
    expect(task.share.value).toBeUndefined();
  });

  test('that is stopped ends without a word', async () => {
    const { messages, task, work } = setUp();
    const one = work();
    task.stop();
    await one.ended;
    expect(one.options.signal.aborted).toBe(true);
    expect(messages).toEqual([]);
    expect(console.error).not.toHaveBeenCalled();
    expect(task.share.value).toBeUndefined();
  });

  test('that is started twice goes on with the second alone', async () => {
    const { messages, task, work } = setUp();
    const first = work();
    first.options.onProgress(0.9);
    const second = work();
    await first.ended;
    expect(first.options.signal.aborted).toBe(true);
    expect(task.share.value, 'the end of the first is not the end of the second').toBe(0);
    first.options.onProgress(0.95);
    expect(task.share.value).toBe(0);
    second.options.onProgress(0.2);
    expect(task.share.value).toBe(0.2);
    second.resolve(SAVED);
    await second.ended;
    expect(messages).toHaveLength(1);
    expect(task.share.value).toBeUndefined();
  });
});

test('an attempt says what was done, or why it failed whatever was thrown', async () => {
  const messages: Message[] = [];
  const show = (message: Message): void => {
    messages.push(message);
  };
  await attempt(show, async () => SAVED);
  await attempt(show, async () => undefined);
  await attempt(show, () => Promise.reject('refused'));
  expect(messages).toEqual([
    { kind: 'done', ...SAVED },
    { kind: 'failure', key: 'notSaved', values: { reason: 'refused' } },
  ]);
});
