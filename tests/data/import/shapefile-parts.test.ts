import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importDataset } from '../../../src/data/import/import-dataset.ts';
import { datasetReport } from '../../../src/data/import/import-report.ts';
import type { ImportFile } from '../../../src/data/import/raw-dataset.ts';
import { readFiles } from '../../../src/data/import/read-files.ts';

const path = fileURLToPath(new URL('../../fixtures/import/08-gbk-declared.zip', import.meta.url));
const PARTS = unzipSync(new Uint8Array(readFileSync(path)));

const files = (...names: readonly string[]): readonly ImportFile[] =>
  names.map((name) => ({ name, bytes: PARTS[name] ?? new Uint8Array() }));

describe('parts of a shapefile', () => {
  test.each([[['HAX.dbf']], [['HAX.prj']], [['HAX.shx']], [['HAX.dbf', 'HAX.prj', 'HAX.shx']]])(
    'without a main file are told once: %s',
    async (names) => {
      const { datasets, refused } = await readFiles(files(...names));
      expect(datasets).toEqual([]);
      expect(refused.map(({ code }) => code)).toEqual(['shapefile-part-stray']);
    },
  );

  test('a main file under another suffix is read, and what is no shapefile is read as what it is', async () => {
    const [shp] = files('HAX.shp');
    const misnamed = await readFiles([{ name: 'a.kml', bytes: shp?.bytes ?? new Uint8Array() }]);
    expect(misnamed.datasets.map(({ format }) => format)).toEqual(['Shapefile']);
    const text = new TextEncoder().encode('<!doctype html><title>Log in</title>');
    const page = await readFiles([{ name: 'a.shp', bytes: text }]);
    expect(page.refused.map(({ code }) => code)).toEqual(['format-html']);
    const noise = await readFiles([{ name: 'a.shp', bytes: new Uint8Array([1, 2, 3, 0, 0, 9]) }]);
    expect(noise.refused.map(({ code }) => code)).toEqual(['shapefile-damaged']);
  });

  test('an index that lists other records is told', async () => {
    const parts = files('HAX.shp', 'HAX.dbf', 'HAX.prj', 'HAX.shx');
    const codes = async (given: readonly ImportFile[]) =>
      (await readFiles(given)).datasets[0]?.issues.map(({ code }) => code);
    expect(await codes(parts)).toEqual([]);
    const shorter = parts.map((file) =>
      file.name === 'HAX.shx' ? { ...file, bytes: file.bytes.subarray(0, 100 + 4 * 8) } : file,
    );
    expect(await codes(shorter)).toEqual(['shx-disagrees']);
  });

  test('UTF-8 under a declared Chinese code page is read as UTF-8, though it would be valid in it', async () => {
    // Four characters are twelve bytes, which are six characters of GBK.
    const { decodeImportText } = await import(
      '../../../src/data/import/text/decode-import-text.ts'
    );
    expect(decodeImportText(new TextEncoder().encode('砂质岸线'), { declared: 'GBK' })).toEqual({
      text: '砂质岸线',
      encoding: { name: 'utf-8', how: 'proposed', contradicted: 'gb18030' },
    });
  });

  const report = async (given: readonly ImportFile[], encoding?: string) => {
    const { datasets } = await readFiles(given, encoding === undefined ? {} : { encoding });
    const [raw] = datasets;
    if (raw === undefined) throw new Error('nothing was read');
    return datasetReport(importDataset(raw, [119.5, 35.53, 120.36, 36.18]));
  };

  test('a table that is read in another encoding than it has, as told, says that characters are lost', async () => {
    const { issues } = await report(files('HAX.shp', 'HAX.dbf', 'HAX.prj'), 'utf-8');
    expect(issues.map(({ code }) => code)).toContain('characters-lost');
  });

  test('a byte that is no character is told with its record, and not as another encoding', async () => {
    const parts = files('HAX.shp', 'HAX.dbf', 'HAX.prj').map((file) => {
      if (file.name !== 'HAX.dbf') return file;
      const bytes = file.bytes.slice();
      // GBK of 砂质岸线, by python3: c9b0 d6ca b0b6 cfdf.
      const at = Buffer.from(bytes).indexOf(Buffer.from('c9b0d6cab0b6cfdf', 'hex'));
      bytes[at + 1] = 0xff;
      return { ...file, bytes };
    });
    const { issues } = await report(parts);
    const found = issues.filter(({ code }) => /^(?:characters|encoding)/.test(code));
    expect(found.map(({ code, row }) => [code, row])).toEqual([['characters-lost', 2]]);
  });
});
