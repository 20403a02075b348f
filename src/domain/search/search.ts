import type {
  NameReadings,
  PinyinForm,
  SearchEntry,
  SearchKind,
  SearchRecord,
} from './search-entry.ts';
import { type SearchQuery, withoutTones } from './search-text.ts';

/** How well something fits, best first: a step down is worth more than anything within a step. */
const RANK = { exact: 0, prefix: 1, word: 2, initials: 3, substring: 4, label: 5 } as const;
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
 * (`djk` for 董家口), those before something inside a name; equals stay as they come (`inSearchOrder`).
 */
export function search(
  entries: readonly SearchEntry[],
  query: SearchQuery,
  limit: number,
): readonly SearchRecord[] {
  if (query.words.length === 0 && query.articles.length === 0) return [];
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
type Word = {
  readonly text: string;
  /** Which spoken forms it can stand in: tone marks only with tone marks, numbers in plain names too. */
  readonly forms: readonly PinyinForm[];
  /** The article that it may be the number of. */
  readonly article: number | undefined;
};

function toWord(text: string): Word {
  const hasNumber = /\d/.test(text);
  const forms = withoutTones(text) !== text ? TONED : hasNumber ? NUMBERED : PLAIN;
  return { text, forms, article: /^\d{1,3}$/.test(text) ? Number(text) : undefined };
}

const PLAIN = ['plain'] as const satisfies readonly PinyinForm[];
const TONED = ['toned'] as const satisfies readonly PinyinForm[];
const NUMBERED = ['plain', 'numbered'] as const satisfies readonly PinyinForm[];

/** A query whose words have been looked at once. */
type ReadyQuery = {
  readonly articles: readonly number[];
  readonly words: readonly Word[];
  /** Several words as one: "langya bay" in a name, "dong jia kou" as it is spoken. */
  readonly phrase: string | undefined;
  readonly run: Word | undefined;
};

function ready({ words, articles }: SearchQuery): ReadyQuery {
  const isPhrase = words.length > 1;
  return {
    articles,
    words: words.map(toWord),
    phrase: isPhrase ? words.join(' ') : undefined,
    run: isPhrase ? toWord(words.join('')) : undefined,
  };
}

/** The sum of what each word fits by; the words in one run when they fit better so. */
function rankOf(
  entry: SearchEntry,
  { articles, words, phrase, run }: ReadyQuery,
): number | undefined {
  for (const article of articles) if (!entry.record.articles.includes(article)) return undefined;
  let sum: number | undefined = 0;
  for (const word of words) {
    const rank = wordRank(entry, word);
    if (rank === undefined) {
      sum = undefined;
      break;
    }
    sum += rank;
  }
  if (phrase === undefined || run === undefined) return sum;
  return least(sum, least(textRank(entry.en, phrase), wordRank(entry, run)));
}

function wordRank(entry: SearchEntry, { text, forms, article }: Word): number | undefined {
  let rank: number | undefined =
    article !== undefined && entry.record.articles.includes(article) ? RANK.exact : undefined;
  if (!entry.haystack.includes(text)) return rank;
  rank = least(rank, textRank(entry.zh, text));
  rank = least(rank, textRank(entry.en, text));
  rank = least(rank, textRank(entry.id, text));
  for (const form of forms) rank = least(rank, spokenRank(entry.spoken[form], text));
  rank = least(rank, initialsRank(entry.initials, text));
  return rank ?? (entry.labels.includes(text) ? RANK.label : undefined);
}

function textRank(text: string, word: string): number | undefined {
  const at = text.indexOf(word);
  if (at === -1) return undefined;
  if (at === 0) return text.length === word.length ? RANK.exact : RANK.prefix;
  return text.includes(` ${word}`) ? RANK.word : RANK.substring;
}

/** A name as it is spoken fits from the start of a syllable on: `an` is not in `zhang`. */
function spokenRank({ text, starts }: NameReadings, word: string): number | undefined {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0) return text.length === word.length ? RANK.exact : RANK.prefix;
    if (starts.has(at)) return RANK.substring;
  }
  return undefined;
}

function initialsRank(initials: string, word: string): number | undefined {
  const at = initials.indexOf(word);
  if (at === -1 || (at > 0 && word.length < 2)) return undefined;
  return at === 0 ? RANK.initials : RANK.initials + 0.5;
}

function least(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined) return other;
  return other === undefined ? one : Math.min(one, other);
}
