import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chinese } from '../../../src/domain/search/chinese.ts';
import { inSearchOrder, search } from '../../../src/domain/search/search.ts';
import { type SearchRecord, searchEntry } from '../../../src/domain/search/search-entry.ts';
import { parseQuery } from '../../../src/domain/search/search-query.ts';

/** Readings written down by hand, so that the tests stand without the dictionary. */
const READINGS: Readonly<Record<string, string>> = Object.fromEntries(
  '董dǒng 家jiā 口kǒu 港gǎng 区qū 中zhōng 石shí 化huà 接jiē 收shōu 站zhàn 琅láng 琊yá 湾wān 绿lǜ 色sè 园yuán 张zhāng 村cūn'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
);

const CHINESE: Chinese = {
  readPinyin: (text) => [...text].map((character) => [READINGS[character] ?? character]),
  simplify: (text) => text,
};

function record(
  id: string,
  zh: string,
  en: string,
  other: Partial<SearchRecord> = {},
): SearchRecord {
  return { kind: 'project', id, name: { zh, en }, articles: [], labels: [], figures: [], ...other };
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
  const entries = inSearchOrder(records.map((one) => searchEntry(one, CHINESE)));
  return search(entries, parseQuery(text, CHINESE), 20).map(({ id }) => id);
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

describe('a figure', () => {
  const wind = record('wind', '风电场', 'Wind farm', {
    articles: [37],
    labels: ['装机规模', 'Capacity'],
    figures: [{ value: 1000, unit: 'MW' }, { value: '8–10' }, { value: 30, unit: 'sails' }],
  });
  const row = record('row-1000', '甲', 'Row 1000', { articles: [30] });

  test.each(['1000', '1000 MW', '100万千瓦', 'capacity 1 GW', '8', '10', 'wind 10'])(
    'is found by its value: %s',
    (text) => {
      expect(find(text, [wind])).toEqual(['wind']);
    },
  );

  test('comes after names', () => {
    expect(find('1000', [wind, row])).toEqual(['row-1000', 'wind']);
  });

  test('with a unit is no article, without one it may be', () => {
    expect(find('30', [wind, row])).toEqual(['row-1000', 'wind']);
    expect(find('30 m', [wind, row])).toEqual([]);
  });
});

describe('other readings and characters that sound alike', () => {
  const chinese: Chinese = {
    simplify: (text) => text.replaceAll('繁', '凡'),
    readPinyin: (text) => [...text].map((character) => SOUNDS[character] ?? [character]),
  };
  const SOUNDS: Readonly<Record<string, readonly string[]>> = {
    藏: ['cáng', 'zàng'],
    马: ['mǎ'],
    山: ['shān'],
    杉: ['shān'],
    三: ['sān'],
    女: ['nǚ'],
    凡: ['fán'],
  };
  const findIn = (text: string, ...names: readonly string[]): readonly string[] => {
    const entries = names.map((zh) => searchEntry(record(zh, zh, ''), chinese));
    return search(inSearchOrder(entries), parseQuery(text, chinese), 20).map(({ id }) => id);
  };

  test('find, after the main reading and the character itself', () => {
    expect(findIn('zangma', '藏马', '山藏马')).toEqual(['藏马', '山藏马']);
    expect(findIn('马杉', '马山', '马杉山')).toEqual(['马杉山', '马山']);
  });

  test('do not find when more than half of the characters differ, or one alone', () => {
    expect(findIn('杉', '山')).toEqual([]);
    expect(findIn('三杉', '马山')).toEqual([]);
    expect(findIn('马三', '马山')).toEqual([]);
  });

  test('one letter alone begins no name by another reading', () => {
    expect(findIn('z', '藏马')).toEqual(['藏马']);
    expect(findIn('zm', '山藏马')).toEqual(['山藏马']);
  });

  test('ü is typed as v, u or yu', () => {
    for (const text of ['nv', 'nu', 'nyu', 'nü', 'nǚ', 'nv3', 'nu3'])
      expect(findIn(text, '女山'), text).toEqual(['女山']);
  });

  test('traditional characters find and are found', () => {
    expect(findIn('繁山', '凡山')).toEqual(['凡山']);
    expect(findIn('凡山', '繁山')).toEqual(['繁山']);
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
    const entries = ALL.map((one) => searchEntry(one, CHINESE));
    expect(search(entries, parseQuery('d', CHINESE), 2)).toHaveLength(2);
  });
});
