import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { auditBundle } from '../../../src/app/audit/audit-bundle.ts';
import { createModel } from '../../../src/app/state/model.ts';
import { auditCommand } from '../../../src/command/audit/audit-command.ts';
import type { AuditReport } from '../../../src/data/audit/audit-report.ts';
import { parseAuditRule } from '../../../src/data/audit/audit-rule.ts';
import { readDataset } from '../../../src/data/loading/read-dataset.ts';
import { answerAudit } from '../../../src/domain/audit/audit-question.ts';
import type { AuditChoices } from '../../../src/domain/audit/audit-settings.ts';
import type { Language } from '../../../src/domain/bilingual.ts';
import { measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import { unionArea } from '../../../src/domain/geometry/polygon-union.ts';
import { loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';
import { closeTo } from '../../close-to.ts';
import { directoryWith, runCommand } from '../../command/run-command.ts';
import { catalogueLayer, catalogueOf } from '../plan.ts';

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

/** The desk with the files above: a stretch of quay found to be sand, and whatever is chosen. */
async function bundle(
  choices: AuditChoices = {},
  language: Language = 'en',
): Promise<ReadonlyMap<string, Uint8Array>> {
  const model = createModel({}, { language, theme: 'light' });
  const layers = (['coastline', 'zones'] as const).map((role) =>
    catalogueLayer(role, role, { source: { kind: 'geojson', url: `coast/${role}.geojson` } }),
  );
  model.plan.showCatalogue({ kind: 'ready', catalogue: catalogueOf(layers), issues: [] });
  for (const role of ['coastline', 'zones'] as const) {
    const file = `geodata/coast/${role}.geojson`;
    const text = FILES[`coast/${role}.geojson`];
    const read = await readDataset(text, { file, dataset: role, role });
    if (!read.ok) throw new Error(read.error.message.en);
    model.audit.addSource(role, { file, text });
    model.plan.showDatasets([[role, { kind: 'ready', ...read.value }]]);
  }
  model.audit.addSource('audit', { file: 'geodata/audit.json', text: RULE });
  model.workspace.reclassify({
    segmentIds: ['quay'],
    class: 'restored',
    reason: 'works finished',
    date: '2025-03-01T08:00:00Z',
  });
  const rule = await parseAuditRule(RULE, 'audit.json');
  if (!rule.ok) throw new Error(rule.error.message.en);
  const measured = measureCoast({
    segments: model.plan.loadedSegments.peek(),
    zones: model.plan.zones.peek(),
    tolerancesM: rule.value.sensitivity.generaliseM,
    unionArea,
  });
  const question = { rule: rule.value, choices, log: model.workspace.log.peek() };
  const answer = answerAudit(measured, model.plan.loadedSegments.peek(), question);
  const words = await loadTexts(language);
  await loadDeferredTexts(language);
  return new Map(Object.entries(unzipSync(await auditBundle(model, answer, words))));
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
  return JSON.parse(out);
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
