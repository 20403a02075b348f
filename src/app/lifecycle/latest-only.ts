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
