import { signal } from '@preact/signals';
import type { Offline } from './offline.ts';

/** One file needs no network, and its next version is another file. */
export function keepOffline(): Offline {
  return {
    kept: signal(undefined),
    isRenewable: signal(false),
    renew: async () => true,
    leaveForNow: () => undefined,
  };
}
