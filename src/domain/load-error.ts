import type { Bilingual } from './bilingual.ts';

/** Why a file could not be read, told so that a person can mend it. */
export type LoadError = {
  readonly kind: 'network' | 'not-found' | 'too-large' | 'syntax' | 'structure';
  /** Path or address of the file. */
  readonly file: string;
  /** One-based place of the fault, where there is one. */
  readonly line?: number;
  readonly column?: number;
  readonly message: Bilingual;
  readonly cure: Bilingual;
  readonly cause?: unknown;
};
