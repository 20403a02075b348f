import { effect, untracked } from '@preact/signals';
import { createDisposer, type Dispose } from './disposer.ts';

/**
 * Sets up a part when signals first say that it is wanted; `open` fetches it and returns what undoes it.
 * Should that fail, the page goes on without the part. The returned function undoes the part, also one
 * that arrives later.
 */
export function openWhen(
  isWanted: () => boolean,
  open: () => Promise<Dispose>,
  onFailure = (cause: unknown): void => console.error('a part could not be loaded:', cause),
): Dispose {
  const disposer = createDisposer();
  let isOpened = false;
  disposer.add(
    effect(() => {
      if (isOpened || !isWanted()) return;
      isOpened = true;
      untracked(open).then(disposer.add, (cause: unknown) => {
        if (!disposer.signal.aborted) onFailure(cause);
      });
    }),
  );
  return disposer.dispose;
}
