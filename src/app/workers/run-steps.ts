import type { Steps } from '../../domain/steps.ts';

/** How long to work before messages that wait get their turn, in milliseconds. */
const TURN_MS = 40;

/** Who hears how far the work is, and who may stop it. */
export type TaskOptions = {
  /** Called once a turn with the share done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Takes the steps of long work turn by turn: between turns, messages come in and one of them may stop it.
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
