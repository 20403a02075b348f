/** Undoes what was set up. */
export type Dispose = () => void;

/** Collects what has to be undone, as `DisposableStack` will once every browser has it. */
export type Disposer = {
  /** Adds what undoes something; after `dispose`, it is called at once. */
  readonly add: (...steps: readonly Dispose[]) => void;
  /** Aborted by `dispose`. */
  readonly signal: AbortSignal;
  /** Undoes everything, the latest first; a second call does nothing. */
  readonly dispose: Dispose;
};

/** Makes an empty disposer. */
export function createDisposer(): Disposer {
  const life = new AbortController();
  const collected: Dispose[] = [];
  return {
    signal: life.signal,
    add: (...steps) => {
      collected.push(...steps);
      if (life.signal.aborted) undo(collected);
    },
    dispose: () => {
      life.abort();
      undo(collected);
    },
  };
}

/** One part that cannot be undone leaves no other part standing. */
function undo(collected: Dispose[]): void {
  for (let step = collected.pop(); step !== undefined; step = collected.pop()) {
    try {
      step();
    } catch (cause) {
      console.error('a part could not be undone:', cause);
    }
  }
}

/** Listens to an event until disposed. */
export function listen(
  target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
  name: string,
  listener: (event: Event) => void,
): Dispose {
  target.addEventListener(name, listener);
  return () => target.removeEventListener(name, listener);
}
