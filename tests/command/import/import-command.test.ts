import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { auditCommand } from '../../../src/command/audit/audit-command.ts';
import { importCommand } from '../../../src/command/import/import-command.ts';
import { closeTo } from '../../close-to.ts';
import { directoryWith, runCommand } from '../run-command.ts';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/import/${name}`, import.meta.url));

/** Metres of meridian from 35.7° and from 35.8° over a tenth of a degree, with PROJ: `geod +a=6378137 +rf=298.257222101 -I`. */
const NATURAL_TENTH = 11_095.437316;
const BUILT_TENTH = 11_095.622256;

/** What the command prints as JSON. */
async function imported(...args: readonly string[]) {
  const { code, out } = await runCommand(importCommand, [...args, '--format', 'json']);
  return { code, ...JSON.parse(out) };
}

describe('the object of `--format json`', () => {
  test('has the keys of the contract, and read = kept + set aside', async () => {
    const { code, datasets, refused } = await imported(fixture('09-gbk-undeclared.zip'));
    expect([code, refused]).toEqual([0, []]);
    const [dataset] = datasets;
    expect(Object.keys(dataset).toSorted()).toEqual(
      [
        ...[
          'file',
          'name',
          'format',
          'geometry',
          'read',
          'kept',
          'setAside',
          'role',
          'encoding',
          'crs',
        ],
        ...['fields', 'lengthM', 'areaM2', 'byClass', 'bounds', 'issues'],
      ].toSorted(),
    );
    expect(dataset).toMatchObject({
      ...{
        name: '海岸线A',
        format: 'Shapefile',
        geometry: 'LineString',
        read: 6,
        kept: 5,
        setAside: 1,
      },
      role: { proposed: 'coastline' },
      encoding: { name: 'gb18030', how: 'proposed' },
      crs: { code: 'EPSG:4549', how: 'proposed', candidates: [{ code: 'EPSG:4549' }] },
      ...{ lengthM: null, areaM2: null, byClass: null },
    });
    for (const issue of dataset.issues)
      expect(Object.keys(issue)).toEqual(
        expect.arrayContaining(['code', 'severity', 'message', 'cure']),
      );
  });

  test('samples the first five distinct values of each field, folders of a KML among them', async () => {
    const { datasets } = await imported(fixture('06-folders.kml'));
    const fields = new Map(
      datasets[0].fields.map(({ name, samples }: { name: string; samples: unknown }) => [
        name,
        samples,
      ]),
    );
    expect(fields.get('folder_2')).toEqual(['自然岸线', '人工岸线', '其他岸线']);
    expect(fields.get('岸线类型')).toHaveLength(5);
  });

  test('gives figures once proposals are accepted or the system is named', async () => {
    for (const choice of [['--accept-proposals'], ['--crs', 'EPSG:4549'], ['--crs', '4549']]) {
      const { datasets } = await imported(fixture('09-gbk-undeclared.zip'), ...choice);
      expect(datasets[0].crs).toMatchObject({ code: 'EPSG:4549', how: 'confirmed' });
      // The five stretches that are not deleted; see the README beside the file.
      closeTo(datasets[0].lengthM, 12598.8263, 0.001);
    }
  });

  test('lists what is refused, and ends with 2 when nothing was read', async () => {
    const directory = await directoryWith({
      'page.geojson': '<!doctype html><title>Log in</title>',
    });
    const { code, out } = await runCommand(
      importCommand,
      ['page.geojson', 'missing.shp', '--format', 'json'],
      { directory },
    );
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      datasets: [],
      refused: [
        { file: 'missing.shp', code: 'file-unreadable' },
        { file: 'page.geojson', code: 'format-html' },
      ],
    });
  });
});

describe('a mapping', () => {
  test('classes the codes of an office’s own list', async () => {
    const mapping = {
      classFields: ['HAXLX'],
      values: {
        A1: 'bedrock',
        A2: 'sandy',
        B3: 'artificial',
        B4: 'artificial',
        C1: 'estuary',
        C2: 'restored',
      },
    };
    const directory = await directoryWith({ 'mapping.json': JSON.stringify(mapping) });
    const run = (args: readonly string[]) =>
      runCommand(importCommand, [fixture('08-gbk-declared.zip'), '--format', 'json', ...args], {
        directory,
      });
    const classed = JSON.parse((await run(['--mapping', 'mapping.json'])).out).datasets[0].byClass;
    closeTo(classed.bedrock, 2677.7577, 0.001);
    closeTo(classed.artificial, 2463.8315 + 2397.1726, 0.001);
    const codesAlone = await directoryWith({ 'mapping.json': '{"classFields": ["HAXLX"]}' });
    const unknown = await runCommand(
      importCommand,
      [fixture('08-gbk-declared.zip'), '--format', 'json', '--mapping', 'mapping.json'],
      { directory: codesAlone },
    );
    const [dataset] = JSON.parse(unknown.out).datasets;
    // A code without its list is never mapped.
    closeTo(dataset.byClass.unclassified, 15006.7726, 0.001);
    expect(dataset.issues.map(({ code }: { code: string }) => code)).toContain('value-unmapped');
  });
});

describe('records that a role leaves out', () => {
  const record = (geometry: object): object => ({
    type: 'Feature',
    properties: { 类型: '砂质岸线' },
    geometry,
  });
  const tenth = {
    type: 'LineString',
    coordinates: [
      [120.1, 35.7],
      [120.1, 35.8],
    ],
  };
  const overAntimeridian = {
    type: 'LineString',
    coordinates: [
      [179.9, 0],
      [-179.9, 0],
    ],
  };
  const point = { type: 'Point', coordinates: [120.1, 35.9] };
  const directory = () =>
    directoryWith({
      'mixed.geojson': JSON.stringify({
        type: 'FeatureCollection',
        features: [tenth, overAntimeridian, point, point].map(record),
      }),
    });
  const issuesAs = async (role: string) => {
    const { datasets } = await imported(`${await directory()}/mixed.geojson`, '--as', role);
    return datasets[0].issues.filter(({ severity }: { severity: string }) => severity === 'error');
  };

  test('are told by reason, with their number, the first of them and their length', async () => {
    const [crossing, points, ...others] = await issuesAs('coastline');
    expect(others).toEqual([]);
    expect(crossing).toMatchObject({ code: 'crosses-antimeridian', row: 2 });
    // 0.2° of the equator: 6 378 137 m × π / 900.
    expect(crossing.message.en).toContain('1 record cannot be taken as a coastline');
    expect(crossing.message.en).toContain('22263.9 m');
    expect(points).toMatchObject({ code: 'segment-not-a-line', row: 3 });
    expect(points.message.en).toContain('2 records cannot');
  });

  test.each([
    [
      'zones',
      [
        ['zone-not-an-area', 1],
        ['crosses-antimeridian', 2],
      ],
    ],
    ['projects', [['crosses-antimeridian', 2]]],
    ['shown', [['crosses-antimeridian', 2]]],
  ])('of %s', async (role, expected) => {
    const issues = await issuesAs(role);
    const found = issues.map(({ code, row }: { code: string; row: number }) => [code, row]);
    expect(found.toSorted((a: [string, number], b: [string, number]) => a[1] - b[1])).toEqual(
      expected,
    );
  });
});

test('coast of which the file says no more than natural or artificial can be audited', async () => {
  const stretch = (id: string, type: string, [from, to]: readonly [number, number]): object => ({
    type: 'Feature',
    properties: { id, 岸线类型: type, 岸线归属: '大陆岸线' },
    geometry: {
      type: 'LineString',
      coordinates: [
        [120, from],
        [120, to],
      ],
    },
  });
  const features = [
    stretch('one', '自然岸线', [35.7, 35.8]),
    stretch('two', '人工岸线', [35.8, 35.9]),
  ];
  const directory = directoryWith({
    'own.geojson': { type: 'FeatureCollection', features },
    'zones.geojson': { type: 'FeatureCollection', features: [] },
  });
  const asks = ['own.geojson', '--out', 'coast.geojson'];
  expect((await runCommand(importCommand, asks, { directory })).code).toBe(0);
  const inputs = ['--coastline', 'coast.geojson', '--zones', 'zones.geojson'];
  const { out } = await runCommand(auditCommand, [...inputs, '--format', 'json'], { directory });
  const { overall, assumed } = JSON.parse(out);

  closeTo(overall.byClass.natural, NATURAL_TENTH, 1e-5);
  closeTo(overall.ratio, NATURAL_TENTH / (NATURAL_TENTH + BUILT_TENTH), 1e-9);
  // The embedded rule was written before the class.
  expect(assumed).toEqual([expect.stringContaining('11.10 km, counted as natural')]);
});

test('a wrong call is told, without a stack', async () => {
  for (const [args, words] of [
    [[], 'Name the files'],
    [['a.csv', '--crs', 'EPSG:99'], 'is not known'],
    [['a.csv', '--encoding', 'klingon'], 'is not known'],
    [['a.csv', '--as', 'fish'], 'cannot be "fish"'],
  ] as const) {
    const { code, err } = await runCommand(importCommand, args);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err).not.toContain('    at ');
  }
});
