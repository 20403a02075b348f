import { effect } from '@preact/signals';
import { createStore, del, get, keys, promisifyRequest } from 'idb-keyval';
import { EMPTY_WORKSPACE, type Workspace } from '../../domain/views/workspace.ts';
import { createDisposer, type Dispose, listen } from '../state/disposer.ts';
import type { Model } from '../state/model.ts';
import type { AutosaveStore } from './autosave-store.ts';

/** Where work is saved between visits: texts under keys. */
export type WorkspaceStore = {
  /** Takes the store for this page until the signal is aborted; false while another page has it. */
  readonly hold: (until?: AbortSignal) => Promise<boolean>;
  readonly keys: () => Promise<readonly string[]>;
  readonly read: (key: string) => Promise<string | undefined>;
  readonly write: (key: string, text: string) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
};

/** How long after a change it is saved, in milliseconds: changes that follow at once go together. */
const PATIENCE = 400;

/** The events of a page that is left, hidden (all that phones tell) or closed. */
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
    hold: async (until) => {
      if (locks === undefined || (await holdLock(locks, until))) return true;
      await new Promise((resolve) => setTimeout(resolve, LEAVING));
      return holdLock(locks, until);
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

/** Takes the lock until the signal is aborted or the page goes. A browser that refuses to lock counts as one without locks. */
function holdLock(locks: Pick<LockManager, 'request'>, until?: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    locks
      .request('coastplan-work', { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        if (lock === null || until?.aborted === true) return undefined;
        return new Promise<void>((release) => {
          until?.addEventListener('abort', () => release(), { once: true });
        });
      })
      .catch(() => resolve(true));
  });
}

/**
 * Offers the work of earlier visits, and saves every change. Where the browser refuses (private window,
 * storage full or blocked), or another tab saves work, the user is told once, and the work goes on in
 * memory. What still waits to be saved is saved at once when the page is left or hidden, or when the
 * returned function ends it.
 */
export function autosave(
  model: Pick<Model, 'workspace' | 'page'>,
  store: WorkspaceStore,
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> = new EventTarget(),
): Dispose {
  const disposer = createDisposer();
  /** How long this page holds the store. */
  const life = new AbortController();
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
    isHeld = await store.hold(life.signal);
    if (disposer.signal.aborted) return;
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
  for (const going of LEAVINGS) disposer.add(listen(page, going, leave));
  disposer.add(
    effect(() => {
      const work = model.workspace.current.value;
      if (work === kept) return;
      kept = work;
      // What keeps is fetched now: a page that is left at once has no time for that.
      if (timer === undefined) then(() => undefined);
      clearTimeout(timer);
      timer = setTimeout(write, PATIENCE);
    }),
  );
  let isAsking = false;
  disposer.add(
    effect(() => {
      const wasAsking = isAsking;
      isAsking = model.workspace.recovered.value !== undefined;
      if (wasAsking && !isAsking) then((opened) => opened.settle());
    }),
  );
  return () => {
    leave();
    disposer.dispose();
    // The store is another page's only once the last change is written.
    void turn.then(() => life.abort());
  };
}
