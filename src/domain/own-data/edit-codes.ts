import type { AppliedRepair } from './own-dataset.ts';

/** What a lineage calls edits of features, beside the repairs made before a dataset was accepted. */
export const EDIT_CODES = [
  'edit-attributes',
  'edit-split',
  'edit-cut',
  'edit-clip',
  'edit-merge',
  'edit-remove',
  'edit-reshape',
  'edit-draw',
] as const;
/** What a lineage calls an edit. */
export type EditCode = (typeof EDIT_CODES)[number];

/** The repairs of a lineage with one more edit; edits of a kind that follow each other are counted together. */
export function withEdit(
  repairs: readonly AppliedRepair[],
  code: EditCode,
): readonly AppliedRepair[] {
  const last = repairs.at(-1);
  return last?.code === code
    ? [...repairs.slice(0, -1), { code, count: last.count + 1 }]
    : [...repairs, { code, count: 1 }];
}

/** How many edits a lineage counts. */
export function editCount(repairs: readonly AppliedRepair[]): number {
  return repairs.reduce(
    (sum, { code, count }) => sum + (EDIT_CODES.some((each) => each === code) ? count : 0),
    0,
  );
}
