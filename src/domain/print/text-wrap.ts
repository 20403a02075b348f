/** How wide a text is, set in a size, in the unit of the size. */
export type MeasureText = (text: string, size: number, isBold: boolean) => number;

/** How a text is set. */
export type TextStyle = { readonly size: number; readonly isBold?: boolean };

/** Marks that never begin a line in Chinese (GB/T 15834), and those that never end one. */
const NOT_FIRST = /^[、，。；：？！”’）》】…·%,.;:!?)\]]/u;
const NOT_LAST = /[“‘（《【([]$/u;
/** A Chinese character or mark stands alone, a word keeps its spaces behind it. */
const PARTS =
  /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]+\s*|\s+/gu;

/**
 * The lines of a text that are no wider than given: broken between words, or between Chinese characters, and
 * inside a word only where it alone is too wide. Nothing is left out but spaces at the ends of lines.
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
      const characters = [...line];
      let count = characters.length - 1;
      while (count > 1 && !fits(characters.slice(0, count).join(''))) count -= 1;
      if (count < 1) break;
      lines.push(characters.slice(0, count).join(''));
      line = characters.slice(count).join('');
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** Parts between which a line may break. */
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
