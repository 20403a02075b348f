/**
 * A mark of an angle or an axis: a hemisphere; φ, λ for latitude and longitude; X, Y, which mean north
 * and east to a surveyor and the reverse to others; → and ↑ for easting and northing.
 */
export type Mark = 'N' | 'S' | 'E' | 'W' | 'φ' | 'λ' | 'X' | 'Y' | '→' | '↑';
const MARKS: readonly Mark[] = ['N', 'S', 'E', 'W', 'φ', 'λ', 'X', 'Y', '→', '↑'];

/** A number as typed, with the sign of its unit: 0 degrees, 1 minutes, 2 seconds. */
export type Part = { readonly digits: string; readonly unit: number | undefined };

/** One of the two halves of a position: an angle of up to three parts, or an axis of a plane. */
export type Half = {
  readonly parts: readonly Part[];
  readonly isNegative: boolean;
  readonly marks: readonly Mark[];
};

/** A number, and the text between the number before and this one. */
type Piece = Part & {
  readonly sign: '' | '+' | '-';
  readonly marksBefore: readonly Mark[];
  readonly separatorsBefore: number;
  readonly commasBefore: number;
  /** The number of marks before the first comma or semicolon of the gap. */
  readonly marksBeforeSeparator: number;
};

/** The pieces of a text, and the marks after the last of them. */
type Pieces = { readonly pieces: readonly Piece[]; readonly marksBehind: readonly Mark[] };

const UNITS = `°'"`;
const TOKEN = /\s+|([-+]?)(\d+(?:\.\d+)?|\.\d+)(?:\s*([°'"]))?|([,;])|([NSEWφλXY→↑])/y;

/** Reads a text number by number; returns undefined when it contains anything else. */
export function piecesOf(text: string): Pieces | undefined {
  const pieces: Piece[] = [];
  let marks: Mark[] = [];
  let [commas, semicolons, early, end] = [0, 0, 0, -1];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    const match = TOKEN.exec(text);
    if (match === null) return undefined;
    const [, sign = '', digits, unit, separator, letter] = match;
    if (digits !== undefined) {
      // Two numbers are not separated, as in 35.95120.2.
      if (end === at && sign === '' && pieces.at(-1)?.unit === undefined) return undefined;
      pieces.push({
        digits,
        unit: unit === undefined ? undefined : UNITS.indexOf(unit),
        sign: sign === '+' || sign === '-' ? sign : '',
        marksBefore: marks,
        separatorsBefore: semicolons,
        commasBefore: commas,
        marksBeforeSeparator: early,
      });
      [marks, commas, semicolons, early, end] = [[], 0, 0, 0, TOKEN.lastIndex];
    } else if (separator !== undefined) {
      if (commas + semicolons === 0) early = marks.length;
      if (separator === ',') commas += 1;
      else semicolons += 1;
    } else {
      const mark = MARKS.find((known) => known === letter);
      if (mark !== undefined) marks.push(mark);
    }
  }
  return { pieces, marksBehind: marks };
}

/**
 * Splits a text into the two halves of a position, in every way that its marks allow: at a letter, a
 * semicolon, the only comma, a sign or a second degree sign, otherwise in the middle. The result is empty
 * when there are not two halves, or when the signs contradict each other.
 */
export function halvesOf({ pieces, marksBehind }: Pieces): readonly (readonly [Half, Half])[] {
  const at = middleOf(pieces);
  const second = at === undefined ? undefined : pieces[at];
  if (at === undefined || second === undefined) return [];
  const gap = second.marksBefore;
  const separators = second.commasBefore + second.separatorsBefore;
  const cuts =
    separators === 1
      ? [second.marksBeforeSeparator]
      : Array.from({ length: gap.length + 1 }, (_, cut) => cut);
  return cuts.map((cut) => [
    halfOf(pieces.slice(0, at), [...(pieces[0]?.marksBefore ?? []), ...gap.slice(0, cut)]),
    halfOf(pieces.slice(at), [...gap.slice(cut), ...marksBehind]),
  ]);
}

/** Treats the whole text as one half, for a text in which the other half is missing. */
export function onlyHalf({ pieces, marksBehind }: Pieces): Half {
  return halfOf(pieces, [...pieces.flatMap(({ marksBefore }) => marksBefore), ...marksBehind]);
}

function halfOf(pieces: readonly Piece[], marks: readonly Mark[]): Half {
  return { parts: pieces, isNegative: pieces[0]?.sign === '-', marks };
}

/** The index of the number with which the second half begins. */
function middleOf(pieces: readonly Piece[]): number | undefined {
  const candidates = new Set<number>();
  const commas = new Set<number>();
  for (const [index, piece] of pieces.entries()) {
    if (index === 0) continue;
    const begins =
      piece.marksBefore.length > 0 ||
      piece.separatorsBefore > 0 ||
      piece.sign !== '' ||
      piece.unit === 0;
    if (begins) candidates.add(index);
    if (piece.commasBefore > 0) commas.add(index);
  }
  if (commas.size === 1) for (const index of commas) candidates.add(index);
  if (candidates.size > 1) return undefined;
  const [only] = candidates;
  if (only !== undefined) return only;
  return pieces.length > 0 && pieces.length % 2 === 0 ? pieces.length / 2 : undefined;
}
