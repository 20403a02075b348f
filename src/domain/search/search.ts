import { isSameQuantity } from './quantity.ts';
import type { SearchEntry, SearchKind, SearchRecord } from './search-entry.ts';
import type { QueryTerm, QueryWord, SearchQuery } from './search-query.ts';
import { withoutTones } from './search-text.ts';
import {
  findInitials,
  findSpoken,
  type PinyinForm,
  type SpokenMatch,
  soundsAlike,
} from './spoken-name.ts';

/**
 * The ranks of matches, the best first; the difference between two ranks outweighs any difference within
 * a rank.
 */
const RANK = {
  exact: 0,
  prefix: 1,
  word: 2,
  initials: 3,
  substring: 4,
  otherReading: 5,
  soundsAlike: 6,
  label: 7,
  figure: 8,
} as const;
/** The order of kinds among equal matches. */
const KIND_ORDER: Readonly<Record<SearchKind, number>> = {
  project: 0,
  zone: 1,
  place: 2,
  segment: 3,
  shown: 4,
};

/**
 * Sorts entries into the order for equal matches: projects, zones, places, coast, what is only shown; the shorter name first.
 * They are sorted once, so that no keystroke has to sort thousands of entries.
 */
export function inSearchOrder(entries: readonly SearchEntry[]): readonly SearchEntry[] {
  return entries.toSorted(
    (a, b) =>
      KIND_ORDER[a.record.kind] - KIND_ORDER[b.record.kind] ||
      a.zh.length - b.zh.length ||
      (a.record.id < b.record.id ? -1 : 1),
  );
}

/**
 * Finds at most `limit` records that match a query, the best first; an empty query has no matches. All
 * words and articles must be found. A whole name ranks before the start of a name, then follow initials
 * (`bhg` for 北海港), a part inside a name, other readings of its characters, characters that sound alike,
 * and finally labels and values of figures. Equal matches keep their order (`inSearchOrder`).
 */
export function search(
  entries: readonly SearchEntry[],
  query: SearchQuery,
  limit: number,
): readonly SearchRecord[] {
  if (query.terms.length === 0 && query.articles.length === 0) return [];
  const asked = ready(query);
  const byRank = new Map<number, SearchRecord[]>();
  for (const entry of entries) {
    const rank = rankOf(entry, asked);
    if (rank === undefined) continue;
    const equals = byRank.get(rank);
    if (equals === undefined) byRank.set(rank, [entry.record]);
    else if (equals.length < limit) equals.push(entry.record);
  }
  return [...byRank]
    .sort(([a], [b]) => a - b)
    .flatMap(([, records]) => records)
    .slice(0, limit);
}

/** A word of a query, with properties that are computed before any entry is examined. */
type Word = QueryWord & {
  /**
   * The pinyin forms in which the word may occur: tone marks only with tone marks, numbers in plain names
   * too.
   */
  readonly forms: readonly PinyinForm[];
  /** The plan article whose number the word may be; undefined when it is no such number. */
  readonly article: number | undefined;
};

function toWord(word: QueryWord): Word {
  const { text } = word;
  const hasNumber = /\d/.test(text);
  const forms = withoutTones(text) !== text ? TONED : hasNumber ? NUMBERED : PLAIN;
  return { ...word, forms, article: /^\d{1,3}$/.test(text) ? Number(text) : undefined };
}

const PLAIN = ['plain'] as const satisfies readonly PinyinForm[];
const TONED = ['toned'] as const satisfies readonly PinyinForm[];
const NUMBERED = ['plain', 'numbered'] as const satisfies readonly PinyinForm[];

type Term = Pick<QueryTerm, 'quantity'> & {
  /** The ways to find the term in texts; all words of at least one of them must match. */
  readonly spelt: readonly (readonly Word[])[];
};

/**
 * Converts a term. A number with a unit is no article (`30 m` does not mean article 30). In a name, it
 * matches with both together, with or without a blank.
 */
function toTerm({ words, quantity }: QueryTerm): Term {
  if (quantity === undefined) return { spelt: [words.map(toWord)] };
  if (quantity.unit === undefined) return { spelt: [words.map(toWord)], quantity };
  const texts = words.map(({ text }) => text);
  const spelt = [...new Set([texts.join(' '), texts.join('')])].map((text) => [
    { ...toWord({ text }), article: undefined },
  ]);
  return { spelt, quantity };
}

/** A query whose words have been analysed once. */
type ReadyQuery = {
  readonly articles: readonly number[];
  readonly terms: readonly Term[];
  /** Several words as one: "north bay" in a name, "bei hai gang" as it is spoken. */
  readonly phrase: string | undefined;
  readonly run: Word | undefined;
};

