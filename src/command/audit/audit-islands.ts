import { auditReport, type ReportSource } from '../../data/audit/audit-report.ts';
import { assumedNotes } from '../../domain/audit/assumed-notes.ts';
import { effectiveSettings } from '../../domain/audit/audit-settings.ts';
import type { IslandAudit } from '../../domain/audit/islands.ts';
import { provenanceOf } from '../../domain/audit/provenance.ts';
import type { Bilingual, Language } from '../../domain/bilingual.ts';
import type { Options } from '../terminal/options.ts';
import { auditCsv } from './audit-csv.ts';
import type { readInputs } from './audit-inputs.ts';
import { islandsTable } from './audit-table.ts';

type Inputs = Extract<Awaited<ReturnType<typeof readInputs>>, { readonly ok: true }>['value'];

/** Why `--islands` does not go with the other options of a call; undefined where it does, or is not given. */
export function islandsMisfit({ values, flags }: Options): Bilingual | undefined {
  if (!flags.has('islands')) return undefined;
  const realm = values.get('realm');
  const other =
    ['sql', 'uncertainty'].find((flag) => flags.has(flag)) ??
    (realm === undefined || realm === 'island' ? undefined : `realm ${realm}`);
  if (other === undefined) return undefined;
  return {
    zh: `--islands 只逐岛列出海岛岸线，不能与 --${other} 同用，请去掉其中之一。`,
    en: `--islands lists the shores of islands alone and does not go with --${other}; leave one of them out.`,
  };
}

/** The shores of islands as they are printed: a table, JSON with the islands as `zones`, or CSV. */
export function islandsText(
  { islands, audit }: IslandAudit,
  { segments, rule, coastStatus, files, unusable, leftOut, reasons, judged }: Inputs,
  { format, language }: { readonly format: string | undefined; readonly language: Language },
): string {
  const provenance = provenanceOf({
    settings: effectiveSettings(rule, { realm: 'island' }),
    ...{ rule, judged, reasons, coverage: audit.coverage },
    assumed: assumedNotes(audit),
    read: files,
    made: [],
  });
  const source: ReportSource = {
    ...{ audit, segments, zones: islands, coastStatus, files, reasons, provenance, language },
    setAside: unusable + leftOut,
  };
  const report = auditReport(source);
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
  return format === 'csv'
    ? auditCsv(report, language, 'island')
    : islandsTable(report, provenance, language);
}
