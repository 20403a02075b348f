import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { exportArchive } from '../../../src/data/export/export-files.ts';
import type { ExportTable } from '../../../src/data/export/export-table.ts';
import { importDataset } from '../../../src/data/import/import-dataset.ts';
import type { RawDataset } from '../../../src/data/import/raw-dataset.ts';
import { readFiles } from '../../../src/data/import/read-files.ts';
import { unzip } from '../../../src/data/import/readers/zip.ts';
import { measureGeometry } from '../../../src/domain/geodesy.ts';
import type { BoundingBox } from '../../../src/domain/geometry.ts';
import { DATA_FORMATS, type DataFormat } from '../../../src/domain/own-data/data-export.ts';
import { closeTo } from '../../close-to.ts';
import { AREA, LINE, LINES, POINT, POINTS, tableOf } from './tables.ts';

const FRAME: BoundingBox = [119.5, 35.5, 120.5, 36.2];
const ABOUT = {
  title: { zh: '规划', en: 'Plan' },
  notices: [{ zh: '数据为示意。', en: 'An illustration.' }],
  sources: [],
  exportedAt: '2026-12-01T04:05:06.000Z',
};

const COAST = tableOf('coastline', [
  [{ id: 'a', class: '基岩岸线', 名称: '灵山湾“北”段, 𠮷', length_m: 12.5, n: -3, ok: true }, LINE],
  [{ id: 'b', class: '砂质岸线', 名称: undefined, length_m: 7, n: 1234, ok: false }, LINES],
]);
const MIXED = tableOf('projects', [
  [{ id: 'area' }, AREA],
  [{ id: 'point' }, POINT],
  [{ id: 'nowhere' }],
  [{ id: 'rocks' }, POINTS],
]);

async function archive(
  format: DataFormat,
  tables: readonly ExportTable[],
  { crs = 4490, encoding = 'utf-8' as 'utf-8' | 'gb18030' } = {},
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { bytes } = await exportArchive(
    tables,
    { format, crs, encoding },
    { about: ABOUT, codes: [] },
  );
  const unzipped = unzip(bytes);
  if (unzipped.kind !== 'files') throw new Error('no archive');
  return new Map(unzipped.files.map((file) => [file.name, file.bytes]));
}

/** The datasets as our own reader finds them, which knows nothing of how they were written. */
async function readBack(files: ReadonlyMap<string, Uint8Array>): Promise<readonly RawDataset[]> {
  const { datasets } = await readFiles([...files].map(([name, bytes]) => ({ name, bytes })));
  return datasets;
}

const WAYS = DATA_FORMATS.flatMap((format) =>
  [4490, 4549, 4528].flatMap((crs) =>
    (['utf-8', 'gb18030'] as const).map((encoding) => [format, crs, encoding] as const),
  ),
);

describe.each(WAYS)('%s in EPSG:%d and %s', (format, crs, encoding) => {
  test('is read back with all features, texts, numbers and lengths', async () => {
    const [coast] = await readBack(await archive(format, [COAST], { crs, encoding }));
    if (coast === undefined) throw new Error('nothing was read');
    expect(coast.setAside).toEqual([]);
    expect(coast.features.map(({ properties }) => properties['id'])).toEqual(['a', 'b']);
    expect(coast.features.map(({ properties }) => properties['class'])).toEqual([
      '基岩岸线',
      '砂质岸线',
    ]);
    expect(coast.features[0]?.properties['名称']).toBe('灵山湾“北”段, 𠮷');
    expect(coast.features[1]?.properties['名称'] ?? null).toBe(null);
    expect(coast.features.map(({ properties }) => Number(properties['length_m']))).toEqual([
      12.5, 7,
    ]);
    expect(coast.features.map(({ properties }) => Number(properties['n']))).toEqual([-3, 1234]);
    const code = format === 'kml' ? 'EPSG:4326' : `EPSG:${crs}`;
    const { features, crs: decided } = importDataset(coast, FRAME, {
      ...(format === 'csv' && { crs: code }),
    });
    expect(decided.reading?.code).toBe(code);
    for (const [index, given] of [LINE, LINES].entries()) {
      const geometry = features[index]?.geometry;
      if (geometry === undefined) throw new Error('a stretch without a place');
      // A millimetre, as the README promises; positions in text have a tenth of one.
      closeTo(lengthOf(geometry), lengthOf(given), 0.001);
    }
  });

  test('keeps what has no place, and each kind of shape', async () => {
    const datasets = await readBack(await archive(format, [MIXED], { crs, encoding }));
    const features = datasets.flatMap((dataset) => dataset.features);
    expect(features.map(({ properties }) => properties['id']).toSorted()).toEqual([
      'area',
      'nowhere',
      'point',
      'rocks',
    ]);
    const shapeOf = (id: string): Geometry | null | undefined =>
      features.find(({ properties }) => properties['id'] === id)?.geometry;
    expect(shapeOf('nowhere') ?? null).toBe(null);
    expect(shapeOf('area')?.type).toMatch(/Polygon$/);
    // KML has one element for several shapes of any kind.
    expect(shapeOf('rocks')?.type).toBe(format === 'kml' ? 'GeometryCollection' : 'MultiPoint');
    expect(shapeOf('point')?.type).toMatch(/Point$/);
  });
});

