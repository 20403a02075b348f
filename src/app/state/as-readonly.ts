import type { ReadonlySignal } from '@preact/signals';

/** The same signals, typed as read-only. */
export function readonly<T extends Readonly<Record<string, ReadonlySignal<unknown>>>>(
  signals: T,
): {
  readonly [K in keyof T]: ReadonlySignal<T[K]['value']>;
} {
  return signals;
}
