import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CERTAINTIES,
  CONFLICT_KINDS,
  type Conflict,
  type ConflictsByProject,
  isCounted,
} from '../../../src/domain/conflicts/conflict.ts';
import { conflictGrid, inGridOrder } from '../../../src/domain/conflicts/conflict-grid.ts';
import type { Project } from '../../../src/domain/project.ts';
import { projectOf } from '../../app/plan.ts';
import { closeTo } from '../../close-to.ts';

const NAME = { zh: '', en: '' };
const AT_SEA = { type: 'Point' as const, coordinates: [120, 36] };

function conflict(kind: Conflict['kind'], other: Partial<Conflict> = {}): Conflict {
  return {
    ...{ kind, certainty: 'certain', otherId: 'o', otherName: NAME, distanceM: 0, articles: [46] },
    ...other,
  };
}

function named(id: string, other: Partial<Project> = {}): Project {
  return { ...projectOf(id, 'ports', AT_SEA), name: { zh: id, en: id }, ...other };
}

function withoutSite({ geometry, ...project }: Project): Project {
  expect(geometry).toBeDefined();
  return project;
}

const anyConflict = fc.record({
  kind: fc.constantFrom(...CONFLICT_KINDS),
  certainty: fc.constantFrom(...CERTAINTIES),
  otherId: fc.string(),
  otherName: fc.constant(NAME),
  // Whole metres: their sums are exact in whatever order.
  areaM2: fc.integer({ min: 0, max: 1e9 }),
  lengthM: fc.integer({ min: 0, max: 1e5 }),
  distanceM: fc.integer({ min: 0, max: 5000 }),
  articles: fc.constant([46]),
});
const anyConflicts = fc
  .array(fc.array(anyConflict, { maxLength: 12 }), { maxLength: 8 })
  .map((lists) => {
    const projects = lists.map((_, index) => named(`p${index}`));
    const conflicts: ConflictsByProject = new Map(
      lists.map((list, index) => [`p${index}`, list] as const),
    );
    return { projects, conflicts, all: lists.flat() };
  });

describe('the standing matrix', () => {
  test('holds every conflict in exactly one cell: of its project and of its kind', () => {
    fc.assert(
      fc.property(anyConflicts, ({ projects, conflicts, all }) => {
        const { rows } = conflictGrid(projects, conflicts);
        const seen = rows.flatMap(({ project, cells }) =>
          CONFLICT_KINDS.flatMap((kind) => {
            const own = cells[kind]?.conflicts ?? [];
            expect(own.every((one) => one.kind === kind)).toBe(true);
            const given = conflicts.get(project.id) ?? [];
            expect(own.every((one) => given.includes(one))).toBe(true);
            return own;
          }),
        );
        expect(seen).toHaveLength(all.length);
        expect(new Set(seen)).toEqual(new Set(all));
      }),
    );
  });

  test('has totals that are the sums of its columns', () => {
    fc.assert(
      fc.property(anyConflicts, ({ projects, conflicts, all }) => {
        const { totals, counted, kinds } = conflictGrid(projects, conflicts);
        for (const kind of CONFLICT_KINDS) {
          const own = all.filter((one) => one.kind === kind);
          const sum = (of: (one: Conflict) => number | undefined): number =>
            own.reduce((total, one) => total + (of(one) ?? 0), 0);
          expect(totals[kind]).toEqual({
            certain: sum(({ certainty }) => Number(certainty === 'certain')),
            possible: sum(({ certainty }) => Number(certainty === 'possible')),
            areaM2: sum(({ areaM2 }) => areaM2),
            lengthM: sum(({ lengthM }) => lengthM),
          });
          if (own.length > 0) expect(kinds).toContain(kind);
        }
        expect(counted.certain + counted.possible).toBe(all.filter(isCounted).length);
      }),
    );
  });

  test('has a row for each located project, also for those that protect or meet nothing', () => {
    const unsited = withoutSite(named('unsited'));
    const projects = [named('free'), unsited, named('reserve', { status: 'protect' })];
    const { rows, unlocated } = conflictGrid(projects, new Map());
    expect(rows.map(({ project, isProtecting }) => [project.id, isProtecting])).toEqual([
      ['free', false],
      ['reserve', true],
    ]);
    expect(unlocated).toBe(1);
    expect(rows.every(({ cells }) => Object.keys(cells).length === 0)).toBe(true);
  });

  test('says certain as soon as one is, sums what is inside and tells the nearest', () => {
    const near = conflict('strict-zone', { certainty: 'possible', distanceM: 80 });
    const inside = [
      conflict('strict-zone', { areaM2: 200 }),
      conflict('strict-zone', { areaM2: 50, certainty: 'possible' }),
    ];
    const { rows } = conflictGrid(
      [named('a'), named('b')],
      new Map([
        ['a', [...inside, near]],
        ['b', [near]],
      ]),
    );
    const [a, b] = rows.map(({ cells }) => cells['strict-zone']);
    expect(a).toMatchObject({ certainty: 'certain', nearestM: 0 });
    closeTo(a?.areaM2 ?? Number.NaN, 250, 0);
    expect(b).toMatchObject({ certainty: 'possible', areaM2: 0, nearestM: 80 });
  });

  test('has a column for zones without a grade only where one is met', () => {
    const met = new Map([['a', [conflict('ungraded-zone')]]]);
    expect(conflictGrid([named('a')], new Map()).kinds).not.toContain('ungraded-zone');
    expect(conflictGrid([named('a')], met).kinds).toEqual(CONFLICT_KINDS);
  });
});

describe('its order', () => {
  const conflicts: ConflictsByProject = new Map([
    ['small', [conflict('strict-zone', { areaM2: 10 })]],
    ['none', []],
    ['large', [conflict('strict-zone', { areaM2: 1000 })]],
    ['maybe', [conflict('strict-zone', { certainty: 'possible', areaM2: 9000 })]],
    ['near', [conflict('strict-zone', { certainty: 'possible', distanceM: 10 })]],
    ['far', [conflict('strict-zone', { certainty: 'possible', distanceM: 900 })]],
  ]);
  const { rows } = conflictGrid(
    [...conflicts.keys()].map((id) => named(id)),
    conflicts,
  );
  const ids = (column: 'strict-zone' | 'all' | 'name', isDescending: boolean) =>
    inGridOrder(rows, { column, isDescending }, (a, b) => a.id.localeCompare(b.id)).map(
      ({ project }) => project.id,
    );

  test('puts certain before possible, large before small, near before far, nothing last', () => {
    expect(ids('strict-zone', true)).toEqual(['large', 'small', 'maybe', 'near', 'far', 'none']);
    expect(ids('strict-zone', false)).toEqual(['far', 'near', 'maybe', 'small', 'large', 'none']);
  });

  test('keeps the plan’s order among equals, and sorts by name', () => {
    expect(ids('all', true)).toEqual(['small', 'large', 'maybe', 'near', 'far', 'none']);
    expect(ids('name', false)).toEqual(['far', 'large', 'maybe', 'near', 'none', 'small']);
  });
});
