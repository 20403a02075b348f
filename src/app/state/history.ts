import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';

/** A value with its history: every change can be undone and redone. */
export type History<T> = {
  readonly present: ReadonlySignal<T>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** Takes a new value; undone values can no longer be redone. */
  readonly commit: (next: T) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Changes every value of the history, undone ones too, so that no undo goes back behind the change. */
  readonly rebase: (change: (values: readonly T[]) => readonly T[]) => void;
};

/** The most steps kept: further back than anyone has asked to go, and small in memory. */
const LONGEST = 500;

/** Starts a history at a value. */
export function createHistory<T>(first: T): History<T> {
  const past = signal<readonly T[]>([]);
  const present = signal(first);
  const future = signal<readonly T[]>([]);
  return {
    present,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    commit: (next) =>
      batch(() => {
        past.value = [...past.value, present.value].slice(-LONGEST);
        present.value = next;
        future.value = [];
      }),
    undo: () =>
      batch(() => {
        // A value may be undefined itself, so that only an empty list marks the end.
        for (const last of past.value.slice(-1)) {
          future.value = [present.value, ...future.value];
          present.value = last;
          past.value = past.value.slice(0, -1);
        }
      }),
    redo: () =>
      batch(() => {
        for (const next of future.value.slice(0, 1)) {
          past.value = [...past.value, present.value];
          present.value = next;
          future.value = future.value.slice(1);
        }
      }),
    rebase: (change) =>
      batch(() => {
        const before = past.value.length;
        const values = change([...past.value, present.value, ...future.value]);
        past.value = values.slice(0, before);
        for (const value of values.slice(before, before + 1)) present.value = value;
        future.value = values.slice(before + 1);
      }),
  };
}
