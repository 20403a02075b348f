import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkText } from '../../../src/data/checks/check-text.ts';
import { readDataset } from '../../../src/data/loading/read-dataset.ts';
import { parseJsonText } from '../../../src/data/text/json-text.ts';
import type { LayerRole } from '../../../src/domain/dataset.ts';

async function check(text: string, role: LayerRole) {
  const json = await parseJsonText(text, 'x');
  if (!json.ok) throw new Error(json.error.message.en);
  return checkText({ text, value: json.value, dataset: 'x', role });
}

const caseText = (name: string): string => readFileSync(`tests/fixtures/cases/${name}`, 'utf8');

const named = (properties: object): string =>
  JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties }] });

describe('characters', () => {
  test.each([
    [
      'B13-broken-characters-ports.geojson',
      [
        ['replaced', 'characters-lost'],
        ['kun-jin-kao', 'characters-lost'],
        ['utf8-as-latin1', 'characters-misread'],
        ['cut-at-254-bytes', 'characters-lost'],
      ],
    ],
    ['B64-rare-characters-ports.geojson', [['pua', 'characters-private']]],
    [
      'B44-control-characters-ports.geojson',
      [
        ['vertical-tab', 'characters-control'],
        ['vertical-tab', 'characters-control'],
        ['escape', 'characters-control'],
        ['escape', 'characters-control'],
        ['line-separator', 'characters-control'],
        ['lone-surrogate', 'characters-halved'],
      ],
    ],
  ])('of %s are told where they are ruined', async (file, expected) => {
    const found = await check(caseText(file), 'projects');
    expect(found.map(({ featureId, code }) => [featureId, code])).toEqual(expected);
  });

  test('that were misread are told with what was meant', async () => {
    const found = await check(caseText('B13-broken-characters-ports.geojson'), 'projects');
    expect(found[2]?.cure?.en).toContain('前湾港区');
  });

  test.each([
    ['»Æµº', '黄岛'],
    ['ÇàµºÊÐ Bay', '青岛市 Bay'],
  ])(
    'of GB18030 that were read as Latin-1 are told with what was meant: %s',
    async (text, meant) => {
      const found = await check(named({ id: 'a', name_zh: text }), 'projects');
      expect(found.map(({ code }) => code)).toEqual(['characters-misread']);
      expect(found[0]?.cure?.en).toContain(`GB18030 again; it says “${meant}”`);
    },
  );

  test.each(['Île d’Oléron', 'ÆØÅ', 'Þórshöfn', '±0.5 °C', '½ · ¾'])(
    'of another language are no ruin: %s',
    async (text) => {
      expect(await check(named({ id: 'a', name_en: text }), 'projects')).toEqual([]);
    },
  );

  test.each([
    ['characters-misread', 'Å‚Ã³dÅº Ã©'],
    ['characters-lost', '烫烫烫'],
    ['characters-control', 'a\u0085b'],
    ['characters-private', '\u{F0000}'],
    ['characters-none', 'a\uFDD0'],
    ['characters-invisible', 'Bay\u200B'],
  ])('%s', async (code, text) => {
    expect(await check(named({ id: 'a', name_zh: text }), 'projects')).toMatchObject([{ code }]);
  });

  test.each([
    'Café “Ärö” – 20 °C, 5 m²',
    '前湾港区',
    '🏴‍☠️',
    'ميناء',
    'à la carte',
    'naïve',
    'a\tb',
  ])('of %s are sound', async (text) => {
    expect(await check(named({ id: 'a', name_zh: text }), 'projects')).toEqual([]);
  });
});

describe('a property under another name', () => {
  test('behind an invisible mark is told with it', async () => {
    const [issue] = await check(caseText('B03-bom-in-property-name-coast.geojson'), 'coastline');
    expect(issue?.message.en).toContain('a property is called `id` behind an invisible U+FEFF');
  });

  test.each([
    'Class',
    'CLASS',
    'class ',
    ' class',
    'class\u200B',
    '\u00A0class',
    'ｃｌａｓｓ',
    'сlass',
  ])('such as %j is told', async (name) => {
    const found = await check(named({ id: 'a', [name]: 'sandy' }), 'coastline');
    expect(found.map(({ code }) => code)).toContain('property-name');
  });

  test('that has nothing to do with ours is not', async () => {
    expect(await check(named({ id: 'a', klass: 1, classes: 2, OBJECTID: 3 }), 'coastline')).toEqual(
      [],
    );
  });
});

describe('ids', () => {
  const coast = (...ids: readonly string[]): string => {
    const features = ids.map(
      (id, index) =>
        `{"type":"Feature","properties":{"id":${id},"class":"sandy","realm":"mainland","note":"\\"id\\":9007199254740993"},"geometry":{"type":"LineString","coordinates":[[120.${index},36],[120.${index + 1},36]]}}`,
    );
    return `{"type":"FeatureCollection","features":[${features.join(',')}]}`;
  };

  test('beyond 2^53 are read digit by digit, and told', async () => {
    const text = coast('9007199254740992', '9007199254740993', '12345678901234567890');
    const read = await readDataset(text, { file: 'x', dataset: 'x', role: 'coastline' });
    expect(read.ok && [read.value.kept, read.value.read]).toEqual([3, 3]);
    const content = read.ok ? read.value.content : undefined;
    expect(content?.role === 'coastline' && content.segments.map(({ id }) => id)).toEqual([
      '9007199254740992',
      '9007199254740993',
      '12345678901234567890',
    ]);
    const found = await check(text, 'coastline');
    expect(found.map(({ code, featureIndex }) => [code, featureIndex])).toEqual([
      ['id-beyond-2-53', 0],
      ['id-beyond-2-53', 1],
      ['id-beyond-2-53', 2],
    ]);
  });

  test('with a blank at an end are used as written, and told', async () => {
    const found = await check(coast('" a"', '"b\u00A0"', '"c d"'), 'coastline');
    expect(found.map(({ code, featureId }) => [code, featureId])).toEqual([
      ['id-blanks', ' a'],
      ['id-blanks', 'b\u00A0'],
    ]);
  });

  test.each(['""', '"  "', 'null', 'true', '[]'])('%s is none', async (id) => {
    const read = await readDataset(coast(id), { file: 'x', dataset: 'x', role: 'coastline' });
    expect(read.ok && read.value.issues.map(({ code }) => code)).toContain('id-missing');
  });
});

describe('empty coordinates', () => {
  test('are no position for projects: all are listed', async () => {
    const as = { file: 'x', dataset: 'x', role: 'projects' } as const;
    const read = await readDataset(caseText('B05-empty-coordinates-ports.geojson'), as);
    const content = read.ok ? read.value.content : undefined;
    const projects = content?.role === 'projects' ? content.projects : [];
    expect(projects).toHaveLength(6);
    expect(projects.filter(({ geometry }) => geometry === undefined)).toHaveLength(5);
  });

  test.each(['coastline', 'zones'] as const)('are an error among %s', async (role) => {
    const text = caseText('B05-empty-coordinates-ports.geojson');
    const read = await readDataset(text, { file: 'x', dataset: 'x', role });
    expect(read.ok && read.value.kept).toBe(0);
  });
});

test('a collection of geometries in the coast is refused with the metres of line in it', async () => {
  const as = { file: 'x', dataset: 'x', role: 'coastline' } as const;
  const read = await readDataset(caseText('B12-geometry-collection-coast.geojson'), as);
  const issues = read.ok ? read.value.issues : [];
  expect(issues[0]?.message.en).toContain('2 lines of 1.81 km in it are left out');
});
