import { signal } from '@preact/signals';
import type { Offline } from '../state/controller.ts';
import type { Dispose } from '../state/disposer.ts';

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
