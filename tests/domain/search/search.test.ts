import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inSearchOrder, search } from '../../../src/domain/search/search.ts';
import { type SearchRecord, searchEntry } from '../../../src/domain/search/search-entry.ts';
import { parseQuery } from '../../../src/domain/search/search-text.ts';

/** Readings written down by hand, so that the tests stand without the dictionary. */
const READINGS: Readonly<Record<string, string>> = Object.fromEntries(
  '董dǒng 家jiā 口kǒu 港gǎng 区qū 中zhōng 石shí 化huà 接jiē 收shōu 站zhàn 琅láng 琊yá 湾wān 绿lǜ 色sè 园yuán 张zhāng 村cūn'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
);

function readPinyin(text: string): readonly string[] {
  return [...text].map((character) => READINGS[character] ?? character);
}

function record(
  id: string,
  zh: string,
  en: string,
  other: Partial<SearchRecord> = {},
): SearchRecord {
  return { kind: 'project', id, name: { zh, en }, articles: [], labels: [], ...other };
}

const PORT = record('dongjiakou-port-area', '董家口港区', 'Dongjiakou port area', {
  articles: [24],
});
const TERMINAL = record(
  'dongjiakou-lng-terminal',
  '中石化董家口LNG接收站',
  'Sinopec Dongjiakou LNG terminal',
  {
    articles: [24, 46],
    labels: ['接收能力', 'Receiving capacity'],
  },
);
const TOWN = record('dongjiakou', '董家口', 'Dongjiakou', { kind: 'place' });
const BAY = record('langya-bay', '琅琊湾', 'Langya Bay', { kind: 'zone' });
const PARK = record('green-park', '绿色园区', 'Green park');
const VILLAGE = record('zhangcun', '张村', 'Zhangcun', { kind: 'place' });
const ALL = [TERMINAL, PORT, BAY, PARK, VILLAGE, TOWN];

function find(text: string, records: readonly SearchRecord[] = ALL): readonly string[] {
  const entries = inSearchOrder(records.map((one) => searchEntry(one, readPinyin)));
  return search(entries, parseQuery(text), 20).map(({ id }) => id);
}

describe('a thing is found by', () => {
  test.each([
    ['its Chinese name', '琅琊湾', 'langya-bay'],
    ['a part of it', '琊湾', 'langya-bay'],
    ['its English name in any case', 'LANGYA bay', 'langya-bay'],
    ['a word inside it', 'sinopec', 'dongjiakou-lng-terminal'],
    ['pinyin', 'langyawan', 'langya-bay'],
    ['pinyin by syllable', 'lang ya wan', 'langya-bay'],
    ['the beginning of it', 'langyaw', 'langya-bay'],
    ['pinyin with tones', 'lángyáwān', 'langya-bay'],
    ['pinyin with tone numbers', 'lang2ya2wan1', 'langya-bay'],
    ['ü as typed on a keyboard', 'lvse', 'green-park'],
    ['ü as written', 'lüse', 'green-park'],
    ['ü with its tone', 'lǜsè', 'green-park'],
    ['initials', 'lyw', 'langya-bay'],
    ['its id', 'green-park', 'green-park'],
    ['the label of a figure', 'receiving capacity', 'dongjiakou-lng-terminal'],
    ['that label in Chinese', '接收能力', 'dongjiakou-lng-terminal'],
    ['full-width letters', 'ＬＮＧ', 'dongjiakou-lng-terminal'],
    ['initials and a word', 'djk lng', 'dongjiakou-lng-terminal'],
    ['words in any order', 'lng 董家口', 'dongjiakou-lng-terminal'],
    ['an article', '第46条', 'dongjiakou-lng-terminal'],
    ['an article in Chinese numerals', '第四十六条', 'dongjiakou-lng-terminal'],
    ['an article in English', 'art. 46', 'dongjiakou-lng-terminal'],
    ['the number of an article alone', '46', 'dongjiakou-lng-terminal'],
    ['an article and a word', 'art 24 lng', 'dongjiakou-lng-terminal'],
  ])('%s: %s', (_, text, id) => {
    expect(find(text)).toEqual([id]);
  });
});

describe('a thing is not found by', () => {
  test.each([
    ['a word of two that it lacks', 'djk port lng'],
    ['other tones', 'lǎngyáwān'],
    ['letters from the middle of a syllable', 'angyaw'],
    ['an article that is not its own', '第47条'],
    ['nothing', '  ,  '],
  ])('%s: %s', (_, text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('what fits better comes first', () => {
  test('a whole name before its beginning, that before the middle of one', () => {
    expect(find('董家口')).toEqual([
      'dongjiakou',
      'dongjiakou-port-area',
      'dongjiakou-lng-terminal',
    ]);
    expect(find('dongjiakou')).toEqual([
      'dongjiakou',
      'dongjiakou-port-area',
      'dongjiakou-lng-terminal',
    ]);
  });

  test('initials at the start before initials inside, shorter names first', () => {
    expect(find('djk')).toEqual(['dongjiakou-port-area', 'dongjiakou', 'dongjiakou-lng-terminal']);
  });

  test('the beginning of a name before initials, initials before what is inside', () => {
    const prefix = record('a', '甲', 'Dj harbour');
    const initials = record('b', '董家', 'Something');
    const inside = record('c', '乙', 'Kidjo');
    expect(find('dj', [inside, initials, prefix])).toEqual(['a', 'b', 'c']);
  });

  test('a name before a figure', () => {
    const label = record('a', '甲', 'Short', { labels: ['Quays'] });
    expect(find('quay', [label, record('b', '乙', 'The long quay wall')])).toEqual(['b', 'a']);
  });

  test('a project before a zone, a place and a stretch of coast of the same name', () => {
    const kinds = (['segment', 'place', 'zone', 'project'] as const).map((kind) =>
      record(kind, '湾', 'Bay', { kind }),
    );
    expect(find('bay', kinds)).toEqual(['project', 'zone', 'place', 'segment']);
  });
});

describe('whatever is typed', () => {
  test('never throws and finds nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const found = find(text);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });

  test('one more word never finds more', () => {
    const word = fc.constantFrom('d', 'djk', 'port', '港', 'dong', '24', 'ter', '湾');
    fc.assert(
      fc.property(word, word, (one, other) => {
        const fewer = find(`${one} ${other}`).length;
        expect(fewer).toBeLessThanOrEqual(Math.max(find(one).length, find(other).length));
      }),
    );
  });

  test('no more are given than are asked for', () => {
    const entries = ALL.map((one) => searchEntry(one, readPinyin));
    expect(search(entries, parseQuery('d'), 2)).toHaveLength(2);
  });
});
