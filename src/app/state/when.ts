import { effect } from '@preact/signals';

/**
 * Waits until a condition on signals is true.
 * @throws the signal's reason once it is aborted.
 */
export function when(isTrue: () => boolean, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    let isOver = false;
    const end = (settle: () => void): void => {
      if (isOver) return;
      isOver = true;
      // The condition may be true at once, while `stop` is not yet assigned.
      queueMicrotask(() => stop());
      signal?.removeEventListener('abort', leave);
      settle();
    };
    const leave = (): void => end(() => reject(signal?.reason));
    signal?.addEventListener('abort', leave);
    const stop = effect(() => {
      if (isTrue()) end(resolve);
    });
  });
}
