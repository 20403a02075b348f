import type { Dispose } from '../lifecycle/disposer.ts';

/** The page, as far as a wake lock asks it. */
type WatchedPage = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;

/**
 * Keeps the screen from going dark. Browsers release the lock of a page that is hidden: it is requested again when
 * the page is back. Does nothing where there are no locks (plain http) or none is granted (an empty battery).
 */
export function keepScreenAwake(
  wakeLock: WakeLock | undefined,
  page: WatchedPage = document,
): Dispose {
  if (wakeLock === undefined) return () => {};
  let isOver = false;
  let held: WakeLockSentinel | undefined;
  let isAsking = false;
  const release = (lock: WakeLockSentinel | undefined): void => {
    lock?.release().catch((cause: unknown) => console.info('the wake lock stays:', cause));
  };
  const acquire = async (): Promise<void> => {
    const isHeld = held !== undefined && !held.released;
    if (isOver || isHeld || isAsking || page.visibilityState !== 'visible') return;
    isAsking = true;
    try {
      const lock = await wakeLock.request('screen');
      if (isOver) release(lock);
      else held = lock;
    } catch (cause) {
      console.info('no wake lock:', cause);
    } finally {
      isAsking = false;
    }
  };
  const follow = (): void => void acquire();
  follow();
  page.addEventListener('visibilitychange', follow);
  return () => {
    isOver = true;
    page.removeEventListener('visibilitychange', follow);
    release(held);
  };
}
