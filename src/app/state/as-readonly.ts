import type { ReadonlySignal } from '@preact/signals';

/** The same signals, for those who may read them but not write. */
export function readonly<T extends Readonly<Record<string, ReadonlySignal<unknown>>>>(
  signals: T,
): {
  readonly [K in keyof T]: ReadonlySignal<T[K]['value']>;
} {
  return signals;
}
