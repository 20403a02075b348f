import { effect } from '@preact/signals';
import {
  EMPTY_WORKSPACE,
  NO_ACTIVITY,
  type Workspace,
  workspaceSize,
} from '../../domain/views/workspace.ts';
import { createDisposer, type Dispose, listen } from '../lifecycle/disposer.ts';
import type { Model } from '../state/model.ts';
import type { AutosaveStore } from './autosave-store.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/**
 * How long after a change it is saved, in milliseconds. Changes that follow meanwhile go with it and never put it off: who
 * edits without a pause loses no more than who rests.
 */
const PATIENCE = 400;

/** How long after a refusal the browser is asked again, in milliseconds; each time twice as long, up to the last. */
const RETRY = { first: 5_000, last: 300_000 } as const;

/** The events of a page that is left, hidden (all that phones tell) or closed. */
const LEAVINGS = ['pagehide', 'visibilitychange'] as const;

/**
 * Offers the work of earlier visits, and saves every change. Where the browser refuses (private window,
 * storage full or blocked), or another tab saves work, the user is told once and by a standing sign, and the work
 * goes on in memory: this page asks again, takes over when the other tab has gone, and until then the browser asks
 * before it closes. What still waits to be saved is saved at once when the page is left or hidden, or when the
 * returned function ends it.
 */
export function autosave(
  model: Pick<Model, 'workspace' | 'page' | 'views'>,
  store: WorkspaceStore,
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> = new EventTarget(),
): Dispose {
  const disposer = createDisposer();
  const { workspace } = model;
  /** How long this page holds the store. */
  const life = new AbortController();
  let keeper: AutosaveStore | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let patience: number = RETRY.first;
  const onKept = (): void => {
    patience = RETRY.first;
    if (workspace.keeping.peek() !== 'refused') return;
    workspace.showKeeping('here');
    // The complaint no longer holds.
    if (model.page.message.peek()?.key === 'workNotKept')
      model.page.showMessage({ kind: 'done', key: 'workKeptAgain' });
  };
  const complain = (cause: unknown): void => {
    if (disposer.signal.aborted) return;
    console.info('changes are not kept:', cause);
    if (workspace.keeping.peek() !== 'refused')
      model.page.showMessage({ kind: 'failure', key: 'workNotKept' });
    workspace.showKeeping('refused');
    clearTimeout(retry);
    retry = setTimeout(write, patience);
    patience = Math.min(2 * patience, RETRY.last);
  };
  const withKeeper = async (step: (keeper: AutosaveStore) => unknown): Promise<void> => {
    if (workspace.keeping.peek() === 'elsewhere') return;
    // Fetched once there is anything to offer or to keep.
    keeper ??= await (await import('./autosave-store.ts')).openAutosaveStore(model, store);
    await step(keeper);
  };
  const begin = async (): Promise<void> => {
    workspace.showKeeping('here');
    if ((await store.keys()).length > 0) await withKeeper((opened) => opened.offer());
  };
  // One step at a time: what earlier visits left is known before anything is written.
  const start = async (): Promise<void> => {
    const isHeld = await store.hold(life.signal);
    if (disposer.signal.aborted) return;
    if (isHeld) {
      await begin();
      return;
    }
    workspace.showKeeping('elsewhere');
    model.page.showMessage({ kind: 'failure', key: 'workKeptElsewhere' });
    void store.takeOver(life.signal).then((isTaken) => {
      if (!isTaken || disposer.signal.aborted) return;
      model.page.showMessage({ kind: 'done', key: 'workKeptHere' });
      turn = turn.then(begin).catch(complain);
      if (workspaceSize(kept) > 0) write();
    });
  };
  let kept: Workspace = EMPTY_WORKSPACE;
  let told = NO_ACTIVITY;
  let turn = start().catch(complain);
  const then = (step: (keeper: AutosaveStore) => unknown): void => {
    turn = turn.then(() => withKeeper(step)).catch(complain);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether a write has yet to begin: it takes what is newest then, so that a slow store is never asked for each state. */
  let isWaiting = false;
  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    if (isWaiting) return;
    isWaiting = true;
    turn = turn.then(() => {
      isWaiting = false;
    });
    then(async (opened) => {
      const work = kept;
      await opened.write(work);
      workspace.noteSaved(work);
      onKept();
    });
  }
  const leave = (): void => {
    if (timer !== undefined) write();
  };
  for (const going of LEAVINGS) disposer.add(listen(page, going, leave));
  disposer.add(
    () => clearTimeout(retry),
    // The browser dropped what it holds: all of it is written anew.
    store.onLost(() => {
      if (workspaceSize(kept) > 0) write();
    }),
    effect(() => {
      const work = workspace.current.value;
      const activity = workspace.activity.value;
      if (work === kept && activity === told) return;
      [kept, told] = [work, activity];
      // What keeps is fetched now: a page that is left at once has no time for that.
      if (timer === undefined) then(() => undefined);
      timer ??= setTimeout(write, PATIENCE);
    }),
    effect(() => {
      const work = workspace.replaced.value;
      const activity = workspace.activity.peek();
      if (work !== undefined) then((opened) => opened.setAside(work, activity));
    }),
    askToPersist(model, store),
    askBeforeLoss(model, page),
    settleOffers(model, then),
  );
  return () => {
    leave();
    disposer.dispose();
    // The store is another page's only once the last change is written.
    void turn.then(() => life.abort());
  };
}

/** Tells the store when an offer of earlier work has been answered. */
function settleOffers(
  { workspace }: Pick<Model, 'workspace'>,
  then: (step: (keeper: AutosaveStore) => unknown) => void,
): Dispose {
  let isAsking = false;
  return effect(() => {
    const wasAsking = isAsking;
    isAsking = workspace.recovered.value !== undefined;
    if (wasAsking && !isAsking) then((opened) => opened.settle());
  });
}

/** Asks the browser, at the first work, never to clear what it keeps; the Data panel tells the answer. */
function askToPersist(
  { workspace }: Pick<Model, 'workspace'>,
  store: Pick<WorkspaceStore, 'persist'>,
): Dispose {
  let isAsked = false;
  return effect(() => {
    if (isAsked || workspaceSize(workspace.current.value) === 0) return;
    isAsked = true;
    void store.persist().then(workspace.showPersisted);
  });
}

/** While work is neither kept here nor in a file, the browser asks before it closes the page. */
function askBeforeLoss(
  { workspace }: Pick<Model, 'workspace'>,
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
): Dispose {
  const ask = (event: Event): void => event.preventDefault();
  // Bound only while it is needed: pages that have it are not kept for going back.
  return effect(() => {
    const keeping = workspace.keeping.value;
    const isNotKept = keeping === 'elsewhere' || keeping === 'refused';
    return isNotKept && workspace.isUnsaved.value ? listen(page, 'beforeunload', ask) : undefined;
  });
}
