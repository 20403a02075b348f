/** The duration of some work in milliseconds: by the clock, and as total processor time. */
export type Timing = { readonly clockMs: number; readonly processorMs: number };

/**
 * Repeats the work after a first run, and returns the time of the first run and the median of the others.
 */
export function timeRuns(
  runs: number,
  work: () => void,
): { readonly first: Timing; readonly middle: Timing } {
  const first = timed(work);
  const others = Array.from({ length: runs }, () => timed(work));
  return {
    first,
    middle: {
      clockMs: middleOf(others.map(({ clockMs }) => clockMs)),
      processorMs: middleOf(others.map(({ processorMs }) => processorMs)),
    },
  };
}

/** Times one run. */
export function timed(work: () => void): Timing {
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(processor);
  return { clockMs: performance.now() - clock, processorMs: (user + system) / 1000 };
}

/** Returns the slope of the least-squares line through points in double logarithmic scale. */
export function fittedExponent(points: readonly (readonly [size: number, time: number])[]): number {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)] as const);
  const [meanX, meanY] = [0, 1].map(
    (which) => logs.reduce((sum, log) => sum + (log[which] ?? 0), 0) / logs.length,
  );
  let [above, below] = [0, 0];
  for (const [x, y] of logs) {
    above += (x - (meanX ?? 0)) * (y - (meanY ?? 0));
    below += (x - (meanX ?? 0)) ** 2;
  }
  return above / below;
}

function middleOf(values: readonly number[]): number {
  const ascending = values.toSorted((a, b) => a - b);
  return ascending[Math.floor(ascending.length / 2)] ?? Number.NaN;
}
