import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  type FileSource,
  ImportSession,
  MAX_IMPORT_BYTES,
} from '../../../src/data/import/import-session.ts';
import { readDataset } from '../../../src/data/loading/read-dataset.ts';
import type { BoundingBox, Position } from '../../../src/domain/geometry.ts';
import type { CrsOutline, SessionDataset } from '../../../src/domain/own-data/dataset-card.ts';
import { closeTo } from '../../close-to.ts';

/** The extent of the plan that the files belong to. */
const FRAME = [119.5, 35.53, 120.36, 36.18] as const;
/** A made-up coast of the plan: one edge through the first stretch of the samples. */
const COAST: readonly (readonly Position[])[] = [
  [
    [120, 35.8],
    [120.2, 35.95],
  ],
];

const session = (): ImportSession =>
  new ImportSession({ frame: FRAME, coast: COAST, sha256: (of) => `hash of ${of.length}` });

function fixture(name: string): FileSource {
  const path = fileURLToPath(new URL(`../../fixtures/import/${name}`, import.meta.url));
  return { name, bytes: async () => new Uint8Array(readFileSync(path)) };
}

function only(datasets: readonly SessionDataset[]): SessionDataset {
  const [first] = datasets;
  if (first === undefined || datasets.length !== 1) throw new Error(`${datasets.length} datasets`);
  return first;
}

describe('a shapefile in GBK without a system', () => {
  test('is measured only once its system is confirmed, and then to the millimetre', async () => {
    const opened = session();
    const { datasets, refused } = await opened.open([fixture('09-gbk-undeclared.zip')]);
    expect(refused).toEqual([]);
    const card = only(datasets);
    expect(card.isDecided).toBe(false);
    expect(card.report).toMatchObject({ read: 6, kept: 5, setAside: 1, lengthM: null });
    expect(card.readings.map(({ code }) => code)).toEqual(['EPSG:4549']);
    expect(card.values.every(({ lengthM }) => lengthM === undefined)).toBe(true);
    const decided = await opened.choose(card.key, { crs: 'EPSG:4549' });
    expect(decided.isDecided).toBe(true);
    // The six stretches by GeographicLib without the fifth, which is deleted; see samples.test.ts.
    closeTo(decided.report.lengthM ?? 0, 15006.7726 - 2407.9463, 0.002);
    const lengths = decided.values.map(({ lengthM = 0 }) => lengthM);
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
  });

  test('is accepted with its lineage, and refused before it is decided', async () => {
    const opened = session();
    const card = only((await opened.open([fixture('09-gbk-undeclared.zip')])).datasets);
    const options = {
      ...({ id: 'own-a1', role: 'coastline', name: '岸线' } as const),
      acceptedAt: '2026-12-01T08:00:00.000Z',
    };
    await expect(opened.accept(card.key, options)).rejects.toThrow('not decided');
    await opened.choose(card.key, { crs: 'EPSG:4549' });
    const { text, lineage, role } = await opened.accept(card.key, options);
    const read = await readDataset(text, {
      file: 'own.geojson',
      dataset: 'own-a1',
      role: 'coastline',
    });
    expect(read.ok && read.value.kept).toBe(5);
    expect(role).toBe('coastline');
    expect(lineage).toMatchObject({
      format: 'Shapefile',
      encoding: { name: 'gb18030', how: 'proposed' },
      crs: { code: 'EPSG:4549', how: 'confirmed' },
      ...{ read: 6, kept: 5, setAside: 1, repairs: [] },
      acceptedAt: '2026-12-01T08:00:00.000Z',
    });
    expect(lineage.files.map(({ name }) => name)).toEqual(['09-gbk-undeclared.zip']);
    expect(lineage.issues.map(({ code }) => code)).toContain('crs-missing');
  });
});

test('a shifted file is shown as each system that it may be in', async () => {
  const card = only((await session().open([fixture('07-shifted.ovkml')])).datasets);
  expect(card.readings.map(({ code }) => code)).toEqual(['GCJ-02', 'EPSG:4326', 'BD-09']);
  expect(card.isDecided).toBe(false);
});

