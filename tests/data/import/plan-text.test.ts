import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Geometry } from 'geojson';
import { expect, test } from 'vitest';
import {
  type ImportChoices,
  type ImportedDataset,
  importDataset,
} from '../../../src/data/import/import-dataset.ts';
import { targetOfValue } from '../../../src/data/import/mapping/project-words.ts';
import { planText } from '../../../src/data/import/plan-text.ts';
import type { RawDataset } from '../../../src/data/import/raw-dataset.ts';
import { readFiles } from '../../../src/data/import/read-files.ts';
import { type ReadDataset, readDataset } from '../../../src/data/loading/read-dataset.ts';
import type { LayerRole } from '../../../src/domain/dataset.ts';
import { measureGeometry } from '../../../src/domain/geodesy.ts';
import type { BoundingBox } from '../../../src/domain/geometry.ts';
import { closeTo } from '../../close-to.ts';

const FRAME: BoundingBox = [119.5, 35.53, 120.36, 36.18];

async function imported(name: string, choices: ImportChoices = {}): Promise<ImportedDataset> {
  const path = fileURLToPath(new URL(`../../fixtures/import/${name}`, import.meta.url));
  const { datasets } = await readFiles([{ name, bytes: new Uint8Array(readFileSync(path)) }]);
  const [first] = datasets;
  if (first === undefined) throw new Error(`nothing in ${name}`);
  return importDataset(first, FRAME, choices);
}

async function readAs(text: string, role: LayerRole): Promise<ReadDataset> {
  const read = await readDataset(text, { file: 'own.geojson', dataset: 'own-1', role });
  if (!read.ok) throw new Error(read.error.message.en);
  return read.value;
}

/** Made up by hand, in degrees. */
function raw(
  features: readonly {
    geometry?: Geometry;
    properties?: RawDataset['features'][0]['properties'];
  }[],
): RawDataset {
  return {
    file: 'coast.geojson',
    name: 'coast',
    format: 'GeoJSON',
    fields: [{ name: 'class', type: 'text' }],
    features: features.map(({ geometry, properties = {} }, index) => ({
      properties,
      row: index + 1,
      ...(geometry && { geometry }),
    })),
    setAside: [],
    encoding: { name: 'utf-8', how: 'declared' },
    crs: { kind: 'known', code: 'EPSG:4490' },
    issues: [],
  };
}

test('a coast keeps its length and its classes on its way into the plan', async () => {
  const text = planText(await imported('08-gbk-declared.zip'), { id: 'own-1', role: 'coastline' });
  const { content, kept, read } = await readAs(text, 'coastline');
  expect([read, kept]).toEqual([6, 6]);
  if (content.role !== 'coastline') throw new Error(content.role);
  const lengths = content.segments.map(
    ({ geometry }) => measureGeometry(geometry).lengthM.ellipsoid,
  );
  // The length by GeographicLib, as in samples.test.ts.
  closeTo(
    lengths.reduce((sum, each) => sum + each, 0),
    15006.7726,
    0.001,
  );
  expect(content.coastStatus).toEqual({ kind: 'illustration' });
  expect(new Set(content.segments.map(({ id }) => id.split(':')[0]))).toEqual(new Set(['own-1']));
  expect(content.segments.map(({ confidence }) => confidence)).toEqual(Array(6).fill('low'));
});

test('the notice leaves with a stated survey alone, and the importer says how sure the classes are', async () => {
  const statement = {
    survey: '2024 年修测',
    date: '2024-06',
    unit: '某测绘院',
    waterLevel: '平均大潮高潮位',
  };
  const text = planText(await imported('08-gbk-declared.zip'), {
    id: 'own-2',
    role: 'coastline',
    confidence: 'high',
    statement,
  });
  const { content } = await readAs(text, 'coastline');
  expect(content).toMatchObject({
    role: 'coastline',
    coastStatus: { kind: 'stated', statements: [statement] },
  });
  expect(content.role === 'coastline' && content.segments[0]?.confidence).toBe('high');
  expect(JSON.parse(text).statement).toEqual(statement);
});

test('what does not fit its role is set aside by the reader, not dropped', async () => {
  const line: Geometry = {
    type: 'LineString',
    coordinates: [
      [120, 35.9],
      [120.01, 35.9],
    ],
  };
  const point: Geometry = { type: 'Point', coordinates: [120, 35.9] };
  const dataset = importDataset(
    raw([
      { geometry: line, properties: { class: 'sandy' } },
      { geometry: point },
      { geometry: { type: 'GeometryCollection', geometries: [line, point] } },
      { geometry: { type: 'GeometryCollection', geometries: [line, line] } },
      {},
    ]),
    FRAME,
    { role: 'coastline' },
  );
  const { read, kept, issues, setAside } = await readAs(
    planText(dataset, { id: 'own-1', role: 'coastline' }),
    'coastline',
  );
  expect({ read, kept, aside: setAside.length }).toEqual({ read: 5, kept: 2, aside: 3 });
  expect(issues.filter(({ severity }) => severity === 'error').length).toBeGreaterThanOrEqual(3);
});

test('ids are of the file where they are unique, else of the rows, and never those of another dataset', async () => {
  const at: Geometry = { type: 'Point', coordinates: [120, 35.9] };
  const ids = (values: readonly string[]): readonly unknown[] =>
    JSON.parse(
      planText(
        importDataset(
          {
            ...raw(values.map((id) => ({ geometry: at, properties: { id } }))),
            fields: [{ name: 'id', type: 'text' }],
          },
          FRAME,
          { role: 'projects' },
        ),
        { id: 'own-3', role: 'projects' },
      ),
    ).features.map(({ properties }: { properties: { id: string } }) => properties.id);
  expect(ids(['A', 'B'])).toEqual(['own-3:A', 'own-3:B']);
  expect(ids(['A', 'A'])).toEqual(['own-3:1', 'own-3:2']);
  expect(ids(['own-3:A', 'own-3:B'])).toEqual(['own-3:A', 'own-3:B']);
});

test.each([
  ['35%', 0.35],
  ['≥35％', 0.35],
  [35, 0.35],
  [0.35, 0.35],
  ['0.4', 0.4],
  ['0.5%', 0.005],
  ['high', undefined],
  [350, undefined],
  [-1, undefined],
])('a target of %s is %s', (given, share) => {
  expect(targetOfValue(given)).toBe(share);
});
