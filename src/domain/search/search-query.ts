import type { Chinese } from './chinese.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';
import { comparable, plainText, withoutTones } from './search-text.ts';
import type { HeardCharacter } from './spoken-name.ts';

/** A word of a query, in comparable form. */
export type QueryWord = {
  readonly text: string;
  /** The readings of each character, for a word of Chinese characters; absent for other words. */
  readonly heard?: readonly HeardCharacter[];
};

/** A part of a query: a word, or a number with its unit, which may also be part of a name. */
export type QueryTerm = { readonly words: readonly QueryWord[]; readonly quantity?: Quantity };

/** What the user asks for. */
export type SearchQuery = {
  /** Terms that must all be found. */
  readonly terms: readonly QueryTerm[];
  /** Plan articles that must all be among a record's. */
  readonly articles: readonly number[];
};

const ARTICLE =
  /第\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*条|(?:\bart(?:icle)?s?\b\.?|§+)\s*(\d{1,3})\b/gi;

/**
 * Reads what the user typed: articles as "第46条", "第四十六條", "art. 46", "§46"; quantities as "808 mu" or
 * "100万千瓦"; the rest are words.
 */
export function parseQuery(text: string, { simplify, readPinyin }: Chinese): SearchQuery {
  const articles: number[] = [];
  const rest = plainText(text, simplify)
    .replace(ARTICLE, (_, chinese, english) => {
      const number = articleNumber(String(chinese ?? english));
      if (number !== undefined) articles.push(number);
      return ' ';
    })
    .toLowerCase();
  const wordsOf = (part: string): readonly QueryWord[] =>
    comparable(part)
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => queryWord(word, readPinyin));
  const terms: QueryTerm[] = [];
  let end = 0;
  const addWords = (part: string): void => {
    for (const word of wordsOf(part)) terms.push({ words: [word] });
  };
  for (const found of quantitiesIn(rest)) {
    addWords(rest.slice(end, found.start));
    const { quantity } = found;
    terms.push({ words: wordsOf(rest.slice(found.start, found.end)), quantity });
    end = found.end;
  }
  addWords(rest.slice(end));
  return { terms, articles };
}

/**
 * A word of Chinese characters that is compared by sound. A single character sounds like too many others,
 * and a word of more than 40 is longer than any name.
 */
const CHINESE_WORD = /^\p{sc=Han}{2,40}$/u;

function queryWord(text: string, readPinyin: Chinese['readPinyin']): QueryWord {
  if (!CHINESE_WORD.test(text)) return { text };
  const readings = readPinyin(text);
  const heard = [...text].map((character, index) => ({
    character,
    readings: (readings[index] ?? []).map((reading) => withoutTones(comparable(reading))),
  }));
  return { text, heard };
}

/** Digits by their value; the first entry is the empty digit, which 十 and 二十 omit. */
const DIGITS = ['', ...'一二三四五六七八九'];

function articleNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const found = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  if (found === null) return undefined;
  const [, tens = '', ten, ones = ''] = found;
  if (ten === '') return ones === '' ? DIGITS.indexOf(tens) : undefined;
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + DIGITS.indexOf(ones);
}
