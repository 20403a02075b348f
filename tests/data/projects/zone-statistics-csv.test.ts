import { expect, test } from 'vitest';
import { zoneStatisticsCsv } from '../../../src/data/projects/zone-statistics-csv.ts';
import { statisticsRecords } from '../../../src/domain/projects/statistics-records.ts';
import type { SizeTally, ZoneStatistics } from '../../../src/domain/projects/zone-statistics.ts';
import type { Zone } from '../../../src/domain/zone.ts';
import { boxRing, polygon } from '../../domain/build.ts';

const ROAD: SizeTally = { count: 1, points: 0, lengthM: 1234.5, areaM2: 0 };
const PARK: SizeTally = { count: 1, points: 0, lengthM: 0, areaM2: 2_500_000 };
const BOTH: SizeTally = { count: 2, points: 0, lengthM: 1234.5, areaM2: 2_500_000 };
const NONE: SizeTally = { count: 0, points: 0, lengthM: 0, areaM2: 0 };
const UNPLACED: SizeTally = { ...NONE, count: 1 };
const SPLIT = new Map([
  ['study', PARK],
  ['build', ROAD],
] as const);

const STATISTICS: ZoneStatistics = {
  zones: [{ zoneId: 'bay', all: BOTH, byStatus: SPLIT }],
  outside: { all: NONE, byStatus: new Map() },
  total: { all: BOTH, byStatus: SPLIT },
  sharedIds: [],
  unlocated: { all: UNPLACED, byStatus: new Map([['propose', UNPLACED]]) },
  unlocatedIds: ['nowhere'],
};
const ZONES: readonly Zone[] = [
  {
    ...{ id: 'bay', name: { zh: '湾', en: 'Bay, north' }, grade: 'strict', articles: [] },
    geometry: polygon(boxRing([0, 0, 1, 1])),
  },
];

test('a row a zone, then its statuses in their usual order, then outside, total and what has no site', () => {
  const records = statisticsRecords(STATISTICS);
  expect(
    records.map(({ row, status = 'all', tally: { count } }) => `${row} ${status} ${count}`),
  ).toEqual([
    'zone all 2',
    'zone build 1',
    'zone study 1',
    'outside all 0',
    'total all 2',
    'total build 1',
    'total study 1',
    'unlocated all 1',
    'unlocated propose 1',
  ]);
});

test('CSV has kilometres and square kilometres, ids and codes, and the notice in each row', () => {
  const lines = zoneStatisticsCsv(statisticsRecords(STATISTICS), ZONES, [
    { zh: '示意', en: 'a sketch' },
  ])
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n');
  expect(lines[0]).toBe(
    'row,zone,zone_zh,zone_en,grade,status,projects,points,length_km,area_km2,notice',
  );
  expect(lines[1]).toBe('zone,bay,湾,"Bay, north",strict,,2,0,1.2345,2.5,示意 a sketch');
  expect(lines[2]).toBe('zone,bay,湾,"Bay, north",strict,build,1,0,1.2345,0,示意 a sketch');
  expect(lines.at(-1)).toBe('unlocated,,,,,propose,1,0,0,0,示意 a sketch');
  expect(lines).toHaveLength(10);
});