function lengthOf(geometry: Geometry): number {
  return measureGeometry(geometry).lengthM.ellipsoid;
}

describe('a projected file', () => {
  // PROJ (cs2cs EPSG:4490 EPSG:4549): 120.2° E 35.95° N is E 518 044.1, N 3 980 013.2; zone 40 puts 40 before it.
  test.each([
    [4549, 518_044.1],
    [4528, 40_518_044.1],
  ])('in EPSG:%d has its positions where PROJ puts them, easting first', async (crs, east) => {
    const files = await archive('geojson', [tableOf('a', [[{ id: 'p' }, POINT]])], { crs });
    const [x, y] = positionIn(files.get('a.geojson'));
    closeTo(x, east, 0.06);
    closeTo(y, 3_980_013.2, 0.06);
  });

  test('of KML is in degrees all the same', async () => {
    const files = await archive('kml', [tableOf('a', [[{ id: 'p' }, POINT]])], { crs: 4549 });
    expect(textOf(files.get('a.kml'))).toContain('<coordinates>120.2,35.95</coordinates>');
  });

  test('is refused in a system that is no zone of CGCS2000', async () => {
    await expect(archive('geojson', [COAST], { crs: 3857 })).rejects.toThrow(RangeError);
  });
});

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

function positionIn(bytes: Uint8Array | undefined): readonly number[] {
  const { features } = JSON.parse(textOf(bytes)) as {
    features: { geometry: { coordinates: number[] } }[];
  };
  return features[0]?.geometry.coordinates ?? [];
}

