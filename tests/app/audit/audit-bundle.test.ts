import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { auditBundle } from '../../../src/app/audit/audit-bundle.ts';
import { auditCommand } from '../../../src/command/audit/audit-command.ts';
import type { AuditReport } from '../../../src/data/audit/audit-report.ts';
import { readDataset } from '../../../src/data/loading/read-dataset.ts';
import type { AuditChoices } from '../../../src/domain/audit/audit-settings.ts';
import type { Language } from '../../../src/domain/bilingual.ts';
import { closeTo } from '../../close-to.ts';
import { directoryWith, runCommand } from '../../command/run-command.ts';
import { auditedPlan, type PlanFiles } from './plan-bundle.ts';

/** A file of the plan as text, with one feature a row: id, properties, geometry. */
function collection(rows: readonly (readonly [string, object, object])[]): string {
  const features = rows.map(([id, properties, geometry]) => ({
    type: 'Feature',
    id,
    properties: { id, name_zh: id, name_en: id, ...properties },
    geometry,
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

function line(...coordinates: readonly (readonly [number, number])[]): object {
  return { type: 'LineString', coordinates };
}

function box(west: number, east: number): object {
  const ring = [
    [west, 35],
    [east, 35],
    [east, 37],
    [west, 37],
    [west, 35],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

/** A rock, a wandering beach, a quay and an islet; the last feature is no line and is set aside. */
const COASTLINE = collection([
  [
    'rock',
    { class: 'bedrock', realm: 'mainland', confidence: 'high' },
    line([120, 36], [120.03, 36.01]),
  ],
  [
    'beach',
    { class: 'sandy', realm: 'mainland', confidence: 'low' },
    line([120.03, 36.01], [120.0301, 36.0102], [120.0302, 36.0101], [120.06, 36]),
  ],
  [
    'quay',
    { class: 'artificial', use: 'port', realm: 'mainland', confidence: 'high' },
    line([120.06, 36], [120.1, 36]),
  ],
  [
    'islet',
    { class: 'bedrock', realm: 'island', confidence: 'high' },
    line([120.02, 35.9], [120.03, 35.9], [120.03, 35.91], [120.02, 35.9]),
  ],
  [
    'buoy',
    { class: 'bedrock', realm: 'mainland', confidence: 'high' },
    { type: 'Point', coordinates: [120, 36] },
  ],
]);
const ZONES = collection([
  ['west', {}, box(119.9, 120.05)],
  ['east', { target: 0.2 }, box(120.05, 120.2)],
]);
const RULE = JSON.stringify({ target: 0.4, sensitivity: { generaliseM: [5, 50] } });
const FILES = {
  'coast/coastline.geojson': COASTLINE,
  'coast/zones.geojson': ZONES,
  'audit.json': RULE,
};

/** The bundle of the files above: a stretch of quay found to be repaired, and whatever is chosen. */
async function bundle(
  choices: AuditChoices = {},
  language: Language = 'en',
  files: PlanFiles = FILES,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { model, answer, words } = await auditedPlan(files, { choices, language, log: [CHANGE] });
  return new Map(Object.entries(unzipSync(await auditBundle(model, answer, words))));
}

const CHANGE = {
  segmentIds: ['quay'],
  class: 'restored',
  reason: 'works finished',
  date: '2025-03-01T08:00:00Z',
} as const;

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function textIn(files: ReadonlyMap<string, Uint8Array>, name: string): string {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Error(`no ${name} among ${[...files.keys()].join()}`);
  return strFromU8(bytes);
}

function resultIn(files: ReadonlyMap<string, Uint8Array>): AuditReport {
  return JSON.parse(textIn(files, 'result.json'));
}

/** What the README says to run, run on the unpacked files. */
async function reproduced(files: ReadonlyMap<string, Uint8Array>): Promise<AuditReport> {
  const directory = directoryWith(
    Object.fromEntries([...files].map(([name, bytes]) => [name.replaceAll('/', '_'), bytes])),
  );
  const [, told = ''] = /audit -- ((?:.|\\\n)*?)\n\n/.exec(textIn(files, 'README.md')) ?? [];
  const args = told
    .replaceAll('\\\n', ' ')
    .trim()
    .split(/\s+/)
    .map((word) => (word.startsWith('BUNDLE/') ? word.slice(7).replaceAll('/', '_') : word));
  const { code, out, err } = await runCommand(auditCommand, args, { directory });
  expect(code, err).toBe(0);
  return withoutUncertainty(JSON.parse(out));
}

/** The command adds how sure the figures are, and says so in the README. */
function withoutUncertainty({ overall, zones, ...report }: AuditReport): AuditReport {
  const strip = <Part extends object>({
    uncertainty: _,
    ...part
  }: Part & { uncertainty?: unknown }) => part;
  return { ...report, overall: strip(overall), zones: zones.map(strip) };
}

describe('an audit bundle', () => {
  test('holds the inputs byte for byte, and their hashes are those of the result and the README', async () => {
    const files = await bundle();
    for (const [name, text] of Object.entries(FILES)) {
      expect(textIn(files, `inputs/${name}`)).toBe(text);
      const sha256 = createHash('sha256').update(text).digest('hex');
      expect(resultIn(files).data).toContainEqual({
        role: name.includes('coastline') ? 'coastline' : name.includes('zones') ? 'zones' : 'rule',
        file: `geodata/${name}`,
        sha256,
      });
      expect(textIn(files, 'README.md')).toContain(`- inputs/${name}: ${sha256}`);
    }
  });

  test('holds a file with a byte order mark byte for byte, and states the hash of its bytes', async () => {
    const marked = { ...FILES, 'coast/coastline.geojson': `\uFEFF${COASTLINE}` };
    const files = await bundle({}, 'en', marked);
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(COASTLINE)]);
    expect(Buffer.from(files.get('inputs/coast/coastline.geojson') ?? [])).toEqual(bytes);
    expect(resultIn(files).data[0]?.sha256).toBe(sha256(bytes));
    expect(textIn(files, 'README.md')).toContain(
      `- inputs/coast/coastline.geojson: ${sha256(bytes)}`,
    );
  });

  test('lists in its README the hash of every file in it', async () => {
    for (const choices of [{}, { toleranceM: 50, numerator: 'native' }] as const) {
      const files = await bundle(choices);
      for (const [name, bytes] of files)
        if (name !== 'README.md')
          expect(textIn(files, 'README.md')).toContain(`- ${name}: ${sha256(bytes)}\n`);
    }
  });

  test.each([
    ['changed classes', {}, ['coastline-edited.geojson']],
    ['another target too', { target: 0.5 }, ['coastline-edited.geojson', 'rule.json']],
    [
      'fewer corners too',
      { toleranceM: 50 },
      ['coastline-edited.geojson', 'coastline-generalised.geojson'],
    ],
  ] as const)(
    'names with %s the files that were counted, by the hash of the bytes in it',
    async (_, choices, names) => {
      const files = await bundle(choices);
      const made = resultIn(files).data.filter((file) => file.made === true);
      expect(made.map(({ file }) => file)).toEqual(names);
      for (const { file, sha256: hash } of made) {
        expect(hash).toBe(sha256(files.get(file) ?? ''));
        expect(textIn(files, 'README.md')).toContain(`${file} SHA-256 ${hash.slice(0, 12)}`);
      }
    },
  );

  test('says in result and sentence which stretch was judged otherwise', async () => {
    const files = await bundle();
    expect(resultIn(files).changes).toEqual([
      {
        segment: 'quay',
        name_zh: 'quay',
        name_en: 'quay',
        before: { class: 'artificial', use: 'port', confidence: 'high' },
        after: { class: 'restored', use: null, confidence: 'high' },
      },
    ]);
    expect(textIn(files, 'README.md')).toContain('quay: artificial → restored');
  });

  test('holds the coastline as edited, with the change and its reason', async () => {
    const edited = await readDataset(textIn(await bundle(), 'coastline-edited.geojson'), {
      file: 'edited',
      dataset: 'coastline',
      role: 'coastline',
    });
    const segments =
      edited.ok && edited.value.content.role === 'coastline' ? edited.value.content.segments : [];
    expect(segments.map(({ id, class: shoreClass }) => [id, shoreClass])).toEqual([
      ['rock', 'bedrock'],
      ['beach', 'sandy'],
      ['quay', 'restored'],
      ['islet', 'bedrock'],
    ]);
    expect(segments[2]?.classSource).toBe('works finished');
  });

  test.each([
    ['nothing is chosen', {}],
    ['islands count too', { realm: 'all' }],
    ['natural alone counts, to another target', { numerator: 'native', target: 0.9 }],
    ['estuaries are left out', { estuary: 'excluded' }],
  ] as const)('comes to the same figures by its own README where %s', async (_, choices) => {
    const files = await bundle(choices);
    const [told, again] = [resultIn(files), await reproduced(files)];
    expect(again.overall).toEqual(told.overall);
    expect(again.zones).toEqual(told.zones);
    expect(again.rule).toEqual(told.rule);
    expect(again.realm).toBe(told.realm);
  });

  test('comes to the same lengths and ratio for a generalised coast', async () => {
    const files = await bundle({ toleranceM: 50 });
    const [told, again] = [resultIn(files), await reproduced(files)];
    // At 50 m the beach loses its wiggle: the drawn coast is longer.
    expect(told.overall.totalM).toBeLessThan(resultIn(await bundle()).overall.totalM - 5);
    expect(again.overall.totalM).toBe(told.overall.totalM);
    expect(again.overall.ratio).toBe(told.overall.ratio);
    expect(again.zones.map(({ byClass }) => byClass)).toEqual(
      told.zones.map(({ byClass }) => byClass),
    );
  });

  test('says that a feature was set aside, and its figures are provisional', async () => {
    const { coverage, provisional } = resultIn(await bundle());
    expect(coverage.setAsideFeatures).toBe(1);
    expect(provisional).toBe(true);
  });

  test('says in the reader’s language that the classes are an illustration', async () => {
    expect(textIn(await bundle({}, 'zh'), 'README.md')).toContain('示意');
    expect(textIn(await bundle({}, 'en'), 'README.md')).toMatch(/illustration/i);
  });

  test('names the ellipsoid as EPSG does, for QGIS', async () => {
    for (const language of ['zh', 'en'] as const)
      expect(textIn(await bundle({}, language), 'README.md')).toContain('EPSG:1024');
  });

  test('comes to the length of a stretch with PROJ’s geod as the README says, where it is installed', async (context) => {
    const files = await bundle();
    const { evidence = [] } = resultIn(files).zones[0] ?? {};
    const rock = evidence.find(({ segment }) => segment === 'rock');
    const [, command = ''] = /^ {4}(geod .*)$/m.exec(textIn(files, 'README.md')) ?? [];
    const [tool = '', ...args] = command.split(' ');
    const pair = [rock?.from?.[1], rock?.from?.[0], rock?.to?.[1], rock?.to?.[0]].join(' ');
    let out: string;
    try {
      out = execFileSync(tool, args, { input: `${pair}\n`, encoding: 'utf8' });
    } catch {
      context.skip();
      return;
    }
    // geod prints six decimals.
    closeTo(rock?.lengthM, Number(out.trim().split(/\s+/).at(-1)), 1e-6);
  });
});
