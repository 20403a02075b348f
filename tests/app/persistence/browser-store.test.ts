import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browserStore } from '../../../src/app/persistence/browser-store.ts';

/** A request or transaction, answered in a later task as a browser does. */
class FakeRequest<Result> {
  result: Result | undefined;
  error: DOMException | undefined;
  onsuccess: (() => void) | undefined;
  oncomplete: (() => void) | undefined;
  onerror: (() => void) | undefined;
  onabort: (() => void) | undefined;
  onupgradeneeded: (() => void) | undefined;
  succeed(result?: Result): void {
    this.result = result;
    this.onsuccess?.();
    this.oncomplete?.();
  }
  fail(name: string): void {
    this.error = new DOMException('refused', name);
    this.onerror?.();
    this.onabort?.();
  }
}

/** A browser's storage: what it holds, which connections are open, and what ails it. */
const storage = {
  held: new Map<string, string>(),
  connections: [] as FakeDatabase[],
  ails: undefined as 'blocked' | 'full' | undefined,
  waiting: [] as (() => void)[],
};

class FakeDatabase {
  isClosed = false;
  readonly version = 1;
  readonly objectStoreNames = { contains: () => true };
  onclose: (() => void) | undefined;
  onversionchange: (() => void) | undefined;
  close(): void {
    this.isClosed = true;
  }
  transaction(): unknown {
    if (this.isClosed) throw new DOMException('closing', 'InvalidStateError');
    const transaction = new FakeRequest<undefined>();
    const undo = new Map(storage.held);
    const end = (): void => {
      if (storage.ails === 'full') {
        storage.held = undo;
        transaction.fail('QuotaExceededError');
      } else transaction.succeed();
    };
    const objects = {
      transaction: Object.assign(transaction, { commit: () => setTimeout(end) }),
      put: (text: string, key: string) => storage.held.set(key, text),
      getAllKeys: () => answered([...storage.held.keys()]),
      get: (key: string) => answered(storage.held.get(key)),
    };
    return { objectStore: () => objects };
  }
}

function answered<Result>(result: Result): FakeRequest<Result> {
  const request = new FakeRequest<Result>();
  setTimeout(() => request.succeed(result));
  return request;
}

function open(): FakeRequest<FakeDatabase> {
  const request = new FakeRequest<FakeDatabase>();
  const succeed = (): void => {
    const database = new FakeDatabase();
    storage.connections.push(database);
    request.succeed(database);
  };
  if (storage.ails === 'blocked') storage.waiting.push(succeed);
  else setTimeout(succeed);
  return request;
}

const openOnes = () => storage.connections.filter(({ isClosed }) => !isClosed);

beforeEach(() => {
  Object.assign(storage, { held: new Map(), connections: [], ails: undefined, waiting: [] });
  vi.useFakeTimers();
  vi.stubGlobal('indexedDB', { open });
  vi.stubGlobal('navigator', {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** How a step ended within so many milliseconds; `waiting` if it has not. */
async function outcome(step: Promise<unknown>, milliseconds: number): Promise<unknown> {
  let ended: unknown = 'waiting';
  step.then(
    () => {
      ended = 'done';
    },
    (cause: unknown) => {
      ended = cause instanceof Error || cause instanceof DOMException ? cause.name : cause;
    },
  );
  await vi.advanceTimersByTimeAsync(milliseconds);
  return ended;
}

describe("the browser's database", () => {
  test('that the browser closes says so, and is opened again', async () => {
    const store = browserStore();
    const lost = vi.fn();
    store.onLost(lost);
    expect(await outcome(store.write('work', 'one'), 100)).toBe('done');
    const [first] = storage.connections;
    first?.close();
    first?.onclose?.();
    expect(lost).toHaveBeenCalledOnce();
    expect(await outcome(store.write('work', 'two'), 100)).toBe('done');
    expect(storage.held.get('work')).toBe('two');
  });

  test('that another page wants to delete or change is let go, and opened again', async () => {
    const store = browserStore();
    await outcome(store.write('work', 'one'), 100);
    storage.connections[0]?.onversionchange?.();
    expect(openOnes()).toEqual([]);
    expect(await outcome(store.write('work', 'two'), 100)).toBe('done');
    expect(openOnes()).toHaveLength(1);
  });

  test('that is closed without a word is opened again', async () => {
    const store = browserStore();
    await outcome(store.write('work', 'one'), 100);
    storage.connections[0]?.close();
    expect(await outcome(store.write('work', 'two'), 100)).toBe('done');
    expect(storage.held.get('work')).toBe('two');
  });

  test('that is blocked is given up after 20 s, which is told, and used once it is free', async () => {
    storage.ails = 'blocked';
    const store = browserStore();
    const write = store.write('work', 'one');
    expect(await outcome(write, 19_000)).toBe('waiting');
    expect(await outcome(write, 2000)).toBe('Error');
    storage.ails = undefined;
    expect(await outcome(store.write('work', 'two'), 100)).toBe('done');
    for (const free of storage.waiting) free();
    await vi.advanceTimersByTimeAsync(100);
    expect(storage.held.get('work')).toBe('two');
    // What was asked for in vain holds up nobody.
    expect(openOnes()).toHaveLength(1);
  });

  test('that is full says so, keeps what it held, and goes on when there is room', async () => {
    const store = browserStore();
    await outcome(store.write('work', 'one'), 100);
    storage.ails = 'full';
    expect(await outcome(store.write('work', 'two'), 100)).toBe('QuotaExceededError');
    expect(storage.held.get('work')).toBe('one');
    storage.ails = undefined;
    expect(await outcome(store.write('work', 'three'), 100)).toBe('done');
    expect(openOnes()).toHaveLength(1);
  });
});
