import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Feature, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { RawDataset, ReadFeature } from '../../../src/data/import/raw-dataset.ts';
import { readFiles } from '../../../src/data/import/read-files.ts';

function fixture(name: string): Uint8Array {
  return new Uint8Array(
    readFileSync(fileURLToPath(new URL(`../../fixtures/import/${name}`, import.meta.url))),
  );
}

async function read(bytes: Uint8Array): Promise<RawDataset> {
  const { datasets } = await readFiles([{ name: 'kinds.fgb', bytes }]);
  const [dataset] = datasets;
  if (dataset === undefined) throw new Error('nothing was read');
  return dataset;
}

/** Positions without heights. */
function flat(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return typeof value[0] === 'number' ? (value as Position).slice(0, 2) : value.map(flat);
}

describe('FlatGeobuf as GDAL writes it', () => {
  const source: readonly Feature[] = JSON.parse(
    new TextDecoder().decode(fixture('16-kinds.geojson')),
  ).features;

  test('has the geometries of its source, whatever their kind, behind an index of two levels', async () => {
    const { features, fields } = await read(fixture('16-kinds.fgb'));
    expect(features).toHaveLength(26);
    const byName = new Map<unknown, ReadFeature>(
      features.map((feature) => [feature.properties['name'], feature]),
    );
    for (const { geometry, properties } of source) {
      const found = byName.get(properties?.['name'])?.geometry;
      expect(found?.type).toBe(geometry.type);
      if (geometry.type === 'GeometryCollection') expect(found).toEqual(geometry);
      else
        expect(found !== undefined && 'coordinates' in found && found.coordinates).toEqual(
          flat(geometry.coordinates),
        );
    }
    expect(fields.map(({ type }) => type)).toEqual([
      ...['text', 'number', 'number', 'number', 'boolean', 'date'],
    ]);
  });

  test('has the values of its source; whole numbers beyond 2^53 keep their digits', async () => {
    const { features } = await read(fixture('16-kinds.fgb'));
    const find = (name: string) =>
      features.find(({ properties }) => properties['name'] === name)?.properties;
    expect(find('有洞')).toMatchObject({ i: 1, big: '9007199254740993', r: 1.5, ok: true });
    expect(find('两块')).toMatchObject({ i: -2, big: 2, r: -0.25, ok: false });
    expect(find('三维')).toMatchObject({ i: 4, ok: null, d: null });
    expect(String(find('有洞')?.['d'])).toMatch(/^2024-06-30/);
  });

  test('cut off, keeps what comes before and says so', async () => {
    const whole = fixture('16-kinds.fgb');
    const { features, issues } = await read(whole.subarray(0, whole.length - 100));
    expect(features.length).toBeLessThan(26);
    expect(features.length).toBeGreaterThan(20);
    expect(issues.map(({ code }) => code)).toEqual(['file-truncated']);
  });

  test('of another version is refused by name', async () => {
    const old = fixture('16-kinds.fgb');
    old[3] = 2;
    const { refused } = await readFiles([{ name: 'old.fgb', bytes: old }]);
    expect(refused.map(({ code }) => code)).toEqual(['format-flatgeobuf']);
  });
});
