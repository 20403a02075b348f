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

/** How well something fits, best first: a step down is worth more than anything within a step. */
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
/** What comes first where all else is equal. */
const KIND_ORDER: Readonly<Record<SearchKind, number>> = {
  project: 0,
  zone: 1,
  place: 2,
  segment: 3,
};

/**
 * Entries in the order in which equals are found: projects, zones, places, coast; the shorter name
 * first. Sorted once, so that no keystroke has to sort thousands.
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
 * The records that fit a query, best first, at most `limit`; none for an empty query. All words and
 * articles must be found. A whole name comes before the beginning of one, that before initials
 * (`djk` for 董家口), those before something inside a name, then other readings of its characters and others that sound
 * alike, at last labels and values of figures; equals stay as they come (`inSearchOrder`).
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

/** A word of a query, with what can be told of it before any entry is looked at. */
type Word = QueryWord & {
  /** Which spoken forms it can stand in: tone marks only with tone marks, numbers in plain names too. */
  readonly forms: readonly PinyinForm[];
  /** The article that it may be the number of. */
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
  /** Ways to find it in texts, one of which has to fit with all of its words. */
  readonly spelt: readonly (readonly Word[])[];
};

/**
 * A number with a unit is no article (`30 m` does not ask for article 30), and it stands in a name with both together, with
 * a blank or without.
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

/** A query whose words have been looked at once. */
type ReadyQuery = {
  readonly articles: readonly number[];
  readonly terms: readonly Term[];
  /** Several words as one: "langya bay" in a name, "dong jia kou" as it is spoken. */
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

/** The sum of what each term fits by; the words in one run when they fit better so. */
function rankOf(
  entry: SearchEntry,
  { articles, terms, phrase, run }: ReadyQuery,
): number | undefined {
  for (const article of articles) if (!entry.record.articles.includes(article)) return undefined;
  const sum = sumOf(terms, (term) => termRank(entry, term));
  if (phrase === undefined || run === undefined) return sum;
  return least(sum, least(textRank(entry.en, phrase), wordRank(entry, run)));
}

/** A quantity fits as part of a name, or else as the value of a figure. */
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

/** The ranks of all parts added up; undefined as soon as one of them does not fit. */
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

/** How a word fits the Chinese name as it is spoken, by its syllables, their first letters, or their sound. */
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
/** Other readings are a step of their own, within which a whole name still comes first. */
const OTHER_READING = { whole: 0, start: 0.25, inside: 0.5 } as const;

function spokenRank(match: SpokenMatch | undefined): number | undefined {
  if (match === undefined) return undefined;
  return match.isMain ? SPOKEN_RANK[match.at] : RANK.otherReading + OTHER_READING[match.at];
}

/** One letter alone counts at the start of a name only, and as its main reading. */
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
