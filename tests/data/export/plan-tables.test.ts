import { describe, expect, test } from 'vitest';
import { planTables } from '../../../src/data/export/plan-tables.ts';
import { reclassified } from '../../../src/domain/audit/reclassification.ts';
import type { Scenario } from '../../../src/domain/scenarios/scenario.ts';
import { closeTo } from '../../close-to.ts';
import { boxZone, equatorSegment } from '../../domain/build.ts';

const SEGMENTS = [equatorSegment('a', 'sandy', [0, 1]), equatorSegment('b', undefined, [1, 2])];
const OWN = { kind: 'own' } as const;

/** The rows of the only table, as objects. */
function rowsOf(
  plan: Parameters<typeof planTables>[0],
  codes: Parameters<typeof planTables>[1] = OWN,
): readonly Readonly<Record<string, unknown>>[] {
  const [table, ...rest] = [...planTables(plan, codes)];
  expect(rest).toEqual([]);
  return (table?.rows ?? []).map(({ cells }) =>
    Object.fromEntries((table?.fields ?? []).map(({ name }, index) => [name, cells[index]])),
  );
}

describe('the tables of an export', () => {
  test('are those that were chosen', () => {
    const names = [...planTables({ zones: [], coastline: SEGMENTS }, OWN)].map(({ name }) => name);
    expect(names).toEqual(['coastline', 'zones']);
  });

  test('have the length of each stretch: a degree of the equator on CGCS2000', () => {
    const [first] = rowsOf({ coastline: SEGMENTS });
    // 6 378 137 m · π / 180.
    closeTo(Number(first?.['length_m']), 111_319.491, 0.001);
  });

  test('leave coast without a class without one', () => {
    expect(rowsOf({ coastline: SEGMENTS }).map((row) => row['class'])).toEqual(['sandy', null]);
  });

  test('have what was judged otherwise with what it was, why and when; later entries win', () => {
    const log = [
      { segmentIds: ['a'], class: 'bedrock', reason: '早', date: '2026-01-01' },
      { segmentIds: ['a', 'gone'], class: 'restored', reason: '晚', date: '2026-02-02' },
    ] as const;
    const after = reclassified(SEGMENTS, log);
    expect(
      rowsOf(
        { reclassified: { before: SEGMENTS, after, log } },
        { kind: 'chinese', words: new Map() },
      ),
    ).toMatchObject([
      {
        id: 'a',
        class_before: '砂质岸线',
        class: '整治修复岸线',
        reason: '晚',
        date: '2026-02-02',
      },
    ]);
  });

  test('have the area of each zone: a degree square at the equator', () => {
    const [zone] = rowsOf({ zones: [boxZone('z', [0, 0, 1, 1])] });
    // On WGS 84, whose polar axis is 0.1 mm longer, 12 308 778 361.469 m² by the documentation of GeographicLib.
    closeTo(Number(zone?.['area_m2']), 12_308_778_361.47, 1);
  });

  test('have the sites of scenarios, each with its scenario', () => {
    const scenario: Scenario = {
      id: 's1',
      name: '方案一',
      isLocked: false,
      sites: ['one', 'two'].map((id) => ({
        id,
        name: id,
        purpose: 'build',
        shape: { type: 'Point', coordinates: [120, 36] },
        widthM: 300,
        bufferM: 30,
      })),
    };
    expect(rowsOf({ scenarios: [scenario] })).toMatchObject([
      { id: 'one', scenario: '方案一', purpose: 'build', width_m: 300, buffer_m: 30 },
      { id: 'two', scenario_id: 's1' },
    ]);
  });
});
