import type { Bilingual } from '../bilingual.ts';
import { comparable, withoutTones } from './search-text.ts';

/** What can be found. */
export type SearchKind = 'project' | 'zone' | 'segment' | 'place';

/** Something that can be found, with all that it can be found by. */
export type SearchRecord = {
  readonly kind: SearchKind;
  readonly id: string;
  readonly name: Bilingual;
  readonly articles: readonly number[];
  /** Labels of figures, in both languages. */
  readonly labels: readonly string[];
};

/**
 * Reads Chinese: a syllable with tone marks for each Chinese character, other characters as they
 * are, one each.
 */
export type ReadPinyin = (text: string) => readonly string[];

/** A record made ready for searching: every text comparable, every syllable's start known. */
export type SearchEntry = {
  readonly record: SearchRecord;
  readonly zh: string;
  readonly en: string;
  readonly id: string;
  readonly labels: string;
  /** The Chinese name spoken, in one run without spaces. */
  readonly spoken: Readonly<Record<PinyinForm, NameReadings>>;
  /** First letters of the syllables, letters between them as they are. */
  readonly initials: string;
  /** All of the above in one text: what is not in it is not in any. */
  readonly haystack: string;
};

/** How tones are written: not at all, as marks over vowels, as numbers behind syllables. */
export type PinyinForm = 'plain' | 'toned' | 'numbered';

/** A name in Latin letters and where its syllables begin. */
export type NameReadings = { readonly text: string; readonly starts: ReadonlySet<number> };

/** Makes a record ready for searching. */
export function searchEntry(record: SearchRecord, readPinyin: ReadPinyin): SearchEntry {
  const zh = comparable(record.name.zh);
  const syllables = readPinyin(record.name.zh.normalize('NFKC')).flatMap((syllable) => {
    const text = comparable(syllable).replaceAll(' ', '');
    return text === '' ? [] : [text];
  });
  const spoken = {
    plain: spokenName(syllables.map(withoutTones)),
    toned: spokenName(syllables),
    numbered: spokenName(syllables.map(withToneNumber)),
  };
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  const en = comparable(record.name.en);
  const id = comparable(record.id);
  const labels = record.labels.map(comparable).join(' ');
  const haystack = [
    zh,
    en,
    id,
    labels,
    initials,
    ...Object.values(spoken).map(({ text }) => text),
  ].join('\n');
  return { record, zh, en, id, labels, spoken, initials, haystack };
}

function spokenName(syllables: readonly string[]): NameReadings {
  const starts = new Set<number>();
  let text = '';
  for (const syllable of syllables) {
    starts.add(text.length);
    text += syllable;
  }
  return { text, starts };
}

/** Tone marks in the order of their numbers. */
const TONE_MARKS = ['\u0304', '\u0301', '\u030C', '\u0300'] as const;

function withToneNumber(syllable: string): string {
  const tone = TONE_MARKS.findIndex((mark) => syllable.includes(mark));
  return tone === -1 ? syllable : `${withoutTones(syllable)}${tone + 1}`;
}
