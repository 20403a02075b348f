import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  type ImportChoices,
  type ImportedDataset,
  importDataset,
} from '../../../src/data/import/import-dataset.ts';
import { readFiles } from '../../../src/data/import/read-files.ts';
import type { BoundingBox } from '../../../src/domain/geometry.ts';
import { closeTo } from '../../close-to.ts';

/** The extent of the plan that the files belong to. */
const FRAME: BoundingBox = [119.5, 35.53, 120.36, 36.18];

/** Lengths of the six stretches by another program; see the README beside the files. */
const TRUE_LENGTHS = [2677.7577, 2281.2913, 2463.8315, 2397.1726, 2407.9463, 2778.7731] as const;
const TRUE_TOTAL = 15006.7726;
/** A millimetre; what vertices rounded to a millimetre come to in a stretch of ten, and six decimals of a degree. */
const [EXACT, MILLIMETRE_VERTICES, SIX_DECIMALS] = [0.001, 0.005, 0.25];

async function imported(name: string, choices: ImportChoices = {}): Promise<ImportedDataset> {
  const path = fileURLToPath(new URL(`../../fixtures/import/${name}`, import.meta.url));
  const { datasets, refused } = await readFiles([
    { name, bytes: new Uint8Array(readFileSync(path)) },
  ]);
  expect(refused).toEqual([]);
  const [first] = datasets;
  if (first === undefined) throw new Error(`nothing in ${name}`);
  return importDataset(first, FRAME, choices);
}

const codes = ({ issues, raw }: ImportedDataset): readonly string[] =>
  [...issues, ...raw.setAside].map(({ code }) => code);

describe('one coast in many forms has one length, class by class', () => {
  test.each([
    ['08-gbk-declared.zip', {}, EXACT],
    ['12-coast.gpkg', {}, EXACT],
    ['13-coast.gdb.zip', {}, EXACT],
    ['15-coast.fgb', {}, EXACT],
    ['18-by-gdal.dxf', { acceptsProposals: true }, EXACT],
    ['19-by-gdal.kml', {}, EXACT],
    ['20-wkt-semicolon.csv', { acceptsProposals: true }, EXACT],
    ['11-layers-936.dxf', { acceptsProposals: true }, MILLIMETRE_VERTICES],
    ['06-folders.kml', {}, SIX_DECIMALS],
    ['06-folders.kmz', {}, SIX_DECIMALS],
    ['05-vertices-in-order.csv', { acceptsProposals: true }, SIX_DECIMALS],
    ['07-shifted.ovkml', { acceptsProposals: true }, 2 * SIX_DECIMALS],
  ] as const)('%s', async (name, choices, tolerance) => {
    const { lengthM, byClass, role } = await imported(name, choices);
    expect(role).toBe('coastline');
    closeTo(lengthM, TRUE_TOTAL, tolerance);
    const [bedrock, sandy, harbour, ponds, estuary, restored] = TRUE_LENGTHS;
    for (const [shoreClass, expected] of [
      ['bedrock', bedrock],
      ['sandy', sandy],
      ['artificial', harbour + ponds],
      ['estuary', estuary],
      ['restored', restored],
    ] as const)
      closeTo(byClass?.[shoreClass], expected, tolerance);
    expect(Object.keys(byClass ?? {})).toHaveLength(5);
  });
});

describe('what a file does not declare gives no figure until it is confirmed', () => {
  test.each([
    ['05-vertices-in-order.csv', 'proposed', ['EPSG:4490']],
    ['07-shifted.ovkml', 'confirm-needed', ['GCJ-02', 'EPSG:4326']],
    ['09-gbk-undeclared.zip', 'proposed', ['EPSG:4549']],
    ['10-field-book.dat', 'proposed', ['EPSG:4549']],
    ['11-layers-936.dxf', 'proposed', ['EPSG:4549']],
  ] as const)('%s', async (name, how, candidates) => {
    const found = await imported(name);
    expect(found.crs.how).toBe(how);
    expect(found.crs.candidates.map(({ code }) => code)).toEqual(candidates);
    expect([found.lengthM, found.areaM2, found.byClass, found.bounds]).toEqual(
      Array(4).fill(undefined),
    );
    expect(found.features).toEqual([]);
  });

  test('a shape file without any declaration is read whole once its system is named, but for its deleted row', async () => {
    const found = await imported('09-gbk-undeclared.zip', { crs: 'EPSG:4549' });
    expect(found.raw).toMatchObject({
      name: '海岸线A',
      encoding: { name: 'gb18030', how: 'proposed' },
    });
    // The estuary is marked as deleted.
    closeTo(found.lengthM, TRUE_TOTAL - TRUE_LENGTHS[4], EXACT);
    expect(codes(found)).toEqual(expect.arrayContaining(['crs-missing', 'record-deleted']));
  });

  test('a shifted file that is confirmed says that it was corrected', async () => {
    expect(codes(await imported('07-shifted.ovkml', { crs: 'GCJ-02' }))).toContain('crs-corrected');
  });
});

