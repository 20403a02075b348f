import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chinese } from '../../../src/domain/search/chinese.ts';
import { parseQuery } from '../../../src/domain/search/search-query.ts';

const CHINESE: Chinese = {
  readPinyin: (text) => [...text].map((character) => [character]),
  simplify: (text) => text.replaceAll('條', '条'),
};

function parse(text: string) {
  return parseQuery(text, CHINESE);
}

/** The words of each term. */
function wordsOf(text: string): readonly string[] {
  return parse(text).terms.map(({ words }) => words.map((word) => word.text).join('+'));
}

describe('words', () => {
  test.each([
    ['《董家口港区》。', ['董家口港区']],
    ['xi’an “bay”', ['xi', 'an', 'bay']],
    ['1,000 MW 2.5', ['1000+mw', '2.5']],
    ['１，０００', ['1000']],
    ['35 % 保有率', ['35%', '保有率']],
    ['董家口5km外', ['董家口', '5km', '外']],
    ['⻘岛⿓', ['青岛龍']],
    ['´ha´', ['ha']],
    ['lüe LǛ jü', ['lve', 'lv\u0300', 'ju']],
    ['…', []],
  ])('of "%s" are %j', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  test('of Chinese characters carry how each is read, others do not', () => {
    const [one, other] = parse('港口 bay').terms.flatMap(({ words }) => words);
    expect(one?.heard?.map(({ character }) => character)).toEqual(['港', '口']);
    expect(other?.heard).toBeUndefined();
  });
});

describe('articles', () => {
  test.each([
    ['第46条', [46]],
    ['第四十六條', [46]],
    ['第十条、第二十条', [10, 20]],
    ['第四条、第十一条、第八十五条', [4, 11, 85]],
    ['§46 §7', [46, 7]],
    ['§§ 46', [46]],
    ['Art. 46, article 7', [46, 7]],
    ['第46', []],
    ['第一二三条', []],
    ['§1234', []],
    ['smart 46', []],
  ])('of "%s" are %j', (text, expected) => {
    expect(parse(text).articles).toEqual(expected);
  });
});

describe('whatever is around a text', () => {
  const texts = fc.oneof(
    fc.constantFrom(
      '龙湾',
      '靈山島',
      '§46',
      '1,000 MW',
      '35%',
      'lüdao',
      'djk lng',
      '2 m',
      'art. 4',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom(...'0123456789.,，% km万千瓦第条§董家口aü´"\u2009\u0301⻰'),
      maxLength: 12,
    }),
  );
  const quotes = fc.constantFrom(
    '""',
    "''",
    '“”',
    '‘’',
    '「」',
    '『』',
    '《》',
    '【】',
    '〔〕',
    '＂＂',
  );
  const stops = fc.stringMatching(/^[。．.，、；：！？]{0,3}$/);
  const invisible = fc.constantFrom(
    ...['\u00AD', '\u200B', '\u200D', '\uFEFF', '\u200E', '\u2060', '\u202E', '\u00A0', '\u3000'],
  );

  test('quotation marks, full stops and invisible characters do not change what is asked', () => {
    fc.assert(
      fc.property(texts, quotes, stops, invisible, (text, [open, close], stop, blank) => {
        expect(parse(`${blank}${open}${text}${close}${stop}${blank}`)).toEqual(parse(text));
        expect(parse(`${text}${stop}`)).toEqual(parse(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('invisible characters inside do not either', () => {
    fc.assert(
      fc.property(
        texts,
        fc.nat(),
        fc.constantFrom('\u00AD', '\u200B', '\uFEFF'),
        (text, at, mark) => {
          const characters = [...text];
          const index = at % (characters.length + 1);
          const marked = [...characters.slice(0, index), mark, ...characters.slice(index)].join('');
          expect(parse(marked)).toEqual(parse(text));
        },
      ),
    );
  });
});
