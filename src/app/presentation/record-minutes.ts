import { effect, untracked } from '@preact/signals';
import { clear, delMany, entries, promisifyRequest } from 'idb-keyval';
import { parseMinutes } from '../../data/views/minutes-file.ts';
import { selectionName } from '../../domain/selection.ts';
import type { Minute } from '../../domain/views/minute.ts';
import { currentFigures } from '../audit/current-figures.ts';
import { createDisposer, type Dispose } from '../lifecycle/disposer.ts';
import { openTable } from '../persistence/open-table.ts';
import type { Model } from '../state/model.ts';

/**
 * Where minutes are saved between visits. Each visit of each tab has a place of its own, so that two that present at the
 * same time do not write over each other.
 */
export type MinutesStore = {
  /** The texts of all other visits, the earliest first. */
  readonly read: () => Promise<readonly string[]>;
  /** Replaces the text of this visit. */
  readonly write: (text: string) => Promise<void>;
  /** Removes the texts of all visits. */
  readonly clear: () => Promise<void>;
};

/** How long after an entry it is saved, in milliseconds: entries that follow at once go together. */
const PATIENCE = 400;

/** The browser's own database, apart from the work: minutes are not part of it, and are never undone. */
export function minutesStore(): MinutesStore {
  const store = openTable({ name: 'coastplan-minutes', table: 'minutes' });
  // Keys sort by the time of the visit; the key of older versions, "all", comes first.
  const own = `visit ${new Date().toISOString()} ${Math.random().toString(36).slice(2)}`;
  const isOther = ([key]: readonly [IDBValidKey, unknown]): boolean => key !== own;
  return {
    read: async () => {
      const kept = (await entries<IDBValidKey, unknown>(store)).filter(isOther).toSorted(byKey);
      const texts = kept.map(([, text]) => String(text));
      const spent = kept.slice(0, -MOST_VISITS).map(([key]) => key);
      if (spent.length > 0) await delMany(spent, store);
      return texts.slice(-MOST_VISITS);
    },
    // Committed at once: browsers undo a transaction that is still open when its page closes.
    write: (text) =>
      store('readwrite', (objects) => {
        objects.put(text, own);
        const { transaction } = objects;
        transaction.commit();
        return promisifyRequest(transaction);
      }),
    clear: () => clear(store),
  };
}

/** The most visits whose minutes are kept; the oldest go first. */
const MOST_VISITS = 200;

function byKey([one]: readonly [IDBValidKey, unknown], [other]: readonly [IDBValidKey, unknown]) {
  return indexedDB.cmp(one, other);
}

/** The page, as far as it reports that it is left. */
type LeavingPage = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

/** Events of a page that is left, hidden (the only one on phones) or closed. */
const LEAVING = ['pagehide', 'visibilitychange'] as const;

/** How many different sets of figures are remembered, so that each is stored once. */
const MOST_KNOWN = 500;

/**
 * Notes what a presentation shows: each view, its scenario, and the figures on screen when the presenter
 * selects something else. A page that is left or hidden saves at once what still waits. Where the browser
 * stores nothing, the minutes last as long as the page.
 */
