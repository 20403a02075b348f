import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { importDataset } from '../../../src/data/import/import-dataset.ts';
import { readFiles } from '../../../src/data/import/read-files.ts';
import { closeTo } from '../../close-to.ts';

const HEAD = ['[属性描述]', '坐标系=2000国家大地坐标系', '几度分带=3', '计量单位=米', '带号=40'];
const POINTS = ['J1,1,3968000,500000', 'J2,1,3968000,500100', 'J3,1,3968100,500100'];
const PLOT = ['[地块坐标]', '3,,D1,甲,面,,,,@', ...POINTS];

async function read(rows: readonly string[]) {
  const { datasets } = await readFiles([{ name: 'a.txt', bytes: strToU8(rows.join('\n')) }]);
  const [raw] = datasets;
  if (raw === undefined) throw new Error('nothing was read');
  const found = importDataset(raw, [119.5, 35.53, 120.36, 36.18]);
  const codes = [...found.issues, ...found.raw.setAside].map(({ code }) => code);
  return { ...found, codes };
}

test('half of a square of a hundred metres', async () => {
  const { areaM2, codes } = await read([...HEAD, ...PLOT]);
  closeTo(areaM2, 5000, 0.01);
  expect(codes).toEqual(['ring-not-closed']);
});

test.each([
  ['a meridian between zones', ['带号=40', '中央子午线=120°30′'], 'crs-unusable'],
  ['the same in decimals', ['带号=40', '中央子午线=120.5'], 'crs-unusable'],
  ['kilometres', ['计量单位=米', '计量单位=千米'], 'crs-unusable'],
] as const)('in %s has no place', async (_, [from, to], code) => {
  const { codes, areaM2 } = await read([
    ...HEAD.map((line) => (line === from ? to : line)),
    ...PLOT,
  ]);
  expect(codes).toContain(code);
  expect(areaM2).toBeUndefined();
});

test('two headers of two zones are told, and neither is taken', async () => {
  const other = HEAD.map((line) => line.replace('40', '41'));
  const { codes, areaM2 } = await read([...HEAD, ...PLOT, ...other, ...PLOT]);
  expect(codes).toContain('zone-contradicts');
  expect(areaM2).toBeUndefined();
});

test('a point that lacks a coordinate is told', async () => {
  const { codes, raw } = await read([...HEAD, ...PLOT, 'J4,1,3968100']);
  expect(codes).toContain('point-unread');
  expect(raw.setAside[0]?.row).toBe(HEAD.length + PLOT.length + 1);
});

test('points of no plot are told one by one', async () => {
  const { raw } = await read([...HEAD, '[地块坐标]', ...POINTS]);
  expect(raw.setAside.map(({ code }) => code)).toEqual(Array(3).fill('point-without-plot'));
});
