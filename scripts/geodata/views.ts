import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseUrlText } from '../../src/app/address/url-state.ts';
import { parseAuditRule } from '../../src/data/audit/audit-rule.ts';
import { readDataset } from '../../src/data/loading/read-dataset.ts';
import { parseDeck } from '../../src/data/views/deck-file.ts';
import type { AuditRule } from '../../src/domain/audit/audit.ts';
import { answerAudit } from '../../src/domain/audit/audit-question.ts';
import { type MeasuredCoast, measureCoast } from '../../src/domain/coast/measured-coast.ts';
import type { CoastlineSegment } from '../../src/domain/coastline.ts';
import { unionArea } from '../../src/domain/geometry/polygon-union.ts';
import type { Project } from '../../src/domain/project.ts';
import { footprintOf } from '../../src/domain/scenarios/footprint.ts';
import { ScenarioEngine } from '../../src/domain/scenarios/scenario-answer.ts';
import { FIGURE_KINDS } from '../../src/domain/views/figure-drift.ts';
import type { SavedView } from '../../src/domain/views/saved-view.ts';
import { FIGURE_NAMES, type ShownFigures } from '../../src/domain/views/shown-figures.ts';
import { viewFigures } from '../../src/domain/views/view-figures.ts';
import { formatDeck } from './write-deck.ts';

/** The coast from which the views' figures are computed, as in the built files. */
type Coast = {
  readonly measured: MeasuredCoast;
  readonly segments: readonly CoastlineSegment[];
  readonly rule: AuditRule;
  readonly controller: ScenarioEngine;
};

/**
 * Writes geodata/views/<deck>.json from every geodata/raw/views/<deck>.json: the same views, with the
 * figures that the app would show. Requires the built coast, zones and projects.
 * @throws Error naming the place, when a raw deck cannot be read, or a view needs a figure that is not
 * computed here.
 */
export async function buildViews({ geodata = 'geodata' } = {}): Promise<void> {
  const coast = await readCoast(geodata);
  const raw = join(geodata, 'raw/views');
  for (const name of (await jsonFiles(raw)).sort()) {
    const file = join(raw, name);
    const parsed = await parseDeck(await readFile(file, 'utf8'), file);
    if (!parsed.ok) throw new Error(parsed.error.message.en);
    const deck = parsed.value;
    const views = deck.views.map((view) => ({ ...view, figures: figuresOf(view, coast) }));
    const target = join(geodata, 'views', name);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, formatDeck({ ...deck, views }), 'utf8');
  }
}

async function readCoast(geodata: string): Promise<Coast> {
  const coastline = await contentOf(join(geodata, 'coast/coastline.geojson'), 'coastline');
  const belt = await contentOf(join(geodata, 'coast/zones.geojson'), 'zones');
  const segments = coastline.role === 'coastline' ? coastline.segments : [];
  const zones = belt.role === 'zones' ? belt.zones : [];
  const file = join(geodata, 'audit.json');
  const rule = await parseAuditRule(await readFile(file, 'utf8'), file);
  if (!rule.ok) throw new Error(rule.error.message.en);
  const tolerancesM = rule.value.sensitivity.generaliseM;
  const measured = measureCoast({ segments, zones, tolerancesM, unionArea });
  const controller = new ScenarioEngine(
    measured,
    segments,
    await readProjects(join(geodata, 'projects')),
  );
  return { measured, segments, rule: rule.value, controller };
}

async function readProjects(folder: string): Promise<readonly Project[]> {
  const contents = await Promise.all(
    (await readdir(folder)).sort().map((name) => contentOf(join(folder, name), 'projects')),
  );
  return contents.flatMap((content) => (content.role === 'projects' ? content.projects : []));
}

async function contentOf(file: string, role: 'coastline' | 'zones' | 'projects') {
  const read = await readDataset(await readFile(file, 'utf8'), { file, dataset: file, role });
  if (!read.ok) throw new Error(read.error.message.en);
  return read.value.content;
}

async function jsonFiles(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.json'));
}

function figuresOf(
  { number, address, scenario, blocks, subject }: SavedView,
  { measured, segments, rule, controller }: Coast,
): ShownFigures {
  const { audit: choices = {}, zone: zoneId, filter } = parseUrlText(address);
  if (filter !== undefined)
    throw new Error(`view ${number} filters projects; their count is not worked out here`);
  const question = { rule, choices, log: [] };
  const answer = answerAudit(measured, segments, question);
  const footprints = scenario?.sites.map(footprintOf);
  const tried = footprints && controller.answer({ ...question, footprints });
  // A slide that says what it is about, and names no figure, is not about the ratio.
  const isAbout = blocks !== undefined || subject !== undefined;
  if (isAbout && blocks?.figure === undefined) return {};
  return rounded(viewFigures({ answer, zoneId, tried }));
}

/**
 * Finer than the user can read, and coarser than the last bits, whose rounding may differ between machines.
 */
function rounded(figures: ShownFigures): ShownFigures {
  return Object.fromEntries(
    FIGURE_NAMES.flatMap((name) => {
      const value = figures[name];
      const decimals = FIGURE_KINDS[name] === 'share' ? 6 : 1;
      return value === undefined ? [] : [[name, Number(value.toFixed(decimals)) + 0]];
    }),
  );
}
