import type { AuditReport, ReasonReport, SummaryReport } from '../../data/audit/audit-report.ts';
import { type CsvCell, csvText, guardNotice } from '../../data/csv-text.ts';
import type { Language } from '../../domain/bilingual.ts';
import { COASTLINE_CLASSES, COASTLINE_USES } from '../../domain/coastline.ts';
import { oneLine } from '../issues/located-issue.ts';

/** A reason as text, preceded by its place in the file. */
export function reasonText({ message, file, line, column }: ReasonReport): string {
  return oneLine(file === null ? message : `${file}:${line}:${column} ${message}`);
}

/**
 * Returns the audit as CSV: one row per zone, then one row for the whole coast (empty id, `scope` overall).
 * Lengths are in metres, areas in m², ratios are shares from 0 to 1. Every row repeats the notice and the
 * data's hash, so that a copied row keeps them. Where `has_own_target` is no, `target`, `headroom_m` and `verdict` compare
 * the zone with the target of the whole coast; they do not judge it. Islands take the place of zones with `scope` island,
 * and leave these three empty: no target is theirs.
 */
export function auditCsv(
  report: AuditReport,
  language: Language,
  scope: 'zone' | 'island' = 'zone',
): string {
  const isJudged = scope === 'zone';
  const rows: readonly (readonly CsvCell[])[] = [
    ...report.zones.map((zone) => [
      ...[scope, zone.id, zone.name_zh, zone.name_en],
      ...figures(zone, isJudged),
    ]),
    ['overall', undefined, '全部', 'Overall', ...figures(report.overall, isJudged)],
  ];
  const hasOwnTarget = [...report.zones.map((zone) => zone.hasOwnTarget), isJudged];
  const notices = [
    report.notice?.[language] ?? [],
    report.assumed,
    guardNotice(rows)?.[language] ?? [],
  ].flat();
  const shared = [
    report.realm,
    report.provisional ? 'yes' : 'no',
    notices.join(' ') || undefined,
    ...report.data.map(({ sha256 }) => sha256),
    report.provisionalReasons.map(reasonText).join('; ') || undefined,
  ];
  return csvText([
    HEADINGS,
    ...rows.map((row, at) => [...row, ...shared, hasOwnTarget[at] ? 'yes' : 'no']),
  ]);
}

const HEADINGS = [
  'scope',
  'id',
  'name_zh',
  'name_en',
  'total_m',
  'natural_m',
  'restored_m',
  ...COASTLINE_CLASSES.map((name) => `class_${name}_m`),
  'unclassified_m',
  ...COASTLINE_USES.map((name) => `use_${name}_m`),
  'ratio',
  'ratio_native',
  'target',
  'headroom_m',
  'verdict',
  'band_low',
  'band_high',
  'area_m2',
  'turf_total_m',
  'turf_natural_m',
  'turf_restored_m',
  'turf_ratio',
  'turf_area_m2',
  'realm',
  'provisional',
  'notice',
  'coastline_sha256',
  'zones_sha256',
  'rule_sha256',
  'provisional_reasons',
  'has_own_target',
];

function figures(summary: SummaryReport, isJudged: boolean): readonly CsvCell[] {
  const { turf } = summary;
  return [
    summary.totalM,
    summary.naturalM,
    summary.restoredM,
    ...COASTLINE_CLASSES.map((name) => summary.byClass[name]),
    summary.unclassifiedM,
    ...COASTLINE_USES.map((name) => summary.byUse[name] ?? 0),
    summary.ratio ?? undefined,
    summary.ratioNative ?? undefined,
    ...(isJudged
      ? [summary.target, summary.headroomM ?? undefined, summary.verdict]
      : [undefined, undefined, undefined]),
    summary.band.low ?? undefined,
    summary.band.high ?? undefined,
    summary.areaM2 ?? undefined,
    turf.totalM,
    turf.naturalM,
    turf.restoredM,
    turf.ratio ?? undefined,
    turf.areaM2 ?? undefined,
  ];
}
