import { planInTab } from '../loading/plan-in-tab.ts';

/** The name of the database that keeps the work of this origin; work on a plan from a file has one of its own. */
export function workDatabase(id: string | undefined = planInTab()): string {
  return id === undefined ? 'coastplan' : `coastplan-${id}`;
}

/** Where work is saved between visits: texts under keys. */
export type WorkspaceStore = {
  /** Whether several pages may hold it at once: each then writes under a key of its own. */
  readonly isShared: boolean;
  /** Takes the store for this page until the signal is aborted; false while another page has it. */
  readonly hold: (until?: AbortSignal) => Promise<boolean>;
  /** Waits until the other page has gone, and takes the store; false when the signal is aborted first. */
  readonly takeOver: (until: AbortSignal) => Promise<boolean>;
  /** The key of the work of this tab, where its page is loaded again or gone back to. */
  readonly ownKey: () => string | undefined;
  readonly setOwnKey: (key: string) => void;
  /** Asks the browser never to clear the store on its own account; whether it agrees. */
  readonly persist: () => Promise<boolean>;
  /** Calls back when the browser has dropped what is stored, until the returned function ends it. */
  readonly onLost: (tell: () => void) => () => void;
  readonly keys: () => Promise<readonly string[]>;
  readonly read: (key: string) => Promise<string | undefined>;
  readonly write: (key: string, text: string) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
};
