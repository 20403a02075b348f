/**
 * Long work in steps of a few milliseconds. Each step yields the share that is done, from 0 to 1, and the
 * last returns the result. The caller may show the share, give other work a turn, or stop.
 */
export type Steps<Result> = Generator<number, Result, void>;

/** Runs all steps at once and returns the result. */
export function finish<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Runs steps as one part of longer work; their shares are mapped to a range of the whole. */
export function* partialSteps<Result>(
  [from, to]: readonly [number, number],
  steps: Steps<Result>,
): Steps<Result> {
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield from + (to - from) * step.value;
  return step.value;
}
