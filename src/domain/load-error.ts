import type { Bilingual } from './bilingual.ts';

/** Why a file could not be read, worded so that the user can fix it. */
export type LoadError = {
  readonly kind: 'network' | 'not-found' | 'too-large' | 'syntax' | 'structure';
  /** Path or address of the file. */
  readonly file: string;
  /** One-based line of the fault; absent when the fault has no place. */
  readonly line?: number;
  readonly column?: number;
  readonly message: Bilingual;
  readonly cure: Bilingual;
  readonly cause?: unknown;
};
