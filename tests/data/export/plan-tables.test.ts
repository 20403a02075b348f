import type { Feature, Point } from 'geojson';
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

  test('have a table for each layer that is only shown, with every field of its file', () => {
    const at: Point = { type: 'Point', coordinates: [120, 36] };
    const features = [
      { id: 'own-1:1', name_zh: '田', name_en: '田', 地类: '水田', WKT: 'a', Name: 1, name: null },
      { id: 'own-1:2', name_zh: '井', name_en: '井', 深: 8.5, name: 'b', parts: ['x'] },
    ].map((properties): Feature => ({ type: 'Feature', properties, geometry: at }));
    const title = { zh: '地类', en: 'Land use' };
    const [first, second] = planTables(
      {
        shown: [
          { title, features },
          { title, features: [] },
        ],
      },
      OWN,
    );
    expect([first?.name, second?.name]).toEqual(['shown-1', 'shown-2']);
    expect(first?.title).toEqual(title);
    // WKT is the geometry's column in a CSV; SQLite and dBASE compare names without case.
    expect(first?.fields.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'id text',
      'name_zh text',
      'name_en text',
      '地类 text',
      'WKT_2 text',
      'Name integer',
      'name_2 text',
      '深 real',
      'parts text',
    ]);
    expect(first?.rows.map(({ cells }) => cells)).toEqual([
      ['own-1:1', '田', '田', '水田', 'a', 1, null, null, null],
      ['own-1:2', '井', '井', null, null, null, 'b', 8.5, '["x"]'],
    ]);
    expect(first?.rows[0]?.geometry).toEqual(at);
    expect(second?.rows).toEqual([]);
  });
});
