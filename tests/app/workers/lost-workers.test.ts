import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { compareStates, measureSites } from '../../../src/app/workers/export-client.ts';
import { ImportClient } from '../../../src/app/workers/import-client.ts';
import { readPhotoFile } from '../../../src/app/workers/photo-client.ts';
import { postAnswer } from '../../../src/app/workers/post-answer.ts';
import { readInWorker } from '../../../src/app/workers/read-client.ts';
import { EMPTY_WORKSPACE } from '../../../src/domain/views/workspace.ts';

/** A worker that never answers by itself. */
class SilentWorker extends EventTarget {
  readonly asked: unknown[] = [];
  isTerminated = false;
  constructor() {
    super();
    workers.push(this);
  }
  postMessage(request: unknown): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  answer(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  die(message = 'out of memory'): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

let workers: SilentWorker[] = [];
const last = (): SilentWorker => {
  const found = workers.at(-1);
  if (found === undefined) throw new Error('no worker has been started');
  return found;
};

beforeAll(() => vi.stubGlobal('Worker', SilentWorker));
afterEach(() => {
  workers = [];
  vi.useRealTimers();
});
afterAll(() => vi.unstubAllGlobals());

const STOPPED = 'the background task stopped (out of memory)';

describe('the reader of a photo', () => {
  test('that hangs is ended after 15 s, no sooner, and the next photo is read', async () => {
    vi.useFakeTimers();
    const outcome = vi.fn();
    void readPhotoFile(new Blob(['a damaged HEIC'])).then(outcome);
    const hanging = last();
    await vi.advanceTimersByTimeAsync(14_999);
    expect(outcome).not.toHaveBeenCalled();
    expect(hanging.isTerminated).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(outcome).toHaveBeenCalledExactlyOnceWith({ kind: 'failed', reason: '> 15 s' });
    expect(hanging.isTerminated).toBe(true);

    const next = readPhotoFile(new Blob(['a sound JPEG']));
    last().answer({ kind: 'read', read: { ok: false, error: 'empty' } });
    expect(await next).toEqual({ kind: 'read', read: { ok: false, error: 'empty' } });
    expect(last().isTerminated).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('that breaks down is ended at once', async () => {
    const reading = readPhotoFile(new Blob(['a photo']));
    last().die();
    expect(await reading).toEqual({ kind: 'failed', reason: STOPPED });
    expect(last().isTerminated).toBe(true);
  });
});

describe('the reader of own files', () => {
  const plan = { frame: [119, 35, 121, 37] as const, coast: [] };

  test('that breaks down is ended, tells its owner before what waits fails, and asks nothing more', async () => {
    const told: string[] = [];
    const client = new ImportClient(plan, (reason) => told.push(reason));
    const opening = client.open([]).catch((cause: Error) => told.push(`open: ${cause.message}`));
    last().die();
    await opening;
    expect(told).toEqual([STOPPED, `open: ${STOPPED}`]);
    expect(last().isTerminated).toBe(true);
    await expect(client.open([])).rejects.toThrow(STOPPED);
    expect(workers).toHaveLength(1);
  });

  test('that is ended on purpose tells its owner nothing', async () => {
    const told = vi.fn();
    const client = new ImportClient(plan, told);
    const opening = client.open([]);
    client.destroy();
    await expect(opening).rejects.toThrow('ended');
    last().die();
    expect(told).not.toHaveBeenCalled();
  });
});

describe('the writer of files', () => {
  test('that breaks down fails with one sentence, and the next has a worker of its own', async () => {
    const failing = measureSites([{ type: 'Point', coordinates: [120, 36] }], {});
    last().die();
    await expect(failing).rejects.toThrow(STOPPED);
    expect(last().isTerminated).toBe(true);
    const comparing = compareStates({ before: EMPTY_WORKSPACE, after: EMPTY_WORKSPACE }, {});
    expect(workers).toHaveLength(2);
    last().answer({ kind: 'compared', changes: [] });
    expect(await comparing).toEqual([]);
  });

  test('whose answer cannot be read fails as well', async () => {
    const failing = measureSites([], {});
    last().dispatchEvent(new Event('messageerror'));
    await expect(failing).rejects.toThrow('the background task stopped');
  });
});

test('the reader of accepted data that breaks down fails, and is ended', async () => {
  const as = { file: 'a.geojson', dataset: 'own-1', role: 'shown' as const, lastArticle: 0 };
  const reading = readInWorker('{}', as, new AbortController().signal);
  last().die();
  await expect(reading).rejects.toThrow(STOPPED);
  expect(last().isTerminated).toBe(true);
});

test('an answer that is too large to be sent is told as failed', () => {
  const sent: unknown[] = [];
  vi.stubGlobal('self', {
    postMessage: (data: { readonly kind: string }) => {
      if (data.kind === 'large') throw new DOMException('out of memory', 'DataCloneError');
      sent.push(data);
    },
  });
  postAnswer<{ kind: string; reason?: string }>({ kind: 'small' }, () => ({ kind: 'failed' }));
  postAnswer<{ kind: string; reason?: string }>({ kind: 'large' }, (reason) => ({
    ...{ kind: 'failed', reason },
  }));
  expect(sent).toEqual([{ kind: 'small' }, { kind: 'failed', reason: 'out of memory' }]);
});

test.each([
  ['en', 'the background task stopped (too little memory, or no connection to the server)'],
  ['zh-CN', '后台任务中断（内存不足，或与服务器的连接断开）'],
])('a worker that ends without a word has one in %s', async (lang, sentence) => {
  vi.stubGlobal('document', { documentElement: { lang } });
  const reading = readPhotoFile(new Blob([]));
  last().dispatchEvent(new Event('error'));
  expect(await reading).toEqual({ kind: 'failed', reason: sentence });
});
