import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { createDisposer, type Dispose, listen } from '../lifecycle/disposer.ts';
import type { CachedApp, Offline } from '../state/controller.ts';

/** How often a page that stays open asks for a newer version, in milliseconds. */
const AN_HOUR = 3_600_000;
/** How long a newer version may take to take over, in milliseconds. */
const PATIENCE = 4000;
/** Held by every tab that presents. */
const PRESENTING = 'coastplan-presenting';

/**
 * Has the browser store app and plan, so that both open without a network, and watches for a newer
 * version, which waits until the user asks for it.
 */
export function registerServiceWorker(
  isPresenting: ReadonlySignal<boolean>,
): Offline & { readonly destroy: Dispose } {
  const disposer = createDisposer();
  const kept = signal<CachedApp>('nothing');
  const isNewer = signal(false);
  const isLeft = signal(false);
  let waiting: ServiceWorker | null = null;
  const workers = ownWorkers();
  if (workers !== undefined) {
    register(workers).catch((cause: unknown) => console.info('not kept offline:', cause));
    disposer.add(holdWhile(isPresenting));
  }

  async function register(container: ServiceWorkerContainer): Promise<void> {
    let hadOne = container.controller !== null;
    disposer.add(
      listen(container, 'controllerchange', () => {
        // The first one to take over is no newer version; a later one was asked for in another tab.
        if (hadOne) isNewer.value = true;
        hadOne = true;
      }),
    );
    const registration = await container.register('./service-worker.js');
    if (disposer.signal.aborted) return;
    kept.value = registration.active === null ? 'some' : 'all';
    registration.active?.postMessage('store-plan');
    const watch = (worker: ServiceWorker | null): void => {
      if (worker === null) return;
      const note = (): void => {
        if (worker.state === 'activated') kept.value = 'all';
        if (worker.state !== 'installed' || registration.active === null) return;
        waiting = worker;
        isNewer.value = true;
        isLeft.value = false;
      };
      note();
      disposer.add(listen(worker, 'statechange', note));
    };
    watch(registration.waiting);
    watch(registration.installing);
    disposer.add(
      listen(registration, 'updatefound', () => watch(registration.installing)),
      askHourly(registration),
    );
  }

  return {
    kept,
    isUpdateReady: computed(() => isNewer.value && !isLeft.value && !isPresenting.value),
    update: async () => {
      if (await isPresentedElsewhere()) return false;
      if (waiting?.state === 'installed') await takeOver(waiting, navigator.serviceWorker);
      location.reload();
      return true;
    },
    dismiss: () => {
      isLeft.value = true;
    },
    destroy: disposer.dispose,
  };
}

/**
 * Lets the waiting worker take over. Resolves when it has, and after a few seconds at the latest: where
 * an event reaches the old worker while it hands over, Chromium leaves the new one waiting until the page
 * is loaded again, which completes what was begun.
 */
const takeOver = (waiting: ServiceWorker, workers: ServiceWorkerContainer): Promise<unknown> =>
  new Promise((resolve) => {
    workers.addEventListener('controllerchange', resolve, { once: true });
    setTimeout(resolve, PATIENCE);
    // Also to the one that serves: it lets go of what it still stores, for which the new one would wait.
    workers.controller?.postMessage('take-over');
    waiting.postMessage('take-over');
  });

/** Undefined where a server has plain http or the user has switched it off; not wanted while developing. */
function ownWorkers(): ServiceWorkerContainer | undefined {
  return import.meta.env.PROD ? navigator.serviceWorker : undefined;
}

/** A page that stays open all week asks for a newer version when the user comes back to it. */
function askHourly(registration: ServiceWorkerRegistration): Dispose {
  let asked = performance.now();
  return listen(document, 'visibilitychange', () => {
    if (document.visibilityState !== 'visible' || performance.now() - asked < AN_HOUR) return;
    asked = performance.now();
    // No network, no newer version.
    registration.update().catch(() => undefined);
  });
}

/** Tells the other tabs that this one presents, as long as it does. */
function holdWhile(isPresenting: ReadonlySignal<boolean>): Dispose {
  let release = (): void => {};
  const stop = effect(() => {
    release();
    if (!isPresenting.value) return;
    const ended = new Promise<void>((resolve) => {
      release = resolve;
    });
    navigator.locks
      .request(PRESENTING, { mode: 'shared' }, () => ended)
      .catch((cause: unknown) => console.info('locks failed:', cause));
  });
  return () => {
    stop();
    release();
  };
}

/** Whether another tab presents; this one offers no update while it presents itself. */
async function isPresentedElsewhere(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === PRESENTING);
}
