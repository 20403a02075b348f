import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFiles } from '../../../src/data/import/read-files.ts';
import { counted, type ReadProgress } from '../../../src/data/import/read-progress.ts';

const collection = (count: number): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({
      type: 'FeatureCollection',
      features: Array.from({ length: count }, (_, index) => ({
        type: 'Feature',
        properties: { id: index },
        geometry: { type: 'Point', coordinates: [120 + index / 10_000, 35.8] },
      })),
    }),
  );

async function progressOf(files: readonly { name: string; bytes: Uint8Array }[]) {
  const told: ReadProgress[] = [];
  await readFiles(files, { onProgress: (each) => told.push(each) });
  return told;
}

describe('progress in features', () => {
  test('every record is passed on, and the last number is that of all', () => {
    const told: number[] = [];
    const records = Array.from({ length: 450 }, (_, index) => index);
    expect([...counted(records, (count) => told.push(count))]).toEqual(records);
    expect(told).toEqual([200, 400, 450]);
  });

  test('a file without features says nothing', () => {
    const told: number[] = [];
    expect([...counted([], (count) => told.push(count))]).toEqual([]);
    expect(told).toEqual([]);
  });

  test('each file tells its own features under its own name', async () => {
    const told = await progressOf([
      { name: 'first.geojson', bytes: collection(401) },
      { name: 'second.geojson', bytes: collection(3) },
    ]);
    expect(told).toEqual([
      { file: 'first.geojson', features: 200 },
      { file: 'first.geojson', features: 400 },
      { file: 'first.geojson', features: 401 },
      { file: 'second.geojson', features: 3 },
    ]);
  });

  test('a zipped shapefile tells all its records, deleted ones too', async () => {
    const name = '09-gbk-undeclared.zip';
    const bytes = new Uint8Array(readFileSync(`tests/fixtures/import/${name}`));
    const told = await progressOf([{ name, bytes }]);
    // Six records, of which one is deleted (ogrinfo and the table of the sample).
    expect(told.map(({ features }) => features)).toEqual([6]);
    expect(told[0]?.file).toContain(name);
  });
});
