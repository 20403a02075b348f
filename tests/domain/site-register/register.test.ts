import { describe, expect, test } from 'vitest';
import type { Conflict, ConflictKind } from '../../../src/domain/conflicts/conflict.ts';
import type { Project } from '../../../src/domain/project.ts';
import type {
  Scenario,
  ScenarioAnswer,
  Site,
  SiteAnswer,
} from '../../../src/domain/scenarios/scenario.ts';
import {
  certaintyOf,
  type RegisterSource,
  registerTally,
  siteRegister,
} from '../../../src/domain/site-register/register.ts';
import {
  FROM_PLAN,
  filteredRegister,
  orderedRegister,
  type RegisterColumn,
} from '../../../src/domain/site-register/register-order.ts';
import { coastSummary } from '../../coast-summary.ts';

function project(id: string, other: Partial<Project> = {}): Project {
  return {
    ...{ id, layer: 'ports', name: { zh: id, en: id }, summary: { zh: '', en: '' } },
    ...{ articles: [], figures: [], status: 'build', isSiteNamedInPlan: false, accuracyM: 300 },
    geometry: { type: 'Point', coordinates: [120, 36] },
    ...other,
  };
}

function conflict(
  kind: ConflictKind,
  certainty: Conflict['certainty'],
  other: Partial<Conflict> = {},
): Conflict {
  const otherName = { zh: '', en: '' };
  return { kind, certainty, otherId: kind, otherName, distanceM: 0, articles: [], ...other };
}

const SITE: Site = {
  ...{ id: 'site-1', name: 'Berth', purpose: 'build', widthM: 0, bufferM: 0, year: 2027 },
  shape: { type: 'Point', coordinates: [120, 36] },
};
const SCENARIO: Scenario = { id: 'scenario-1', name: 'One', isLocked: false, sites: [SITE] };

function siteAnswer(other: Partial<SiteAnswer>): SiteAnswer {
  return {
    ...{ site: 'site-1', areaM2: { ellipsoid: 1, sphere: 1 }, changed: [], takenM: 0, lostM: 0 },
    ...{ restoredM: 0, lines: [], keptLines: [], shared: [], missed: undefined, zoneIds: [] },
    ...{ coastDistanceM: 0, nearestProject: undefined, alternatives: [] },
    ...other,
  };
}

function answer(...sites: readonly SiteAnswer[]): ScenarioAnswer {
  const whole = coastSummary({ totalM: 1000, naturalM: 500, target: 0.35, verdict: 'pass' });
  return { before: whole, after: whole, zones: [], sites, lostM: 0, restoredM: 0 };
}

function register(given: Partial<RegisterSource> = {}) {
  return siteRegister({
    ...{ projects: [], conflicts: new Map(), hasFailed: false, hasSetback: true, scenarios: [] },
    ...given,
  });
}

describe('a project of the plan', () => {
  test('has a row if it has a position', () => {
    const { geometry: _, ...unlocated } = project('nowhere');
    expect(register({ projects: [project('port'), unlocated] }).map(({ name }) => name.en)).toEqual(
      ['port'],
    );
  });

  test('violates the required setback, not the study distance; zones for use protect nothing', () => {
    const conflicts = new Map([
      [
        'port',
        [
          conflict('setback', 'possible', { distanceM: 12, limitM: 30 }),
          conflict('study-setback', 'certain', { limitM: 200 }),
          conflict('restricted-zone', 'possible'),
          conflict('strict-zone', 'certain'),
          conflict('optimised-zone', 'certain'),
          conflict('natural-coast', 'possible', { lengthM: 120 }),
        ],
      ],
    ]);
    const [row] = register({ projects: [project('port')], conflicts });
    expect(row?.setbacks).toEqual({ value: [expect.objectContaining({ limitM: 30 })] });
    expect(row && certaintyOf(row, 'setbacks')).toBe('possible');
    expect(row && certaintyOf(row, 'ground')).toBe('certain');
    expect(row && certaintyOf(row, 'shore')).toBe('possible');
    expect(row?.takenM).toEqual({ value: 120 });
    expect(row && registerTally([row])).toEqual({
      setbacks: { certain: 0, possible: 1 },
      ground: { certain: 1, possible: 0 },
      shore: { certain: 0, possible: 1 },
    });
  });

  test('says why a figure is absent', () => {
    const known = { projects: [project('port')] };
    expect(register({ ...known, conflicts: undefined })[0]?.takenM).toEqual({ missing: 'sought' });
    expect(register({ ...known, conflicts: undefined, hasFailed: true })[0]?.ground).toEqual({
      missing: 'failed',
    });
    expect(register({ ...known, hasSetback: false })[0]?.setbacks).toEqual({ missing: 'no-rule' });
    const [old] = register({ projects: [project('quay', { status: 'existing' })] });
    expect(old?.setbacks).toEqual({ missing: 'existing' });
    const [reserve] = register({ projects: [project('bay', { status: 'restore' })] });
    expect(reserve?.ground).toEqual({ missing: 'protects' });
    expect(reserve?.restoredM).toEqual({ missing: 'untried' });
    const road = new Map([['port', [conflict('natural-coast', 'possible', { distanceM: 9 })]]]);
    expect(register({ ...known, conflicts: road })[0]?.takenM).toEqual({ missing: 'unmeasured' });
  });
});

