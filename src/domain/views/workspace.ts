import type { Reclassification } from '../audit/reclassification.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Deck } from './saved-view.ts';

/** All that a person has changed or tried: never the data itself. */
export type Workspace = {
  readonly log: readonly Reclassification[];
  readonly scenarios: readonly Scenario[];
  /** Decks of their own, and embedded ones that they have changed. */
  readonly decks: readonly Deck[];
  /** The highest number that a view of theirs has had, so that none is given twice; 0 before the first. */
  readonly lastViewNumber: number;
};

/** The largest work file that is opened, in bytes: 16 MiB, some 50 000 changes. */
export const MAX_WORK_FILE = 16 * 2 ** 20;

/** What everybody starts from. */
export const EMPTY_WORKSPACE: Workspace = { log: [], scenarios: [], decks: [], lastViewNumber: 0 };

/** How many things a person would lose with it. */
export function workspaceSize({ log, scenarios, decks }: Workspace): number {
  // A deck without views is work too: a title, or the removal of all that the data brought along.
  const inDecks = decks.reduce((sum, { views }) => sum + Math.max(1, views.length), 0);
  return log.length + scenarios.length + inDecks;
}
