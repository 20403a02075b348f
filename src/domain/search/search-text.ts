/** Marks of the four tones over a vowel: macron, acute, caron, grave. */
const TONES = /[\u0304\u0301\u030C\u0300]/g;
/** Everything that parts words in a name or in what a person types. */
const BREAKS = /[\s,，、;；/·・()（）“”"'‘’:：\-–—_]+/g;

/**
 * A text as it is compared: full-width forms narrowed, lower case, words parted by single spaces,
 * `ü` written `v` as on a keyboard. Tone marks stay, each behind its vowel (Unicode NFD).
 */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/u([\u0304\u0301\u030C\u0300])\u0308/g, 'v$1')
    .replace(BREAKS, ' ')
    .trim();
}

/** A comparable text without tone marks. */
export function withoutTones(text: string): string {
  return text.replace(TONES, '');
}

/** What a person asks for. */
export type SearchQuery = {
  /** Words that must all be found, comparable. */
  readonly words: readonly string[];
  /** Plan articles that must all be among a record's. */
  readonly articles: readonly number[];
};

const ARTICLE =
  /第\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*条|\bart(?:icle)?s?\.?\s*(\d{1,3})\b/gi;

/** Reads what a person typed: articles as "第46条", "第四十六条", "art. 46"; the rest are words. */
export function parseQuery(text: string): SearchQuery {
  const articles: number[] = [];
  const rest = text.normalize('NFKC').replace(ARTICLE, (_, chinese, english) => {
    const number = articleNumber(String(chinese ?? english));
    if (number !== undefined) articles.push(number);
    return ' ';
  });
  const words = comparable(rest).split(' ');
  return { words: words.filter((word) => word !== ''), articles };
}

const DIGITS = '一二三四五六七八九';

function articleNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const [, tens = '', ten = '', ones = ''] =
    /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text) ?? [];
  if (ten === '') return tens !== '' && ones === '' ? DIGITS.indexOf(tens) + 1 : undefined;
  return (tens === '' ? 1 : DIGITS.indexOf(tens) + 1) * 10 + DIGITS.indexOf(ones) + 1;
}
