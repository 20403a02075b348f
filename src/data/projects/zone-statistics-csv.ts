import type { Bilingual } from '../../domain/bilingual.ts';
import type { StatisticsRecord } from '../../domain/projects/statistics-records.ts';
import type { Zone } from '../../domain/zone.ts';
import { csvText } from '../csv-text.ts';
import { sixDecimals } from './exported-project.ts';

/**
 * Returns the statistics per zone as CSV: a row a zone and status, `status` empty for all of them together; `row` says
 * whether it is a zone, what lies `outside` every zone, the `total` with each project once, or what is `unlocated`.
 * Lengths in kilometres and areas in square kilometres on the ellipsoid. The notices are at the end of each row.
 */
export function zoneStatisticsCsv(
  records: readonly StatisticsRecord[],
  zones: readonly Zone[],
  notices: readonly Bilingual[],
): string {
  const byId = new Map(zones.map((zone) => [zone.id, zone]));
  const notice = notices.map(({ zh, en }) => `${zh} ${en}`).join(' ');
  return csvText([
    [
      ...['row', 'zone', 'zone_zh', 'zone_en', 'grade', 'status'],
      ...['projects', 'points', 'length_km', 'area_km2', 'notice'],
    ],
    ...records.map(({ row, zoneId, status, tally }) => {
      const zone = zoneId === undefined ? undefined : byId.get(zoneId);
      return [
        ...[row, zoneId, zone?.name.zh, zone?.name.en, zone?.grade, status],
        ...[tally.count, tally.points],
        ...[sixDecimals(tally.lengthM / 1e3), sixDecimals(tally.areaM2 / 1e6), notice],
      ];
    }),
  ]);
}
