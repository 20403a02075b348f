import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { crsOfWkt } from '../../../src/data/import/crs/crs-text.ts';
import { importDataset } from '../../../src/data/import/import-dataset.ts';
import { readFiles } from '../../../src/data/import/read-files.ts';
import { closeTo } from '../../close-to.ts';

const FRAME = [119.5, 35.53, 120.36, 36.18] as const;
const LINE = {
  type: 'LineString',
  coordinates: [
    [120.03, 35.84],
    [120.04, 35.84],
  ],
} as const;
/** Its length by PROJ's `geod`. */
const LINE_M = 903.4546;

const json = (value: unknown, name = 'a.geojson') =>
  readFiles([{ name, bytes: strToU8(JSON.stringify(value)) }]);

async function only(value: unknown) {
  const { datasets } = await json(value);
  const [raw] = datasets;
  if (raw === undefined) throw new Error('nothing was read');
  const found = importDataset(raw, FRAME);
  return { ...found, codes: [...found.issues, ...found.raw.setAside].map(({ code }) => code) };
}

describe('layers of a GeoPackage', () => {
  const path = fileURLToPath(new URL('../../fixtures/import/21-layers.gpkg.zip', import.meta.url));
  const read = () => readFiles([{ name: 'a.zip', bytes: new Uint8Array(readFileSync(path)) }]);

  test('are all read, or named: a view, tables of attributes, names in another case', async () => {
    const { datasets, refused } = await read();
    expect(datasets.map(({ name }) => name)).toEqual(['coast', 'curves', 'Computed', 'notes']);
    expect(refused.map(({ code, message }) => [code, message.en.includes('"sandy"')])).toEqual([
      ['layer-unread', true],
    ]);
  });

  test('have the default of a column that is younger than their rows', async () => {
    const raw = (await read()).datasets.find(({ name }) => name === 'notes');
    expect(raw?.features.map(({ properties }) => properties['kind'])).toEqual(
      Array(2).fill("it's sandy"),
    );
  });

  test('have curves set aside as such', async () => {
    const raw = (await read()).datasets.find(({ name }) => name === 'curves');
    if (raw === undefined) throw new Error('no curves');
    const { lengthM } = importDataset(raw, FRAME);
    closeTo(lengthM, LINE_M, 0.001);
    expect(raw.setAside.map(({ code }) => code)).toEqual(Array(2).fill('geometry-unsupported'));
  });

  test('have the values of their own columns beside one that no row stores', async () => {
    const raw = (await read()).datasets.find(({ name }) => name === 'Computed');
    expect(raw?.features.map(({ properties }) => properties['kind']).slice(0, 2)).toEqual([
      '基岩岸线',
      '砂质岸线',
    ]);
  });
});

describe('systems that features of a GeoJSON name', () => {
  const crs = (name: string) => ({ type: 'name', properties: { name } });
  const feature = (more: object, geometry: object = LINE) => ({
    ...{ type: 'Feature', properties: {}, geometry },
    ...more,
  });
  const collection = (...features: readonly object[]) => ({ type: 'FeatureCollection', features });

  test.each([
    ['a feature', collection(feature({ crs: crs('EPSG:4610') }))],
    ['a geometry', collection(feature({}, { ...LINE, crs: crs('EPSG:4610') }))],
    ['one of two', collection(feature({}), feature({ crs: crs('EPSG:4549') }))],
  ])('%s, are no degrees of WGS 84', async (_, value) => {
    const { codes, lengthM } = await only(value);
    expect(codes).toContain('crs-unusable');
    expect(lengthM).toBeUndefined();
  });

  test('all alike, are taken', async () => {
    const plane = {
      type: 'LineString',
      coordinates: [
        [500_000, 3_968_000],
        [500_100, 3_968_000],
      ],
    };
    const own = { crs: crs('urn:ogc:def:crs:EPSG::4549') };
    const { crs: decided, lengthM } = await only(collection(feature(own, plane)));
    expect([decided.how, decided.reading?.code]).toEqual(['declared', 'EPSG:4549']);
    closeTo(lengthM, 100, 1e-3);
  });

  test('a geometry or a collection among features is told', async () => {
    const { codes, raw } = await only(collection(LINE, collection(feature({})), feature({})));
    expect(codes.filter((code) => code === 'feature-unread')).toHaveLength(2);
    expect(raw.features).toHaveLength(1);
  });

  test('a bare list of features is read', async () => {
    const { lengthM } = await only([feature({})]);
    closeTo(lengthM, LINE_M, 0.001);
  });
});

