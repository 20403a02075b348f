import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importDataset } from '../../../src/data/import/import-dataset.ts';
import type { ReadResult } from '../../../src/data/import/raw-dataset.ts';
import { readFiles } from '../../../src/data/import/read-files.ts';

function fixture(name: string): Uint8Array {
  return new Uint8Array(
    readFileSync(fileURLToPath(new URL(`../../fixtures/import/${name}`, import.meta.url))),
  );
}

const read = (name: string, bytes: Uint8Array | string): Promise<ReadResult> =>
  readFiles([{ name, bytes: typeof bytes === 'string' ? strToU8(bytes) : bytes }]);

async function refusalOf(name: string, bytes: Uint8Array | string): Promise<string | undefined> {
  const { datasets, refused } = await read(name, bytes);
  expect(datasets).toEqual([]);
  expect(refused).toHaveLength(1);
  for (const { message, cure } of refused)
    for (const text of [message.zh, message.en, cure.zh, cure.en]) expect(text).not.toBe('');
  return refused[0]?.code;
}

/** Writes a number into a copy of some bytes. */
function patched(bytes: Uint8Array, at: number, value: number, isLittle: boolean): Uint8Array {
  const copy = new Uint8Array(bytes);
  new DataView(copy.buffer).setUint32(at, value, isLittle);
  return copy;
}

