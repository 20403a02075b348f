import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { auditCommand } from '../../../src/command/audit/audit-command.ts';
import { importCommand } from '../../../src/command/import/import-command.ts';
import type { AuditReport } from '../../../src/data/audit/audit-report.ts';
import { closeTo } from '../../close-to.ts';
import { collection, segment, zone } from '../coast-files.ts';
import { directoryWith, type Outcome, runCommand } from '../run-command.ts';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/import/${name}`, import.meta.url));

/** By GeographicLib; see the README beside the files. */
const [BEDROCK, SANDY, HARBOUR, PONDS, ESTUARY, RESTORED] = [
  2677.7577, 2281.2913, 2463.8315, 2397.1726, 2407.9463, 2778.7731,
] as const;
const TOTAL = 15006.7726;

const run = (args: readonly string[], directory?: string): Promise<Outcome> =>
  runCommand(auditCommand, args, directory === undefined ? {} : { directory });

async function report(args: readonly string[], directory?: string): Promise<AuditReport> {
  const { code, out, err } = await run([...args, '--format', 'json'], directory);
  expect([code, code === 0 ? '' : err]).toEqual([0, '']);
  return JSON.parse(out);
}

const codes = ({ provisionalReasons }: AuditReport): readonly string[] =>
  provisionalReasons.map(({ code }) => code);

describe('a surveyed coast in place of the embedded one', () => {
  test.each([
    ['named', ['08-gbk-declared.zip']],
    ['as --coastline', ['--coastline', '08-gbk-declared.zip']],
    ['from a geodatabase', ['13-coast.gdb.zip']],
    ['from a GeoPackage', ['12-coast.gpkg']],
  ])('%s has the lengths of its lines, class by class, to 1 mm', async (_, args) => {
    const given = args.map((arg) => (arg.startsWith('--') ? arg : fixture(arg)));
    const { overall, data } = await report(given);
    closeTo(overall.totalM, TOTAL, 0.001);
    closeTo(overall.naturalM, BEDROCK + SANDY, 0.001);
    closeTo(overall.restoredM, RESTORED, 0.001);
    closeTo(overall.byClass.artificial, HARBOUR + PONDS, 0.001);
    closeTo(overall.byClass.estuary, ESTUARY, 0.001);
    closeTo(overall.ratio ?? undefined, (BEDROCK + SANDY + RESTORED) / TOTAL, 1e-7);
    const [coast] = data;
    const file = given.at(-1) ?? '';
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
    expect(coast).toEqual({ role: 'coastline', file, sha256 });
    expect(data.map(({ role }) => role)).toEqual(['coastline', 'zones', 'rule']);
  });

  test('as loose parts, of which each has its hash', async () => {
    const parts = unzipSync(new Uint8Array(readFileSync(fixture('08-gbk-declared.zip'))));
    const directory = directoryWith(parts);
    const { overall, data } = await report(['HAX.shp'], directory);
    closeTo(overall.totalM, TOTAL, 0.001);
    const files = data.filter(({ role }) => role === 'coastline').map(({ file }) => file);
    expect(files).toEqual(['HAX.dbf', 'HAX.prj', 'HAX.shp', 'HAX.shx']);
  });

  test('against zones of another file, of whatever kind', async () => {
    const zones = collection([zone('all', [119, 35, 121, 37])]);
    const directory = directoryWith({ 'zones.geojson': zones });
    const coast = fixture('08-gbk-declared.zip');
    for (const args of [
      [coast, '--zones', 'zones.geojson'],
      ['zones.geojson', coast],
    ]) {
      const { zones: found, coverage } = await report(args, directory);
      expect(found.map(({ id }) => id)).toEqual(['all']);
      closeTo(found[0]?.totalM, TOTAL, 0.001);
      expect(coverage.outsideM).toBe(0);
    }
  });

  test('written by import --out, it is the same coast', async () => {
    const directory = directoryWith({});
    const out = join(directory, 'own.geojson');
    const { code } = await runCommand(importCommand, [
      ...[fixture('08-gbk-declared.zip'), '--out', out],
    ]);
    expect(code).toBe(0);
    closeTo((await report(['--coastline', out])).overall.totalM, TOTAL, 0.001);
  });
});

describe('files of the plan’s own schema', () => {
  const line = [
    [120, 35.5],
    [120, 35.6],
  ] as const;

  test('are told apart by themselves', async () => {
    const directory = directoryWith({
      'a.geojson': collection([segment('a', line)]),
      'b.geojson': collection([zone('z', [119.9, 35.4, 120.1, 35.8])]),
    });
    const { overall, zones } = await report(['a.geojson', 'b.geojson'], directory);
    // A degree of the meridian at 35.55° N has 111132.95 − 559.82 cos 2φ + 1.175 cos 4φ metres.
    closeTo(overall.totalM, 11095.07, 0.02);
    expect(zones.map(({ id }) => id)).toEqual(['z']);
  });

  test('of another schema are imported', async () => {
    const feature = {
      type: 'Feature',
      properties: { 岸线类型: '砂质岸线', 备注: '' },
      geometry: { type: 'LineString', coordinates: line },
    };
    const directory = directoryWith({ 'c.geojson': collection([feature]) });
    const { overall } = await report(['c.geojson'], directory);
    expect(overall.byClass.sandy).toBe(overall.totalM);
    expect(overall.totalM).toBeGreaterThan(11_000);
  });

  test('given twice are refused', async () => {
    const directory = directoryWith({
      'a.geojson': collection([segment('a', line)]),
      'b.geojson': collection([segment('b', line)]),
    });
    const { code, err } = await run(['a.geojson', 'b.geojson'], directory);
    expect(code).toBe(2);
    expect(err).toContain('b.geojson: the coastline can be given only once');
  });
});

describe('a coast that cannot be measured ends with 2', () => {
  test('while its system has to be confirmed, with candidates and the option', async () => {
    for (const lang of ['en', 'zh']) {
      const { code, out, err } = await run([fixture('09-gbk-undeclared.zip'), '--lang', lang]);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain('EPSG:4549');
      expect(err).toContain('--crs');
    }
    closeTo(
      (await report([fixture('09-gbk-undeclared.zip'), '--crs', '4549'])).overall.totalM,
      TOTAL - ESTUARY,
      0.001,
    );
  });

  test('where nothing in it is a line, or nothing can be read', async () => {
    expect((await run([fixture('04-ends-only-gbk.csv'), '--accept-proposals'])).code).toBe(2);
    const directory = directoryWith({ 'plan.dwg': 'AC1027 and more' });
    const { code, err } = await run(['plan.dwg'], directory);
    expect(code).toBe(2);
    expect(err).toContain('a DWG drawing');
    const parcels = await run([fixture('03-sea-parcels-dms-gbk.csv'), '--accept-proposals']);
    expect(parcels.err).toContain('--as coastline');
  });

  test('where several layers may be meant', async () => {
    const [a, b] = ['a.kml', 'b.kml'].map((name) => ({
      [name]: readFileSync(fixture('06-folders.kml')),
    }));
    const { zipSync } = await import('fflate');
    const directory = directoryWith({ 'two.zip': zipSync({ ...a, ...b }) });
    const { code, err } = await run(['two.zip'], directory);
    expect(code).toBe(2);
    expect(err).toContain('--dataset');
    expect((await report(['two.zip', '--dataset', 'b'], directory)).overall.totalM).toBeGreaterThan(
      15_000,
    );
  });
});

describe('a corrected coast', () => {
  const shifted = fixture('07-shifted.ovkml');

  test('stays out of the audit unless its system is named', async () => {
    const { code, err } = await run([shifted, '--accept-proposals']);
    expect(code).toBe(2);
    expect(err).toContain('--crs GCJ-02');
  });

  test('is provisional in every format', async () => {
    const { overall, provisional, ...found } = await report([shifted, '--crs', 'GCJ-02']);
    expect(provisional).toBe(true);
    expect(codes({ overall, provisional, ...found })).toContain('crs-corrected');
    // Six decimals, and what is left after the shift has been undone.
    closeTo(overall.totalM, TOTAL, 0.5);
    for (const format of ['table', 'csv'])
      expect((await run([shifted, '--crs', 'GCJ-02', '--format', format])).out).toContain(
        'corrected from GCJ-02',
      );
  });
});

describe('what an import left in doubt makes the figures provisional', () => {
  test('unknown values, with their metres', async () => {
    const directory = directoryWith({ 'mapping.json': '{"classFields": ["HAXLX"]}' });
    const found = await report(
      [fixture('08-gbk-declared.zip'), '--mapping', 'mapping.json'],
      directory,
    );
    expect(codes(found)).toEqual(
      expect.arrayContaining(['value-unmapped', 'coverage-unclassified']),
    );
    const { message } =
      found.provisionalReasons.find(({ code }) => code === 'value-unmapped') ?? {};
    // The longest first: C2, the restored stretch.
    expect(message).toMatch(/^these values.*: C2 \(1, 2778\.8 m\), A1 \(1, 2677\.8 m\)/);
    closeTo(found.overall.unclassifiedM, TOTAL, 0.001);
  });

  test('features that are no lines, lengths that differ and levels that disagree', async () => {
    const at = (latitude: number) => [
      [120, latitude],
      [120, latitude + 0.1],
    ];
    const feature = (properties: object, geometry: object) => ({
      type: 'Feature',
      properties,
      geometry,
    });
    const line = (latitude: number) => ({ type: 'LineString', coordinates: at(latitude) });
    const directory = directoryWith({
      'c.geojson': collection([
        feature({ 岸线类型: '砂质', 一级类: '自然岸线', 岸线长度: 9000 }, line(35.5)),
        feature({ 岸线类型: '人工', 一级类: '自然岸线', 岸线长度: 9000 }, line(35.6)),
        feature(
          { 岸线类型: '砂质', 一级类: '自然岸线' },
          { type: 'Point', coordinates: [120, 36] },
        ),
        feature({ 岸线类型: '砂质', 一级类: '自然岸线' }, { type: 'Banana' }),
      ]),
    });
    const found = await report(['c.geojson'], directory);
    expect(codes(found)).toEqual(
      expect.arrayContaining([
        ...['length-differs', 'levels-disagree', 'geometry-unread', 'features-set-aside'],
      ]),
    );
    const disagree = found.provisionalReasons.find(({ code }) => code === 'levels-disagree');
    expect(disagree).toMatchObject({ file: 'c.geojson', line: 2 });
    // A tenth of a degree of the meridian at 35.65° N, by the same series: 11095.25 m.
    expect(disagree?.message).toContain('11.10 km');
    expect(found.coverage.setAsideFeatures).toBe(2);
  });

  test('nothing, where nothing is', async () => {
    expect(codes(await report([fixture('08-gbk-declared.zip')]))).toEqual(['coverage-outside']);
  });
});
