import { PROJECT_STATUSES, type ProjectStatus } from '../project.ts';
import type { SizeTally, StatusTally, ZoneStatistics } from './zone-statistics.ts';

/** A line of the statistics per zone: of a zone, of what lies outside all, of the whole, or of what has no site. */
export type StatisticsRecord = {
  readonly row: 'zone' | 'outside' | 'total' | 'unlocated';
  readonly zoneId?: string;
  /** Undefined for all statuses together. */
  readonly status?: ProjectStatus;
  readonly tally: SizeTally;
};

/** The statistics as lines of a table: each row in all, then by status in the order of statuses. */
export function statisticsRecords({
  zones,
  outside,
  total,
  unlocated,
}: ZoneStatistics): readonly StatisticsRecord[] {
  return [
    ...zones.flatMap((tally) => recordsOf({ row: 'zone', zoneId: tally.zoneId }, tally)),
    ...recordsOf({ row: 'outside' }, outside),
    ...recordsOf({ row: 'total' }, total),
    ...recordsOf({ row: 'unlocated' }, unlocated),
  ];
}

function recordsOf(
  head: Pick<StatisticsRecord, 'row' | 'zoneId'>,
  { all, byStatus }: StatusTally,
): readonly StatisticsRecord[] {
  return [
    { ...head, tally: all },
    ...PROJECT_STATUSES.flatMap((status) => {
      const tally = byStatus.get(status);
      return tally === undefined ? [] : [{ ...head, status, tally }];
    }),
  ];
}
