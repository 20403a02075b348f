import { type MeasureText, wrapText } from './text-wrap.ts';

/** The space for a text, in the unit of its sizes. */
type Room = { readonly width: number; readonly height: number };

/** A text that fits its space: the type size, and the text, which may be shortened. */
export type FittedText = { readonly size: number; readonly text: string };

/** The line height as a multiple of the text size. */
const LINE = 1.25;

/**
 * Finds the largest of the given sizes in which a text fits its space. If it fits in none, the smallest
 * size is used, and the text ends in an ellipsis at the end of the last line that fits.
 */
export function fitText(
  text: string,
  { width, height }: Room,
  { sizes, isBold = false }: { readonly sizes: readonly number[]; readonly isBold?: boolean },
  measure: MeasureText,
): FittedText {
  const linesIn = (size: number): readonly string[] =>
    text.split('\n').flatMap((part) => wrapText(part, width, { size, isBold }, measure));
  const fitting = sizes.find((size) => linesIn(size).length * size * LINE <= height);
  if (fitting !== undefined) return { size: fitting, text };
  const size = Math.min(...sizes);
  const lines = linesIn(size).slice(0, Math.max(1, Math.floor(height / (size * LINE))));
  return { size, text: `${lines.join(' ').slice(0, -1)}…` };
}
