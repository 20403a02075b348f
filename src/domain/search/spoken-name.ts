import { comparable, withoutTones } from './search-text.ts';

/**
 * Gives the pinyin of simplified Chinese: for each character all readings with tone marks, the one that
 * fits its word first. A character that is not Chinese is its own reading.
 */
export type ReadPinyin = (text: string) => readonly (readonly string[])[];

/** How tones are written: not at all, as marks over vowels, or as numbers after syllables. */
export type PinyinForm = 'plain' | 'toned' | 'numbered';

/** One way to write a syllable. */
type Spelling = {
  readonly text: string;
  /** False for a reading that the character has in other words only: zàng for 藏 in 藏马山. */
  readonly isMain: boolean;
};

/** One character of a name, with all spellings that the user may type. */
export type Syllable = Readonly<Record<PinyinForm, readonly Spelling[]>> & {
  readonly character: string;
  /** The first letters of its readings, that of the main reading first. */
  readonly initials: string;
};

/** The place of a match in a name, and whether it needs readings other than the main ones. */
export type SpokenMatch = {
  readonly at: 'whole' | 'start' | 'inside';
  readonly isMain: boolean;
};

/** The largest number of readings per character: 和 has six, and no character in use has more than eight. */
const MOST_READINGS = 8;

/** The syllables of a name in plain text, without the characters that separate words. */
export function syllablesOf(plain: string, readPinyin: ReadPinyin): readonly Syllable[] {
  const characters = [...plain];
  return readPinyin(plain).flatMap((readings, index) => {
    const texts = readings
      .slice(0, MOST_READINGS)
      .map((reading) => comparable(reading).replaceAll(' ', ''))
      .filter((text) => text !== '');
    if (texts.length === 0) return [];
    const initials = [...new Set(texts.map((text) => text.charAt(0)))].join('');
    return {
      character: comparable(characters[index] ?? ''),
      initials,
      plain: spellings(texts.map(withoutTones)),
      toned: spellings(texts),
      numbered: spellings(texts.map(withToneNumber)),
    };
  });
}

/**
 * Gives the spellings of readings: `ü`, which is `v` in comparable text, may also be typed `u` or, as in
 * passports, `yu` (GB/T 28039-2011).
 */
function spellings(readings: readonly string[]): readonly Spelling[] {
  const isMain = new Map<string, boolean>();
  for (const [index, reading] of readings.entries())
    for (const text of reading.includes('v')
      ? [reading, reading.replace('v', 'u'), reading.replace('v', 'yu')]
      : [reading])
      if (!isMain.has(text)) isMain.set(text, index === 0);
  return [...isMain].map(([text, isMain]) => ({ text, isMain }));
}

/** Tone marks in the order of their numbers. */
const TONE_MARKS = ['\u0304', '\u0301', '\u030C', '\u0300'] as const;

function withToneNumber(syllable: string): string {
  const tone = TONE_MARKS.findIndex((mark) => syllable.includes(mark));
  return tone === -1 ? syllable : `${withoutTones(syllable)}${tone + 1}`;
}

/**
 * Finds a word in the pinyin of a name. The word must begin at the start of a syllable (`an` is not in
 * `zhang`), and its last syllable may be incomplete.
 */
export function findSpoken(
  syllables: readonly Syllable[],
  form: PinyinForm,
  word: string,
): SpokenMatch | undefined {
  let found: SpokenMatch | undefined;
  for (let start = 0; start < syllables.length; start += 1) {
    const end = walk(syllables, form, word, start, 0, true);
    if (end === undefined) continue;
    const isWhole = start === 0 && end.syllable === syllables.length && end.isFull;
    const at = isWhole ? 'whole' : start === 0 ? 'start' : 'inside';
    if (end.isMain) return { at, isMain: true };
    found ??= { at, isMain: false };
  }
  return found;
}

type WalkEnd = { readonly syllable: number; readonly isFull: boolean; readonly isMain: boolean };

/** Matches the word from `offset` on, syllable by syllable; main readings are tried first, so they win. */
function walk(
  syllables: readonly Syllable[],
  form: PinyinForm,
  word: string,
  index: number,
  offset: number,
  isMain: boolean,
): WalkEnd | undefined {
  const syllable = syllables[index];
  if (syllable === undefined) return undefined;
  const rest = word.length - offset;
  for (const spelling of syllable[form]) {
    const { text } = spelling;
    const isStillMain = isMain && spelling.isMain;
    if (text.length >= rest) {
      if (text.startsWith(word.slice(offset)))
        return { syllable: index + 1, isFull: text.length === rest, isMain: isStillMain };
    } else if (word.startsWith(text, offset)) {
      const end = walk(syllables, form, word, index + 1, offset + text.length, isStillMain);
      if (end !== undefined) return end;
    }
  }
  return undefined;
}

/** Finds the first letters of consecutive syllables, such as `bhg` for 北海港. */
export function findInitials(
  syllables: readonly Syllable[],
  letters: string,
): SpokenMatch | undefined {
  let found: SpokenMatch | undefined;
  for (let start = 0; start + letters.length <= syllables.length; start += 1) {
    let isMain = true;
    let index = 0;
    for (; index < letters.length; index += 1) {
      const at = syllables[start + index]?.initials.indexOf(letters.charAt(index)) ?? -1;
      if (at === -1) break;
      if (at > 0) isMain = false;
    }
    if (index < letters.length) continue;
    const at = start === 0 ? 'start' : 'inside';
    if (isMain) return { at, isMain };
    found ??= { at, isMain };
  }
  return found;
}

/** A character that the user typed, with its readings without tones. */
export type HeardCharacter = { readonly character: string; readonly readings: readonly string[] };

/**
 * Whether a name contains the typed characters, with at most half of them replaced by others that sound
 * alike: 铁撅山 and 铁橛山 are one mountain, and a pinyin keyboard offers both.
 */
export function soundsAlike(
  syllables: readonly Syllable[],
  typed: readonly HeardCharacter[],
): boolean {
  const most = Math.floor(typed.length / 2);
  for (let start = 0; start + typed.length <= syllables.length; start += 1) {
    let others = 0;
    const fits = typed.every(({ character, readings }, index) => {
      const syllable = syllables[start + index];
      if (syllable?.character === character) return true;
      others += 1;
      return others <= most && syllable?.plain.some(({ text }) => readings.includes(text));
    });
    if (fits) return true;
  }
  return false;
}
