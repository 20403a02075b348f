import { csvText } from '../csv-text.ts';
import type { ExportAbout, ExportedProject } from './exported-project.ts';
import { EXPORT_COLUMNS, type TableRow } from './project-columns.ts';

/**
 * Projects as CSV: one head, then a row a project and nothing else, so that Excel, R and a database
 * read it as it is. Credit, licence, data version and notice stand at the end of each row.
 */
export function projectCsv(projects: readonly ExportedProject[], about: ExportAbout): string {
  const notice = about.notices.map(({ zh, en }) => `${zh} ${en}`).join(' ');
  const head = [...EXPORT_COLUMNS.map(({ name }) => name), 'notice'];
  const rows = tableRows(projects, about).map((row) => [
    ...EXPORT_COLUMNS.map(({ cell }) => {
      const value = cell(row);
      return typeof value === 'boolean' ? String(value) : value;
    }),
    notice,
  ]);
  return csvText([head, ...rows]);
}

/** Projects, each with the source of its layer. */
export function tableRows(
  projects: readonly ExportedProject[],
  { sources }: ExportAbout,
): readonly TableRow[] {
  const byLayer = new Map(sources.map((source) => [source.layer, source]));
  return projects.map((exported) => ({
    exported,
    source: byLayer.get(exported.project.layer),
  }));
}
