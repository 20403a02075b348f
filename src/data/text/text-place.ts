/** Line and column of a character in a text, both from 1. */
export type TextPlace = { readonly line: number; readonly column: number };

/** Returns the place of a character, by its offset in the text. */
export function placeAtOffset(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: offset - lastBreak };
}

/** Returns undefined when reading throws: a recursive parser of nested values may exhaust the stack. */
export function tryTo<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
