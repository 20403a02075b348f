import type { ReadonlySignal } from '@preact/signals';
import type { ExportAbout, ExportedProject } from '../../data/projects/exported-project.ts';
import type { Language } from '../../domain/bilingual.ts';
import { type ConflictsByProject, protects } from '../../domain/conflicts/conflict.ts';
import type { Project } from '../../domain/project.ts';
import type { ShoreRelations } from '../../domain/projects/shore-relation.ts';
import { statisticsRecords } from '../../domain/projects/statistics-records.ts';
import type { Zone } from '../../domain/zone.ts';
import { isoLocal } from '../../ui/format-date.ts';
import type { I18n } from '../../ui/i18n.tsx';
import type { ExportFormat } from '../../ui/projects/export-menu.tsx';
import type { TableLayout } from '../../ui/projects/project-rows.ts';
import { today } from '../persistence/save-and-open.ts';
import { saveFile } from '../persistence/save-file.ts';
import { WORKBOOK_TYPE } from '../persistence/save-workbook-file.ts';
import type { Model } from '../state/model.ts';
import { countByZone, measureSites, writeWorkbook } from '../workers/export-client.ts';
import type { MeasuredSite } from '../workers/export-worker.ts';
import type { TaskOptions } from '../workers/run-steps.ts';
import { exportAbout } from './export-about.ts';

/** The request: a format, the order of the table when it is shown, and the language. */
export type ExportQuestion = {
  readonly format: ExportFormat;
  readonly order: TableLayout['order'];
  /** The texts of both languages, and the user's language. */
  readonly words: Readonly<Record<Language, I18n>>;
  readonly language: Language;
};

/**
 * Saves the projects that match the filter as a file, and returns its name. Sites are measured in a worker,
 * so that the page stays responsive and the export can be stopped.
 * @throws the signal's reason when the watch stops it.
 */
export async function exportProjects(
  model: Model,
  { format, order, words, language }: ExportQuestion,
  watch: TaskOptions & { readonly signal: AbortSignal },
): Promise<string> {
  const relations = await knownShore(model, watch.signal);
  const conflicts = await knownConflicts(model, watch.signal);
  const matching = model.filter.matchingProjects.peek();
  const located = matching.filter(({ geometry }) => geometry !== undefined);
  const measuredSites = await measureSites(
    located.flatMap(({ geometry }) => geometry ?? []),
    watch,
  );
  const sites = new Map(
    located.flatMap(({ id }, index) => {
      const site = measuredSites[index];
      return site === undefined ? [] : [[id, site] as const];
    }),
  );
  const projects = await inOrder(model, matching, { order, sites, words: words[language] });
  const measured = withMeasures(projects, sites, { relations, conflicts });
  const now = new Date();
  const about = await exportAbout(model, projects, {
    words,
    exportedAt: isoLocal(now.toISOString()),
    query: location.search,
  });
  const { extension, type } = FILES[format];
  const content = await contentOf(format, measured, {
    about,
    zones: model.plan.zones.peek(),
    words: words[language],
    watch,
  });
  watch.signal.throwIfAborted();
  const file = `coastplan-projects-${today(now)}.${extension}`;
  saveFile(file, content, type);
  return file;
}

const FILES = {
  geojson: { extension: 'geojson', type: 'application/geo+json' },
  csv: { extension: 'csv', type: 'text/csv' },
  xlsx: {
    extension: 'xlsx',
    type: WORKBOOK_TYPE,
  },
} as const satisfies Record<ExportFormat, object>;

/** The content of an export; the writer of a format is loaded when it is needed. */
async function contentOf(
  format: ExportFormat,
  projects: readonly ExportedProject[],
  {
    about,
    zones,
    words,
    watch,
  }: {
    readonly about: ExportAbout;
    readonly zones: readonly Zone[];
    readonly words: I18n;
    readonly watch: TaskOptions;
  },
): Promise<string | Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'geojson':
      return (await import('../../data/projects/write-projects.ts')).writeProjects(projects, about);
    case 'csv':
      return (await import('../../data/projects/project-csv.ts')).projectCsv(projects, about);
    case 'xlsx': {
      const { projectWorkbook } = await import('./project-workbook.ts');
      const listed = projects.map(({ project }) => project);
      const statistics = await countByZone({ projects: listed, zones }, watch);
      const given = { records: statisticsRecords(statistics), zones };
      return writeWorkbook(projectWorkbook(projects, about, given, words), watch);
    }
  }
}

function withMeasures(
  projects: readonly Project[],
  sites: ReadonlyMap<string, MeasuredSite>,
  {
    relations,
    conflicts,
  }: {
    readonly relations: ShoreRelations | undefined;
    readonly conflicts: ConflictsByProject | undefined;
  },
): readonly ExportedProject[] {
  return projects.map((project) => {
    const relation = relations?.get(project.id);
    const canBeSaid = project.geometry !== undefined && !protects(project);
    return {
      project,
      ...sites.get(project.id),
      ...(relation && { relation }),
      ...(canBeSaid && conflicts && { conflicts: conflicts.get(project.id) ?? [] }),
    };
  });
}

/** The matching projects, in the order of a sorted table; its sorter is loaded only then. */
async function inOrder(
  model: Pick<Model, 'filter' | 'plan'>,
  projects: readonly Project[],
  {
    order,
    sites,
    words,
  }: {
    readonly order: TableLayout['order'];
    readonly sites: ReadonlyMap<string, MeasuredSite>;
    readonly words: I18n;
  },
): Promise<readonly Project[]> {
  if (order === undefined) return projects;
  const { createRowSorter, projectRows } = await import('../../ui/projects/project-rows.ts');
  const layers = model.plan.layers.peek().map(({ layer }) => layer);
  const measurements = new Map([...sites].map(([id, { measurement }]) => [id, measurement]));
  const given = {
    ...{ layers, zones: model.plan.zones.peek(), measurements },
    ...model.filter.measured.peek(),
  };
  const sorted = createRowSorter()(projectRows(projects, given, words), order, words.language);
  const byId = new Map(projects.map((project) => [project.id, project]));
  return sorted.flatMap(({ id }) => byId.get(id) ?? []);
}

/** The relations of the projects to the coast, once measured; undefined when they cannot be measured. */
async function knownShore(
  model: Pick<Model, 'shore' | 'filter'>,
  signal: AbortSignal,
): Promise<ShoreRelations | undefined> {
  model.shore.request();
  await settled(model.shore.state, signal);
  return model.filter.measured.peek().relations;
}

/** The conflicts of the projects, once found; undefined when they cannot be computed. */
async function knownConflicts(
  model: Pick<Model, 'conflicts'>,
  signal: AbortSignal,
): Promise<ConflictsByProject | undefined> {
  model.conflicts.request();
  await settled(model.conflicts.state, signal);
  const state = model.conflicts.state.peek();
  return state.kind === 'ready' ? state.conflicts : undefined;
}

/** Waits until a value is known, or known to be unavailable. */
async function settled(
  state: ReadonlySignal<{ readonly kind: string }>,
  signal: AbortSignal,
): Promise<void> {
  let stop = (): void => {};
  const end = new Promise<void>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    stop = state.subscribe(({ kind }) => {
      if (kind !== 'waiting') resolve();
    });
  });
  await end.finally(() => stop());
}
