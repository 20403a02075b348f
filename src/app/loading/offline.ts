import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { CachedApp, Offline } from '../state/controller.ts';

/** How often a page that stays open asks for a newer version, in milliseconds. */
const AN_HOUR = 3_600_000;
/** Held by every tab that presents. */
const PRESENTING = 'coastplan-presenting';

/**
 * Has the browser keep app and plan, so that both open without a network, and watches for a newer
 * version, which waits until a person asks for it.
 */
export function registerServiceWorker(isPresenting: ReadonlySignal<boolean>): Offline {
  const kept = signal<CachedApp>('nothing');
  const isNewer = signal(false);
  const isLeft = signal(false);
  let waiting: ServiceWorker | null = null;
  const workers = ownWorkers();
  if (workers !== undefined) {
    register(workers).catch((cause: unknown) => console.info('not kept for offline use:', cause));
    holdWhile(isPresenting);
  }

  async function register(container: ServiceWorkerContainer): Promise<void> {
    let hadOne = container.controller !== null;
    container.addEventListener('controllerchange', () => {
      // The first one to take over is no newer version; a later one was asked for in another tab.
      if (hadOne) isNewer.value = true;
      hadOne = true;
    });
    const registration = await container.register('./service-worker.js');
    kept.value = registration.active === null ? 'some' : 'all';
    registration.active?.postMessage('store-plan');
    const lookAt = (worker: ServiceWorker | null): void => {
      if (worker === null) return;
      const look = (): void => {
        if (worker.state === 'activated') kept.value = 'all';
        if (worker.state !== 'installed' || registration.active === null) return;
        waiting = worker;
        isNewer.value = true;
        isLeft.value = false;
      };
      look();
      worker.addEventListener('statechange', look);
    };
    lookAt(registration.waiting);
    lookAt(registration.installing);
    registration.addEventListener('updatefound', () => lookAt(registration.installing));
    askHourly(registration);
  }

  return {
    kept,
    isUpdateReady: computed(() => isNewer.value && !isLeft.value && !isPresenting.value),
    update: async () => {
      if (await isPresentedElsewhere()) return false;
      if (waiting?.state !== 'installed') location.reload();
      else {
        workers?.addEventListener('controllerchange', () => location.reload(), { once: true });
        waiting.postMessage('take-over');
      }
      return true;
    },
    dismiss: () => {
      isLeft.value = true;
    },
  };
}

/** Missing where an office serves plain http or a person has switched it off; not wanted while developing. */
function ownWorkers(): ServiceWorkerContainer | undefined {
  return import.meta.env.PROD ? navigator.serviceWorker : undefined;
}

/** A page that a planner keeps open all week hears of a newer version when they come back to it. */
function askHourly(registration: ServiceWorkerRegistration): void {
  let asked = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || performance.now() - asked < AN_HOUR) return;
    asked = performance.now();
    // No network, no newer version.
    registration.update().catch(() => undefined);
  });
}

/** Tells the other tabs that this one presents, as long as it does. */
function holdWhile(isPresenting: ReadonlySignal<boolean>): void {
  let release = (): void => {};
  effect(() => {
    release();
    if (!isPresenting.value) return;
    const ended = new Promise<void>((resolve) => {
      release = resolve;
    });
    navigator.locks
      .request(PRESENTING, { mode: 'shared' }, () => ended)
      .catch((cause: unknown) => console.info('other tabs do not know:', cause));
  });
}

/** Whether a tab presents; this one has no offer while it does. */
async function isPresentedElsewhere(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === PRESENTING);
}
