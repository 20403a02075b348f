import { shortened } from './shortened-text.ts';

/**
 * Text as files of other programs can hold it. Whatever reaches XML (workbook, slides, SVG) or CSV passes
 * here, since data and pasted words may hold characters that those formats forbid.
 */

/** What ends a line in PowerPoint and Word and is pasted as a control character. */
const BREAKS = /\r\n?|[\v\f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 §2.2 forbids.
const FORBIDDEN = /[\0-\x08\x0e-\x1f\ufffe\uffff]/g;

/**
 * Returns a text of characters that XML 1.0 allows (§2.2): breaks become line feeds, half a surrogate pair
 * becomes U+FFFD, other forbidden characters are left out.
 */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(BREAKS, '\n').replace(FORBIDDEN, '');
}

/** The longest text that a cell of Excel holds, in UTF-16 units. */
const LONGEST_CELL = 32_767;

/**
 * Returns the text of a workbook's cell as written: what a reader would take for an escaped character
 * (`_x0041_`, ECMA-376 part 1 §22.9.2.19) is escaped itself, and a text too long for a cell ends in "…".
 */
export function workbookText(text: string): string {
  return shortened(xmlText(text), LONGEST_CELL).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}
