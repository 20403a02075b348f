import { batch, computed, signal } from '@preact/signals';
import type { Minute } from '../../domain/views/minute.ts';
import { readonly } from '../lifecycle/as-readonly.ts';

/** The most entries kept: a day of meetings; the oldest go first. */
const MOST_MINUTES = 2000;

/** The minutes: what was presented, kept on this machine only. */
export function createMinutesModel() {
  /** What other visits and other tabs have noted; this visit never writes it. */
  const earlier = signal<readonly Minute[]>([]);
  const own = signal<readonly Minute[]>([]);
  const clearings = signal(0);
  return {
    ...readonly({
      own,
      /** Counts how often the user has cleared the minutes. */
      clearings,
    }),
    entries: computed(() => [...earlier.value, ...own.value].slice(-MOST_MINUTES)),
    add: (minute: Minute): void => {
      own.value = [...own.value, minute].slice(-MOST_MINUTES);
    },
    /** Completes the last entries with figures that have arrived since. */
    complete: (count: number, figures: Minute['figures']): void => {
      const from = Math.max(0, own.value.length - count);
      own.value = own.value.map((minute, at) => (at < from ? minute : { ...minute, figures }));
    },
    /** Shows the entries of earlier visits before those of this one. */
    prepend: (kept: readonly Minute[]): void => {
      earlier.value = kept;
    },
    /** Forgets all minutes, of this visit and of others. */
    clear: (): void => {
      batch(() => {
        earlier.value = [];
        own.value = [];
        clearings.value += 1;
      });
    },
  };
}
