/**
 * How many cases each property tries, and from which seed: 2 000 in `npm test`, as many as asked for by `npm run fuzz`.
 * The seed of `npm test` is fixed, so that a run that failed fails again; `npm run fuzz` draws one and prints it.
 */
const asked = Number(process.env['FUZZ_RUNS'] ?? 2000);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_201);

/** Parameters of fast-check for a property that gets a share of the cases. */
export function fuzzRuns(share: number): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: Math.max(1, Math.round(asked * share)), seed };
}

/** The longest time for one case, in milliseconds, on a busy machine. */
export const SLOWEST_CASE = 10_000;

/** The time for all cases of a property, in milliseconds. */
export const PATIENCE = Math.max(120_000, asked * 60);
