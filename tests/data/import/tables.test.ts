import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importDataset } from '../../../src/data/import/import-dataset.ts';
import { readFiles } from '../../../src/data/import/read-files.ts';
import { angleUnit, parseAngle } from '../../../src/data/import/text/parse-angle.ts';
import { closeTo } from '../../close-to.ts';

async function read(rows: readonly string[], name = 'a.csv') {
  const { datasets } = await readFiles([{ name, bytes: strToU8(rows.join('\n')) }]);
  const [raw] = datasets;
  if (raw === undefined) throw new Error('nothing was read');
  const found = importDataset(raw, [119.5, 35.53, 120.36, 36.18], { acceptsProposals: true });
  return {
    ...found,
    codes: [...found.issues, ...found.raw.setAside]
      .map(({ code }) => code)
      .filter((code) => code !== 'crs-undeclared'),
  };
}

test.each([
  ['120 03 00', 120.05, 1 / 3600],
  ['120-03-00.50', 120.05 + 0.5 / 3600, 0.01 / 3600],
  ['120 3.5', 120 + 3.5 / 60, 0.1 / 60],
  ['E120°03′00″', 120.05, 1 / 3600],
  ['120.05', 120.05, 0.01],
])('the angle %s', (text, degrees, unit) => {
  closeTo(parseAngle(text), degrees, 1e-12);
  closeTo(angleUnit(text), unit, 1e-12);
});

test('semicolons with decimal commas', async () => {
  const { bounds, codes } = await read(['名称;经度;纬度', '甲;120,05;35,9', '乙;120,15;35,85']);
  expect([bounds, codes]).toEqual([[120.05, 35.85, 120.15, 35.9], []]);
});

describe('vertices', () => {
  const HEAD = '岸段编号,点序,经度,纬度';

  test('a row without a place is told: its line lacks a corner', async () => {
    const { codes } = await read([HEAD, 'A,1,120.05,35.9', 'A,2,,', 'A,3,120.07,35.91']);
    expect(codes).toContain('vertex-missing');
  });

  test('numbers that occur twice leave the order of the file, and are told', async () => {
    const { codes } = await read([HEAD, 'A,1,120.05,35.9', 'A,2,120.06,35.9', 'A,2,120.07,35.9']);
    expect(codes).toContain('sequence-repeated');
  });

  test('the first again at the end closes the shape', async () => {
    const { codes, features } = await read([
      ...[HEAD, 'A,1,120.05,35.9', 'A,2,120.06,35.9', 'A,3,120.06,35.91', 'A,1,120.05,35.9'],
    ]);
    expect(codes).not.toContain('sequence-repeated');
    expect(features[0]?.geometry).toMatchObject({ type: 'Polygon', coordinates: [{ length: 4 }] });
  });
});

describe('metres and degrees of one row', () => {
  // The reference of EPSG:4549: 120.2° E 35.95° N is E 518 044.1, N 3 980 013.2.
  const HEAD = '名称,经度,纬度,X,Y';

  test('that agree say nothing', async () => {
    expect((await read([HEAD, '甲,120.2000,35.9500,3980013.2,518044.1'])).codes).toEqual([]);
  });

  test('that are over a metre apart are told, with the distance', async () => {
    const { codes, issues } = await read([
      ...[HEAD, '甲,120.200000,35.950000,3980013.2,518044.1'],
      '乙,120.200000,35.950000,3980063.2,518044.1',
    ]);
    expect(codes).toEqual(['places-differ']);
    const told = issues.find(({ code }) => code === 'places-differ');
    expect(told).toMatchObject({ row: 3, severity: 'warning' });
    expect(told?.message.en).toContain('50.0 m');
  });

  test('degrees rounded to a second are no contradiction', async () => {
    expect((await read([HEAD, '甲,120°12′00″,35°57′00″,3980020.2,518044.1'])).codes).toEqual([]);
  });
});
