import type { Reclassification } from './reclassification.ts';
import type { Scenario } from './scenario.ts';

/** All that a person has changed or tried: never the data itself. */
export type Work = {
  readonly log: readonly Reclassification[];
  readonly scenarios: readonly Scenario[];
};

/** The largest work file that is opened, in bytes: 16 MiB, some 50 000 changes. */
export const LARGEST_WORK_FILE = 16 * 2 ** 20;

/** What everybody starts from. */
export const NO_WORK: Work = { log: [], scenarios: [] };

/** How many things a person would lose with it. */
export function sizeOfWork({ log, scenarios }: Work): number {
  return log.length + scenarios.length;
}