describe('a file that is refused is refused by name, with a cure', () => {
  test.each([
    ['plan.dwg', 'AC1027 and more', 'format-dwg'],
    ['plan.geojson', '%PDF-1.7', 'format-pdf'],
    ['data.json', '<!doctype html><title>Log in</title>', 'format-html'],
    ['coast.vct', 'HeadBegin', 'format-vct'],
    ['favourites.ovobj', 'anything', 'format-ovobj'],
    ['coast.wl', 'anything', 'format-mapgis'],
    ['empty.csv', '', 'file-empty'],
    ['notes.txt', 'nothing but words here', 'format-unknown'],
    ['cut.geojson', '{"type":"FeatureCollection","features":[', 'format-unknown'],
    [
      'gml.xml',
      '<?xml version="1.0"?><ogr:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2">',
      'format-gml',
    ],
    [
      'bomb.kml',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><kml><Document/></kml>',
      'format-unknown',
    ],
  ])('%s', async (name, content, code) => {
    expect(await refusalOf(name, content)).toBe(code);
  });

  test('an Access database, a picture and a RAR by their first bytes', async () => {
    const jet = new Uint8Array([0, 1, 0, 0, ...strToU8('Standard Jet DB'), 0, 1, 2]);
    expect(await refusalOf('plan.mdb', jet)).toBe('format-mdb');
    expect(await refusalOf('map.shp.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1]))).toBe(
      'format-image',
    );
    expect(await refusalOf('data.rar', 'Rar!and more')).toBe('format-archive');
  });
});

describe('archives', () => {
  test('with a path that leads out are refused', async () => {
    expect(await refusalOf('evil.zip', zipSync({ '../../a.geojson': strToU8('{}') }))).toBe(
      'zip-path',
    );
    expect(await refusalOf('evil.zip', zipSync({ '/etc/a.geojson': strToU8('{}') }))).toBe(
      'zip-path',
    );
  });

  test('that unpack to a thousand times their size are not unpacked', async () => {
    const bomb = zipSync({ 'a.csv': new Uint8Array(60_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(70_000);
    expect(
      await refusalOf('bomb.zip', zipSync({ 'a.csv': new Uint8Array(200_000_000) }, { level: 9 })),
    ).toBe('zip-too-large');
  });

  test('that claim another size than they have are damaged', async () => {
    const honest = zipSync({ 'a.csv': strToU8('x,y\n1,2\n'.repeat(100)) });
    const directory = new TextDecoder('latin1').decode(honest).indexOf('PK\u0001\u0002');
    expect(await refusalOf('lying.zip', patched(honest, directory + 24, 3, true))).toBe(
      'zip-damaged',
    );
  });

  test('that are encrypted, cut off or nested without end are refused', async () => {
    const honest = zipSync({ 'a.csv': strToU8('x,y\n1,2\n') });
    const directory = new TextDecoder('latin1').decode(honest).indexOf('PK\u0001\u0002');
    const encrypted = new Uint8Array(honest);
    encrypted[directory + 8] = 1;
    expect(await refusalOf('secret.zip', encrypted)).toBe('zip-encrypted');
    expect(await refusalOf('cut.zip', honest.subarray(0, honest.length - 10))).toBe('zip-damaged');
    const nested = [1, 2, 3, 4].reduce((inner) => zipSync({ 'inner.zip': inner }), honest);
    expect(await refusalOf('nested.zip', nested)).toBe('zip-too-deep');
  });

  test('in an archive, and gzip, are opened', async () => {
    const inner = zipSync({ 'deep/海岸.geojson': strToU8(JSON.stringify(LINE)) });
    expect((await read('outer.zip', zipSync({ 'inner.zip': inner }))).datasets[0]?.name).toBe(
      '海岸',
    );
    expect(
      (await read('coast.geojson.gz', gzipSync(strToU8(JSON.stringify(LINE))))).datasets,
    ).toHaveLength(1);
  });
});

const LINE = {
  type: 'Feature',
  properties: { 岸线类型: '砂质岸线' },
  geometry: {
    type: 'LineString',
    coordinates: [
      [120, 35.8],
      [120.1, 35.9],
    ],
  },
};

describe('a file that is cut off or lies', () => {
  test('a shape file whose record claims to be longer keeps what comes before, and says that it is cut', async () => {
    const { datasets } = await read('c.zip', fixture('08-gbk-declared.zip'));
    expect(datasets[0]?.features).toHaveLength(6);
    const { unzipSync } = await import('fflate');
    const shp = unzipSync(fixture('08-gbk-declared.zip'))['HAX.shp'] ?? new Uint8Array();
    const second = 100 + 8 + 2 * new DataView(shp.buffer, shp.byteOffset).getInt32(104);
    for (const lying of [
      patched(shp, second + 4, 0x7fffffff, false),
      shp.subarray(0, second + 60),
    ]) {
      const [cut] = (await read('HAX.shp', lying)).datasets;
      expect(cut?.features).toHaveLength(1);
      expect(cut?.issues.map(({ code }) => code)).toContain('file-truncated');
    }
    // 2^30 points in a record of 500 bytes.
    const counted = (await read('HAX.shp', patched(shp, 108 + 40, 2 ** 30, true))).datasets[0];
    expect(counted?.setAside.map(({ code }) => code)).toEqual(['geometry-damaged']);
    expect(counted?.features).toHaveLength(5);
  });

  test('a database that is shorter than its header says is told, whatever can be read of it', async () => {
    const whole = fixture('12-coast.gpkg');
    const { datasets } = await read('cut.gpkg', whole.subarray(0, whole.length * 0.95));
    expect(datasets[0]?.issues.map(({ code }) => code)).toEqual(['file-truncated']);
    const [untouched] = (await read('whole.gpkg', whole)).datasets;
    expect(untouched?.issues).toEqual([]);
  });

  test.each([
    '12-coast.gpkg',
    '13-coast.gdb.zip',
    '14-title-above.xlsx',
    '16-kinds.fgb',
    '08-gbk-declared.zip',
    '11-layers-936.dxf',
  ])('%s, cut anywhere, ends in what can be read or in a refusal', async (name) => {
    const bytes = fixture(name);
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9, 0.99]) {
      const { datasets, refused } = await read(
        name,
        bytes.subarray(0, Math.floor(bytes.length * share)),
      );
      expect(datasets.length + refused.length).toBeGreaterThan(0);
    }
  });

  test('any file with some bytes changed is read or refused, and nothing is thrown', async () => {
    const files = [
      '01-plots-zone-40-gbk.txt',
      '05-vertices-in-order.csv',
      '06-folders.kml',
      '08-gbk-declared.zip',
      '10-field-book.dat',
      '11-layers-936.dxf',
      '12-coast.gpkg',
      '13-coast.gdb.zip',
      '14-title-above.xlsx',
      '16-kinds.fgb',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(
          fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(255)),
          { minLength: 1, maxLength: 8 },
        ),
        async (name, changes) => {
          const bytes = new Uint8Array(fixture(name));
          for (const [share, value] of changes) bytes[Math.floor(share * bytes.length)] = value;
          const { datasets } = await read(name, bytes);
          for (const raw of datasets) {
            const found = importDataset(raw, [119.5, 35.53, 120.36, 36.18], {
              acceptsProposals: true,
            });
            expect(found.lengthM === undefined || Number.isFinite(found.lengthM)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);
});
