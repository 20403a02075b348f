import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { SearchEngine } from '../../src/app/search/search-engine.ts';
import type { LayerRole } from '../../src/domain/dataset.ts';
import { catalogueLayer, readyWith } from '../app/plan.ts';
import { equatorSegment } from '../domain/build.ts';
import { FRAME } from '../plan-frame.ts';
import { GEODATA, readContent } from './read-geodata.ts';

/** The catalogue as far as the search asks for it. */
type ListedLayer = {
  readonly id: string;
  readonly role: LayerRole;
  readonly symbology: string;
  readonly source: { readonly url: string };
};

const engine = new SearchEngine(() => FRAME);

beforeAll(async () => {
  const text = await readFile(new URL('catalogue.json', GEODATA), 'utf8');
  const { layers } = JSON.parse(text) as { readonly layers: readonly ListedLayer[] };
  const states = await Promise.all(
    layers.map(async ({ id, role, symbology, source }) => ({
      layer: catalogueLayer(id, role, { symbology }),
      state: readyWith(await readContent(source.url, role)),
    })),
  );
  await engine.learn(states, new AbortController().signal);
});

/** Chinese names of what the search finds, best first. */
async function find(text: string): Promise<readonly string[]> {
  const answer = await engine.answer(text);
  if (answer.kind === 'silent') return [];
  if (answer.kind !== 'hits') throw new Error(`"${text}" is answered by ${answer.kind}`);
  return answer.hits.map(({ record }) => record.name.zh);
}

/** Rows of `search-strings.tsv` that are no positions: those that other tests read are B69–B72. */
async function searchStrings(): Promise<readonly (readonly string[])[]> {
  const file = new URL('../fixtures/search-strings.tsv', import.meta.url);
  const rows = (await readFile(file, 'utf8')).trimEnd().split('\n');
  return rows.map((row) => row.split('\t')).filter(([id = '']) => /^B7[3-7]$/.test(id));
}

const SEARCH_STRINGS = await searchStrings();

describe('a class of coast', () => {
  test.each(['自然岸线', '类型未分', 'natural', 'kind not stated'])(
    'finds stretches of unstated kind by "%s"',
    async (text) => {
      const coast = new SearchEngine(() => FRAME);
      const segments = [
        equatorSegment('shore', 'natural', [0, 0.1], { name: { zh: '甲段', en: 'One' } }),
        equatorSegment('quay', 'artificial', [0.1, 0.2], { name: { zh: '乙段', en: 'Two' } }),
      ];
      const content = { role: 'coastline', segments, coastStatus: { kind: 'surveyed' } } as const;
      const layer = catalogueLayer('coast', 'coastline');
      await coast.learn([{ layer, state: readyWith(content) }], new AbortController().signal);
      const answer = await coast.answer(text);
      expect(answer.kind === 'hits' && answer.hits.map(({ record }) => record.id)).toEqual([
        'shore',
      ]);
    },
  );

  test('stands behind names that have the word', async () => {
    const { features } = JSON.parse(
      await readFile(new URL('coast/coastline.geojson', GEODATA), 'utf8'),
    ) as {
      readonly features: readonly { readonly properties: Readonly<Record<string, string>> }[];
    };
    const muddy = features.flatMap(({ properties }) =>
      properties['class'] === 'muddy' ? [properties['name_zh']] : [],
    );
    expect(muddy.length).toBeGreaterThan(0);
    expect(await find('粉砂淤泥质')).toEqual(expect.arrayContaining(muddy));
    expect((await find('沙滩'))[0]).toContain('沙滩');
  });
});

