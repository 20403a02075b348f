import type { Steps } from '../../domain/steps.ts';

/** How long a turn lasts before waiting messages are read, in milliseconds. */
const TURN_MS = 40;

/** How a task reports its progress, and what stops it. */
export type TaskOptions = {
  /** Called once a turn with the share done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Runs long work in turns: between them, the worker reads its messages, and one of them may stop the work.
 * @throws the signal's reason once it is aborted.
 */
export async function runSteps<Result>(
  steps: Steps<Result>,
  { onProgress, signal }: TaskOptions = {},
): Promise<Result> {
  for (;;) {
    signal?.throwIfAborted();
    const end = performance.now() + TURN_MS;
    let step = steps.next();
    while (step.done !== true && performance.now() < end) step = steps.next();
    if (step.done === true) return step.value;
    onProgress?.(step.value);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