describe('a site of a scenario', () => {
  const of = {
    ...{ scenario: SCENARIO, failures: new Map(), hasFailed: false },
    conflicts: new Map([['site-1', [conflict('setback', 'certain', { limitM: 30 })]]]),
    answer: answer(
      siteAnswer({ takenM: 150, lostM: 100, shared: [{ site: 'site-2', lengthM: 7 }] }),
    ),
  };

  test('has the figures of the scenario, its year, and what counts elsewhere', () => {
    const [row] = register({ scenarios: [of] });
    expect(row?.takenM).toEqual({ value: 100 });
    expect(row?.uncountedM).toBe(50);
    expect(row?.sharedM).toBe(7);
    expect(row?.year).toBe(2027);
    expect(row?.accuracyM).toBe(0);
    expect(row && certaintyOf(row, 'setbacks')).toBe('certain');
  });

  test('that was taken from the plan is as accurate as the plan says', () => {
    const sites = [{ ...SITE, projectId: 'port' }];
    const scenarios = [{ ...of, scenario: { ...SCENARIO, sites } }];
    const rows = register({ projects: [project('port', { accuracyM: 800 })], scenarios });
    expect(rows[1]?.accuracyM).toBe(800);
  });

  test('without a ground, or not yet worked out, has no figures', () => {
    const [sought] = register({
      scenarios: [{ ...of, answer: undefined, conflicts: undefined }],
    });
    expect([sought?.takenM, sought?.ground]).toEqual([
      { missing: 'sought' },
      { missing: 'sought' },
    ]);
    const failures = new Map([['site-1', 'slow' as const]]);
    const [lost] = register({
      scenarios: [{ ...of, answer: answer(), conflicts: new Map(), failures }],
    });
    expect([lost?.takenM, lost?.ground]).toEqual([{ missing: 'failed' }, { missing: 'failed' }]);
  });
});

describe('order and filter', () => {
  const conflicts = new Map([
    ['far', [conflict('setback', 'possible', { distanceM: 25 })]],
    ['near', [conflict('setback', 'possible', { distanceM: 3 })]],
    ['inside', [conflict('setback', 'certain')]],
    ['free', []],
  ]);
  const rows = register({
    ...{ projects: ['free', 'far', 'inside', 'near'].map((id) => project(id)), conflicts },
    scenarios: [
      {
        ...{ scenario: SCENARIO, failures: new Map(), hasFailed: false },
        ...{ conflicts: undefined, answer: answer(siteAnswer({ lostM: 5 })) },
      },
    ],
  });
  const names = (column: RegisterColumn | undefined, isDescending = true) =>
    orderedRegister(rows, { column, isDescending }, (a, b) =>
      a.name.en.localeCompare(b.name.en),
    ).map(({ name }) => name.en);

  test('certain before possible, the nearer first, what is unknown or free last in both directions', () => {
    expect(names('setbacks')).toEqual(['inside', 'near', 'far', 'free', 'Berth']);
    expect(names('setbacks', false)).toEqual(['far', 'near', 'inside', 'free', 'Berth']);
    expect(names('year')[0]).toBe('Berth');
    expect(names('taken')[0]).toBe('Berth');
    expect(names(undefined)).toEqual(['free', 'far', 'inside', 'near', 'Berth']);
    expect(names('name', false)).toEqual(['Berth', 'far', 'free', 'inside', 'near']);
  });

  test('leaves those of the plan, of a scenario, or with a finding', () => {
    const left = (filter: Partial<Parameters<typeof filteredRegister>[1]>) =>
      filteredRegister(rows, { from: undefined, finding: undefined, ...filter }).length;
    expect(left({})).toBe(5);
    expect(left({ from: FROM_PLAN })).toBe(4);
    expect(left({ from: 'scenario-1' })).toBe(1);
    expect(left({ finding: 'setbacks' })).toBe(3);
    expect(left({ finding: 'shore' })).toBe(0);
  });
});
