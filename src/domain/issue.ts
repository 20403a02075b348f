import type { Bilingual } from './bilingual.ts';

/** Kinds of data quality, after ISO 19157-1. */
export const ISSUE_KINDS = [
  'completeness',
  'logical-consistency',
  'positional-accuracy',
  'thematic-accuracy',
] as const;
/** The quality that an issue concerns (ISO 19157-1). */
export type IssueKind = (typeof ISSUE_KINDS)[number];

/**
 * `error`: the feature was set aside. `warning`: it was kept, but needs a check. `note`: it was read and
 * changed as stated.
 */
export type IssueSeverity = 'error' | 'warning' | 'note';

/** One thing that is wrong with one feature or file, worded so that the user can fix it. */
export type Issue = {
  /** Stable machine name, for example `ring-not-closed`. */
  readonly code: string;
  readonly kind: IssueKind;
  readonly severity: IssueSeverity;
  /** Dataset (layer) id, or the file name on the command line. */
  readonly dataset: string;
  /** Zero-based index in the file's `features`. */
  readonly featureIndex?: number;
  readonly featureId?: string;
  /** JSON path from the file's root to the value at fault. */
  readonly path: readonly (string | number)[];
  /** One-based line and column, when they are already known. */
  readonly place?: { readonly line: number; readonly column: number };
  readonly message: Bilingual;
  /** How to fix the issue; absent when no cure is known. */
  readonly cure?: Bilingual;
};
