import type { Verdict, ZoneSummary } from '../../domain/audit/audit.ts';
import type { ColumnOrder } from './sort-head.tsx';

/** The columns of the table of zones, from left to right. */
export const ZONE_COLUMNS = [
  'zone',
  'ratio',
  'verdict',
  'natural',
  'restored',
  'artificial',
  'total',
  'area',
  'headroom',
] as const;
/** A column of the table of zones. */
export type ZoneColumn = (typeof ZONE_COLUMNS)[number];

/** Rows in order; a zone without a value comes last in both directions. */
export function orderZones(
  summaries: readonly ZoneSummary[],
  { column, isDescending }: ColumnOrder<ZoneColumn>,
  nameOf: (summary: ZoneSummary) => string,
): readonly ZoneSummary[] {
  if (column === undefined) return summaries;
  const direction = isDescending ? -1 : 1;
  if (column === 'zone')
    return summaries.toSorted((a, b) => direction * nameOf(a).localeCompare(nameOf(b)));
  const last = isDescending ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return summaries.toSorted(
    (a, b) => direction * ((figureOf(a, column) ?? last) - (figureOf(b, column) ?? last)),
  );
}

/** The order of verdicts, failures first; a zone without coast has none. */
const VERDICT_RANKS: Readonly<Record<Verdict, number | undefined>> = {
  fail: 0,
  'too-close': 1,
  pass: 2,
  'no-coast': undefined,
};

function figureOf(summary: ZoneSummary, column: Exclude<ZoneColumn, 'zone'>): number | undefined {
  switch (column) {
    case 'ratio':
      return summary.ratio;
    case 'verdict':
      return VERDICT_RANKS[summary.verdict];
    case 'natural':
      return summary.naturalM;
    case 'restored':
      return summary.restoredM;
    case 'artificial':
      return summary.byClass.artificial;
    case 'total':
      return summary.totalM;
    case 'area':
      return summary.areaM2;
    case 'headroom':
      return summary.headroomM;
  }
}
