import { PROJECT_STATUSES, type Project, type ProjectStatus } from '../project.ts';
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
export function statisticsRecords(
  { zones, outside, total, unlocatedIds }: ZoneStatistics,
  projects: readonly Pick<Project, 'id' | 'status'>[],
): readonly StatisticsRecord[] {
  return [
    ...zones.flatMap((tally) => recordsOf({ row: 'zone', zoneId: tally.zoneId }, tally)),
    ...recordsOf({ row: 'outside' }, outside),
    ...recordsOf({ row: 'total' }, total),
    ...recordsOf({ row: 'unlocated' }, unlocatedTally(projects, new Set(unlocatedIds))),
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

/** Projects without a site have neither length nor area, and are no points. */
function unlocatedTally(
  projects: readonly Pick<Project, 'id' | 'status'>[],
  ids: ReadonlySet<string>,
): StatusTally {
  const own = projects.filter(({ id }) => ids.has(id));
  const tallyOf = (count: number): SizeTally => ({ count, points: 0, lengthM: 0, areaM2: 0 });
  const statuses = new Set(own.map(({ status }) => status));
  return {
    all: tallyOf(own.length),
    byStatus: new Map(
      [...statuses].map((status) => [
        status,
        tallyOf(own.filter((project) => project.status === status).length),
      ]),
    ),
  };
}
