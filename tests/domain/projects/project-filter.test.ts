import { describe, expect, test } from 'vitest';
import type { ConflictsByProject } from '../../../src/domain/conflicts/conflict.ts';
import { accuracyGrade, type Project } from '../../../src/domain/project.ts';
import { facetCounts } from '../../../src/domain/projects/facet-counts.ts';
import {
  FACETS,
  isFiltering,
  matches,
  matching,
  needsConflicts,
  needsShore,
  type ProjectFilter,
} from '../../../src/domain/projects/project-filter.ts';
import type { ShoreRelations } from '../../../src/domain/projects/shore-relation.ts';

function project(id: string, other: Partial<Project> = {}): Project {
  return {
    id,
    layer: 'ports',
    name: { zh: id, en: id },
    summary: { zh: '', en: '' },
    articles: [24],
    status: 'build',
    figures: [],
    isSiteNamedInPlan: true,
    accuracyM: 250,
    geometry: { type: 'Point', coordinates: [120, 36] },
    ...other,
  };
}

function withoutSite({ geometry: _, accuracyM: __, ...rest }: Project): Project {
  return rest;
}

const QUAY = project('quay');
const RAIL = project('rail', {
  layer: 'rail',
  status: 'study',
  articles: [24, 46],
  accuracyM: 4000,
});
const LOST = withoutSite(project('lost', { layer: 'rail', articles: [46] }));
const ALL = [QUAY, RAIL, LOST];
const RELATIONS: ShoreRelations = new Map([
  ['quay', { distanceM: 0, zoneIds: ['south'] }],
  ['rail', { distanceM: 700, zoneIds: ['south', 'north'] }],
]);

const KNOWN = { otherId: 'z', otherName: { zh: '', en: '' }, distanceM: 0, articles: [] };
const CONFLICTS: ConflictsByProject = new Map([
  [
    'quay',
    [
      { ...KNOWN, kind: 'strict-zone', certainty: 'certain' },
      { ...KNOWN, kind: 'setback', certainty: 'possible' },
    ],
  ],
  ['rail', [{ ...KNOWN, kind: 'optimised-zone', certainty: 'certain' }]],
]);
const MEASURED = { relations: RELATIONS, conflicts: CONFLICTS };

function found(filter: ProjectFilter): readonly string[] {
  return matching(ALL, filter, MEASURED).map(({ id }) => id);
}

describe('a filter lets through', () => {
  test.each([
    ['everything when it asks nothing', {}, ['quay', 'rail', 'lost']],
    ['a layer', { layers: ['rail'] }, ['rail', 'lost']],
    ['one of several layers', { layers: ['rail', 'ports'] }, ['quay', 'rail', 'lost']],
    ['a status', { statuses: ['study'] }, ['rail']],
    ['one of several articles', { articles: [46, 85] }, ['rail', 'lost']],
    ['an accuracy grade', { grades: ['coarse', 'unlocated'] }, ['rail', 'lost']],
    ['what is on the map', { isLocated: true }, ['quay', 'rail']],
    ['what is not', { isLocated: false }, ['lost']],
    ['what touches the coast', { nearM: 0 }, ['quay']],
    ['what lies exactly at the distance', { nearM: 700 }, ['quay', 'rail']],
    ['what touches a zone', { zones: ['north'] }, ['rail']],
    ['what fits all at once', { layers: ['rail'], articles: [24], nearM: 1000 }, ['rail']],
    ['a kind of conflict', { conflicts: ['setback', 'natural-coast'] }, ['quay']],
    ['a zone that welcomes use, when asked for', { conflicts: ['optimised-zone'] }, ['rail']],
    ['conflicts that are certain and count', { certainties: ['certain'] }, ['quay']],
    [
      'no conflict of a kind that is not as sure as asked',
      { conflicts: ['setback'], certainties: ['certain'] },
      [],
    ],
    ['nothing for an empty list', { layers: [] }, []],
    ['nothing for a value nobody has', { zones: ['__proto__'] }, []],
  ] as const)('%s', (_, filter, ids) => {
    expect(found(filter)).toEqual(ids);
  });

  test('every project until its distance has been measured', () => {
    expect(matching(ALL, { nearM: 0 }, {})).toEqual(ALL);
    expect(matching(ALL, { certainties: ['certain'] }, { relations: RELATIONS })).toEqual(ALL);
    expect(matches(QUAY, { nearM: 0, layers: ['rail'] }, {})).toBe(false);
  });
});

test('a filter knows whether it asks anything, and whether the coast has to be measured', () => {
  expect([isFiltering({}), isFiltering({ isLocated: false }), isFiltering({ nearM: 0 })]).toEqual([
    false,
    true,
    true,
  ]);
  expect([needsShore({ layers: [] }), needsShore({ nearM: 0 }), needsShore({ zones: [] })]).toEqual(
    [false, true, true],
  );
  expect(needsConflicts({ nearM: 0 })).toBe(false);
  expect(needsConflicts({ conflicts: [] }) && needsConflicts({ certainties: [] })).toBe(true);
});

test('without a question the list is the same list', () => {
  expect(matching(ALL, {}, MEASURED)).toBe(ALL);
});

describe('the count beside a value', () => {
  test('is what the filter would find with that value alone in its facet', () => {
    const filter: ProjectFilter = { layers: ['rail'], articles: [46] };
    const values = {
      layers: (value: string) => ({ layers: [value] }),
      articles: (value: string) => ({ articles: [Number(value)] }),
      zones: (value: string) => ({ zones: [value] }),
      nearM: (value: string) => ({ nearM: Number(value) }),
      isLocated: (value: string) => ({ isLocated: value === 'true' }),
    };
    for (const facet of ['layers', 'articles', 'zones', 'nearM', 'isLocated'] as const)
      for (const [value, count] of facetCounts(facet, ALL, filter, MEASURED))
        expect(count, `${facet} ${value}`).toBe(
          found({ ...filter, ...values[facet](value) }).length,
        );
  });

  test('of a kind of conflict heeds how sure it is to be, and the other way round', () => {
    const kinds = facetCounts('conflicts', ALL, { certainties: ['certain'] }, MEASURED);
    expect([kinds.get('strict-zone'), kinds.get('setback')]).toEqual([1, 0]);
    const sure = facetCounts('certainties', ALL, { conflicts: ['setback'] }, MEASURED);
    expect([...sure]).toEqual([
      ['certain', 0],
      ['possible', 1],
    ]);
  });

  test('of the facet itself is not lowered by its own choice', () => {
    expect(facetCounts('layers', ALL, { layers: ['rail'] }, MEASURED)).toEqual(
      new Map([
        ['ports', 1],
        ['rail', 2],
      ]),
    );
  });

  test('offers every status and grade, even those nobody has', () => {
    expect(facetCounts('statuses', ALL, {}, {}).get('protect')).toBe(0);
    const grades = facetCounts('grades', ALL, {}, {});
    expect([...grades.keys()]).toContain(accuracyGrade(LOST));
    expect([...grades.values()].reduce((sum, count) => sum + count, 0)).toBe(ALL.length);
  });

  test('counts a project once a facet value, whichever facet', () => {
    for (const facet of FACETS)
      for (const count of facetCounts(facet, ALL, {}, MEASURED).values())
        expect(count).toBeLessThanOrEqual(ALL.length);
  });
});
