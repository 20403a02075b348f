import { charactersOf } from '../shortened-text.ts';
import { type MeasureText, wrapText } from './text-wrap.ts';

/** The space for a text, in the unit of its sizes. */
type Room = { readonly width: number; readonly height: number };

/** A text that fits its space: the type size, the text, which may be shortened, and the height that it takes. */
export type FittedText = {
  readonly size: number;
  readonly text: string;
  readonly height: number;
};

/** The line height as a multiple of the text size. */
export const TEXT_LINE = 1.25;

/**
 * Finds the largest of the given sizes in which a text fits its space. If it fits in none, the smallest
 * size is used, with one line at least, and a text of more lines is cut after a whole character and ends in
 * an ellipsis.
 */
export function fitText(
  text: string,
  { width, height }: Room,
  { sizes, isBold = false }: { readonly sizes: readonly number[]; readonly isBold?: boolean },
  measure: MeasureText,
): FittedText {
  const linesOf = (words: string, size: number): number =>
    words.split('\n').reduce((sum, part) => {
      const lines = wrapText(part, width, { size, isBold }, measure);
      return sum + lines.length;
    }, 0);
  const fitting = sizes.find((size) => linesOf(text, size) * size * TEXT_LINE <= height);
  const set = (words: string, at: number): FittedText => ({
    size: at,
    text: words,
    height: linesOf(words, at) * at * TEXT_LINE,
  });
  if (fitting !== undefined) return set(text, fitting);
  const size = Math.min(...sizes);
  const most = Math.max(1, Math.floor(height / (size * TEXT_LINE)));
  if (linesOf(text, size) <= most) return set(text, size);
  const characters = charactersOf(text);
  const cut = (count: number): string => `${characters.slice(0, count).join('').trimEnd()}…`;
  let [fits, tooLong] = [0, characters.length];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (linesOf(cut(middle), size) <= most) fits = middle;
    else tooLong = middle;
  }
  return set(cut(fits), size);
}
