import { type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { reasonOf } from '../../domain/result.ts';
import type { Message } from '../../ui/controls/toast.tsx';

/** The message about work that is done; undefined when the work needs none or showed its own. */
export type Done = Omit<Message, 'kind'> | undefined;

/** How running work reports its share, from 0 to 1, and learns that it was stopped. */
export type RunOptions = {
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
};

type ShowMessage = (message: Message) => void;

/** Work in the background that reports its progress and can be stopped; one at a time. */
export type Task = {
  /** Share of the running work that is done, from 0 to 1; undefined while none runs. */
  readonly share: ReadonlySignal<number | undefined>;
  /** Starts work, and stops the one that still runs. Settles when the work has ended, and never rejects. */
  readonly run: (work: (options: RunOptions) => Promise<Done>) => Promise<void>;
  readonly stop: () => void;
};

/** Makes a task that shows the outcome of its work: what was done, or why it failed; nothing when stopped. */
export function createTask(showMessage: ShowMessage): Task {
  const share = signal<number | undefined>(undefined);
  let current = new AbortController();
  return {
    share,
    run: async (work) => {
      current.abort();
      const own = new AbortController();
      current = own;
      share.value = 0;
      const onProgress = (done: number): void => {
        if (current === own) share.value = done;
      };
      const { signal: stopped } = own;
      await showOutcome(showMessage, () => work({ onProgress, signal: stopped }), stopped);
      if (current === own) share.value = undefined;
    },
    stop: () => current.abort(),
  };
}

/** A task of a component: it stops when the component leaves the page. */
export function useTask(showMessage: ShowMessage): Task {
  const task = useMemo(() => createTask(showMessage), [showMessage]);
  useEffect(() => task.stop, [task]);
  return task;
}

/** Does something once; shows the message that it returns, or why it failed. Never rejects. */
export function attempt(showMessage: ShowMessage, act: () => Promise<Done>): Promise<void> {
  return showOutcome(showMessage, act);
}

/** What fails once it is stopped has not failed. What ends well all the same has saved its file, and says so. */
async function showOutcome(
  showMessage: ShowMessage,
  act: () => Promise<Done>,
  stopped?: AbortSignal,
): Promise<void> {
  try {
    const done = await act();
    if (done !== undefined) showMessage({ kind: 'done', ...done });
  } catch (cause) {
    if (stopped?.aborted === true) return;
    console.error('not saved:', cause);
    showMessage({ kind: 'failure', key: 'notSaved', values: { reason: reasonOf(cause) } });
  }
}