describe('a text copied from a document finds what it means', () => {
  test('the list of such texts is there', () => {
    expect(SEARCH_STRINGS).toHaveLength(20);
  });

  test.each(SEARCH_STRINGS)('%s %s: %s', async (_, text = '', expected = '') => {
    const found = await find(text);
    const [, alike] = /^as (.+)$/.exec(expected) ?? [];
    const [, one, other] = /^(\S+) and (\S+):/.exec(expected) ?? [];
    if (expected.startsWith('nothing')) expect(found).toEqual([]);
    else if (alike !== undefined) {
      expect(found).toEqual(await find(alike));
      expect(found).not.toEqual([]);
    } else if (one !== undefined && other !== undefined) {
      expect(found.toSorted()).toEqual((await find(one)).toSorted());
      expect(found.toSorted()).toEqual((await find(other)).toSorted());
      expect(found).not.toEqual([]);
    } else expect(found[0]).toContain(expected.replace(/（.*| \(.*/, ''));
  });

  test.each([
    ['a Kangxi radical', '⾭岛港', '青岛港'],
    ['a radical of a simplified character', '⻰湾', '龙湾'],
    ['another', '⻩岛', '黄岛'],
    ['a radical of a traditional character', '⿓灣', '龙湾'],
    ['a compatibility ideograph', '\uF90A沙滩', '金沙滩'],
    ['corner brackets', '「龙湾」', '龙湾'],
    ['white corner brackets', '『龙湾』', '龙湾'],
    ['angle brackets', '〈龙湾〉', '龙湾'],
    ['tortoise-shell brackets', '〔龙湾〕', '龙湾'],
    ['curly quotation marks', '“龙湾”', '龙湾'],
    ['single curly quotation marks', '‘龙湾’', '龙湾'],
    ['straight quotation marks', '"龙湾"', '龙湾'],
    ['full-width quotation marks', '＂龙湾＂', '龙湾'],
    ['a grave accent as a quotation mark', '`龙湾´', '龙湾'],
    ['a half-width full stop', '龙湾｡', '龙湾'],
    ['a full-width full stop', '龙湾．', '龙湾'],
    ['an ellipsis', '龙湾……', '龙湾'],
    ['a question mark', '龙湾？', '龙湾'],
    ['a byte order mark', '\uFEFF龙湾', '龙湾'],
    ['a zero-width joiner', '龙\u200D湾', '龙湾'],
    ['a word joiner', '龙\u2060湾', '龙湾'],
    ['marks of direction', '\u202A龙湾\u202C\u200E', '龙湾'],
    ['a variation selector', '龙\u{E0100}湾', '龙湾'],
    ['a control character', '龙湾\u0003', '龙湾'],
    ['a no-break space', '\u00A0龙湾\u00A0', '龙湾'],
    ['an ideographic space', '\u3000龙湾', '龙湾'],
    ['a line break', '龙\n湾', '龙湾'],
    ['traditional characters', '龍灣', '龙湾'],
    ['those of Hong Kong', '污水處理\u5EE0', '污水处理厂'],
    ['a dash left out', '藏马山铁橛山', '藏马山—铁橛山'],
    ['one character that sounds alike', '董家扣港区', '董家口港区'],
    ['another reading by its initials', 'zms', '藏马山'],
    ['another reading with tones', 'zàngmǎshān', '藏马山'],
    ['another reading with tone numbers', 'zang4ma3shan1', '藏马山'],
    ['ü as yu', 'lyudao', '绿道'],
    ['ü as v', 'lv dao', '绿道'],
    ['ü as written', 'lüdao', '绿道'],
    ['ü with its tone', 'lǜdào', '绿道'],
    ['ü as in dictionaries', 'lu:dao', '绿道'],
    ['ü where pinyin has no dots', 'tiejüeshan', '铁橛山'],
  ])('%s: %s', async (_, text, expected) => {
    expect((await find(text))[0]).toContain(expected);
  });

  test.each([
    '第46條',
    '第４６条',
    '第四十六條',
    '§46',
    '§ 46',
    'Art. 46',
    'article 46',
    '「第46条」。',
  ])('an article as %s', async (text) => {
    expect(await find(text)).toEqual(await find('第46条'));
    expect(await find(text)).toContain('灵山岛生态岸线保护修复');
  });
});

describe('a figure is found by its value', () => {
  test.each([
    ['130.52', '明董高速公路'],
    ['130.52 km', '明董高速公路'],
    ['１３０．５２公里', '明董高速公路'],
    ['808 mu', '京东方显示模组'],
    ['808亩', '京东方显示模组'],
    ['808畝。', '京东方显示模组'],
    ['1000 MW', '百万千瓦级海上风电场'],
    ['1,000 MW', '百万千瓦级海上风电场'],
    ['1\u2009000 MW', '百万千瓦级海上风电场'],
    ['100万千瓦', '百万千瓦级海上风电场'],
    ['1 GW', '百万千瓦级海上风电场'],
    ['35%', '自然岸线保有率管控（全区海岸线）'],
    ['35 ％', '自然岸线保有率管控（全区海岸线）'],
    ['115', '老旧小区与城中村改造'],
    // 808 mu are 808 / 15 = 53.867 ha.
    ['53.87 ha', '京东方显示模组'],
    ['53.9公顷', '京东方显示模组'],
    ['0.5387 km²', '京东方显示模组'],
    ['1000兆瓦', '百万千瓦级海上风电场'],
  ])('%s', async (text, expected) => {
    expect(await find(text)).toEqual([expected]);
  });

  test.each(['53.8 ha', '807 mu', '0.6 GW'])('%s is another figure', async (text) => {
    const found = await find(text);
    expect(found).not.toContain('京东方显示模组');
    expect(found).not.toContain('百万千瓦级海上风电场');
  });
});

test('any text is answered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
      expect(await engine.answer(text)).toHaveProperty('kind');
    }),
  );
});
