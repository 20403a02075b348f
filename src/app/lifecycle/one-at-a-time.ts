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
