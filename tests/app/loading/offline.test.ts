import { type ReadonlySignal, signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { registerServiceWorker } from '../../../src/app/loading/offline.ts';
import type { Offline } from '../../../src/app/state/controller.ts';

/** A browser's service workers, as far as the page meets them. */
class FakeWorker extends EventTarget {
  state: ServiceWorkerState = 'installing';
  readonly told: unknown[] = [];
  postMessage(message: unknown): void {
    this.told.push(message);
  }
  turn(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

/** The desk in a production build, in a browser of its own. */
function open(isPresenting: ReadonlySignal<boolean>, container?: EventTarget): Offline {
  vi.stubEnv('PROD', true);
  vi.stubGlobal('navigator', { ...navigator, serviceWorker: container });
  return registerServiceWorker(isPresenting);
}

let held: { readonly name: string }[] = [];
const reload = vi.fn();

beforeEach(() => {
  held = [];
  reload.mockClear();
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('location', { reload });
  vi.stubGlobal('navigator', {
    locks: {
      query: async () => ({ held }),
      request: async (name: string, _: unknown, hold: () => Promise<void>) => {
        const lock = { name };
        held.push(lock);
        await hold();
        held = held.filter((other) => other !== lock);
      },
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

function browser({ active }: { readonly active: boolean }) {
  const registration = Object.assign(new EventTarget(), {
    active: active ? new FakeWorker() : null,
    waiting: null as FakeWorker | null,
    installing: null as FakeWorker | null,
    update: async () => undefined,
  });
  const container = Object.assign(new EventTarget(), {
    controller: registration.active,
    register: async () => registration,
  });
  const find = (worker: FakeWorker): void => {
    registration.installing = worker;
    registration.dispatchEvent(new Event('updatefound'));
  };
  return { registration, container, find };
}

/** A page that has been told of a newer version, which waits. */
async function withNewerVersion() {
  const { container, find } = browser({ active: true });
  const offline = open(signal(false), container);
  await vi.waitFor(() => expect(offline.kept.value).toBe('all'));
  const worker = new FakeWorker();
  find(worker);
  worker.turn('installed');
  return { container, offline, worker };
}

test('the first visit is kept bit by bit, and is no newer version', async () => {
  const { registration, container, find } = browser({ active: false });
  const offline = open(signal(false), container);
  await Promise.resolve();
  const worker = new FakeWorker();
  await vi.waitFor(() => expect(offline.kept.value).toBe('some'));
  find(worker);
  worker.turn('installed');
  expect(offline.isUpdateReady.value).toBe(false);
  registration.active = worker;
  worker.turn('activated');
  container.dispatchEvent(new Event('controllerchange'));
  expect(offline.kept.value).toBe('all');
  expect(offline.isUpdateReady.value).toBe(false);
});

test('a newer version is offered once it waits, never while somebody presents, and is told nothing before', async () => {
  const { container, find } = browser({ active: true });
  const isPresenting = signal(true);
  const offline = open(isPresenting, container);
  await vi.waitFor(() => expect(offline.kept.value).toBe('all'));
  const worker = new FakeWorker();
  find(worker);
  worker.turn('installed');
  expect(offline.isUpdateReady.value).toBe(false);
  isPresenting.value = false;
  expect(offline.isUpdateReady.value).toBe(true);
  expect(worker.told).toEqual([]);
  offline.dismiss();
  expect(offline.isUpdateReady.value).toBe(false);
});

test('a newer version takes over when asked, and the page loads again once it has', async () => {
  const { container, offline, worker } = await withNewerVersion();
  const updated = offline.update();
  await vi.waitFor(() => expect(worker.told).toEqual(['take-over']));
  expect(reload).not.toHaveBeenCalled();
  container.dispatchEvent(new Event('controllerchange'));
  expect(await updated).toBe(true);
  expect(reload).toHaveBeenCalledOnce();
});

test('a newer version that the browser leaves waiting is in charge after the page is loaded again', async () => {
  const { container, offline, worker } = await withNewerVersion();
  vi.useFakeTimers();
  try {
    const updated = offline.update();
    await vi.advanceTimersByTimeAsync(3000);
    expect(worker.told).toEqual(['take-over']);
    expect(reload).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2000);
    expect(await updated).toBe(true);
    expect(reload).toHaveBeenCalledOnce();
    container.dispatchEvent(new Event('controllerchange'));
    expect(reload).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});

test('a tab that presents keeps its version, and so do all tabs until it ends', async () => {
  const { container, find } = browser({ active: true });
  const isPresenting = signal(true);
  open(isPresenting, browser({ active: true }).container);
  const other = open(signal(false), container);
  await vi.waitFor(() => expect(other.kept.value).toBe('all'));
  const worker = new FakeWorker();
  find(worker);
  worker.turn('installed');
  expect(await other.update()).toBe(false);
  expect(worker.told).toEqual([]);
  isPresenting.value = false;
  await vi.waitFor(() => expect(held).toEqual([]));
  const updated = other.update();
  await vi.waitFor(() => expect(worker.told).toEqual(['take-over']));
  container.dispatchEvent(new Event('controllerchange'));
  expect(await updated).toBe(true);
});

test('a version that another tab asked for is offered here, and loads only here when asked', async () => {
  const { container } = browser({ active: true });
  const offline = open(signal(false), container);
  await vi.waitFor(() => expect(offline.kept.value).toBe('all'));
  container.dispatchEvent(new Event('controllerchange'));
  expect(reload).not.toHaveBeenCalled();
  expect(offline.isUpdateReady.value).toBe(true);
  expect(await offline.update()).toBe(true);
  expect(reload).toHaveBeenCalledOnce();
});

test('a browser without service workers keeps nothing and says so', () => {
  const offline = open(signal(false));
  expect([offline.kept.value, offline.isUpdateReady.value]).toEqual(['nothing', false]);
});