test('a layer of a topology whose arcs are missing is told', async () => {
  const { datasets } = await json({
    type: 'Topology',
    arcs: [LINE.coordinates],
    objects: { good: { type: 'LineString', arcs: [0] }, broken: { type: 'LineString', arcs: [9] } },
  });
  expect(datasets.map(({ name, issues }) => [name, issues.map(({ code }) => code)])).toEqual([
    ['good', ['layer-unread']],
  ]);
});

describe('coast that no length counts', () => {
  const coast = (geometry: object | null, more: object = {}) => ({
    ...{ type: 'Feature', geometry },
    properties: { 岸线类型: '砂质岸线', ...more },
  });
  const collection = (...features: readonly object[]) => ({ type: 'FeatureCollection', features });
  const SQUARE = [
    [120, 35.8],
    [120.01, 35.8],
    [120.01, 35.81],
    [120, 35.81],
    [120, 35.8],
  ];

  test('an island that is drawn as an area is told with its border', async () => {
    const { issues, lengthM } = await only(
      collection(coast(LINE), coast({ type: 'Polygon', coordinates: [SQUARE] })),
    );
    closeTo(lengthM, LINE_M, 0.001);
    const found = issues.find(({ code }) => code === 'area-in-coastline');
    // By geod: 903.9080 + 1109.5539 + 903.7947 + 1109.5539 m.
    expect(found?.message.en).toContain('4026.8 m');
  });

  test('a record without a line is a warning', async () => {
    const { issues } = await only(collection(coast(LINE), coast(null)));
    expect(issues.find(({ code }) => code === 'without-place')?.severity).toBe('warning');
  });

  test('attributes that stand at other shapes are told where lengths are declared', async () => {
    const double = {
      type: 'LineString',
      coordinates: [
        [120.03, 35.84],
        [120.05, 35.84],
      ],
    };
    const right = [coast(LINE, { 长度: 903.45 }), coast(double, { 长度: 1806.91 })];
    const wrong = [coast(LINE, { 长度: 1806.91 }), coast(double, { 长度: 903.45 })];
    expect((await only(collection(...right))).codes).toEqual([]);
    expect((await only(collection(...wrong))).codes).toEqual(['row-length-differs']);
  });

  test('kilometres to two decimals are no difference', async () => {
    const { codes } = await only(collection(coast(LINE, { 长度: 0.9 })));
    expect(codes).toEqual([]);
  });
});

test('a system of another prime meridian or in other angles is none that is read', () => {
  const wkt = (meridian: number, unit: string) =>
    `GEOGCS["x",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["p",${meridian}],UNIT[${unit}]]`;
  expect(crsOfWkt(wkt(0, '"Degree",0.0174532925199433')).kind).toBe('known');
  expect(crsOfWkt(wkt(-17.666_666_67, '"Degree",0.0174532925199433')).kind).toBe('unusable');
  expect(crsOfWkt(wkt(0, '"Grad",0.01570796326794897')).kind).toBe('unusable');
});

describe('statements of a survey', () => {
  const coast = (more: object) => ({
    ...{
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { 岸线类型: '砂质' }, geometry: LINE }],
    },
    ...more,
  });
  const WHOLE = { survey: '岸线修测', date: '2024', unit: '测绘院', waterLevel: '平均大潮高潮' };

  test('that lack a part are told with its name', async () => {
    const { issues } = await only(
      coast({ surveyed: true, statement: { ...WHOLE, waterLevel: ' ' } }),
    );
    const found = issues.filter(({ code }) => code.startsWith('statement'));
    expect(found.map(({ code }) => code)).toEqual(['statement-incomplete']);
    expect(found[0]?.message.en).toContain('water level');
    expect(found[0]?.message.en).not.toContain('unit');
  });

  test('that are whole say nothing, but for a file that does not call itself surveyed', async () => {
    expect((await only(coast({ surveyed: true, statement: [WHOLE] }))).codes).toEqual([]);
    expect((await only(coast({ statement: WHOLE }))).codes).toEqual(['statement-without-surveyed']);
  });
});

