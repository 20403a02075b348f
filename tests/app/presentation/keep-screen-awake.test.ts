import { beforeEach, expect, test, vi } from 'vitest';
import { keepScreenAwake } from '../../../src/app/presentation/keep-screen-awake.ts';

/** A screen's locks as browsers grant them: released when the page is hidden. */
class FakeScreen extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
  readonly locks: { released: boolean; release: () => Promise<void> }[] = [];
  isRefusing = false;

  readonly wakeLock = {
    request: vi.fn(async () => {
      if (this.isRefusing) throw new DOMException('no power', 'NotAllowedError');
      const lock = {
        released: false,
        release: async (): Promise<void> => {
          lock.released = true;
        },
      };
      this.locks.push(lock);
      return lock;
    }),
  };

  get held(): number {
    return this.locks.filter(({ released }) => !released).length;
  }

  show(visibilityState: DocumentVisibilityState): void {
    this.visibilityState = visibilityState;
    if (visibilityState === 'hidden') for (const lock of this.locks) lock.released = true;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

let screen: FakeScreen;

beforeEach(() => {
  screen = new FakeScreen();
});

function start(): () => void {
  return keepScreenAwake(screen.wakeLock as unknown as WakeLock, screen);
}

test('the screen stays awake until the end', async () => {
  const end = start();
  await vi.waitFor(() => expect(screen.held).toBe(1));
  end();
  expect(screen.held).toBe(0);
  screen.show('visible');
  expect(screen.held).toBe(0);
});

test('a page that comes back asks again, and holds one lock at a time', async () => {
  start();
  await vi.waitFor(() => expect(screen.held).toBe(1));
  screen.show('hidden');
  expect(screen.held).toBe(0);
  screen.show('visible');
  screen.show('visible');
  await vi.waitFor(() => expect(screen.held).toBe(1));
});

test('a lock that is granted after the end is given back', async () => {
  start()();
  await vi.waitFor(() => expect(screen.locks).toHaveLength(1));
  await vi.waitFor(() => expect(screen.held).toBe(0));
});

test('a browser without locks, or one that grants none, is no trouble', async () => {
  expect(() => keepScreenAwake(undefined, screen)()).not.toThrow();
  screen.isRefusing = true;
  const end = start();
  await vi.waitFor(() => expect(screen.wakeLock.request).toHaveBeenCalledOnce());
  expect(end).not.toThrow();
});
