/** One-based line and column of a character in a text. */
export type TextPlace = { readonly line: number; readonly column: number };

/** The place of a character, by its offset in the text. */
export function placeAtOffset(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: offset - lastBreak };
}

/** Undefined where reading throws: a parser that walks nested values by calling itself may exhaust the stack. */
export function tryTo<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
