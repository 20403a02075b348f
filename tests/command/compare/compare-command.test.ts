import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compareCommand } from '../../../src/command/compare/compare-command.ts';
import type { ChangeReport } from '../../../src/data/coast-change/change-report.ts';
import { closeTo as numberCloseTo } from '../../close-to.ts';
import { collection, NORTHERN_TENTH, SOUTHERN_TENTH, segment, zone } from '../coast-files.ts';
import { directoryWith, type Outcome, runCommand } from '../run-command.ts';

/** Null is close to nothing, as a missing value is. */
function closeTo(actual: number | null | undefined, expected: number, tolerance: number): void {
  numberCloseTo(actual ?? undefined, expected, tolerance);
}

const MILLIMETRE = 0.001;
const SOUTH: readonly (readonly [number, number])[] = [
  [120, 35.5],
  [120, 35.6],
];
const NORTH: readonly (readonly [number, number])[] = [
  [120, 35.6],
  [120, 35.7],
];
const BEFORE = collection([
  segment('beach', SOUTH),
  segment('quay', NORTH, { class: 'artificial', use: 'port' }),
]);
/** The beach is built over, and its north is not surveyed. */
const AFTER = collection([segment('new', SOUTH, { class: 'artificial', use: 'port' })]);
const ZONES = collection([
  zone('south', [119.9, 35.4, 120.1, 35.6]),
  zone('north', [119.9, 35.6, 120.1, 35.8]),
]);

async function compare(
  args: readonly string[],
  files: Readonly<Record<string, string | object>> = {},
): Promise<Outcome> {
  const directory = directoryWith({
    'before.geojson': BEFORE,
    'after.geojson': AFTER,
    'zones.geojson': ZONES,
    'rule.json': {},
    ...files,
  });
  return runCommand(compareCommand, args, { directory });
}

const REST = ['--zones', 'zones.geojson', '--rule', 'rule.json'];

function read({ out }: Outcome): ChangeReport {
  return JSON.parse(out);
}

describe('the comparison as JSON', () => {
  test.each([
    [['before.geojson', 'after.geojson', '--json']],
    [['--before', 'before.geojson', '--after', 'after.geojson', '--format', 'json']],
    [['--before', 'before.geojson', 'after.geojson', '--format=json']],
  ])('says what became of the coast: %j', async (args) => {
    const outcome = await compare([...args, ...REST]);
    expect(outcome).toMatchObject({ code: 0, err: '' });
    const report = read(outcome);
    closeTo(report.transitions.sandy.artificial, SOUTHERN_TENTH, MILLIMETRE);
    closeTo(report.lostM, NORTHERN_TENTH, MILLIMETRE);
    closeTo(report.gainedM, 0, MILLIMETRE);
    closeTo(report.before.ratio, SOUTHERN_TENTH / (SOUTHERN_TENTH + NORTHERN_TENTH), 1e-9);
    closeTo(report.change.ratio, -(report.before.ratio ?? 0), 1e-9);
    const parts = report.change.parts.map(({ ratio }) => ratio ?? Number.NaN);
    closeTo(
      parts.reduce((sum, ratio) => sum + ratio, 0),
      report.change.ratio ?? Number.NaN,
      1e-9,
    );
    expect(report.change.parts.map(({ kind }) => kind)).toEqual([
      ...['consumed', 'restored', 'reclassified', 'moved', 'detail', 'extent'],
    ]);
    expect(report.zones.map(({ id }) => id)).toEqual(['south', 'north']);
    closeTo(report.zones[1]?.lostM, NORTHERN_TENTH, MILLIMETRE);
    expect(report.zones[1]?.change.ratio).toBeNull();
    expect(report.stretches).toMatchObject([
      { kind: 'matched', before: { segment: 'beach', class: 'sandy', zones: ['south'] } },
      { kind: 'lost', before: { segment: 'quay' }, after: null },
    ]);
    expect(report.sources.after.data[0]?.file).toContain('after.geojson');
  });

  test('applies the tolerance of the call', async () => {
    // 0.001° of longitude at 35.5° are 90.7 m.
    const moved = collection([
      segment('beach', [
        [120.001, 35.5],
        [120.001, 35.6],
      ]),
    ]);
    const files = { 'moved.geojson': moved };
    const far = read(await compare(['before.geojson', 'moved.geojson', '--json', ...REST], files));
    closeTo(far.lostM, SOUTHERN_TENTH + NORTHERN_TENTH, MILLIMETRE);
    const near = read(
      await compare(
        ['before.geojson', 'moved.geojson', '--json', '--tolerance', '120', ...REST],
        files,
      ),
    );
    expect(near.toleranceM).toBe(120);
    closeTo(near.transitions.sandy.sandy, SOUTHERN_TENTH, 1);
    // The line runs north, so its land is in the west and the sea in the east.
    closeTo(near.reclaimedM2 / SOUTHERN_TENTH, 90.7, 0.1);
  });
});