test('values are taken as the user says, and the rest as before', async () => {
  const opened = session();
  const card = only((await opened.open([fixture('08-gbk-declared.zip')])).datasets);
  const of = (dataset: SessionDataset, value: string) =>
    dataset.values.find((each) => each.value === value);
  expect(of(card, '渔港')).toMatchObject({ means: 'artificial', isDecided: false });
  const { mapping } = card;
  const changed = await opened.choose(card.key, {
    mapping: { ...mapping, values: { '岸线类型=渔港': 'unclassified' } },
  });
  expect(of(changed, '渔港')).toMatchObject({ means: 'unclassified', isDecided: true });
  // 2 463.8315 m by GeographicLib.
  closeTo(changed.report.byClass?.['unclassified'] ?? 0, 2463.8315, 0.001);
});

test('another encoding reads the file again, and going back brings it back', async () => {
  const opened = session();
  const card = only((await opened.open([fixture('08-gbk-declared.zip')])).datasets);
  expect(card.rows[0]).toContain('示例岬东');
  const wrong = await opened.choose(card.key, { encoding: 'UTF-8' });
  expect(wrong.rows[0]).not.toContain('示例岬东');
  expect((await opened.choose(card.key, {})).rows[0]).toContain('示例岬东');
});

test('findings of a check weigh by the coast that they concern', async () => {
  const opened = session();
  const text = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: { class: '沙滩' }, geometry: null },
      {
        type: 'Feature',
        properties: { class: 'sandy' },
        geometry: { type: 'Point', coordinates: [120, 35.9] },
      },
      {
        type: 'Feature',
        properties: { class: 'sandy' },
        geometry: {
          type: 'LineString',
          coordinates: [
            [120, 35.9],
            [120.01, 35.9],
          ],
        },
      },
    ],
  });
  const file = { name: 'coast.geojson', bytes: async () => new TextEncoder().encode(text) };
  const card = only((await opened.open([file])).datasets);
  const { read, kept, findings } = await opened.check(card.key, { id: 'own-a', role: 'coastline' });
  expect([read, kept]).toEqual([3, 1]);
  expect(findings.filter(({ severity }) => severity === 'error').map(({ row }) => row)).toEqual(
    expect.arrayContaining([1, 2]),
  );
});

test('a dataset is checked as one of the plan that it is imported into: what lies far from it is told', async () => {
  const text = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { id: 'port', name_zh: '港', name_en: 'Port', status: 'study' },
        geometry: { type: 'Point', coordinates: [113.6, 22.2] },
      },
    ],
  });
  const file = { name: 'ports.geojson', bytes: async () => new TextEncoder().encode(text) };
  const codesIn = async (frame: BoundingBox): Promise<readonly string[]> => {
    const opened = new ImportSession({ frame, coast: [], sha256: () => '' });
    const card = only((await opened.open([file])).datasets);
    await opened.choose(card.key, { crs: 'EPSG:4490' });
    const options = { id: 'own-a', role: 'projects' } as const;
    return (await opened.check(card.key, options)).findings.map(({ code }) => code);
  };
  const elsewhere = await codesIn(FRAME);
  expect(elsewhere).toContain('outside-plan-area');
  const own = await codesIn([113.4, 21.9, 113.9, 22.5]);
  expect(own).not.toContain('outside-plan-area');
});

test('a file that is gone, and more than can be read at once, are refused by name', async () => {
  const gone: FileSource = {
    name: 'gone.shp',
    bytes: () =>
      Promise.reject(new DOMException('A requested file could not be found', 'NotFoundError')),
  };
  const huge: FileSource = {
    name: 'huge.geojson',
    bytes: async () =>
      Object.defineProperty(new Uint8Array(1), 'length', { value: MAX_IMPORT_BYTES + 1 }),
  };
  const { datasets, refused } = await session().open([gone, huge, fixture('06-folders.kml')]);
  expect(refused.map(({ file, code }) => [file, code])).toEqual([
    ['gone.shp', 'file-unreadable'],
    ['huge.geojson', 'too-large'],
  ]);
  // What was too much does not take the others with it.
  expect(datasets).toHaveLength(1);
});

