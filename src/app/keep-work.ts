import { effect } from '@preact/signals';
import { createStore, get, set } from 'idb-keyval';
import { NO_WORK, sizeOfWork, type Work } from '../domain/work.ts';
import type { Model } from './model.ts';

/** Where work is kept between visits: one text. */
export type WorkStore = {
  readonly read: () => Promise<string | undefined>;
  readonly write: (text: string) => Promise<void>;
};

/** Reading and writing work: fetched once there is any. */
const workFile = () => import('../data/work-file.ts');

/** How long after a change it is kept, in milliseconds: changes that follow at once go together. */
const PATIENCE = 400;

/** The browser's own database, of this page's origin alone. */
export function browserStore(): WorkStore {
  const [key, store] = ['work', createStore('coastplan', 'work')];
  return { read: () => get<string>(key, store), write: (text) => set(key, text, store) };
}

/**
 * Offers what an earlier visit left, then keeps every change. Where the browser refuses (private
 * window, storage full or blocked) that is said once, and work goes on in memory. The returned
 * function stops it.
 */
export function keepWork(model: Model, store: WorkStore): () => void {
  let hasComplained = false;
  const complain = (cause: unknown): void => {
    console.info('changes are not kept:', cause);
    if (!hasComplained) model.showMessage({ kind: 'failure', key: 'workNotKept' });
    hasComplained = true;
  };
  offer(model, store).catch(complain);
  let isFirst = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    const work = model.work.value;
    // What stands at the start is what the store holds, or is about to offer.
    if (isFirst) {
      isFirst = false;
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(() => {
      model.withdrawOffer();
      write(store, work).catch(complain);
    }, PATIENCE);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Forgets what an earlier visit left. A store that refuses has nothing to forget. */
export function forgetWork(store: WorkStore): Promise<void> {
  return write(store, NO_WORK).catch(() => undefined);
}

async function write(store: WorkStore, work: Work): Promise<void> {
  const { writeWork } = await workFile();
  await store.write(writeWork(work, new Date().toISOString()));
}

async function offer(model: Model, store: WorkStore): Promise<void> {
  const text = await store.read();
  if (text === undefined) return;
  const { parseWork } = await workFile();
  const work = await parseWork(text, 'IndexedDB');
  if (!work.ok) {
    // Written by a newer app, or damaged: it stays until there is something to keep in its place.
    console.info('an earlier visit left what cannot be read:', work.error.message.en);
    return;
  }
  if (sizeOfWork(work.value) > 0 && sizeOfWork(model.work.peek()) === 0)
    model.offerWork(work.value);
}