describe('a shapefile', () => {
  test('is one for each kind of shape, with all its parts', async () => {
    const files = await archive('shapefile', [MIXED]);
    expect([...files.keys()].toSorted()).toEqual([
      'README.txt',
      ...['areas', 'points'].flatMap((kind) =>
        ['cpg', 'dbf', 'prj', 'shp', 'shx'].map((suffix) => `projects-${kind}.${suffix}`),
      ),
    ]);
  });

  test('winds outer rings clockwise and holes the other way (Esri 1998, p. 8)', async () => {
    const files = await archive('shapefile', [tableOf('a', [[{ id: 'x' }, AREA]])]);
    const view = viewOf(files.get('a.shp'));
    // After the header and the record's: type, box, counts of parts and points, and the first points of two parts.
    expect([view.getInt32(108, true), view.getInt32(144, true), view.getInt32(148, true)]).toEqual([
      5, 2, 10,
    ]);
    const first = 100 + 8 + 44 + 8;
    const corner = (index: number): readonly number[] => [
      view.getFloat64(first + 16 * index, true),
      view.getFloat64(first + 16 * index + 8, true),
    ];
    expect([corner(0), corner(1)]).toEqual([
      [120, 36],
      [120, 36.1],
    ]);
    expect([corner(5), corner(6)]).toEqual([
      [120.04, 36.04],
      [120.06, 36.04],
    ]);
  });

  test('has an index whose offsets and lengths are those of the records', async () => {
    const files = await archive('shapefile', [COAST]);
    const [main, index] = [viewOf(files.get('coastline.shp')), viewOf(files.get('coastline.shx'))];
    expect(main.getInt32(24) * 2).toBe(main.byteLength);
    expect(index.getInt32(24) * 2).toBe(index.byteLength);
    // Header 100; the first record has 8 + 44 + 4 + 3 × 16 bytes.
    expect([100, 104, 108, 112].map((at) => index.getInt32(at) * 2)).toEqual([100, 96, 204, 132]);
    expect(main.getInt32(204)).toBe(2);
  });

  test.each([
    ['utf-8', 'UTF-8', 0],
    ['gb18030', 'GB18030', 0x4d],
  ] as const)('says that its texts are in %s', async (encoding, name, driver) => {
    const files = await archive('shapefile', [COAST], { encoding });
    expect(textOf(files.get('coastline.cpg'))).toBe(name);
    expect(files.get('coastline.dbf')?.[29]).toBe(driver);
  });

  test.each([
    ['utf-8', ['岸线类', '岸线_2', 'cls_source', 'a_very_lon', 'a_very_l_2']],
    ['gb18030', ['岸线类型', '岸线类型二', 'cls_source', 'a_very_lon', 'a_very_l_2']],
  ] as const)(
    'has names of ten bytes, each its own, told in the README: %s',
    async (encoding, names) => {
      const table = tableOf('t', [
        [
          {
            岸线类型: 'x',
            岸线类型二: 'y',
            class_source: 'z',
            a_very_long_name: 1,
            a_very_long_other: 2,
          },
          POINT,
        ],
      ]);
      const files = await archive('shapefile', [table], { encoding });
      const [dataset] = await readBack(files);
      expect(dataset?.fields.map(({ name }) => name)).toEqual(names);
      expect(textOf(files.get('README.txt'))).toContain('cls_source (class_source)');
    },
  );

  test.each([
    ['utf-8', 84],
    ['gb18030', 127],
  ] as const)(
    'cuts a text at 254 bytes between characters, and says so: %s',
    async (encoding, kept) => {
      const text = '岸'.repeat(200);
      const table = tableOf('t', [[{ id: 'a', 说明: text }, POINT]]);
      const files = await archive('shapefile', [table], { encoding });
      const [dataset] = await readBack(files);
      expect(dataset?.features[0]?.properties['说明']).toBe('岸'.repeat(kept));
      expect(textOf(files.get('README.txt'))).toMatch(/t\.说明：1 处文字超过 254 个字节/);
    },
  );

  test('writes asterisks for a number that does not fit, not a part of it', async () => {
    const table = tableOf('t', [[{ id: 'a', n: 1e20, m: 1.25, k: 123_456_789_012_345.25 }, POINT]]);
    const bytes = (await archive('shapefile', [table])).get('t.dbf');
    expect(textOf(bytes)).toContain('*'.repeat(19));
    expect(textOf(bytes)).toContain('1.25');
    expect(textOf(bytes)).toContain('123456789012345.25');
  });
});

function viewOf(bytes: Uint8Array | undefined): DataView {
  if (bytes === undefined) throw new Error('the file is missing');
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

describe('a CSV', () => {
  test('guards texts that a spreadsheet would run, and says so', async () => {
    const files = await archive('csv', [tableOf('t', [[{ id: '=1+1' }, POINT]])]);
    expect(textOf(files.get('t.csv'))).toContain("POINT (120.2 35.95),'=1+1\r\n");
    expect(textOf(files.get('README.txt'))).toContain('撇号');
  });

  test('in GB18030 has no byte order mark, which Excel for Chinese would show', async () => {
    const files = await archive('csv', [COAST], { encoding: 'gb18030' });
    expect([...(files.get('coastline.csv') ?? [])].slice(0, 3)).toEqual([0x57, 0x4b, 0x54]);
  });
});

describe('a KML', () => {
  test('escapes what XML would take for markup', async () => {
    const table = tableOf('t', [[{ id: '<b>&"\u0001', name_zh: 'A & B' }, POINT]]);
    const text = textOf((await archive('kml', [table])).get('t.kml'));
    expect(text).toContain('<SimpleData name="id">&lt;b&gt;&amp;"</SimpleData>');
    expect(text).toContain('<name>A &amp; B</name>');
  });
});

test('a README says what is inside in both languages, with what has no place and what is empty', async () => {
  const readme = textOf(
    (await archive('geopackage', [MIXED, tableOf('zones', [])], { crs: 4549 })).get('README.txt'),
  );
  for (const words of [
    '数据为示意。',
    'An illustration.',
    'projects：表，4 个要素，其中 1 个没有位置',
    'projects: Table, 4 features, 1 of them without a place',
    'zones: Table, no features, no file',
    'EPSG:4549',
    '2026-12-01T04:05:06.000Z',
  ])
    expect(readme).toContain(words);
});
