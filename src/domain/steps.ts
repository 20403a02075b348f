/**
 * Long work in steps of a few milliseconds: each yields which share of it is done, from 0 to 1, and the
 * last returns the result. Whoever takes the steps may show the share, let others have a turn, or stop.
 */
export type Steps<Result> = Generator<number, Result, void>;

/** Takes all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Steps that are one part of longer work: their shares run from one share of the whole to another. */
export function* partialSteps<Result>(
  [from, to]: readonly [number, number],
  steps: Steps<Result>,
): Steps<Result> {
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield from + (to - from) * step.value;
  return step.value;
}