test('coasts that are drawn in opposite directions leave seaward in doubt, and it is said', async () => {
  const files = { 'turned.geojson': collection([segment('beach', SOUTH.toReversed())]) };
  const args = ['before.geojson', 'turned.geojson', ...REST];
  closeTo(read(await compare([...args, '--json'], files)).opposedM, SOUTHERN_TENTH, MILLIMETRE);
  const { out } = await compare([...args, '--lang', 'en'], files);
  expect(out).toContain('! 11,095.1 m are drawn in opposite directions');
});

test('one file is compared with the coast of the plan', async () => {
  const outcome = await compare(['after.geojson', '--json', '--zones', 'zones.geojson']);
  expect(outcome.code).toBe(0);
  const report = read(outcome);
  expect(report.sources.before.data[0]?.file).toContain('geodata/coast/coastline.geojson');
  expect(report.sources.before.notice?.en).toContain('Illustration');
  closeTo(report.gainedM, SOUTHERN_TENTH, MILLIMETRE);
});

test('a file of another kind is read as import reads it', async () => {
  const csv = [
    'name,岸线类型,wkt',
    `a,砂质岸线,"LINESTRING(120 35.5, 120 35.6)"`,
    `b,人工岸线,"LINESTRING(120 35.6, 120 35.7)"`,
  ].join('\n');
  const files = { 'own.csv': csv };
  const args = ['own.csv', 'after.geojson', '--json', '--as', 'coastline', '--crs', 'EPSG:4490'];
  const outcome = await compare([...args, ...REST], files);
  expect(outcome.err).toBe('');
  closeTo(read(outcome).transitions.sandy.artificial, SOUTHERN_TENTH, MILLIMETRE);
});

test('the same survey in two formats has not changed', async () => {
  const fixture = (name: string): string =>
    fileURLToPath(new URL(`../../fixtures/import/${name}`, import.meta.url));
  const files = [fixture('08-gbk-declared.zip'), fixture('12-coast.gpkg')];
  const report = read(await compare([...files, '--json', ...REST]));
  // 15 006.7726 m by GeographicLib; see the README beside the files.
  closeTo(report.before.totalM, 15006.7726, MILLIMETRE);
  closeTo(report.lostM + report.gainedM, 0, MILLIMETRE);
  closeTo(report.change.ratio, 0, 1e-9);
});

test.each([
  ['en', 'consumed (natural → artificial)', 'lost'],
  ['zh', '占用（自然变人工）', '消失'],
])('the text in %s names parts, classes and stretches', async (lang, part, lost) => {
  const { code, out } = await compare(['before.geojson', 'after.geojson', '--lang', lang, ...REST]);
  expect(code).toBe(0);
  expect(out).toContain(part);
  expect(out).toContain(lost);
  expect(out).toContain('11,095.1');
  expect(out).toContain('50.00% → 0.00%');
  expect(out).toMatch(/quay 0\.0–11,095\.3/);
});

describe('a call that cannot be answered ends with 2 and a sentence', () => {
  test.each([
    [[], 'Name the coastlines to compare'],
    [['before.geojson', 'after.geojson', 'zones.geojson'], 'one too many'],
    [['before.geojson', 'after.geojson', '--tolerance', '0'], '--tolerance is a number'],
    [['before.geojson', 'after.geojson', '--tolerance', 'wide'], '--tolerance is a number'],
    [['before.geojson', 'missing.geojson'], 'missing.geojson'],
    [['before.geojson', 'broken.geojson'], 'broken.geojson'],
    [['before.geojson', 'partly.geojson'], 'the coast after: not compared'],
  ])('%j', async (args, message) => {
    const outcome = await compare(args, {
      'broken.geojson': '{ "type": ',
      'partly.geojson': collection([segment('beach', SOUTH), segment('nowhere', [[120, 35.6]])]),
    });
    expect(outcome.code).toBe(2);
    expect(outcome.out).toBe('');
    expect(outcome.err).toContain(message);
    expect(outcome.err).not.toContain('    at ');
  });

  test('unless what is unusable is set aside', async () => {
    const files = {
      'partly.geojson': collection([segment('beach', SOUTH), segment('nowhere', [[120, 35.6]])]),
    };
    const args = ['before.geojson', 'partly.geojson', '--set-aside', '--json', ...REST];
    const outcome = await compare(args, files);
    expect(outcome.code).toBe(0);
    expect(read(outcome).provisional).toBe(true);
  });
});