test('the outline of a dataset comes before its card, with the progress of its features', async () => {
  const heard: string[] = [];
  const outlines: CrsOutline[] = [];
  const { datasets } = await session().open([fixture('09-gbk-undeclared.zip')], {
    onProgress: ({ reading }) => heard.push(`${reading?.features ?? 'none'}`),
    onOutline: (outline) => {
      heard.push('outline');
      outlines.push(outline);
    },
  });
  // Six records are read and one of them is deleted; the card counts the five that are kept.
  expect(heard).toEqual(['none', '6', 'outline', '5']);
  expect(outlines.map(({ code }) => code)).toEqual(['EPSG:4549']);
  expect(outlines[0]?.outline).toEqual(only(datasets).readings[0]?.outline);
});

test('a dataset of many short lines is outlined by its longest ones', async () => {
  const line = (row: number, vertices: number) => ({
    type: 'Feature',
    properties: { row },
    geometry: {
      type: 'LineString',
      coordinates: Array.from({ length: vertices }, (_, index) => [
        120 + index / 1e5,
        35.8 + row / 1e5,
      ]),
    },
  });
  const short = Array.from({ length: 2000 }, (_, row) => line(row, 2));
  const text = JSON.stringify({
    type: 'FeatureCollection',
    features: [...short, line(2000, 3000)],
  });
  const outlines: CrsOutline[] = [];
  await session().open(
    [{ name: 'lines.geojson', bytes: async () => new TextEncoder().encode(text) }],
    { onOutline: (outline) => outlines.push(outline) },
  );
  const [first] = outlines;
  const lines = first?.outline.type === 'MultiLineString' ? first.outline.coordinates : [];
  expect(lines.length).toBeLessThan(2000);
  // 35.8 + 2000 / 100 000: the long line, though it is the last.
  expect(lines.some(([position]) => position?.[1] === 35.82)).toBe(true);
});

test('what was decided is asked for again with other choices, not remembered', async () => {
  const opened = session();
  const feature = (value: string) => ({
    type: 'Feature',
    properties: { 岸线类型: value },
    geometry: {
      type: 'LineString',
      coordinates: [
        [120, 35.9],
        [120.01, 35.9],
      ],
    },
  });
  const features = [feature('砂质岸线'), feature('没有这种')];
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  const file = { name: 'coast.geojson', bytes: async () => new TextEncoder().encode(text) };
  const card = only((await opened.open([file])).datasets);
  const check = async (role: 'coastline' | 'shown') =>
    (await opened.check(card.key, { id: 'own-a', role })).findings.map(({ code }) => code);
  const asCoast = await check('coastline');
  expect(asCoast).toContain('value-unmapped');
  expect(await check('shown')).not.toContain('value-unmapped');
  expect(await check('coastline')).toEqual(asCoast);
});

test('the findings of one line share its place, which is measured once', async () => {
  // A coast that turns back at each of its corners: each is a finding, and would measure the whole line.
  const coordinates = Array.from({ length: 40 }, (_, index) => [
    120 + index / 900,
    35.8 + (index % 2) / 100,
  ]);
  const feature = {
    ...{ type: 'Feature', properties: { 岸线类型: '砂质岸线' } },
    geometry: { type: 'LineString', coordinates },
  };
  const text = JSON.stringify({ type: 'FeatureCollection', features: [feature] });
  const opened = session();
  const bytes = async () => new TextEncoder().encode(text);
  const { key } = only((await opened.open([{ name: 'coast.geojson', bytes }])).datasets);
  const { findings } = await opened.check(key, { id: 'own-a1', role: 'coastline' });
  const folds = findings.filter(({ code }) => code === 'coast-fold');
  expect(folds.length).toBeGreaterThan(30);
  expect(new Set(folds.map(({ box }) => box)).size).toBe(1);
});
