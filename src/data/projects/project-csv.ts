import { csvText, guardNotice } from '../csv-text.ts';
import type { ExportAbout, ExportedProject } from './exported-project.ts';
import { EXPORT_COLUMNS, type TableRow } from './project-columns.ts';

/**
 * Returns projects as CSV: one heading row and one row per project and nothing else, so that Excel, R and a
 * database can read it directly. Credit, licence, data version and notice are at the end of each row.
 */
export function projectCsv(projects: readonly ExportedProject[], about: ExportAbout): string {
  const head = [...EXPORT_COLUMNS.map(({ name }) => name), 'notice'];
  const rows = tableRows(projects, about).map((row) =>
    EXPORT_COLUMNS.map(({ cell }) => {
      const value = cell(row);
      return typeof value === 'boolean' ? String(value) : value;
    }),
  );
  const guard = guardNotice(rows);
  const notice = [...about.notices, ...(guard === undefined ? [] : [guard])]
    .map(({ zh, en }) => `${zh} ${en}`)
    .join(' ');
  return csvText([head, ...rows.map((row) => [...row, notice])]);
}

/** Returns a table row per project, each with the source of its layer. */
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
