import { withoutRadicals } from './cjk-radicals.ts';

/** Marks of the four tones over a vowel: macron, acute, caron, grave. */
const TONES = /[\u0304\u0301\u030C\u0300]/g;
/**
 * Invisible characters of a text: soft hyphen, zero-width space and joiners, byte order mark, marks of
 * writing direction, variation selectors (Unicode: Default_Ignorable_Code_Point, Format), and control
 * characters other than those that separate words.
 */
const INVISIBLE = /[\p{DI}\p{Cf}]|(?!\s)\p{Cc}/gu;
/**
 * Standalone accents, such as ´ and ｀. NFKC would convert some of them to a blank with an accent, and the
 * accent would then be read as a tone.
 */
const LONE_MARKS = /\p{Sk}/gu;
/** Blanks that group digits in threes (thin, narrow no-break and figure space: SI brochure, 5.4.4). */
const DIGIT_GAPS = /(?<=\p{Nd})[\u2007\u2009\u202F](?=\p{Nd}{3}(?!\p{Nd}))/gu;
/** Digits grouped in threes by commas. */
const DIGIT_GROUPS = /(?<!\d|\d[.,])\d{1,3}(?:,\d{3})+(?!\d|,\d)/g;
/**
 * Characters that separate words in a name or in the user's text: blanks, punctuation, symbols, and the
 * letters that look like quotation marks (U+02B9–02BF, 02EE). A point inside a number and a per cent sign
 * behind one are part of it.
 */
const BREAKS = /(?:(?!(?<=\d)\.(?=\d)|(?<=\d)[%‰])[\s\p{P}\p{S}\u02B9-\u02BF\u02EE])+/gu;

/** Converts a Chinese text to simplified characters. */
export type Simplify = (text: string) => string;

/**
 * Normalises differences of writing in a text: invisible characters, full-width forms, radicals instead
 * of characters, grouped digits and traditional characters.
 */
export function plainText(text: string, simplify: Simplify): string {
  const plain = text
    .replace(INVISIBLE, '')
    .replace(LONE_MARKS, ' ')
    .replace(DIGIT_GAPS, ',')
    .normalize('NFKC')
    .replace(DIGIT_GROUPS, (digits) => digits.replaceAll(',', ''))
    .replace(/(?<=\d)\s+(?=[%‰])/g, '');
  return simplify(withoutRadicals(plain));
}

/**
 * Converts a plain text to comparable form: lower case, words separated by single spaces, and `ü` written
 * as `v` as on a keyboard, but as `u` after j, q, x and y, where pinyin omits the dots. Tone marks stay,
 * each after its vowel (Unicode NFD).
 */
export function comparable(plain: string): string {
  return plain
    .toLowerCase()
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/u([\u0304\u0301\u030C\u0300])\u0308/g, 'v$1')
    .replace(/(?<=[jqxy])v/g, 'u')
    .replace(BREAKS, ' ')
    .trim();
}

/** Removes the tone marks from a comparable text. */
export function withoutTones(text: string): string {
  return text.replace(TONES, '');
}