describe('boundary points', () => {
  test('of a plot with a hole are an area with a hole, in the zone that header and eastings state', async () => {
    const found = await imported('01-plots-zone-40-gbk.txt');
    expect(found.crs).toMatchObject({ reading: { code: 'EPSG:4528' }, how: 'declared' });
    expect(found.raw.features.map(({ geometry }) => geometry)).toMatchObject([
      { type: 'Polygon', coordinates: [{ length: 5 }, { length: 5 }] },
      { type: 'Polygon', coordinates: [{ length: 5 }] },
    ]);
    expect(found.raw.features[0]?.properties).toMatchObject({
      地块名称: '示例地块1',
      地块面积: 6.5,
    });
    // 443.83 × 541.86 − 133.15 × 135.47 and 332.87 × 361.17 m; the declared areas are made up, and told.
    closeTo(found.areaM2, 443.83 * 541.86 - 133.15 * 135.47 + 332.87 * 361.17, 60);
    expect(codes(found).filter((code) => code === 'area-differs')).toHaveLength(2);
  });

  test('with full-width signs, without a zone in the eastings, unclosed and with notes behind them', async () => {
    const found = await imported('02-sea-plots-fullwidth.txt');
    expect(found.crs).toMatchObject({ reading: { code: 'EPSG:4549' }, how: 'declared' });
    expect(found.raw.features).toHaveLength(1);
    expect(found.raw.features[0]?.properties).toMatchObject({
      图斑编号: 'ZH001',
      用海方式: '透水构筑物',
    });
    expect(codes(found)).toEqual(['ring-not-closed', 'area-differs']);
  });

  test('in degrees, minutes and seconds are areas', async () => {
    const found = await imported('03-sea-parcels-dms-gbk.csv', { acceptsProposals: true });
    expect(found.features.map(({ geometry }) => geometry?.type)).toEqual(['Polygon', 'Polygon']);
    // 14.4″ × 21.6″ and 10.8″ × 14.4″ at 35.87° N: a degree is 110 959 m north and 90 305 m east there.
    const area = (south: number, east: number) => (south / 3600) * 110_959 * (east / 3600) * 90_305;
    closeTo(found.areaM2, area(14.4, 21.6) + area(10.8, 14.4), 400);
  });
});

describe('what cannot be measured is said to be so', () => {
  test('a sheet of stretches with their ends alone', async () => {
    const found = await imported('04-ends-only-gbk.csv', { acceptsProposals: true });
    expect(found.lengthM).toBeUndefined();
    expect(found.raw.features).toHaveLength(6);
    expect(codes(found)).toContain('line-ends-only');
  });

  test.each(['14-title-above.xlsx', '14-title-above.xls'])(
    'a table with its title above and its total below keeps two projects of three rows: %s',
    async (name) => {
      const found = await imported(name);
      expect(found.role).toBe('projects');
      expect(found.raw.features.map(({ properties }) => properties['项目名称'])).toEqual([
        '示例码头',
        '示例修复',
      ]);
      expect(codes(found)).toEqual(['row-total']);
      // The system stands on another sheet, the zone in the eastings.
      expect(found.crs).toMatchObject({ reading: { code: 'EPSG:4528' }, how: 'declared' });
      // 120°04′40.8″ E 35°52′12″ N stands in the same row.
      const [x = 0, y = 0] = found.bounds ?? [];
      closeTo(x, 120 + 4 / 60 + 40.8 / 3600, 1e-4);
      closeTo(y, 35 + 52 / 60 + 12 / 3600, 1e-4);
    },
  );
});
