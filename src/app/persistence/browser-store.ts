import { del, get, keys, promisifyRequest, set } from 'idb-keyval';
import { openTable } from './open-table.ts';
import { type WorkspaceStore, workDatabase } from './workspace-store.ts';

/** The lock that one page of this origin has at a time, for each plan. */
const LOCK = `${workDatabase()}-work`;
/** The name of the database, and of the one table in it. */
const DATABASE = { name: workDatabase(), table: 'work' } as const;
/** Where a tab remembers the key of its work. */
const OWN_KEY = 'coastplan-work-key';

/** How long a page that is being left or loaded again may still hold the store, in milliseconds. */
const LEAVING = 1000;

type Locks = Pick<LockManager, 'request'>;

/**
 * The browser's own database, of this page's origin alone. Without locks (plain http) every page
 * holds it, and has keys of its own.
 */
export function browserStore(locks: Locks | undefined = navigator.locks): WorkspaceStore {
  const lost = new Set<() => void>();
  const store = openTable(DATABASE, () => {
    for (const tell of lost) tell();
  });
  return {
    isShared: locks === undefined,
    hold: async (until) => {
      if (locks === undefined || (await holdLock(locks, { ifAvailable: true }, until))) return true;
      await new Promise((resolve) => setTimeout(resolve, LEAVING));
      return holdLock(locks, { ifAvailable: true }, until);
    },
    takeOver: async (until) =>
      locks === undefined || (await holdLock(locks, { signal: until }, until)),
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
    ownKey: () => (isLoadedAgain() ? sessionText() : undefined),
    setOwnKey: (key) => {
      try {
        sessionStorage.setItem(OWN_KEY, key);
      } catch (cause) {
        console.info('this tab does not remember its work:', cause);
      }
    },
    persist: async () => {
      try {
        return (await navigator.storage?.persist?.()) ?? false;
      } catch {
        return false;
      }
    },
    onLost: (tell) => {
      lost.add(tell);
      return () => lost.delete(tell);
    },
  };
}

/** Takes the lock until the signal is aborted or the page goes. A browser that refuses to lock counts as one without locks. */
function holdLock(locks: Locks, options: LockOptions, until?: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    locks
      .request(LOCK, options, (lock) => {
        resolve(lock !== null);
        if (lock === null || until?.aborted === true) return undefined;
        return new Promise<void>((release) => {
          until?.addEventListener('abort', () => release(), { once: true });
        });
      })
      .catch(() => resolve(until?.aborted !== true));
  });
}

/**
 * Keeps work on a plan from a file, as this tab's own, before the tab shows that plan: the page that is loaded again goes on
 * with it. `write` is given the key to write it under.
 */
export async function keepForPlan(
  id: string,
  write: (store: Pick<WorkspaceStore, 'keys' | 'write'>, key: string) => Promise<void>,
): Promise<void> {
  const store = openTable({ ...DATABASE, name: workDatabase(id) });
  const key = sessionText() ?? 'work';
  await write(
    { keys: () => keys<string>(store), write: (name, text) => set(name, text, store) },
    key,
  );
  sessionStorage.setItem(OWN_KEY, key);
}

/** Whether this page was loaded again or gone back to: what it showed is expected to be there. */
function isLoadedAgain(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate';
}

function sessionText(): string | undefined {
  try {
    return sessionStorage.getItem(OWN_KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
