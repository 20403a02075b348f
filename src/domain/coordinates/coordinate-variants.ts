/** One way of separating the numbers of a text. */
export type Variant = {
  readonly text: string;
  /**
   * True when digits were joined across blanks, commas or points; the numbers can then only be survey
   * metres.
   */
  readonly isPlaneOnly: boolean;
};

const BEFORE_HYPHEN = String.raw`(?<=[\d°'"NSEWφλXY→↑])`;
const TIGHT_HYPHEN = new RegExp(`${BEFORE_HYPHEN}-(?=[.\\dNSEWφλ])`, 'g');
const TIGHT_COMMA = /(?<=\d),(?=\d)/g;
/** `3 980 013.2`, `518,044.1`, `40 518,044.1`. */
const GROUPED = /(?<![\d.])\d{1,3}(?:[ ,]\d{3})+(?!\d)/g;
/** `35.57.30`: points between degrees, minutes and seconds. */
const DOTTED = /(?<![\d.])(\d{1,3})\.(\d{1,2})\.(\d{1,2}(?:\.\d+)?)(?![\d.])/g;
/** `3.980.013,2`. */
const POINTED = /(?<![\d.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d.])/g;

/**
 * Lists every way of separating the numbers of a text. A comma separates two numbers or is a decimal
 * sign; a hyphen joins degrees and minutes, is a minus sign, or separates two angles; blanks, commas and
 * points may group digits in threes. The caller decides which of them give a position.
 */
export function variantsOf(text: string): readonly Variant[] {
  const numbers = withNumbersApart(text);
  return numbers.flatMap((variant) =>
    withHyphens(variant.text).map((read) => ({ ...variant, text: read })),
  );
}

function withNumbersApart(given: string): readonly Variant[] {
  const text = given.replace(DOTTED, '$1 $2 $3');
  const plain = [text, ...innerComma(text), ...decimalComma(text)];
  const joined = [
    ...plain.map((read) => read.replace(GROUPED, (digits: string) => digits.replace(/[ ,]/g, ''))),
    text.replace(POINTED, (digits: string) => digits.replace(/\./g, '').replace(',', '.')),
  ];
  return [
    ...plain.map((read) => ({ text: read, isPlaneOnly: false })),
    ...joined
      .filter((read) => !plain.includes(read))
      .map((read) => ({ text: read, isPlaneOnly: true })),
  ];
}

/** `35,57 120`: one comma inside an angle, where the blank separates the two. */
function innerComma(text: string): readonly string[] {
  const commas = text.match(TIGHT_COMMA)?.length ?? 0;
  const blanks = text.match(/(?<=\d) (?=\d)/g)?.length ?? 0;
  if (commas !== 1 || blanks !== 1) return [];
  return [text.replace(/(?<=\d) (?=\d)/, ' ; ').replace(TIGHT_COMMA, ' ')];
}

/** `35,95 120,2`; if four numbers are joined by commas only, the first and the third have decimals. */
function decimalComma(text: string): readonly string[] {
  if (text.includes('.')) return [];
  const commas = text.match(TIGHT_COMMA)?.length ?? 0;
  if (commas === 0) return [];
  const read = text
    .replace(/(?<![\d,])(\d+),(\d+),(\d+),(\d+)(?![\d,])/g, '$1.$2 ; $3.$4')
    .replace(/(?<![\d,.])(\d+),(\d+)(?![\d,])/g, '$1.$2');
  return read.search(TIGHT_COMMA) < 0 ? [read] : [];
}

function withHyphens(text: string): readonly string[] {
  // A hyphen followed by a blank separates two angles.
  const plain = text.replace(new RegExp(`${BEFORE_HYPHEN}\\s*-\\s+(?=[.\\dNSEWφλ])`, 'g'), ' ; ');
  if (plain.search(TIGHT_HYPHEN) < 0) return [plain];
  return [' ', ' -', ' ; '].map((read) => plain.replace(TIGHT_HYPHEN, read));
}
