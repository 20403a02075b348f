import type { Bilingual } from '../../domain/bilingual.ts';
import { type ChangeScope, shoreKey } from '../../domain/coast-change/change-ledger.ts';
import { type ListedStretch, mainReason } from '../../domain/coast-change/stretches-behind.ts';
import { type CsvCell, csvText } from '../csv-text.ts';
import { geometryWkt } from '../export/geometry-wkt.ts';

/** Decimals of a degree: a centimetre. */
const WKT_DECIMALS = 7;

/** What a list of stretches needs besides them. */
export type ChangeListTable = {
  readonly rows: readonly ListedStretch[];
  readonly scope: ChangeScope;
  /** The name of a segment of one of the coasts. */
  readonly nameOf: (side: 'before' | 'after', segmentId: string) => Bilingual | undefined;
  /** Names of the zones, in the order of the comparison. */
  readonly zones: readonly Bilingual[];
  /** Whether `lengthM` of the rows is what they add to one figure; left out of a list of all changes. */
  readonly isOfFigure: boolean;
  /** What goes with every figure of the coasts, at the end of each row. */
  readonly notice: string;
};

/**
 * Returns stretches of a comparison as CSV, with the line of each as well-known text in degrees: after, or before where the
 * coast is gone. Lengths in metres and areas in m² on the ellipsoid, `points` in percentage points of the ratio.
 */
export function changeListCsv(table: ChangeListTable): string {
  const { rows, scope, isOfFigure, notice } = table;
  return csvText([
    [
      ...['WKT', 'kind', 'reason', 'class_before', 'class_after'],
      ...['segment_before', 'name_before_zh', 'name_before_en', 'from_before_m', 'to_before_m'],
      ...['segment_after', 'name_after_zh', 'name_after_en', 'from_after_m', 'to_after_m'],
      ...['length_before_m', 'length_after_m', ...(isOfFigure ? ['adds_m'] : []), 'points'],
      ...['seaward_m', 'reclaimed_m2', 'eroded_m2', 'border_only', 'zones_zh', 'zones_en'],
      'notice',
    ],
    ...rows.map(({ stretch, lengthM, ratio }): readonly CsvCell[] => {
      const { before, after, kind, displacementM, reclaimedM2, erodedM2, isBorder } = stretch;
      const zones = ((after ?? before)?.zones ?? []).flatMap((zone) => table.zones[zone] ?? []);
      return [
        geometryWkt(
          {
            type: 'LineString',
            coordinates: ((after ?? before)?.line ?? []).map((position) => [...position]),
          },
          WKT_DECIMALS,
        ),
        ...[kind, mainReason(stretch, scope) ?? 'detail'],
        ...[before && shoreKey(before), after && shoreKey(after)],
        ...sideCells('before', before, table),
        ...sideCells('after', after, table),
        ...[before?.lengthM, after?.lengthM, ...(isOfFigure ? [lengthM] : [])],
        ...[ratio === undefined ? undefined : ratio * 100, displacementM],
        ...[reclaimedM2, erodedM2, isBorder ? 'yes' : ''],
        ...[zones.map(({ zh }) => zh).join('; '), zones.map(({ en }) => en).join('; ')],
        notice,
      ];
    }),
  ]);
}

function sideCells(
  side: 'before' | 'after',
  of: ListedStretch['stretch']['before'],
  { nameOf }: ChangeListTable,
): readonly CsvCell[] {
  if (of === undefined) return [undefined, undefined, undefined, undefined, undefined];
  const name = nameOf(side, of.segmentId);
  return [of.segmentId, name?.zh, name?.en, of.fromM, of.toM];
}
