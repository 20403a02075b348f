/** Returns a text of at most so many UTF-16 units; one that is cut ends in "…" after a whole character. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const character of charactersOf(text.slice(0, most + 1))) {
    if (kept.length + character.length > most - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Splits a text into what people see as characters: a letter with its marks, an emoji with its parts. */
export function charactersOf(text: string): readonly string[] {
  return Array.from(
    new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text),
    ({ segment }) => segment,
  );
}
