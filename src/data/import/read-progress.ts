/** How far reading has come: the features of a file that have been read so far. */
export type ReadProgress = { readonly file: string; readonly features: number };

/** Hears how many features of one file have been read. */
export type OnFeatures = (features: number) => void;

/** Features between two reports: seldom enough to cost nothing. */
export const EVERY = 200;

/** Passes records on, and tells how many have been taken, every 200 and at the end. */
export function* counted<T>(
  records: Iterable<T>,
  onFeatures: OnFeatures | undefined,
): Generator<T, void, undefined> {
  let count = 0;
  for (const record of records) {
    yield record;
    count += 1;
    if (count % EVERY === 0) onFeatures?.(count);
  }
  if (count % EVERY !== 0) onFeatures?.(count);
}
