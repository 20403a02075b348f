import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { importDataset } from '../../../src/data/import/import-dataset.ts';
import type { RawDataset } from '../../../src/data/import/raw-dataset.ts';
import { readFiles } from '../../../src/data/import/read-files.ts';
import { closeTo } from '../../close-to.ts';

/** Total by PROJ's `geod`; see the README beside the files. */
const TRUE_TOTAL = 15006.7726;

let datasets: readonly RawDataset[];

beforeAll(async () => {
  const path = fileURLToPath(new URL('../../fixtures/import/17-systems.zip', import.meta.url));
  const bytes = new Uint8Array(readFileSync(path));
  ({ datasets } = await readFiles([{ name: 'systems.zip', bytes }]));
});

const decided = (name: string) => {
  const raw = datasets.find((dataset) => dataset.name === name);
  if (raw === undefined) throw new Error(`no ${name}`);
  return importDataset(raw, [119.5, 35.53, 120.36, 36.18]);
};

test.each([
  ['cgcs2000-6-zone20', 'EPSG:4498'],
  ['cgcs2000-6-zone21', 'EPSG:4499'],
  ['cgcs2000-6-cm117', 'EPSG:4509'],
  ['cgcs2000-6-cm123', 'EPSG:4510'],
  ['cgcs2000-3-zone39', 'EPSG:4527'],
  ['utm50', 'EPSG:32650'],
])('%s is measured as it is declared', (name, code) => {
  const { crs, lengthM, bounds } = decided(name);
  expect([crs.how, crs.reading?.code]).toEqual(['declared', code]);
  closeTo(lengthM, TRUE_TOTAL, 0.001);
  // The first position of the coast, in degrees.
  closeTo(bounds?.[0], 120.01, 1e-7);
});

test.each(['xian80-3-zone40', 'xian80-3-cm120', 'beijing54-3-zone40', 'beijing54-6-zone20'])(
  '%s has no place without local parameters',
  (name) => {
    const { crs, lengthM, issues } = decided(name);
    expect([crs.how, lengthM]).toEqual(['confirm-needed', undefined]);
    expect(issues.map(({ code }) => code)).toContain('crs-unusable');
  },
);

test('eastings without the number of the zone that is declared need the user’s word', () => {
  const { crs, lengthM, issues } = decided('wrong-prj');
  expect(issues.map(({ code }) => code)).toContain('crs-contradicts');
  expect(lengthM).toBeUndefined();
  expect(crs.how).not.toBe('declared');
});
