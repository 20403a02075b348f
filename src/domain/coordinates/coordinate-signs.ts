/**
 * Look-alike signs that users type or paste, with the sign that replaces them, before compatibility forms
 * are folded.
 */
const LOOK_ALIKES: readonly (readonly [RegExp, string])[] = [
  [/&deg;|&#176;|&#xb0;/gi, '°'],
  [/&prime;|&#8242;|&#39;|&apos;|&#x27;/g, "'"],
  [/&Prime;|&#8243;|&quot;|&#34;/g, '"'],
  [/&nbsp;|&ensp;|&emsp;|&thinsp;/g, ' '],
  [/&amp;/g, '&'],
  // Invisible characters: soft hyphen, zero-width space, marks of direction (U+200E), byte order mark.
  [/\p{Cf}|\uFE0E|\uFE0F/gu, ''],
  // Unicode's compatibility forms would turn a raised zero into a zero, and an acute into a blank and an
  // accent.
  [/[º˚°⁰ᵒ∘◦○゜⸰]/gu, '°'],
  [/[″”“‟ʺ˝‶＂〃〞〝„״ˮ]/gu, '"'],
  [/[′’‘´ʹʼˈ`‵＇‛ˊ׳΄｀]/gu, "'"],
  // Raised, circled and fractional numbers would otherwise merge with the digits beside them.
  [/\p{No}/gu, ' \uFFFD '],
  [/Ν/g, 'N'],
  [/[ЕΕ]/g, 'E'],
  [/Ѕ/g, 'S'],
  [/[−–—‐‑‒―⁃﹣－]/g, '-'],
  [/(?<=[\d０-９])[。．·•٫](?=[\d０-９])/g, '.'],
];

const QUOTES = ['""', "''", '“”', '‘’', '„“', '«»', '``'];

/**
 * Writes each sign of a position in one spelling: `°`, `'`, `"`, `-`, `.`, ASCII digits and letters.
 * Invisible characters, quotes around the whole or around each number, and the mark that ends a sentence
 * are removed. Words stay.
 */
export function withPlainSigns(text: string): string {
  let plain = unquoted(text.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, ''));
  for (const [sign, put] of LOOK_ALIKES) plain = plain.replace(sign, put);
  return plain
    .normalize('NFKC')
    .replace(/''/g, '"')
    .replace(/\\(?=["'])/g, '')
    .replace(/(["'])(\s*[,;\s]\s*)\1(?=[\d+-])/g, '$2')
    .replace(/[。.,，、;；:：!！?？\s]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function unquoted(text: string): string {
  const ends = text.charAt(0) + text.charAt(text.length - 1);
  return text.length > 2 && QUOTES.includes(ends) ? unquoted(text.slice(1, -1).trim()) : text;
}
