import type { Bilingual } from './bilingual.ts';

/** Kinds of data quality, after ISO 19157-1. */
export const ISSUE_KINDS = [
  'completeness',
  'logical-consistency',
  'positional-accuracy',
  'thematic-accuracy',
] as const;
/** What sort of quality an issue is about (ISO 19157-1). */
export type IssueKind = (typeof ISSUE_KINDS)[number];

/** `error`: the feature was set aside. `warning`: kept, but look. `note`: read, and changed as stated. */
export type IssueSeverity = 'error' | 'warning' | 'note';

/** One thing that is wrong with one feature or file, told so that a person can mend it. */
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
  /** One-based line and column, where they are known already. */
  readonly place?: { readonly line: number; readonly column: number };
  readonly message: Bilingual;
  /** What to do about it, where one cure is known. */
  readonly cure?: Bilingual;
};
