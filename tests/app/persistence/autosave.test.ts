// Fetched only when wanted; here at once, as time stands still.
import '../../../src/app/persistence/autosave-store.ts';
import '../../../src/data/text/json-fault.ts';
import 'jsonc-parser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { autosave } from '../../../src/app/persistence/autosave.ts';
import { browserStore } from '../../../src/app/persistence/browser-store.ts';
import { continueWork } from '../../../src/app/persistence/continue-work.ts';
import type { WorkspaceStore } from '../../../src/app/persistence/workspace-store.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import { writeWorkspace } from '../../../src/data/views/workspace-file.ts';
import type { Reclassification } from '../../../src/domain/audit/reclassification.ts';
import { EMPTY_WORKSPACE } from '../../../src/domain/views/workspace.ts';
import { ownDataset } from '../../domain/own-data/own-dataset-of.ts';

const ENTRY: Reclassification = {
  segmentIds: ['quay'],
  class: 'bedrock',
  reason: 'seen on site',
  date: '2026-11-24T08:00:00.000Z',
};

/** A store in memory that starts with these texts, of a page that is loaded anew. */
function storeOf(texts: Readonly<Record<string, string>> = {}): WorkspaceStore & {
  held: (key?: string) => string | undefined;
} {
  const held = new Map(Object.entries(texts));
  return {
    held: (key = 'work') => held.get(key),
    isShared: false,
    hold: async () => true,
    takeOver: async () => true,
    ownKey: () => undefined,
    setOwnKey: () => undefined,
    persist: async () => true,
    onLost: () => () => undefined,
    keys: async () => [...held.keys()],
    read: async (key) => held.get(key),
    write: async (key, text) => {
      held.set(key, text);
    },
    remove: async (key) => {
      held.delete(key);
    },
  };
}

const blocked: WorkspaceStore = {
  ...storeOf(),
  write: async () => {
    throw new Error('QuotaExceededError');
  },
};

/** A text with one change, of which the reason is given, saved at an hour of one day. */
function textOf(reason: string, hour = 8): string {
  const savedAt = `2026-11-24T0${hour}:00:00.000Z`;
  return writeWorkspace({ ...EMPTY_WORKSPACE, log: [{ ...ENTRY, reason }] }, savedAt);
}

/** The reasons of the changes in a text. */
function reasonsIn(text: string | undefined): readonly string[] | undefined {
  return text && JSON.parse(text).log.map(({ reason }: Reclassification) => reason);
}

function takeUp(model: Model): void {
  const offered = model.workspace.recovered.value;
  if (offered === undefined) throw new Error('nothing is offered');
  continueWork(model, offered);
}

function newModel(): Model {
  return createModel({}, { language: 'en', theme: 'light' });
}

