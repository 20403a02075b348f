import type { ZoneSummary } from '../../domain/audit/audit.ts';
import { headroom } from '../../domain/audit/headroom.ts';
import { type ShownVerdict, shownVerdict } from '../../domain/audit/zone-standing.ts';
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

/** Rows in order, their part in the headroom by the target of the whole coast; a zone without a value comes last in both directions. */
export function orderZones(
  summaries: readonly ZoneSummary[],
  { column, isDescending }: ColumnOrder<ZoneColumn>,
  {
    nameOf,
    target,
  }: { readonly nameOf: (summary: ZoneSummary) => string; readonly target: number },
): readonly ZoneSummary[] {
  if (column === undefined) return summaries;
  const direction = isDescending ? -1 : 1;
  if (column === 'zone')
    return summaries.toSorted((a, b) => direction * nameOf(a).localeCompare(nameOf(b)));
  const last = isDescending ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return summaries.toSorted(
    (a, b) =>
      direction * ((figureOf(a, column, target) ?? last) - (figureOf(b, column, target) ?? last)),
  );
}

/** The order of verdicts, failures first; a zone without coast or without a target has none. */
const VERDICT_RANKS: Readonly<Record<ShownVerdict, number | undefined>> = {
  fail: 0,
  'too-close': 1,
  pass: 2,
  'no-coast': undefined,
  'no-target': undefined,
};

function figureOf(
  summary: ZoneSummary,
  column: Exclude<ZoneColumn, 'zone'>,
  target: number,
): number | undefined {
  switch (column) {
    case 'ratio':
      return summary.ratio;
    case 'verdict':
      return VERDICT_RANKS[shownVerdict(summary)];
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
      return headroom(summary, target);
  }
}
