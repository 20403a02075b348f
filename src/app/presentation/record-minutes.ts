import { effect, untracked } from '@preact/signals';
import { createStore, get, promisifyRequest } from 'idb-keyval';
import { parseMinutes } from '../../data/views/minutes-file.ts';
import { selectionName } from '../../domain/selection.ts';
import type { Minute } from '../../domain/views/minute.ts';
import { currentFigures } from '../audit/current-figures.ts';
import type { Model } from '../state/model.ts';

/** Where minutes are kept between visits. */
export type MinutesStore = {
  readonly read: () => Promise<string | undefined>;
  readonly write: (text: string) => Promise<void>;
};

/** How long after an entry it is kept, in milliseconds: entries that follow at once go together. */
const PATIENCE = 400;

/** The browser's own database, apart from the work: minutes are no work, and are never undone. */
export function minutesStore(): MinutesStore {
  const store = createStore('coastplan-minutes', 'minutes');
  return {
    read: () => get<string>('all', store),
    // Committed at once, as work is: a transaction that is open when its page goes is undone.
    write: (text) =>
      store('readwrite', (objects) => {
        objects.put(text, 'all');
        const { transaction } = objects;
        transaction.commit();
        return promisifyRequest(transaction);
      }),
  };
}

/** How many different sets of figures are told apart for keeping each once. */
const MOST_KNOWN = 500;

/**
 * Notes what a room is shown: each view, the scenario on it, and the figures on screen when something is
 * picked beside it. A page that is left or hidden keeps what is still waiting at once. Where the browser keeps
 * nothing, the minutes last as long as the page.
 */
export function recordMinutes(
  model: Model,
  store: MinutesStore,
  page: Pick<EventTarget, 'addEventListener'>,
  now = () => new Date(),
): void {
  const forget = (cause: unknown): void => console.info('minutes are not kept:', cause);
  store.read().then((text) => {
    if (text !== undefined) model.recallMinutes(parseMinutes(text));
  }, forget);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept = model.minutes.peek();
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    void store.write(JSON.stringify(kept)).catch(forget);
  };
  const leave = (): void => {
    if (timer !== undefined) write();
  };
  for (const going of ['pagehide', 'visibilitychange']) page.addEventListener(going, leave);
  effect(() => {
    const minutes = model.minutes.value;
    if (minutes === kept) return;
    kept = minutes;
    clearTimeout(timer);
    timer = setTimeout(write, PATIENCE);
  });
  const known = new Map<string, Minute['figures']>();
  /** The same figures are kept once, however often they are shown. */
  const once = (figures: Minute['figures']): Minute['figures'] => {
    const text = JSON.stringify(figures);
    const same = known.get(text) ?? figures;
    if (known.size > MOST_KNOWN) known.clear();
    known.set(text, same);
    return same;
  };
  const note = (minute: Omit<Minute, 'at' | 'figures'>, figures = {}): void =>
    untracked(() =>
      model.noteMinute({ ...minute, at: now().toISOString(), figures: once(figures) }),
    );
  effect(() => {
    const isPresenting = model.isPresenting.value;
    const title = model.openDeck.peek()?.title;
    if (isPresenting) note({ kind: 'started', ...(title && { title }) });
    else if (model.minutes.peek().some(({ kind }) => kind === 'started')) endOnce(model, note);
  });
  let last = '';
  /** How many entries were made of what is on screen. */
  let noted = 0;
  effect(() => {
    if (!model.isPresenting.value) {
      last = '';
      return;
    }
    const view = model.openedView.value?.view;
    if (view === undefined) return;
    const { figures, isSettled } = currentFigures(model);
    const isAtView = model.isAtView.value && !model.hasMoved.value;
    const scenario = model.shownScenario.value;
    const picked = isAtView ? undefined : selectionName(model.selection.value);
    const kind = isAtView ? 'view' : 'detour';
    const key = [view.number, kind, picked?.en, scenario?.id].join('\n');
    if (key !== last) {
      last = key;
      const saved = Object.keys(view.figures).length > 0 ? { saved: view.figures } : {};
      const { number } = view;
      // What is on its way is of what was shown before.
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
  });
}

/** A presentation that has been ended is noted as such once. */
function endOnce(model: Model, note: (minute: Omit<Minute, 'at' | 'figures'>) => void): void {
  const last = model.minutes.peek().findLast(({ kind }) => kind === 'started' || kind === 'ended');
  if (last?.kind === 'started') note({ kind: 'ended' });
}

/** Figures that were on their way when the last entries were made. */
function complete(model: Model, count: number, figures: Minute['figures']): void {
  const last = model.minutes.peek().slice(-count);
  if (count > 0 && last.some((minute) => minute.figures !== figures))
    model.completeMinutes(count, figures);
}