describe('a drawing', () => {
  const groups = (...list: readonly (readonly [number, string | number])[]) =>
    list.map(([code, value]) => `${code}\n${value}\n`).join('');
  const line = (layer: string, ...more: readonly (readonly [number, string | number])[]) =>
    groups(
      [0, 'LINE'],
      [8, layer],
      ...more,
      [10, 500_000],
      [20, 3_968_000],
      [11, 500_100],
      [21, 3_968_000],
    );
  const drawing = async (entities: string, blocks = '') => {
    const layer = (name: string, flags: number, colour: number) =>
      groups([0, 'LAYER'], [2, name], [70, flags], [62, colour], [6, 'CONTINUOUS']);
    const text = [
      groups([0, 'SECTION'], [2, 'TABLES'], [0, 'TABLE'], [2, 'LAYER'], [70, 3]),
      layer('frozen', 1, 7) + layer('off', 0, -7) + layer('shown', 0, 7),
      groups([0, 'ENDTAB'], [0, 'ENDSEC'], [0, 'SECTION'], [2, 'BLOCKS']),
      blocks + groups([0, 'ENDSEC'], [0, 'SECTION'], [2, 'ENTITIES']),
      entities + groups([0, 'ENDSEC'], [0, 'EOF']),
    ].join('');
    const { datasets } = await readFiles([{ name: 'a.dxf', bytes: strToU8(text) }]);
    const [raw] = datasets;
    return [...(raw?.issues ?? []), ...(raw?.setAside ?? [])].map(({ code, message }) => [
      code,
      message.en,
    ]);
  };

  test('tells what its program does not show', async () => {
    expect(await drawing(line('shown'))).toEqual([]);
    const [found] = await drawing(
      line('frozen') + line('off') + line('shown', [60, 1]) + line('shown'),
    );
    expect(found?.[0]).toBe('hidden-read');
    expect(found?.[1]).toContain('3 entities');
  });

  test('tells an insert of another drawing', async () => {
    const block = groups(
      [0, 'BLOCK'],
      [8, '0'],
      [2, 'outer'],
      [70, 4],
      [10, 0],
      [20, 0],
      [1, 'outer.dwg'],
      [0, 'ENDBLK'],
      [8, '0'],
    );
    const insert = groups([0, 'INSERT'], [8, '0'], [2, 'outer'], [10, 0], [20, 0]);
    expect((await drawing(line('shown') + insert, block)).map(([code]) => code)).toEqual([
      'entity-unsupported',
    ]);
  });

  test('has the names of layers that older programs write in a code page', async () => {
    // GBK of 岸线, by python3: '岸线'.encode('gbk').hex() is b0b6cfdf.
    const text =
      groups([0, 'SECTION'], [2, 'ENTITIES']) +
      line('\\M+5B0B6\\M+5CFDF') +
      groups([0, 'ENDSEC'], [0, 'EOF']);
    const { datasets } = await readFiles([{ name: 'a.dxf', bytes: strToU8(text) }]);
    expect(datasets[0]?.features[0]?.properties['layer']).toBe('岸线');
  });
});

test.each([
  ['a.dxf', 'AutoCAD Binary DXF\r\n\u001a\0', 'format-dxf-binary'],
  ['a.gpkg-wal', '7\u007f\u0006\u0082', 'format-database-journal'],
  ['a.tar', `${'a'.padEnd(257, '\0')}ustar\0`, 'format-archive'],
])('%s is refused by name', async (name, text, code) => {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const { refused } = await readFiles([{ name, bytes }]);
  expect(refused.map((file) => file.code)).toEqual([code]);
});

test('a sheet whose header is not found is named', async () => {
  const cell = (value: string | number, at: string) =>
    typeof value === 'number'
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const sheet = (rows: readonly (readonly (string | number)[])[]) =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
      .map(
        (row, r) =>
          `<row r="${r + 1}">${row.map((value, c) => cell(value, `${'ABC'[c]}${r + 1}`)).join('')}</row>`,
      )
      .join('')}</sheetData></worksheet>`;
  const main = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="r${id}" Type="${main}/${kind}" Target="${target}"/>`;
  const relations = (inner: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const table = [
    ['名称', 'X', 'Y'],
    ['甲', 3_968_000, 500_000],
  ] as const;
  const late = [
    ...Array.from({ length: 20 }, () => ['说明']),
    ...table,
    ['乙', 3_968_000, 500_100],
  ] as const;
  const bytes = zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    '_rels/.rels': strToU8(relations(relation(1, 'officeDocument', 'xl/workbook.xml'))),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${main}"><sheets><sheet name="一" sheetId="1" r:id="r1"/><sheet name="二" sheetId="2" r:id="r2"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      relations(
        relation(1, 'worksheet', 'worksheets/sheet1.xml') +
          relation(2, 'worksheet', 'worksheets/sheet2.xml'),
      ),
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet(table)),
    'xl/worksheets/sheet2.xml': strToU8(sheet(late)),
  });
  const { datasets } = await readFiles([{ name: 'a.xlsx', bytes }]);
  expect(datasets.map(({ name, issues }) => [name, issues.map(({ code }) => code)])).toEqual([
    ['一', ['sheet-unread']],
  ]);
});
