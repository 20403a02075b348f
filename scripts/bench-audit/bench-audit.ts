/**
 * Measures the audit engine against its limits (`npm run bench -- audit`): embedded data, a synthetic
 * district, the world's longest coast, and growth of time with the coast's length. Limits apply to the
 * clock on an idle machine; processor time is printed beside it for a busy one. Exit code 1 when both
 * exceed a limit.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseAuditRule } from '../../src/data/audit/audit-rule.ts';
import { readDataset } from '../../src/data/loading/read-dataset.ts';
import type { AuditRule } from '../../src/domain/audit/audit.ts';
import { summariseMeasured } from '../../src/domain/audit/audit-measured.ts';
import { answerAudit } from '../../src/domain/audit/audit-question.ts';
import { measureCoast, measuringCoast } from '../../src/domain/coast/measured-coast.ts';
import type { CoastlineSegment } from '../../src/domain/coastline.ts';
import { linesOf } from '../../src/domain/geodesy.ts';
import { unionArea } from '../../src/domain/geometry/polygon-union.ts';
import type { Position } from '../../src/domain/geometry.ts';
import type { Project } from '../../src/domain/project.ts';
import { applySites } from '../../src/domain/scenarios/apply-sites.ts';
import { footprintOf } from '../../src/domain/scenarios/footprint.ts';
import { ScenarioEngine } from '../../src/domain/scenarios/scenario-answer.ts';
import type { Zone } from '../../src/domain/zone.ts';
import { draggedScenario, draggedSite, startOf } from './dragged-scenario.ts';
import { type BenchCoast, benchZone, syntheticDistrict } from './synthetic-district.ts';
import { fittedExponent, type Timing, timed, timeRuns } from './timing.ts';
import { worldCoast } from './world-coast.ts';

const GEODATA = new URL('../../geodata/', import.meta.url);
/** Vertices of the coasts that show how time grows. */
const SIZES = [1_000, 4_000, 16_000, 64_000, 250_000, 1_000_000];
const LARGEST_EXPONENT = 1.15;
/** Few zones, as in the embedded data: the coast should determine the time, not the zones. */
const ZONES_OF_SIZES = 14;
/** Frames of a drag: one second. */
const FRAMES = 60;

const rule = await embeddedRule();
const overruns: string[] = [];
console.log('Audit engine, milliseconds by the clock (processor time in brackets)');
const projects = await embeddedProjects();
for (const { name, coast, limits } of [
  {
    name: 'embedded data',
    coast: await embeddedCoast(),
    limits: { full: 50, step: 16, drag: 16 },
  },
  {
    name: '35 000 vertices, 240 zones',
    coast: syntheticDistrict(35_000, 240),
    limits: { full: 200, drag: 50 },
  },
]) {
  const { drag, ...controller } = limits;
  benchDesk(name, coast, controller);
  benchDrag(name, coast, drag);
}
benchWorld();
benchGrowth();
if (overruns.length > 0) console.log(`\nOver the limit: ${overruns.join('; ')}`);
process.exitCode = overruns.length === 0 ? 0 : 1;

/** The complete audit, then the typical actions of the user in the app. */
function benchDesk(
  name: string,
  coast: BenchCoast,
  limits: { readonly full: number; readonly step?: number },
): void {
  const { segments } = coast;
  const full = timeRuns(25, () => fullAudit(coast));
  report(`${name}: full audit, first time`, full.first);
  report(`${name}: full audit`, full.middle, limits.full);
  const measured = measureCoast(toMeasure(coast));
  const segment = middleOf(segments);
  const log = [
    { segmentIds: [segment.id], class: 'artificial', reason: 'bench', date: '2025-01-01' },
  ] as const;
  const reclassify = (): void => void answerAudit(measured, segments, { rule, choices: {}, log });
  report(`${name}: reclassification`, timeRuns(25, reclassify).middle, limits.step);
  const site = siteAt(linesOf(segment.geometry)[0]?.[0] ?? [0, 0]);
  const sites = [{ id: 'site', geometry: site.geometry, class: 'artificial' }] as const;
  const trySite = (): void => {
    const tried = applySites(measured, segments, sites);
    summariseMeasured(tried.measured, { segments: tried.after, rule, realm: 'mainland' });
  };
  report(`${name}: a scenario's site`, timeRuns(25, trySite).middle, limits.step);
}

/** A dragged corner of a scenario's site: the questions of each frame, and the ground computed for it. */
function benchDrag(name: string, coast: BenchCoast, limitMs: number): void {
  const { segments } = coast;
  const measured = measureCoast(toMeasure(coast));
  const controller = new ScenarioEngine(measured, segments, projects);
  const questions = draggedScenario(segments, rule, FRAMES + 1).values();
  const drag = (): void => {
    const { value } = questions.next();
    if (value !== undefined) controller.answer(value);
  };
  const { first, middle } = timeRuns(FRAMES, drag);
  report(`${name}: a scenario of five sites, first time`, first);
  report(`${name}: a scenario's vertex dragged, a frame`, middle, limitMs);
  const site = draggedSite(startOf(segments, 0.5), 0);
  report(`${name}: its footprint`, timeRuns(25, () => void footprintOf(site)).middle);
}

