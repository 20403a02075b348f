import { describe, expect, test } from 'vitest';
import type { CoverageFault } from '../../../src/domain/audit/audit.ts';
import { lineageReasons } from '../../../src/domain/own-data/lineage-reasons.ts';
import type { OwnDataRole } from '../../../src/domain/own-data/own-dataset.ts';
import { metres } from '../../../src/domain/units.ts';
import { ownDataset } from './own-dataset-of.ts';

function reasons(
  {
    role = 'coastline',
    code = 'EPSG:4490',
    read = 6,
  }: { readonly role?: OwnDataRole; readonly code?: string; readonly read?: number } = {},
  faults: readonly CoverageFault[] = [],
) {
  const dataset = ownDataset({
    role,
    name: '岸线',
    lineage: { crs: { code, how: 'confirmed' }, read },
  });
  return lineageReasons({ dataset, written: 6, coverage: { faults } });
}

const fault = (
  kind: CoverageFault['kind'],
  lengthM: number,
  ...segmentIds: readonly string[]
): CoverageFault => ({ kind, lengthM: metres(lengthM), segmentIds, zoneIds: [], line: [] });

describe('data of the user', () => {
  test('that came whole in a system of degrees leave no doubt', () => {
    expect(reasons()).toEqual([]);
  });

  test.each(['GCJ-02', 'BD-09'])('corrected from %s say so beside every figure', (code) => {
    for (const role of ['coastline', 'zones'] as const)
      expect(reasons({ code, role })).toEqual([
        {
          code: 'coast-shift-corrected',
          message: {
            zh: `“岸线”由 ${code} 偏移坐标纠正而来，残余偏移不明。`,
            en: `“岸线” was corrected from the shifted system ${code}; what is left of the shift is not known.`,
          },
        },
      ]);
  });

  test('that are no part of a figure make none provisional', () => {
    for (const role of ['projects', 'shown'] as const)
      expect(reasons({ role, code: 'GCJ-02', read: 9 })).toEqual([]);
  });

  test('tell how many records were set aside before they were written', () => {
    // Of eight records read, six were written.
    expect(reasons({ read: 8 }).map(({ code, message }) => [code, message.en])).toEqual([
      [
        'own-records-set-aside',
        '“岸线”: 2 records were set aside at import and not counted; how long they are is not known.',
      ],
    ]);
  });

  test('tell stretches and metres that have no class yet, their own alone', () => {
    const found = reasons({}, [
      fault('unclassified', 1200, 'own-a:1'),
      fault('unclassified', 300, 'own-a:1'),
      fault('unclassified', 40, 'own-a:2'),
      fault('unclassified', 7000, 'own-ab:1'),
      fault('outside', 9000, 'own-a:3'),
    ]);
    expect(found.map(({ message }) => message)).toEqual([
      {
        zh: '“岸线”有 2 段岸线（1.54 公里）导入时未分类。',
        en: '“岸线”: 2 stretches (1.54 km) had no class at import.',
      },
    ]);
  });
});
