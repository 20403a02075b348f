import { effect } from '@preact/signals';
import { createStore, del, get, keys, set } from 'idb-keyval';
import { NO_WORK, type Work } from '../domain/work.ts';
import type { Model } from './model.ts';
import type { WorkKeeper } from './work-keeper.ts';

/** Where work is kept between visits: texts under keys. */
export type WorkStore = {
  readonly keys: () => Promise<readonly string[]>;
  readonly read: (key: string) => Promise<string | undefined>;
  readonly write: (key: string, text: string) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
};

/** How long after a change it is kept, in milliseconds: changes that follow at once go together. */
const PATIENCE = 400;

/** The browser's own database, of this page's origin alone. */
export function browserStore(): WorkStore {
  const store = createStore('coastplan', 'work');
  return {
    keys: () => keys<string>(store),
    read: (key) => get<string>(key, store),
    write: (key, text) => set(key, text, store),
    remove: (key) => del(key, store),
  };
}

/**
 * Offers what earlier visits left, and keeps every change. Where the browser refuses (private
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
  let keeper: WorkKeeper | undefined;
  const withKeeper = async (step: (keeper: WorkKeeper) => unknown): Promise<void> => {
    // Fetched once there is anything to offer or to keep.
    keeper ??= await (await import('./work-keeper.ts')).openKeeper(model, store);
    await step(keeper);
  };
  // One step at a time: what earlier visits left is known before anything is written.
  let turn: Promise<void> = store
    .keys()
    .then((held) => (held.length > 0 ? withKeeper((opened) => opened.offer()) : undefined))
    .catch(complain);
  const then = (step: (keeper: WorkKeeper) => unknown): void => {
    turn = turn.then(() => withKeeper(step)).catch(complain);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept: Work = NO_WORK;
  const stopWork = effect(() => {
    const work = model.work.value;
    if (work === kept) return;
    kept = work;
    clearTimeout(timer);
    timer = setTimeout(() => then((opened) => opened.write(work)), PATIENCE);
  });
  let isAsking = false;
  const stopOffer = effect(() => {
    const wasAsking = isAsking;
    isAsking = model.offeredWork.value !== undefined;
    if (wasAsking && !isAsking) then((opened) => opened.settle());
  });
  return () => {
    clearTimeout(timer);
    stopWork();
    stopOffer();
  };
}