/** The world's longest coast, with the longest delay of a progress report and of a cancellation. */
function benchWorld(): void {
  const coast = worldCoast();
  const name = `longest coast of the world, ${vertexCount(coast.segments)} vertices, ${coast.zones.length} zones`;
  const { first, middle } = timeRuns(3, () => fullAudit(coast));
  report(`${name}: full audit, first time`, first);
  report(`${name}: full audit`, middle, 2000);
  const steps = measuringCoast(toMeasure(coast));
  let isDone = false;
  let longest: Timing = { clockMs: 0, processorMs: 0 };
  while (!isDone) {
    const step = timed(() => {
      isDone = steps.next().done === true;
    });
    if (step.processorMs > longest.processorMs) longest = step;
  }
  report(`${name}: longest step between signs of progress`, longest);
}

/** The growth of time from a thousand vertices to a million. */
function benchGrowth(): void {
  const points = SIZES.map((vertices) => {
    const coast = syntheticDistrict(vertices, ZONES_OF_SIZES);
    const { middle } = timeRuns(vertices < 100_000 ? 5 : 2, () => fullAudit(coast));
    report(`${vertices} vertices, ${ZONES_OF_SIZES} zones: full audit`, middle);
    return { vertices, middle };
  });
  const exponents = (['clockMs', 'processorMs'] as const).map((which) =>
    fittedExponent(points.map(({ vertices, middle }) => [vertices, middle[which]])),
  );
  const [clock = Number.NaN, processor = Number.NaN] = exponents;
  note(
    `fitted exponent of time ${clock.toFixed(2)} (${processor.toFixed(2)}), limit ${LARGEST_EXPONENT}`,
    Math.min(clock, processor) <= LARGEST_EXPONENT,
  );
}

function fullAudit(coast: BenchCoast): void {
  const question = { rule, choices: {}, log: [] };
  answerAudit(measureCoast(toMeasure(coast)), coast.segments, question);
}

function toMeasure({ segments, zones }: BenchCoast): Parameters<typeof measureCoast>[0] {
  return { segments, zones, tolerancesM: rule.sensitivity.generaliseM, unionArea };
}

/** Half a kilometre of ground on each side of a position, as a planner might draw it. */
function siteAt([x, y]: Position): Zone {
  return benchZone('site', [
    [x - 0.0055, y - 0.0045],
    [x + 0.0055, y - 0.0045],
    [x + 0.0055, y + 0.0045],
    [x - 0.0055, y + 0.0045],
  ]);
}

function report(name: string, { clockMs, processorMs }: Timing, limitMs?: number): void {
  const times = `${clockMs.toFixed(1)} (${processorMs.toFixed(1)})`;
  if (limitMs === undefined) console.log(`  ${times.padStart(18)}  ${name}`);
  else {
    const share = (clockMs / limitMs).toFixed(2);
    note(
      `${times.padStart(18)}  ${name}, limit ${limitMs}, ratio ${share}`,
      Math.min(clockMs, processorMs) <= limitMs,
    );
  }
}

function note(line: string, isWithin: boolean): void {
  console.log(`  ${line}: ${isWithin ? 'within' : 'OVER'}`);
  if (!isWithin) overruns.push(line.trim());
}

function middleOf<T>(values: readonly T[]): T {
  const value = values[Math.floor(values.length / 2)];
  if (value === undefined) throw new Error('there is nothing to choose from');
  return value;
}

function vertexCount(segments: readonly CoastlineSegment[]): number {
  return segments.reduce((sum, { geometry }) => sum + linesOf(geometry).flat().length, 0);
}

async function embeddedRule(): Promise<AuditRule> {
  const parsed = await parseAuditRule(textOf('audit.json'), 'audit.json');
  if (!parsed.ok) throw new Error(parsed.error.message.en);
  return parsed.value;
}

async function embeddedCoast(): Promise<BenchCoast> {
  const [coastline, zones] = await Promise.all(
    (['coastline', 'zones'] as const).map((role) => {
      const file = `coast/${role}.geojson`;
      return readDataset(textOf(file), { file, dataset: role, role });
    }),
  );
  if (coastline?.ok !== true || zones?.ok !== true)
    throw new Error('the embedded coast is unreadable');
  const [lines, areas] = [coastline.value.content, zones.value.content];
  if (lines.role !== 'coastline' || areas.role !== 'zones') throw new Error('mixed up');
  return { segments: lines.segments, zones: areas.zones };
}

async function embeddedProjects(): Promise<readonly Project[]> {
  const files = readdirSync(new URL('projects/', GEODATA)).map((name) => `projects/${name}`);
  const read = await Promise.all(
    files.map((file) => readDataset(textOf(file), { file, dataset: file, role: 'projects' })),
  );
  return read.flatMap((parsed) =>
    parsed.ok && parsed.value.content.role === 'projects' ? parsed.value.content.projects : [],
  );
}

function textOf(file: string): string {
  return readFileSync(new URL(file, GEODATA), 'utf8');
}
