import type { Bilingual } from '../bilingual.ts';
import type { ProjectFigure } from '../project.ts';
import type { Chinese } from './chinese.ts';
import { parseUnit, type Quantity, quantitiesIn } from './quantity.ts';
import { comparable, plainText } from './search-text.ts';
import { type Syllable, syllablesOf } from './spoken-name.ts';

/** The kinds of objects that the search can find. */
export type SearchKind = 'project' | 'zone' | 'segment' | 'place' | 'shown';

/** An object that the search can find, with all texts and figures by which it can be found. */
export type SearchRecord = {
  readonly kind: SearchKind;
  readonly id: string;
  readonly name: Bilingual;
  readonly articles: readonly number[];
  /** Labels of figures, in both languages. */
  readonly labels: readonly string[];
  /** The values and units of the figures. */
  readonly figures: readonly Pick<ProjectFigure, 'value' | 'unit'>[];
};

/** A record prepared for searching: all texts are comparable, and the start of every syllable is known. */
export type SearchEntry = {
  readonly record: SearchRecord;
  readonly zh: string;
  /** The Chinese name without blanks, which the user leaves out where the name has a dash. */
  readonly zhRun: string;
  readonly en: string;
  readonly id: string;
  readonly labels: string;
  readonly quantities: readonly Quantity[];
  /** The Chinese name character by character, with all readings. */
  readonly syllables: readonly Syllable[];
  /**
   * The letters with which a syllable may begin; a word with another first letter does not match the
   * pinyin of this name.
   */
  readonly initials: string;
  /** All texts joined, for a fast test: a word that is not in it is in none of them. */
  readonly haystack: string;
};

/** Prepares a record for searching. */
export function searchEntry(record: SearchRecord, { readPinyin, simplify }: Chinese): SearchEntry {
  const plain = (text: string): string => plainText(text, simplify);
  const plainName = plain(record.name.zh);
  const syllables = syllablesOf(plainName, readPinyin);
  const zh = comparable(plainName);
  const zhRun = zh.replaceAll(' ', '');
  const en = comparable(plain(record.name.en));
  const id = comparable(plain(record.id));
  const labels = record.labels.map((label) => comparable(plain(label))).join(' ');
  return {
    record,
    zh,
    zhRun,
    en,
    id,
    labels,
    quantities: record.figures.flatMap((figure) => quantitiesOf(figure, plain)),
    syllables,
    initials: [...new Set(syllables.flatMap(({ initials }) => [...initials]))].join(''),
    haystack: [zh, zhRun, en, id, labels].join('\n'),
  };
}

/** A figure may be a text such as "8–10", which states each number in it. */
function quantitiesOf(
  { value, unit: unitText }: SearchRecord['figures'][number],
  plain: (text: string) => string,
): readonly Quantity[] {
  const unit = unitText === undefined ? undefined : parseUnit(plain(unitText).toLowerCase());
  if (typeof value === 'number')
    return [unit === undefined ? { written: value } : { written: value, unit }];
  return quantitiesIn(plain(value).toLowerCase()).map(({ quantity }) =>
    unit === undefined ? quantity : { unit, ...quantity },
  );
}
