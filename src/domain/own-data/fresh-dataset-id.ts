import type { OwnDataset } from './own-dataset.ts';

/** An id for one more dataset; drawn by lot, so that work of two colleagues can be put together. */
export function freshDatasetId(present: readonly Pick<OwnDataset, 'id'>[]): string {
  for (;;) {
    const id = `own-${Math.random().toString(36).slice(2, 8)}`;
    if (present.every((dataset) => dataset.id !== id)) return id;
  }
}
