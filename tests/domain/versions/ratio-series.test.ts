import { describe, expect, test } from 'vitest';
import { DEFAULT_RULE } from '../../../src/data/audit/audit-rule.ts';
import { ratioSeriesCsv } from '../../../src/data/export/ratio-series-csv.ts';
import { metres, ratio } from '../../../src/domain/units.ts';
import {
  areCountedAlike,
  ratioSeries,
  yearBefore,
} from '../../../src/domain/versions/ratio-series.ts';
import type { NamedVersion, VersionFigures } from '../../../src/domain/views/named-version.ts';
import { EMPTY_WORKSPACE } from '../../../src/domain/views/workspace.ts';

/** Of 100 km, some of rock; 4 km of river mouths count in neither, 6 km have no class and count in the total. */
function figures(rockKm: number): VersionFigures {
  return {
    ...{ ratio: ratio(rockKm, 100), unclassifiedM: metres(6000) },
    counting: { ...DEFAULT_RULE.counting, estuary: 'excluded' },
    byClass: {
      ...{ bedrock: metres(rockKm * 1000), sandy: metres(0), muddy: metres(0) },
      ...{ biogenic: metres(0), natural: metres(0), estuary: metres(4000) },
      ...{ restored: metres(0), artificial: metres((94 - rockKm) * 1000) },
    },
    settings: {
      ...{ realm: 'mainland', numerator: 'with-restored', estuary: 'excluded' },
      ...{ target: 0.35, toleranceM: 0 },
    },
    ...{ isProvisional: false, isIllustration: false },
  };
}

function version(
  id: string,
  { year, at, rockKm }: { year?: number; at: string; rockKm?: number },
): NamedVersion {
  return {
    ...{ id, name: `Survey ${id}`, savedAt: `2026-12-${at}T08:00:00.000Z`, work: EMPTY_WORKSPACE },
    ...(year !== undefined && { surveyYear: year }),
    ...(rockKm !== undefined && { figures: figures(rockKm) }),
  };
}

describe('a series of years', () => {
  const series = ratioSeries([
    version('version-1', { year: 2025, at: '02', rockKm: 36 }),
    version('version-2', { year: 2023, at: '03', rockKm: 40 }),
    version('version-3', { at: '04', rockKm: 30 }),
    version('version-4', { year: 2024, at: '05' }),
    version('version-5', { year: 2025, at: '06', rockKm: 37 }),
  ]);

  test('has the versions that state a year and were counted, by year; the last of a year stands for it', () => {
    expect(series.map(({ id, year, replacedBy }) => [id, year, replacedBy])).toEqual([
      ['version-2', 2023, undefined],
      ['version-1', 2025, 'version-5'],
      ['version-5', 2025, undefined],
    ]);
  });

  test('says how much counts: unclassified coast in the total alone, what is excluded in neither', () => {
    expect(series.map(({ countedM, totalM }) => [countedM, totalM])).toEqual([
      [40_000, 100_000],
      [36_000, 100_000],
      [37_000, 100_000],
    ]);
  });

  test('knows the year before, also of a version that was replaced', () => {
    expect(series.map((each) => yearBefore(series, each)?.id)).toEqual([
      undefined,
      'version-2',
      'version-2',
    ]);
  });

  test('is a file with a row a version', () => {
    const lines = ratioSeriesCsv(series).trim().split(/\r?\n/);
    expect(lines).toHaveLength(4);
    expect(lines[2]).toBe(
      '2025,version-1,Survey version-1,2026-12-02T08:00:00.000Z,0.36,36000,100000,6000,0.35,mainland,with-restored,excluded,0,false,false,version-5',
    );
  });
});

test('coasts are counted alike under the same rule and settings, whatever the target', () => {
  const one = figures(40);
  const settings = { ...one.settings, target: 0.4 };
  expect(areCountedAlike(one, { ...figures(36), settings })).toBe(true);
  expect(areCountedAlike(one, { ...one, settings: { ...settings, realm: 'all' } })).toBe(false);
  const counting = { ...one.counting, estuary: 'total-only' } as const;
  expect(areCountedAlike(one, { ...one, counting })).toBe(false);
});
