import type { ActivityEntry } from './activity.ts';
import type { NamedVersion } from './named-version.ts';
import type { WorkState } from './work-state.ts';

/** Everything that the user has changed, tried or brought along; it never contains the plan's own data. */
export type Workspace = WorkState & {
  /** Earlier states of the work that the user has named, the oldest first. */
  readonly versions: readonly NamedVersion[];
  /**
   * The highest number that any of the user's views has had, so that no number is reused; 0 before the
   * first view.
   */
  readonly lastViewNumber: number;
};

/** The largest work file that the app opens, in bytes: 256 MiB; own data are the most of it. */
export const MAX_WORK_FILE = 256 * 2 ** 20;

/** The workspace of a new user, without any changes. */
export const EMPTY_WORKSPACE: Workspace = {
  log: [],
  scenarios: [],
  decks: [],
  datasets: [],
  notes: [],
  photos: [],
  versions: [],
  lastViewNumber: 0,
};

/** The activity log of a new user. */
export const NO_ACTIVITY: readonly ActivityEntry[] = [];

/** The number of items that the user would lose with the workspace. */
export function workspaceSize({
  log,
  scenarios,
  decks,
  datasets,
  notes,
  photos,
  versions,
}: Workspace): number {
  // A deck without views is also work: it has a title, or the user removed all views of the data.
  const inDecks = decks.reduce((sum, { views }) => sum + Math.max(1, views.length), 0);
  return inDecks + [log, scenarios, datasets, notes, photos, versions].flat().length;
}
