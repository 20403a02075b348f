import type { Bilingual } from '../../domain/bilingual.ts';

/** A file of an export, and its path in the archive. */
export type ExportedFile = { readonly name: string; readonly bytes: Uint8Array };

/** What goes with data wherever they go. */
export type DataAbout = {
  readonly title: Bilingual;
  /** What the data are and are not, a sentence each. */
  readonly notices: readonly Bilingual[];
  readonly sources: readonly {
    readonly title: Bilingual;
    readonly source: Bilingual;
    readonly attribution: string | Bilingual;
    readonly licence: string;
    readonly date: string;
    readonly file: string;
    readonly sha256?: string;
  }[];
  /** ISO 8601, in UTC. */
  readonly exportedAt: string;
};

/** What is worth knowing about files that were written. */
export type WrittenFiles = {
  readonly files: readonly ExportedFile[];
  /** Long names of columns and those in the file, where they differ. */
  readonly shortened: readonly (readonly [table: string, name: string, short: string])[];
  /** Columns of which so many texts were cut to 254 bytes. */
  readonly cut: readonly (readonly [table: string, name: string, count: number])[];
  /** Whether texts in a CSV got an apostrophe. */
  readonly isGuarded: boolean;
};
