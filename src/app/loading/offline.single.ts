import { signal } from '@preact/signals';
import type { Dispose } from '../lifecycle/disposer.ts';
import type { Offline } from '../state/controller.ts';

/** One file needs no network, and its next version is another file. */
export function registerServiceWorker(): Offline & { readonly destroy: Dispose } {
  return {
    kept: signal(undefined),
    isUpdateReady: signal(false),
    update: async () => true,
    dismiss: () => undefined,
    destroy: () => undefined,
  };
}
