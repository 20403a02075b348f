import type { Simplify } from './search-text.ts';
import type { ReadPinyin } from './spoken-name.ts';

/** What the search has to know of Chinese. It is handed in, so that the domain carries no dictionary. */
export type Chinese = { readonly readPinyin: ReadPinyin; readonly simplify: Simplify };
