import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { auditBundle } from '../../../src/app/audit/audit-bundle.ts';
import { auditWorkbook } from '../../../src/app/audit/audit-workbook.ts';
import { countedDatasets } from '../../../src/app/audit/counted-datasets.ts';
import { showOwnData } from '../../../src/app/own-data/show-own-data.ts';
import { answerProvenance } from '../../../src/app/persistence/answer-provenance.ts';
import { auditCommand } from '../../../src/command/audit/audit-command.ts';
import type { AuditReport } from '../../../src/data/audit/audit-report.ts';
import { parseAuditRule } from '../../../src/data/audit/audit-rule.ts';
import { ImportSession } from '../../../src/data/import/import-session.ts';
import { parseMapping } from '../../../src/data/import/mapping/parse-mapping.ts';
import { answerAudit } from '../../../src/domain/audit/audit-question.ts';
import type { Language } from '../../../src/domain/bilingual.ts';
import { measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import { unionArea } from '../../../src/domain/geometry/polygon-union.ts';
import type { OwnDataset } from '../../../src/domain/own-data/own-dataset.ts';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import { closeTo } from '../../close-to.ts';
import { runCommand } from '../../command/run-command.ts';
import { auditedPlan, embeddedFiles } from './plan-bundle.ts';

const SAMPLE = readFileSync(new URL('../../fixtures/import/08-gbk-declared.zip', import.meta.url));
const STATEMENT = {
  survey: '岸线修测',
  date: '2024-06',
  unit: '某测绘院',
  waterLevel: '平均大潮高潮位',
};

const hash = (of: string | Uint8Array): string => createHash('sha256').update(of).digest('hex');

async function accepted(): Promise<OwnDataset> {
  const session = new ImportSession({
    ...{ frame: [119.5, 35.53, 120.36, 36.18], coast: [], sha256: hash },
  });
  const { datasets } = await session.open([
    { name: '08-gbk-declared.zip', bytes: async () => new Uint8Array(SAMPLE) },
  ]);
  const dataset = await session.accept(datasets[0]?.key ?? '', {
    ...{ id: 'own-a1', role: 'coastline', name: '修测岸线', confidence: 'high' },
    ...{ statement: STATEMENT, acceptedAt: '2026-12-01T08:00:00.000Z' },
  });
  return { ...dataset, id: 'own-a1' };
}

/** The embedded plan with the sample's coast in place of its own, as the page audits it. */
async function planWithOwnCoast(language: Language) {
  const plan = await auditedPlan(embeddedFiles(), { language });
  const { model } = plan;
  const dataset = await accepted();
  model.workspace.changeDatasets([dataset]);
  const stop = showOwnData(model);
  await vi.waitFor(() => expect(model.plan.loadedSegments.peek()).toHaveLength(6));
  stop();
  const rule = await parseAuditRule(embeddedFiles()['audit.json'], 'audit.json');
  if (!rule.ok) throw new Error(rule.error.message.en);
  const segments = model.plan.loadedSegments.peek();
  const measured = measureCoast({
    segments,
    zones: model.plan.zones.peek(),
    tolerancesM: rule.value.sensitivity.generaliseM,
    unionArea,
  });
  const answer = answerAudit(measured, segments, { rule: rule.value, choices: {}, log: [] });
  return { ...plan, dataset, answer };
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The tool of GNU that the README names; other systems may have none. */
const TOOL = 'sha256sum';

function hasTool(tool: string): boolean {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Unpacks a bundle into a folder of its own, byte for byte. */
function unpacked(files: ReadonlyMap<string, Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  folders.push(folder);
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe.each(['en', 'zh'] as const)('the bundle of an imported coast, in %s', (language) => {
  test('holds its text, mapping and lineage, checks with sha256sum, and comes to its own ratio', async () => {
    const { dataset, ...plan } = await planWithOwnCoast(language);
    const bytes = new Map(
      Object.entries(unzipSync(await auditBundle(plan.model, plan.answer, plan.words))),
    );
    const files = new Map([...bytes].map(([name, each]) => [name, strFromU8(each)]));
    expect(files.get('inputs/own-a1.geojson')).toBe(dataset.text);
    const lineage = JSON.parse(files.get('inputs/own-a1.lineage.json') ?? '');
    expect(lineage).toMatchObject({
      ...{ id: 'own-a1', name: '修测岸线', role: 'coastline', file: 'inputs/own-a1.geojson' },
      sha256: hash(files.get('inputs/own-a1.geojson') ?? ''),
      lineage: {
        files: [{ name: '08-gbk-declared.zip', sha256: hash(SAMPLE) }],
        ...{ read: 6, kept: 6, setAside: 0, statement: STATEMENT },
      },
    });
    const mapping = parseMapping(files.get('inputs/own-a1.mapping.json') ?? '', 'mapping.json');
    expect(mapping).toEqual({ ok: true, value: dataset.lineage.mapping });
    const folder = unpacked(bytes);
    const sums = (files.get('SHA256SUMS') ?? '').trimEnd().split('\n');
    expect(sums.map((line) => line.slice(66)).toSorted()).toEqual(
      [...files.keys()].filter((name) => !['README.md', 'SHA256SUMS'].includes(name)).toSorted(),
    );
    for (const line of sums)
      expect(line.slice(0, 66)).toBe(`${hash(bytes.get(line.slice(66)) ?? '')}  `);
    if (hasTool(TOOL)) {
      const out = execFileSync(TOOL, ['-c', '--strict', 'SHA256SUMS'], {
        ...{ cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
      });
      expect(out.match(/: OK$/gm)).toHaveLength(sums.length);
    }
    const readme = files.get('README.md') ?? '';
    expect(readme).toContain('inputs/*.lineage.json');
    expect(readme).toContain('sha256sum -c SHA256SUMS');
    const again = await runCommand(
      auditCommand,
      [
        ...['--coastline', 'coastline-edited.geojson', '--rule', 'rule.json'],
        ...['--zones', 'inputs/coast/zones.geojson', '--format', 'json'],
      ],
      { directory: folder },
    );
    expect(again.code, again.err).toBe(0);
    const [told, report]: readonly AuditReport[] = [
      JSON.parse(files.get('result.json') ?? ''),
      JSON.parse(again.out),
    ];
    // The command adds how sure the figures are.
    expect(report?.overall).toMatchObject(told?.overall ?? {});
    expect(report?.notice).toEqual(told?.notice);
    // The length of the six stretches by GeographicLib, as in samples.test.ts.
    closeTo(report?.overall.totalM, 15006.7726, 0.001);
  });

  test('and its workbook say where the data came from and who decided what', async () => {
    const { model, answer, dataset } = await planWithOwnCoast(language);
    const words = await loadAllTexts(language);
    const { sheets } = auditWorkbook(
      {
        ...{ answer, zones: [], segments: [], credits: [], planTitle: '', date: '2026-12-01' },
        ...{ statistics: [], series: [] },
        standing: model.plan.standing.peek(),
        datasets: countedDatasets(model),
        provenance: await answerProvenance(model, answer),
      },
      words,
    );
    const sheet = sheets.find(({ name }) => name === words.t('lineageTitle'));
    const text = JSON.stringify(sheet?.rows);
    for (const said of [
      hash(SAMPLE),
      dataset.sha256,
      '08-gbk-declared.zip',
      Object.values(STATEMENT).join(' · '),
      words.t('importHow_declared'),
      words.t('confidence_high'),
    ])
      expect(text).toContain(said);
    model.workspace.undo();
    const none = { ...model, workspace: model.workspace };
    expect(countedDatasets(none)).toEqual([]);
  });
});
