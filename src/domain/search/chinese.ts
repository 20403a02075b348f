import type { Simplify } from './search-text.ts';
import type { ReadPinyin } from './spoken-name.ts';

/**
 * The functions that the search needs for Chinese. They are passed in, so that the domain contains no
 * dictionary.
 */
export type Chinese = { readonly readPinyin: ReadPinyin; readonly simplify: Simplify };
