import { signal } from '@preact/signals';
import type { Minute } from '../../domain/views/minute.ts';
import { readonly } from './as-readonly.ts';

/** The most entries kept: a day of meetings; the oldest go first. */
const MOST = 2000;

/** The minutes' part of the model: what was shown, noted on this machine alone. */
export function createMinutesModel() {
  const minutes = signal<readonly Minute[]>([]);
  const actions = {
    noteMinute: (minute: Minute): void => {
      minutes.value = [...minutes.value, minute].slice(-MOST);
    },
    /** Completes the last entries with figures that have come since. */
    completeMinutes: (count: number, figures: Minute['figures']): void => {
      const from = Math.max(0, minutes.value.length - count);
      minutes.value = minutes.value.map((minute, at) =>
        at < from ? minute : { ...minute, figures },
      );
    },
    /** Puts what earlier visits noted before what this one has. */
    recallMinutes: (earlier: readonly Minute[]): void => {
      minutes.value = [...earlier, ...minutes.value].slice(-MOST);
    },
    clearMinutes: (): void => {
      minutes.value = [];
    },
  };
  return { ...readonly({ minutes }), ...actions };
}
