import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { FootprintClient } from '../../../src/app/workers/footprint-client.ts';
import { footprintOf } from '../../../src/domain/scenarios/footprint.ts';
import type { Site } from '../../../src/domain/scenarios/scenario.ts';

type Listener = (event: { readonly data?: unknown; readonly message?: string }) => void;

/** The worker's own listener, and the workers that the page started; a site named `stuck` never ends. */
const inside = new Map<string, Listener>();
let workers: FakeWorker[] = [];

class FakeWorker {
  readonly listeners = new Map<string, Listener>();
  readonly asked: unknown[] = [];
  isTerminated = false;
  constructor() {
    workers.push(this);
  }
  addEventListener(name: string, listener: Listener): void {
    this.listeners.set(name, listener);
  }
  postMessage(data: unknown): void {
    const copy: unknown = structuredClone(data);
    this.asked.push(copy);
    if (JSON.stringify(copy).includes('stuck')) return;
    queueMicrotask(() => {
      answering = this;
      inside.get('message')?.({ data: copy });
    });
  }
  terminate(): void {
    this.isTerminated = true;
  }
}

/** Which worker the fake thread speaks for. */
let answering: FakeWorker | undefined;

beforeAll(async () => {
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('self', {
    addEventListener: (name: string, listener: Listener) => inside.set(name, listener),
    postMessage: (data: unknown) =>
      answering?.listeners.get('message')?.({ data: structuredClone(data) }),
  });
  await import('../../../src/app/workers/footprint-worker.ts');
});

beforeEach(() => {
  workers = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

afterAll(() => {
  vi.unstubAllGlobals();
});

function site(id: string, widthM = 100): Site {
  const shape = { type: 'Point' as const, coordinates: [120, 36] };
  return { id, name: id, purpose: 'build', shape, widthM, bufferM: 0 };
}

describe('asking for footprints', () => {
  test('starts no worker until there is a site', () => {
    expect(new FootprintClient()).toBeDefined();
    expect(workers).toEqual([]);
  });

  test('gives the ground of each site, from one worker', async () => {
    const client = new FootprintClient();
    const sites = [site('a'), site('b', 200)];
    expect(await Promise.all(sites.map((each) => client.make(each)))).toEqual(
      sites.map(footprintOf),
    );
    expect(workers).toHaveLength(1);
  });

  test('is refused with the reason when a site covers no ground', async () => {
    await expect(new FootprintClient().make(site('a', 0))).rejects.toThrow('without width');
  });

  test('gives up after 5 s, kills the worker and says so; the sites that wait go to a new one', async () => {
    const client = new FootprintClient();
    const [stuck, next] = [client.make(site('stuck')), client.make(site('next'))];
    const refused = expect(stuck).rejects.toMatchObject({
      name: 'TimeoutError',
      message: 'the ground of site "stuck" took longer than 5 s and was stopped',
    });
    vi.advanceTimersByTime(4999);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([false]);
    vi.advanceTimersByTime(1);
    await refused;
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
    expect(await next).toEqual(footprintOf(site('next')));
  });

  test('starts none anew after a kill until there is another site', async () => {
    const client = new FootprintClient();
    const refused = expect(client.make(site('stuck'))).rejects.toThrow('longer than 5 s');
    vi.advanceTimersByTime(5000);
    await refused;
    expect(workers).toHaveLength(1);
    await client.make(site('a'));
    expect(workers).toHaveLength(2);
  });

  test('gives each site its own 5 s, counted from its turn', async () => {
    const client = new FootprintClient();
    const [first, second] = [client.make(site('stuck 1')), client.make(site('stuck 2'))];
    const outcomes = Promise.allSettled([first, second]);
    vi.advanceTimersByTime(5000);
    await expect(first).rejects.toThrow('stuck 1');
    vi.advanceTimersByTime(4999);
    expect(workers[1]?.isTerminated).toBe(false);
    vi.advanceTimersByTime(1);
    for (const outcome of await outcomes) expect(outcome.status).toBe('rejected');
  });

  test('leaves out a site that is taken back before its turn', async () => {
    const client = new FootprintClient();
    const stop = new AbortController();
    const stuck = client.make(site('stuck'));
    const late = client.make(site('late'), { signal: stop.signal });
    stop.abort(new Error('no longer wanted'));
    await expect(late).rejects.toThrow('no longer wanted');
    const refused = expect(stuck).rejects.toThrow('longer than 5 s');
    vi.advanceTimersByTime(5000);
    await refused;
    expect(workers).toHaveLength(1);
    const signal = AbortSignal.abort(new Error('never wanted'));
    await expect(client.make(site('a'), { signal })).rejects.toThrow('never wanted');
  });

  test('fails the site at hand when the worker breaks down, and starts another for the next', async () => {
    const client = new FootprintClient();
    const broken = client.make(site('stuck'));
    workers[0]?.listeners.get('error')?.({ message: 'out of memory' });
    await expect(broken).rejects.toThrow('out of memory');
    expect(await client.make(site('a'))).toEqual(footprintOf(site('a')));
    expect(workers).toHaveLength(2);
  });
});
