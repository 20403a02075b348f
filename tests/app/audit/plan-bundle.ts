import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { auditBundle } from '../../../src/app/audit/audit-bundle.ts';
import { createModel } from '../../../src/app/state/model.ts';
import { parseAuditRule } from '../../../src/data/audit/audit-rule.ts';
import { readDataset } from '../../../src/data/loading/read-dataset.ts';
import { type AuditAnswer, answerAudit } from '../../../src/domain/audit/audit-question.ts';
import type { AuditChoices } from '../../../src/domain/audit/audit-settings.ts';
import type { Reclassification } from '../../../src/domain/audit/reclassification.ts';
import type { Language } from '../../../src/domain/bilingual.ts';
import { measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import { unionArea } from '../../../src/domain/geometry/polygon-union.ts';
import { type I18n, loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';
import { catalogueLayer, catalogueOf } from '../plan.ts';

/** The files of an audit by their paths in `geodata`. */
export type PlanFiles = Readonly<
  Record<'coast/coastline.geojson' | 'coast/zones.geojson' | 'audit.json', string>
>;

/** The files that come with the app. */
export function embeddedFiles(): PlanFiles {
  const read = (name: string): string =>
    readFileSync(new URL(`../../../geodata/${name}`, import.meta.url), 'utf8');
  return {
    'coast/coastline.geojson': read('coast/coastline.geojson'),
    'coast/zones.geojson': read('coast/zones.geojson'),
    'audit.json': read('audit.json'),
  };
}

/** A desk: its model, the answer to its choices and changes, and its words. */
export type AuditedPlan = {
  readonly model: ReturnType<typeof createModel>;
  readonly answer: AuditAnswer;
  readonly words: I18n;
};

/** Audits the files of a plan as the page does, with the user's choices and changes. */
export async function auditedPlan(
  files: PlanFiles,
  {
    choices = {},
    log = [],
    language = 'en',
  }: {
    readonly choices?: AuditChoices;
    readonly log?: readonly Reclassification[];
    readonly language?: Language;
  } = {},
): Promise<AuditedPlan> {
  const model = createModel({}, { language, theme: 'light' });
  const layers = (['coastline', 'zones'] as const).map((role) =>
    catalogueLayer(role, role, { source: { kind: 'geojson', url: `coast/${role}.geojson` } }),
  );
  model.plan.showCatalogue({ kind: 'ready', catalogue: catalogueOf(layers), issues: [] });
  for (const role of ['coastline', 'zones'] as const) {
    const file = `geodata/coast/${role}.geojson`;
    const text = files[`coast/${role}.geojson`];
    const read = await readDataset(text, { file, dataset: role, role });
    if (!read.ok) throw new Error(read.error.message.en);
    model.audit.addSource(role, { file, text });
    model.plan.showDatasets([[role, { kind: 'ready', ...read.value }]]);
  }
  model.audit.addSource('audit', { file: 'geodata/audit.json', text: files['audit.json'] });
  for (const entry of log) model.workspace.reclassify(entry);
  const rule = await parseAuditRule(files['audit.json'], 'audit.json');
  if (!rule.ok) throw new Error(rule.error.message.en);
  const segments = model.plan.loadedSegments.peek();
  const measured = measureCoast({
    segments,
    zones: model.plan.zones.peek(),
    tolerancesM: rule.value.sensitivity.generaliseM,
    unionArea,
  });
  const question = { rule: rule.value, choices, log: model.workspace.log.peek() };
  const answer = answerAudit(measured, segments, question);
  const words = await loadTexts(language);
  await loadDeferredTexts(language);
  return { model, answer, words };
}

/** The texts of a plan's bundle by their names in it. */
export async function bundleOf({
  model,
  answer,
  words,
}: AuditedPlan): Promise<ReadonlyMap<string, string>> {
  const files = unzipSync(await auditBundle(model, answer, words));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}
