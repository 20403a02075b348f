import { effect } from '@preact/signals';
import { createStore, del, get, keys, promisifyRequest } from 'idb-keyval';
import { EMPTY_WORKSPACE, type Workspace } from '../../domain/views/workspace.ts';
import type { Model } from '../state/model.ts';
import type { AutosaveStore } from './autosave-store.ts';

/** Where work is kept between visits: texts under keys. */
export type WorkspaceStore = {
  /** Takes the store for this page as long as it lives; false while another page has it. */
  readonly hold: () => Promise<boolean>;
  readonly keys: () => Promise<readonly string[]>;
  readonly read: (key: string) => Promise<string | undefined>;
  readonly write: (key: string, text: string) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
};

/** How long after a change it is kept, in milliseconds: changes that follow at once go together. */
const PATIENCE = 400;

/** What a window says when it is left, hidden (all that phones say) or closed. */
const LEAVINGS = ['pagehide', 'visibilitychange'] as const;

/** How long a page that is being left or loaded again may still hold the store, in milliseconds. */
const LEAVING = 1000;

/**
 * The browser's own database, of this page's origin alone. Without locks (plain http) every page
 * holds it.
 */
export function browserStore(
  locks: Pick<LockManager, 'request'> | undefined = navigator.locks,
): WorkspaceStore {
  const store = createStore('coastplan', 'work');
  return {
    hold: async () => {
      if (locks === undefined || (await holdLock(locks))) return true;
      await new Promise((resolve) => setTimeout(resolve, LEAVING));
      return holdLock(locks);
    },
    keys: () => keys<string>(store),
    read: (key) => get<string>(key, store),
    // Committed at once: a transaction that waits for its page to ask no more is undone when the page goes.
    write: (key, text) =>
      store('readwrite', (objects) => {
        objects.put(text, key);
        const { transaction } = objects;
        transaction.commit();
        return promisifyRequest(transaction);
      }),
    remove: (key) => del(key, store),
  };
}

/** Takes the lock until the page goes. A browser that refuses to lock is as one without locks. */
function holdLock(locks: Pick<LockManager, 'request'>): Promise<boolean> {
  return new Promise((resolve) => {
    locks
      .request('coastplan-work', { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise(() => undefined);
      })
      .catch(() => resolve(true));
  });
}

/**
 * Offers what earlier visits left, and keeps every change. Where the browser refuses (private
 * window, storage full or blocked), or another tab keeps work, that is said once, and work goes on
 * in memory. A page that is left or hidden keeps what is still waiting at once. The returned function
 * stops it.
 */
export function autosave(
  model: Model,
  store: WorkspaceStore,
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> = new EventTarget(),
): () => void {
  let hasComplained = false;
  const complain = (cause: unknown): void => {
    console.info('changes are not kept:', cause);
    if (!hasComplained) model.page.showMessage({ kind: 'failure', key: 'workNotKept' });
    hasComplained = true;
  };
  let isHeld = true;
  let keeper: AutosaveStore | undefined;
  const withKeeper = async (step: (keeper: AutosaveStore) => unknown): Promise<void> => {
    if (!isHeld) return;
    // Fetched once there is anything to offer or to keep.
    keeper ??= await (await import('./autosave-store.ts')).openAutosaveStore(model, store);
    await step(keeper);
  };
  // One step at a time: what earlier visits left is known before anything is written.
  const start = async (): Promise<void> => {
    isHeld = await store.hold();
    if (!isHeld) model.page.showMessage({ kind: 'failure', key: 'workKeptElsewhere' });
    else if ((await store.keys()).length > 0) await withKeeper((opened) => opened.offer());
  };
  let turn = start().catch(complain);
  const then = (step: (keeper: AutosaveStore) => unknown): void => {
    turn = turn.then(() => withKeeper(step)).catch(complain);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept: Workspace = EMPTY_WORKSPACE;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const work = kept;
    then((opened) => opened.write(work));
  };
  const leave = (): void => {
    if (timer !== undefined) write();
  };
  for (const going of LEAVINGS) page.addEventListener(going, leave);
  const stopWork = effect(() => {
    const work = model.workspace.current.value;
    if (work === kept) return;
    kept = work;
    // What keeps is fetched now: a page that is left at once has no time for that.
    if (timer === undefined) then(() => undefined);
    clearTimeout(timer);
    timer = setTimeout(write, PATIENCE);
  });
  let isAsking = false;
  const stopOffer = effect(() => {
    const wasAsking = isAsking;
    isAsking = model.workspace.recovered.value !== undefined;
    if (wasAsking && !isAsking) then((opened) => opened.settle());
  });
  return () => {
    clearTimeout(timer);
    for (const going of LEAVINGS) page.removeEventListener(going, leave);
    stopWork();
    stopOffer();
  };
}
