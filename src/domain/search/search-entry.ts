import type { Bilingual } from '../bilingual.ts';
import type { ProjectFigure } from '../project.ts';
import type { Chinese } from './chinese.ts';
import { parseUnit, type Quantity, quantitiesIn } from './quantity.ts';
import { comparable, plainText } from './search-text.ts';
import { type Syllable, syllablesOf } from './spoken-name.ts';

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
  /** What the figures state. */
  readonly figures: readonly Pick<ProjectFigure, 'value' | 'unit'>[];
};

/** A record made ready for searching: every text comparable, every syllable's start known. */
export type SearchEntry = {
  readonly record: SearchRecord;
  readonly zh: string;
  /** The Chinese name without blanks, which the user leaves out where the name has a dash. */
  readonly zhRun: string;
  readonly en: string;
  readonly id: string;
  readonly labels: string;
  readonly quantities: readonly Quantity[];
  /** The Chinese name character by character, in every way that it is read. */
  readonly syllables: readonly Syllable[];
  /** With what letters a syllable may begin: a word that begins with another is not spoken here. */
  readonly initials: string;
  /** All texts in one: what is not in it is not in any. */
  readonly haystack: string;
};

/** Makes a record ready for searching. */
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
