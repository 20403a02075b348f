import { signal } from '@preact/signals';
import type { Minute } from '../../domain/views/minute.ts';
import { readonly } from '../lifecycle/as-readonly.ts';

/** The most entries kept: a day of meetings; the oldest go first. */
const MOST = 2000;

/** The minutes: what was presented, kept on this machine only. */
export function createMinutesModel() {
  const entries = signal<readonly Minute[]>([]);
  return {
    ...readonly({ entries }),
    add: (minute: Minute): void => {
      entries.value = [...entries.value, minute].slice(-MOST);
    },
    /** Completes the last entries with figures that have arrived since. */
    complete: (count: number, figures: Minute['figures']): void => {
      const from = Math.max(0, entries.value.length - count);
      entries.value = entries.value.map((minute, at) =>
        at < from ? minute : { ...minute, figures },
      );
    },
    /** Puts the entries of earlier visits before those of this one. */
    prepend: (earlier: readonly Minute[]): void => {
      entries.value = [...earlier, ...entries.value].slice(-MOST);
    },
    clear: (): void => {
      entries.value = [];
    },
  };
}
