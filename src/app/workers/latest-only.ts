/** What happens with the result of a task. */
export type TaskHandlers<T> = {
  readonly onDone: (result: T) => void;
  readonly onFailure: (cause: unknown) => void;
  /** Takes a result that comes too late, where it has to be undone. */
  readonly onStale?: (result: T) => void;
};

/** Tasks of which only the newest counts. */
export type LatestOnly = {
  /** Starts a task: the signal of the one before is aborted, and its result or failure ignored. */
  readonly run: <T>(start: (signal: AbortSignal) => Promise<T>, handlers: TaskHandlers<T>) => void;
  /** Aborts the task that is running, if any; nothing takes its place. */
  readonly cancel: () => void;
};

/** Makes a runner of tasks of which only the newest counts. Each family of tasks has its own. */
export function latestOnly(): LatestOnly {
  let newest = new AbortController();
  const cancel = (): void => newest.abort();
  return {
    cancel,
    run: (start, { onDone, onFailure, onStale }) => {
      cancel();
      newest = new AbortController();
      const { signal } = newest;
      start(signal).then(
        (result) => {
          if (signal.aborted) onStale?.(result);
          else onDone(result);
        },
        (cause: unknown) => {
          if (!signal.aborted) onFailure(cause);
        },
      );
    },
  };
}

/** Work that is never interrupted by newer input. */
export type OneAtATime<T> = {
  /** Works on an input, now or when the work before it is done, unless a newer input comes first. */
  readonly next: (input: T) => void;
  /** Aborts the signal of the work that is running, and forgets the input that waits. */
  readonly cancel: () => void;
};

/**
 * Makes a runner that works on one input at a time and then on the newest that came meanwhile. Unlike with
 * `latestOnly`, each work is finished: input that comes faster than it is worked on still shows results.
 */
export function oneAtATime<T>(
  work: (input: T, signal: AbortSignal) => Promise<void>,
): OneAtATime<T> {
  let life = new AbortController();
  let isBusy = false;
  let waiting: { readonly input: T } | undefined;
  const run = async (first: T): Promise<void> => {
    isBusy = true;
    try {
      for (let turn: typeof waiting = { input: first }; turn !== undefined; turn = waiting) {
        waiting = undefined;
        await work(turn.input, life.signal);
      }
    } finally {
      isBusy = false;
    }
  };
  return {
    next: (input) => {
      if (isBusy) waiting = { input };
      else void run(input);
    },
    cancel: () => {
      waiting = undefined;
      life.abort();
      life = new AbortController();
    },
  };
}
