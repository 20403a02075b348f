import { charactersOf } from '../shortened-text.ts';

/** Measures the width of a text at a type size, in the unit of the size. */
export type MeasureText = (text: string, size: number, isBold: boolean) => number;

/** The type of a text: its size, and whether it is bold. */
export type TextStyle = { readonly size: number; readonly isBold?: boolean };

/** Marks that never begin a line in Chinese (GB/T 15834), and those that never end one; nor does a space that joins. */
const NOT_FIRST = /^[、，。；：？！”’）》】…·%,.;:!?)\]]/u;
const NOT_LAST = /[“‘（《【([\u00a0]$/u;
/**
 * Each Chinese character or mark is its own part; a word includes the spaces after it. A space that does not break
 * (U+00A0) is part of a word.
 */
const PARTS =
  /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]|(?:[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]|\u00a0)+[^\S\u00a0]*|[^\S\u00a0]+/gu;

/**
 * Wraps a text into lines no wider than given. Lines break between words or between Chinese characters,
 * and inside a word only if the word alone is too wide. Only spaces at the ends of lines are removed.
 */
export function wrapText(
  text: string,
  width: number,
  { size, isBold = false }: TextStyle,
  measure: MeasureText,
): readonly string[] {
  const fits = (line: string): boolean => measure(line.trimEnd(), size, isBold) <= width;
  const lines: string[] = [];
  let line = '';
  for (const part of unbreakable(text)) {
    if (fits(line + part)) {
      line += part;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = part.trimStart();
    while (!fits(line)) {
      const characters = charactersOf(line);
      let count = characters.length - 1;
      while (count > 1 && !fits(characters.slice(0, count).join(''))) count -= 1;
      if (count < 1) break;
      lines.push(characters.slice(0, count).join('').trimEnd());
      line = characters.slice(count).join('').trimStart();
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** Splits a text into the parts between which a line may break. */
function unbreakable(text: string): readonly string[] {
  const parts: string[] = [];
  for (const [part] of text.matchAll(PARTS)) {
    const last = parts.at(-1);
    const sticks = last !== undefined && (NOT_FIRST.test(part) || NOT_LAST.test(last));
    if (sticks) parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return parts;
}