function ready({ terms, articles }: SearchQuery): ReadyQuery {
  const texts = terms.flatMap(({ words }) => words.map(({ text }) => text));
  const isPhrase = texts.length > 1;
  return {
    articles,
    terms: terms.map(toTerm),
    phrase: isPhrase ? texts.join(' ') : undefined,
    run: isPhrase ? { ...toWord({ text: texts.join('') }), article: undefined } : undefined,
  };
}

/** The sum of the ranks of all terms, or the rank of the words as one phrase if that is better. */
function rankOf(
  entry: SearchEntry,
  { articles, terms, phrase, run }: ReadyQuery,
): number | undefined {
  for (const article of articles) if (!entry.record.articles.includes(article)) return undefined;
  const sum = sumOf(terms, (term) => termRank(entry, term));
  if (phrase === undefined || run === undefined) return sum;
  return least(sum, least(textRank(entry.en, phrase), wordRank(entry, run)));
}

/** The rank of a term; a quantity may match as part of a name, otherwise as the value of a figure. */
function termRank(entry: SearchEntry, { spelt, quantity }: Term): number | undefined {
  let rank: number | undefined;
  for (const words of spelt)
    rank = least(
      rank,
      sumOf(words, (word) => wordRank(entry, word)),
    );
  if (quantity === undefined) return rank;
  const isStated = entry.quantities.some((stated) => isSameQuantity(quantity, stated));
  return isStated ? least(rank, RANK.figure) : rank;
}

/** The sum of the ranks of all parts; undefined when one of them does not match. */
function sumOf<Part>(
  parts: readonly Part[],
  rankOfPart: (part: Part) => number | undefined,
): number | undefined {
  let sum = 0;
  for (const part of parts) {
    const rank = rankOfPart(part);
    if (rank === undefined) return undefined;
    sum += rank;
  }
  return sum;
}

function wordRank(entry: SearchEntry, word: Word): number | undefined {
  const { text, article } = word;
  let rank: number | undefined =
    article !== undefined && entry.record.articles.includes(article) ? RANK.exact : undefined;
  const isInTexts = entry.haystack.includes(text);
  if (isInTexts) {
    rank = least(rank, textRank(entry.zh, text));
    rank = least(rank, textRank(entry.zhRun, text));
    rank = least(rank, textRank(entry.en, text));
    rank = least(rank, textRank(entry.id, text));
  }
  rank = least(rank, heardRank(entry, word));
  return rank ?? (isInTexts && entry.labels.includes(text) ? RANK.label : undefined);
}

function textRank(text: string, word: string): number | undefined {
  const at = text.indexOf(word);
  if (at === -1) return undefined;
  if (at === 0) return text.length === word.length ? RANK.exact : RANK.prefix;
  return text.includes(` ${word}`) ? RANK.word : RANK.substring;
}

/**
 * The rank of a word in the pinyin of the Chinese name, by its syllables, their first letters, or their
 * sound.
 */
function heardRank(
  { syllables, initials }: SearchEntry,
  { text, forms, heard }: Word,
): number | undefined {
  if (heard !== undefined) return soundsAlike(syllables, heard) ? RANK.soundsAlike : undefined;
  if (!initials.includes(text.charAt(0))) return undefined;
  let rank: number | undefined;
  for (const form of forms) rank = least(rank, spokenRank(findSpoken(syllables, form, text)));
  return least(rank, initialsRank(findInitials(syllables, text), text));
}

const SPOKEN_RANK = { whole: RANK.exact, start: RANK.prefix, inside: RANK.substring } as const;
/** The order within the rank of other readings, in which a whole name still comes first. */
const OTHER_READING = { whole: 0, start: 0.25, inside: 0.5 } as const;

function spokenRank(match: SpokenMatch | undefined): number | undefined {
  if (match === undefined) return undefined;
  return match.isMain ? SPOKEN_RANK[match.at] : RANK.otherReading + OTHER_READING[match.at];
}

/** The rank of initials; a single letter counts only at the start of a name and for the main reading. */
function initialsRank(match: SpokenMatch | undefined, { length }: string): number | undefined {
  if (match === undefined || (length < 2 && (match.at === 'inside' || !match.isMain)))
    return undefined;
  const rank = match.isMain ? RANK.initials : RANK.otherReading;
  return rank + OTHER_READING[match.at];
}

function least(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined) return other;
  return other === undefined ? one : Math.min(one, other);
}
