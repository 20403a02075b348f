import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepWork, type WorkStore } from '../../src/app/keep-work.ts';
import { createModel, type Model } from '../../src/app/model.ts';
import { writeWork } from '../../src/data/work-file.ts';
import type { Reclassification } from '../../src/domain/reclassification.ts';
import { NO_WORK } from '../../src/domain/work.ts';

const ENTRY: Reclassification = {
  segmentIds: ['quay'],
  class: 'bedrock',
  reason: 'seen on site',
  date: '2026-11-24T08:00:00.000Z',
};

function storeOf(first?: string): WorkStore & { held: string | undefined } {
  const store = {
    held: first,
    read: async () => store.held,
    write: async (text: string) => {
      store.held = text;
    },
  };
  return store;
}

const blocked: WorkStore = {
  read: async () => undefined,
  write: async () => {
    throw new Error('QuotaExceededError');
  },
};

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

  test('is written within a second of a change, and not before there is one', async () => {
    const [model, store] = [newModel(), storeOf()];
    const stop = keepWork(model, store);
    await vi.advanceTimersByTimeAsync(5000);
    expect(store.held).toBeUndefined();
    model.reclassify(ENTRY);
    await vi.advanceTimersByTimeAsync(1000);
    expect(JSON.parse(store.held ?? '{}').log).toEqual([ENTRY]);
    stop();
  });

  test('is offered on the next visit and taken up as one step that can be undone', async () => {
    const [model, store] = [
      newModel(),
      storeOf(writeWork({ log: [ENTRY], scenarios: [] }, ENTRY.date)),
    ];
    const stop = keepWork(model, store);
    await vi.advanceTimersByTimeAsync(0);
    const offered = model.offeredWork.value;
    expect(offered?.log).toEqual([ENTRY]);
    if (offered !== undefined) model.takeUpWork(offered);
    expect(model.log.value).toEqual([ENTRY]);
    expect(model.offeredWork.value).toBeUndefined();
    model.undo();
    expect(model.log.value).toEqual([]);
    stop();
  });

  test('is not asked about when nothing was left', async () => {
    const [model, store] = [newModel(), storeOf(writeWork(NO_WORK, ENTRY.date))];
    const stop = keepWork(model, store);
    await vi.advanceTimersByTimeAsync(0);
    expect(model.offeredWork.value).toBeUndefined();
    stop();
  });

  test('that the browser refuses is said once, and work goes on', async () => {
    const model = newModel();
    const info = vi.spyOn(console, 'info').mockImplementation(() => undefined);
    const stop = keepWork(model, blocked);
    model.reclassify(ENTRY);
    await vi.advanceTimersByTimeAsync(1000);
    expect(model.message.value?.key).toBe('workNotKept');
    model.showMessage(undefined);
    model.reclassify(ENTRY);
    await vi.advanceTimersByTimeAsync(1000);
    expect(model.message.value).toBeUndefined();
    expect(model.log.value).toHaveLength(2);
    info.mockRestore();
    stop();
  });

  test('that cannot be read is left alone until there is something newer', async () => {
    const [model, store] = [newModel(), storeOf('{"format":"coastplan-work"')];
    const info = vi.spyOn(console, 'info').mockImplementation(() => undefined);
    const stop = keepWork(model, store);
    await vi.advanceTimersByTimeAsync(0);
    expect(model.offeredWork.value).toBeUndefined();
    expect(store.held).toBe('{"format":"coastplan-work"');
    info.mockRestore();
    stop();
  });
});