describe('work that is kept', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is written at once when the page is left before its time', async () => {
    const [model, store, page] = [newModel(), storeOf(), new EventTarget()];
    const stop = autosave(model, store, page);
    model.workspace.reclassify(ENTRY);
    await vi.advanceTimersByTimeAsync(0);
    expect(store.held()).toBeUndefined();
    page.dispatchEvent(new Event('pagehide'));
    await vi.advanceTimersByTimeAsync(0);
    expect(reasonsIn(store.held())).toEqual(['seen on site']);
    stop();
  });

  test('is written within a second of a change, and not before there is one', async () => {
    const [model, store] = [newModel(), storeOf()];
    const stop = autosave(model, store);
    await vi.advanceTimersByTimeAsync(5000);
    expect(store.held()).toBeUndefined();
    model.workspace.reclassify(ENTRY);
    await vi.advanceTimersByTimeAsync(1000);
    expect(JSON.parse(store.held() ?? '{}').log).toEqual([ENTRY]);
    stop();
  });

  test('is offered on the next visit and taken up as the floor of the history', async () => {
    const [model, store] = [
      newModel(),
      storeOf({ work: writeWorkspace({ ...EMPTY_WORKSPACE, log: [ENTRY] }, ENTRY.date) }),
    ];
    const stop = autosave(model, store);
    await vi.advanceTimersByTimeAsync(0);
    expect(model.workspace.recovered.value?.log).toEqual([ENTRY]);
    takeUp(model);
    expect(model.workspace.log.value).toEqual([ENTRY]);
    expect(model.workspace.recovered.value).toBeUndefined();
    expect(model.workspace.canUndo.value).toBe(false);
    model.workspace.undo();
    expect(model.workspace.log.value).toEqual([ENTRY]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(reasonsIn(store.held())).toEqual([ENTRY.reason]);
    stop();
  });

  test('is not asked about when nothing was left', async () => {
    const [model, store] = [
      newModel(),
      storeOf({ work: writeWorkspace(EMPTY_WORKSPACE, ENTRY.date) }),
    ];
    const stop = autosave(model, store);
    await vi.advanceTimersByTimeAsync(0);
    expect(model.workspace.recovered.value).toBeUndefined();
    stop();
  });

  test('that the browser refuses is said once, and work goes on', async () => {
    const model = newModel();
    const info = vi.spyOn(console, 'info').mockImplementation(() => undefined);
    const stop = autosave(model, blocked);
    model.workspace.reclassify(ENTRY);
    await vi.advanceTimersByTimeAsync(1000);
    expect(model.page.message.value?.key).toBe('workNotKept');
    model.page.showMessage(undefined);
    model.workspace.reclassify(ENTRY);
    await vi.advanceTimersByTimeAsync(1000);
    expect(model.page.message.value).toBeUndefined();
    expect(model.workspace.log.value).toHaveLength(2);
    info.mockRestore();
    stop();
  });

  test('stays offered while new work is written beside it', async () => {
    const [model, store] = [newModel(), storeOf({ work: textOf('earlier') })];
    const stop = autosave(model, store);
    await vi.advanceTimersByTimeAsync(0);
    model.workspace.reclassify({ ...ENTRY, reason: 'new' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(model.workspace.recovered.value?.log[0]?.reason).toBe('earlier');
    expect(reasonsIn(store.held())).toEqual(['earlier']);
    expect(reasonsIn(store.held('work-next'))).toEqual(['new']);

    takeUp(model);
    await vi.advanceTimersByTimeAsync(1000);
    expect(reasonsIn(store.held())).toEqual(['earlier', 'new']);
    expect(store.held('work-next')).toBeUndefined();
    // One step back takes what was made now, never what was kept.
    model.workspace.undo();
    await vi.advanceTimersByTimeAsync(1000);
    expect(model.workspace.log.value.map(({ reason }) => reason)).toEqual(['earlier']);
    model.workspace.redo();
    await vi.advanceTimersByTimeAsync(1000);
    expect(reasonsIn(store.held())).toEqual(['earlier', 'new']);
    stop();
  });

  test('goes when it is forgotten, and new work takes its place', async () => {
    const [model, store] = [newModel(), storeOf({ work: textOf('earlier') })];
    const stop = autosave(model, store);
    // Before the store has answered: it is not known yet that there is earlier work.
    model.workspace.reclassify({ ...ENTRY, reason: 'new' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(reasonsIn(store.held())).toEqual(['earlier']);
    model.workspace.dismissRecovery();
    await vi.advanceTimersByTimeAsync(0);
    expect(reasonsIn(store.held())).toEqual(['new']);
    expect(await store.keys()).toEqual(['work']);
    stop();
  });

  test('of two visits is offered one after the other, the earlier first', async () => {
    const store = storeOf({ 'work-next': textOf('second', 9), work: textOf('first') });
    const model = newModel();
    const stop = autosave(model, store);
    await vi.advanceTimersByTimeAsync(0);
    expect(model.workspace.recovered.value?.log[0]?.reason).toBe('first');
    model.workspace.reclassify({ ...ENTRY, reason: 'third' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(reasonsIn(store.held('work-next'))).toEqual(['second']);
    expect(reasonsIn(store.held('work-next-2'))).toEqual(['third']);

    takeUp(model);
    await vi.advanceTimersByTimeAsync(0);
    expect(model.workspace.recovered.value?.log[0]?.reason).toBe('second');
    expect(reasonsIn(store.held('work-next-2'))).toEqual(['first', 'third']);
    takeUp(model);
    await vi.advanceTimersByTimeAsync(1000);
    expect(model.workspace.recovered.value).toBeUndefined();
    expect(reasonsIn(store.held())).toEqual(['second', 'first', 'third']);
    expect(await store.keys()).toEqual(['work']);
    stop();
  });

  test('is whole and in the order of its changes though the clock is set back a year', async () => {
    const store = storeOf({ work: textOf('of another visit') });
    vi.setSystemTime('2026-11-24T10:00:00.000Z');
    const model = newModel();
    const stop = autosave(model, store);
    await vi.advanceTimersByTimeAsync(0);
    model.workspace.reclassify({ ...ENTRY, reason: 'before' });
    await vi.advanceTimersByTimeAsync(1000);
    vi.setSystemTime('2025-11-24T10:00:00.000Z');
    model.workspace.reclassify({ ...ENTRY, reason: 'after' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(reasonsIn(store.held('work-next'))).toEqual(['before', 'after']);
    expect(JSON.parse(store.held('work-next') ?? '{}').savedAt).toMatch(/^2025-11-24T10:00:0/);
    stop();
    await vi.advanceTimersByTimeAsync(1000);

    // Both are offered, each with the time that its clock stated.
    const next = newModel();
    const stopNext = autosave(next, store);
    await vi.advanceTimersByTimeAsync(0);
    expect(next.workspace.recovered.value?.log.map(({ reason }) => reason)).toEqual([
      ...['before', 'after'],
    ]);
    takeUp(next);
    await vi.advanceTimersByTimeAsync(0);
    expect(next.workspace.recovered.value?.log[0]?.reason).toBe('of another visit');
    takeUp(next);
    await vi.advanceTimersByTimeAsync(1000);
    expect(reasonsIn(store.held())?.toSorted()).toEqual(['after', 'before', 'of another visit']);
    expect(await store.keys()).toEqual(['work']);
    stopNext();
  });

  test('stays offered when a work file is opened', async () => {
    const [model, store] = [newModel(), storeOf({ work: textOf('earlier') })];
    const stop = autosave(model, store);
    await vi.advanceTimersByTimeAsync(0);
    model.workspace.restore({ ...EMPTY_WORKSPACE, log: [{ ...ENTRY, reason: 'file' }] });
    await vi.advanceTimersByTimeAsync(1000);
    expect(model.workspace.recovered.value).toBeDefined();
    expect(reasonsIn(store.held())).toEqual(['earlier']);
    stop();
  });

  test('that cannot be read is set aside before anything is written, and said once', async () => {
    const damaged = '{"format":"coastplan-work"';
    const newer = textOf('newer').replace('"version": 10', '"version": 99');
    const store = storeOf({ work: damaged });
    const model = newModel();
    const stop = autosave(model, store);
    model.workspace.reclassify(ENTRY);
    await vi.advanceTimersByTimeAsync(1000);
    expect(model.workspace.recovered.value).toBeUndefined();
    expect(model.page.message.value).toMatchObject({ kind: 'failure', key: 'workUnread' });
    expect(model.page.message.value?.values?.['reason']).toMatch(/IndexedDB line 1 .* Look there/);
    expect(store.held('work-unread')).toBe(damaged);
    expect(reasonsIn(store.held())).toEqual([ENTRY.reason]);
    stop();

    await store.write('work', newer);
    const next = newModel();
    const stopNext = autosave(next, store);
    await vi.advanceTimersByTimeAsync(0);
    expect(next.page.message.value?.values?.['reason']).toMatch(/version 99.*Update the app/);
    expect(store.held('work-unread')).toBe(damaged);
    expect(store.held('work-unread-2')).toBe(newer);
    stopNext();

    const third = newModel();
    const stopThird = autosave(third, store);
    await vi.advanceTimersByTimeAsync(0);
    expect(third.page.message.value).toBeUndefined();
    stopThird();
  });

  test('that cannot be set aside is not written over', async () => {
    const info = vi.spyOn(console, 'info').mockImplementation(() => undefined);
    const damaged = storeOf({ work: 'damaged' });
    const model = newModel();
    const stop = autosave(model, {
      ...damaged,
      write: async (key, text) => {
        if (key !== 'work') throw new Error('QuotaExceededError');
        await damaged.write(key, text);
      },
    });
    model.workspace.reclassify(ENTRY);
    await vi.advanceTimersByTimeAsync(1000);
    expect(damaged.held()).toBe('damaged');
    expect(model.page.message.value?.key).toBe('workNotKept');
    info.mockRestore();
    stop();
  });

  test('that was set aside is offered once it can be read', async () => {
    const [model, store] = [newModel(), storeOf({ 'work-unread': textOf('newer') })];
    const stop = autosave(model, store);
    await vi.advanceTimersByTimeAsync(0);
    takeUp(model);
    await vi.advanceTimersByTimeAsync(0);
    expect(reasonsIn(store.held())).toEqual(['newer']);
    expect(await store.keys()).toEqual(['work']);
    stop();
  });

  test('that a file replaces is offered on the next visit, unless a file has it', async () => {
    const [model, store] = [newModel(), storeOf()];
    const stop = autosave(model, store);
    model.workspace.reclassify({ ...ENTRY, reason: 'mine' });
    await vi.advanceTimersByTimeAsync(1000);
    const fromFile = (reason: string) => ({ ...EMPTY_WORKSPACE, log: [{ ...ENTRY, reason }] });
    model.workspace.restore(fromFile('file A'));
    await vi.advanceTimersByTimeAsync(1000);
    // Of A there is a file: it need not be asked about.
    model.workspace.restore(fromFile('file B'));
    await vi.advanceTimersByTimeAsync(1000);
    stop();
    await vi.advanceTimersByTimeAsync(0);
    expect(reasonsIn(store.held())).toEqual(['file B']);
    expect(reasonsIn(store.held('work-next'))).toEqual(['mine']);
    expect(await store.keys()).toHaveLength(2);
  });

  test('goes on by itself where the page is loaded again; other work is still asked about', async () => {
    const store = storeOf({ work: textOf('earlier'), 'work-next': textOf('mine', 9) });
    const model = newModel();
    const stop = autosave(model, { ...store, ownKey: () => 'work-next' });
    await vi.advanceTimersByTimeAsync(0);
    expect(model.workspace.log.value.map(({ reason }) => reason)).toEqual(['mine']);
    expect(model.workspace.canUndo.value).toBe(false);
    expect(model.page.message.value?.key).toBe('workResumed');
    expect(model.workspace.recovered.value?.log[0]?.reason).toBe('earlier');
    takeUp(model);
    await vi.advanceTimersByTimeAsync(1000);
    expect(reasonsIn(store.held())).toEqual(['earlier', 'mine']);
    expect(await store.keys()).toEqual(['work']);
    stop();
  });

  test('of pages that share a store without locks never overwrites that of the other', async () => {
    const shared = { ...storeOf(), isShared: true };
    const [one, other] = [newModel(), newModel()];
    const stops = [autosave(one, shared), autosave(other, shared)];
    one.workspace.reclassify({ ...ENTRY, reason: 'one' });
    other.workspace.reclassify({ ...ENTRY, reason: 'other' });
    await vi.advanceTimersByTimeAsync(1000);
    const kept = await Promise.all((await shared.keys()).map(shared.read));
    expect(kept.flatMap(reasonsIn).toSorted()).toEqual(['one', 'other']);
    for (const stop of stops) stop();
  });

  test('by another tab is said, and nothing is offered, read or written here', async () => {
    const [model, store] = [newModel(), storeOf({ work: textOf('other tab') })];
    const never = (): Promise<boolean> => new Promise(() => undefined);
    const stop = autosave(model, { ...store, hold: async () => false, takeOver: never });
    model.workspace.reclassify(ENTRY);
    await vi.advanceTimersByTimeAsync(1000);
    expect(model.page.message.value).toMatchObject({ kind: 'failure', key: 'workKeptElsewhere' });
    expect(model.workspace.keeping.value).toBe('elsewhere');
    model.page.showMessage(undefined);
    model.workspace.reclassify(ENTRY);
    await vi.advanceTimersByTimeAsync(1000);
    expect(model.page.message.value).toBeUndefined();
    expect(model.workspace.recovered.value).toBeUndefined();
    expect(model.workspace.log.value).toHaveLength(2);
    expect(reasonsIn(store.held())).toEqual(['other tab']);
    stop();
  });

  test('is kept from the moment the other tab goes, beside what that has left', async () => {
    const [model, store, page] = [
      newModel(),
      storeOf({ work: textOf('first tab') }),
      new EventTarget(),
    ];
    let leave: (isTaken: boolean) => void = () => undefined;
    const stop = autosave(
      model,
      {
        ...store,
        hold: async () => false,
        takeOver: () =>
          new Promise((resolve) => {
            leave = resolve;
          }),
      },
      page,
    );
    const closing = (): boolean =>
      !page.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    await vi.advanceTimersByTimeAsync(0);
    expect(closing(), 'nothing to lose yet').toBe(false);
    model.workspace.reclassify({ ...ENTRY, reason: 'second tab' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(closing(), 'it is kept nowhere').toBe(true);
    leave(true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(model.workspace.keeping.value).toBe('here');
    expect(model.page.message.value?.key).toBe('workKeptHere');
    expect(reasonsIn(store.held('work-next'))).toEqual(['second tab']);
    expect(model.workspace.recovered.value?.log[0]?.reason).toBe('first tab');
    expect(closing(), 'it is kept').toBe(false);
    takeUp(model);
    await vi.advanceTimersByTimeAsync(1000);
    expect(reasonsIn(store.held())).toEqual(['first tab', 'second tab']);
    stop();
  });

  test('is warned of before it is closed only until a work file has it', async () => {
    const [model, page] = [newModel(), new EventTarget()];
    const info = vi.spyOn(console, 'info').mockImplementation(() => undefined);
    const stop = autosave(model, blocked, page);
    const closing = (): boolean =>
      !page.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    model.workspace.reclassify(ENTRY);
    await vi.advanceTimersByTimeAsync(1000);
    expect(closing()).toBe(true);
    model.workspace.noteSaved(model.workspace.current.value);
    expect(closing()).toBe(false);
    model.workspace.reclassify(ENTRY);
    expect(closing()).toBe(true);
    info.mockRestore();
    stop();
  });

  test('that was refused for a while is written as soon as it can be, and the complaint goes', async () => {
    const [model, store] = [newModel(), storeOf()];
    const info = vi.spyOn(console, 'info').mockImplementation(() => undefined);
    let isBlocked = true;
    const stop = autosave(model, {
      ...store,
      write: async (key, text) => {
        if (isBlocked) throw new Error('InvalidStateError: the database connection is closing');
        await store.write(key, text);
      },
    });
    model.workspace.reclassify(ENTRY);
    await vi.advanceTimersByTimeAsync(1000);
    expect(model.page.message.value?.key).toBe('workNotKept');
    expect(model.workspace.keeping.value).toBe('refused');
    isBlocked = false;
    // No further change is made: the app asks again by itself.
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reasonsIn(store.held())).toEqual([ENTRY.reason]);
    expect(model.workspace.keeping.value).toBe('here');
    expect(model.page.message.value).toMatchObject({ kind: 'done', key: 'workKeptAgain' });
    info.mockRestore();
    stop();
  });

  test('is written anew when the browser has dropped it', async () => {
    const [model, store] = [newModel(), storeOf()];
    let drop = (): void => undefined;
    const stop = autosave(model, {
      ...store,
      onLost: (tell) => {
        drop = tell;
        return () => undefined;
      },
    });
    model.workspace.reclassify(ENTRY);
    await vi.advanceTimersByTimeAsync(1000);
    await store.remove('work');
    drop();
    await vi.advanceTimersByTimeAsync(1000);
    expect(reasonsIn(store.held())).toEqual([ENTRY.reason]);
    stop();
  });

  test('asks once, at the first own work, never to be cleared', async () => {
    const [model, store, persist] = [newModel(), storeOf(), vi.fn(async () => true)];
    const stop = autosave(model, { ...store, persist });
    await vi.advanceTimersByTimeAsync(1000);
    expect(persist).not.toHaveBeenCalled();
    expect(model.workspace.isPersisted.value).toBeUndefined();
    model.workspace.reclassify(ENTRY);
    model.workspace.reclassify(ENTRY);
    await vi.advanceTimersByTimeAsync(1000);
    expect(persist).toHaveBeenCalledOnce();
    expect(model.workspace.isPersisted.value).toBe(true);
    stop();
  });
});

describe('data of the user', () => {
  const coast = ownDataset({ text: 'the text', sha256: 'c'.repeat(64) });
  const dataKey = `data-${coast.sha256}`;

  test('are stored once under their hash, offered again whole, and cleared when nothing names them', async () => {
    vi.useFakeTimers();
    const store = storeOf();
    const written = vi.spyOn(store, 'write');
    const model = createModel({}, { language: 'en', theme: 'light' });
    const stop = autosave(model, store);
    await vi.advanceTimersByTimeAsync(0);
    model.workspace.changeDatasets([coast]);
    await vi.advanceTimersByTimeAsync(500);
    expect(store.held(dataKey)).toBe('the text');
    expect(store.held()).toContain(coast.sha256);
    expect(store.held()).not.toContain('the text');
    model.workspace.changeDatasets([{ ...coast, name: 'renamed' }]);
    await vi.advanceTimersByTimeAsync(500);
    expect(written.mock.calls.filter(([key]) => key === dataKey)).toHaveLength(1);
    stop();
    await vi.advanceTimersByTimeAsync(500);

    const next = createModel({}, { language: 'en', theme: 'light' });
    const stopNext = autosave(next, store);
    await vi.advanceTimersByTimeAsync(500);
    takeUp(next);
    expect(next.workspace.datasets.value).toEqual([{ ...coast, name: 'renamed' }]);
    next.workspace.changeDatasets([]);
    await vi.advanceTimersByTimeAsync(500);
    stopNext();
    await vi.advanceTimersByTimeAsync(500);

    const last = createModel({}, { language: 'en', theme: 'light' });
    const stopLast = autosave(last, store);
    await vi.advanceTimersByTimeAsync(500);
    last.workspace.reclassify(ENTRY);
    await vi.advanceTimersByTimeAsync(500);
    expect(store.held(dataKey)).toBeUndefined();
    stopLast();
    vi.useRealTimers();
  });
});

describe("the browser's store", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('indexedDB', { open: () => ({}) });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  test('is held by the first page, by a second one only after the first has gone', async () => {
    const locks = lockManager();
    expect(await browserStore(locks).hold()).toBe(true);
    const second = browserStore(locks).hold();
    await vi.advanceTimersByTimeAsync(2000);
    expect(await second).toBe(false);
    const third = browserStore(locks).hold();
    await vi.advanceTimersByTimeAsync(100);
    locks.release();
    await vi.advanceTimersByTimeAsync(2000);
    expect(await third).toBe(true);
  });

  test('is held by every page where the browser has no locks or refuses them', async () => {
    vi.stubGlobal('navigator', {});
    expect(await browserStore().hold()).toBe(true);
    const refusing = { request: () => Promise.reject(new Error('SecurityError')) };
    expect(await browserStore(refusing).hold()).toBe(true);
  });
});

/** One lock, held until it is released: as a browser's while the page that took it lives. */
function lockManager(): Pick<LockManager, 'request'> & { readonly release: () => void } {
  let isTaken = false;
  const request = async (
    name: string,
    _: unknown,
    use: (lock: Lock | null) => unknown,
  ): Promise<unknown> => {
    const lock: Lock | null = isTaken ? null : { name, mode: 'exclusive' };
    isTaken = true;
    return use(lock);
  };
  return {
    request: request as LockManager['request'],
    release: () => {
      isTaken = false;
    },
  };
}