export function recordMinutes(
  model: Model,
  store: MinutesStore,
  page: LeavingPage,
  now = () => new Date(),
): Dispose {
  const disposer = createDisposer();
  disposer.add(saveMinutes(model, store, page));
  const known = new Map<string, Minute['figures']>();
  /** The same figures are stored once, however often they are shown. */
  const once = (figures: Minute['figures']): Minute['figures'] => {
    const text = JSON.stringify(figures);
    const same = known.get(text) ?? figures;
    if (known.size > MOST_KNOWN) known.clear();
    known.set(text, same);
    return same;
  };
  const note = (minute: Omit<Minute, 'at' | 'figures'>, figures = {}): void =>
    untracked(() =>
      model.minutes.add({ ...minute, at: now().toISOString(), figures: once(figures) }),
    );
  disposer.add(
    effect(() => {
      const isPresenting = model.presentation.isPresenting.value;
      const title = model.views.openDeck.peek()?.title;
      if (isPresenting) note({ kind: 'started', ...(title && { title }) });
      else if (model.minutes.own.peek().some(({ kind }) => kind === 'started'))
        endOnce(model, note);
    }),
  );
  let last = '';
  /** How many entries were made of what is on screen. */
  let noted = 0;
  disposer.add(
    effect(() => {
      if (!model.presentation.isPresenting.value) {
        last = '';
        return;
      }
      const view = model.views.opened.value?.view;
      if (view === undefined) return;
      const { figures, isSettled } = currentFigures(model);
      const isAtView = model.views.isAtView.value && !model.presentation.hasMoved.value;
      const scenario = model.scenarios.shown.value;
      const picked = isAtView ? undefined : selectionName(model.selection.current.value);
      const kind = isAtView ? 'view' : 'detour';
      const key = [view.number, kind, picked?.en, scenario?.id].join('\n');
      if (key !== last) {
        last = key;
        const saved = Object.keys(view.figures).length > 0 ? { saved: view.figures } : {};
        const { number } = view;
        // Figures that are not settled belong to what was shown before.
        const shown = isSettled ? figures : {};
        noted = 1;
        if (isAtView) note({ kind: 'view', number, title: view.title, ...saved }, shown);
        else if (picked !== undefined) note({ kind: 'figures', number, title: picked }, shown);
        else note({ kind: 'detour', number }, shown);
        if (isAtView && scenario !== undefined) {
          noted = 2;
          const title = { zh: scenario.name, en: scenario.name };
          note({ kind: 'scenario', number, title }, shown);
        }
      } else if (isSettled) untracked(() => complete(model, noted, once(figures)));
    }),
  );
  return disposer.dispose;
}

/** Reads the minutes of earlier visits and saves every change; one that still waits is saved at the end. */
function saveMinutes(
  model: Pick<Model, 'minutes'>,
  store: MinutesStore,
  page: LeavingPage,
): Dispose {
  const disposer = createDisposer();
  const forget = (cause: unknown): void => console.info('minutes are not kept:', cause);
  store.read().then((texts) => {
    const isWanted = !disposer.signal.aborted && model.minutes.clearings.peek() === 0;
    if (isWanted) model.minutes.prepend(texts.flatMap(parseMinutes));
  }, forget);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saved = model.minutes.own.peek();
  let clearings = model.minutes.clearings.peek();
  const save = (): void => {
    clearTimeout(timer);
    timer = undefined;
    void store.write(JSON.stringify(saved)).catch(forget);
  };
  const saveWaiting = (): void => {
    if (timer !== undefined) save();
  };
  for (const kind of LEAVING) {
    page.addEventListener(kind, saveWaiting);
    disposer.add(() => page.removeEventListener(kind, saveWaiting));
  }
  disposer.add(
    saveWaiting,
    effect(() => {
      const minutes = model.minutes.own.value;
      const isCleared = model.minutes.clearings.value !== clearings;
      if (minutes === saved && !isCleared) return;
      saved = minutes;
      clearings = model.minutes.clearings.value;
      if (isCleared) {
        clearTimeout(timer);
        timer = undefined;
        void store.clear().catch(forget);
        if (minutes.length === 0) return;
      }
      // Entries that follow go with it and never put it off.
      timer ??= setTimeout(save, PATIENCE);
    }),
  );
  return disposer.dispose;
}

/** A presentation that has been ended is noted as such once. */
function endOnce(
  model: Pick<Model, 'minutes'>,
  note: (minute: Omit<Minute, 'at' | 'figures'>) => void,
): void {
  const last = model.minutes.own
    .peek()
    .findLast(({ kind }) => kind === 'started' || kind === 'ended');
  if (last?.kind === 'started') note({ kind: 'ended' });
}

/** Adds figures that were still being measured when the last entries were made. */
function complete(model: Pick<Model, 'minutes'>, count: number, figures: Minute['figures']): void {
  const last = model.minutes.own.peek().slice(-count);
  if (count > 0 && last.some((minute) => minute.figures !== figures))
    model.minutes.complete(count, figures);
}
