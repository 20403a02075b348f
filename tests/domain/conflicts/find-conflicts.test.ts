import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { ClassCounting } from '../../../src/domain/audit/audit.ts';
import {
  type Conflict,
  type ConflictSite,
  conflictTally,
  type FindingsByProject,
  STUDY_SETBACK_M,
} from '../../../src/domain/conflicts/conflict.ts';
import { findingConflicts } from '../../../src/domain/conflicts/find-conflicts.ts';
import { withSetbacks } from '../../../src/domain/conflicts/setback.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { finish } from '../../../src/domain/steps.ts';
import type { Zone } from '../../../src/domain/zone.ts';
import { closeTo } from '../../close-to.ts';
import { boxRing, boxZone, EQUATOR_DEGREE, equatorSegment, PLAIN_RULE, polygon } from '../build.ts';

/** Degrees on the equator that are this many metres. */
function degrees(metres: number): number {
  return metres / EQUATOR_DEGREE.ellipsoid;
}

/** A coast along the equator from 0° to 3°, natural at both ends, and a strict zone over its first degree. */
const COAST = [
  equatorSegment('beach', 'sandy', [0, 1]),
  equatorSegment('quay', 'artificial', [1, 2]),
  equatorSegment('cliff', 'bedrock', [2, 3]),
];
const { counting: COUNTING } = PLAIN_RULE;
const TARGET_SOURCE = { zh: '第 46 条', en: 'Article 46' };
const SETBACK = { distanceM: 30, articles: [46], source: { zh: '条例', en: 'A regulation' } };
const STRICT = boxZone('strict', [0, -0.1, 1, 0.1], { grade: 'strict', articles: [46] });

function site(
  id: string,
  geometry: Geometry | undefined,
  other: Partial<ConflictSite> = {},
): ConflictSite {
  return {
    ...{ id, name: { zh: id, en: id }, status: 'build', articles: [24], accuracyM: 100 },
    ...(geometry && { geometry }),
    ...other,
  };
}

function point(at: Position): Geometry {
  return { type: 'Point', coordinates: [...at] };
}

type Around = {
  readonly others?: readonly ConflictSite[];
  readonly zones?: readonly Zone[];
  readonly counting?: ClassCounting;
};

function matrixOf(
  projects: readonly ConflictSite[],
  { others = [], zones = [STRICT], counting = COUNTING }: Around = {},
): FindingsByProject {
  const rule = { counting, targetArticles: [46], targetSource: TARGET_SOURCE };
  const question = { projects: [...projects, ...others], segments: COAST, zones, rule };
  return finish(findingConflicts(question));
}

/** All conflicts of one site, setbacks with the study distance in metres. */
function conflictsOf(
  one: ConflictSite,
  around: Around = {},
  studyM: number = STUDY_SETBACK_M.usual,
): readonly Conflict[] {
  return withSetbacks(matrixOf([one], around), { required: SETBACK, studyM }).get(one.id) ?? [];
}

function ofKind(kind: Conflict['kind'], conflicts: readonly Conflict[]): Conflict | undefined {
  return conflicts.find((conflict) => conflict.kind === kind);
}

describe('a point against a zone', () => {
  // The zone's nearest border is its north, 0.1° of latitude up: 110 574 m a degree at the equator.
  const fromBorder = (metres: number): Geometry => point([0.5, 0.1 - metres / 110_574]);
  test.each([
    ['deeper inside than its accuracy is in it for certain', 150, 'certain', 0],
    ['less deep inside is in it possibly', 50, 'possible', 0],
    ['outside, but nearer than its accuracy, is in it possibly', -50, 'possible', 50],
    ['farther outside is not in it', -150, undefined, 0],
  ] as const)('%s', (_, metres, certainty, distanceM) => {
    const conflict = ofKind('strict-zone', conflictsOf(site('a', fromBorder(metres))));
    expect(conflict?.certainty).toBe(certainty);
    if (certainty !== undefined) closeTo(conflict?.distanceM, distanceM, 0.1);
  });

  test('has no area and no length, but the zone’s name, grade and articles', () => {
    expect(ofKind('strict-zone', conflictsOf(site('a', fromBorder(500))))).toEqual({
      ...{ kind: 'strict-zone', certainty: 'certain', distanceM: 0, articles: [46] },
      ...{ otherId: 'strict', otherName: { zh: 'strict', en: 'strict' } },
    });
  });

  test('without a stated accuracy is never certain, and near a border counts for nothing', () => {
    const { accuracyM: _, ...inside } = site('a', fromBorder(5000));
    const { accuracyM: __, ...near } = site('b', fromBorder(-1));
    expect(ofKind('strict-zone', conflictsOf(inside))?.certainty).toBe('possible');
    expect(ofKind('strict-zone', conflictsOf(near))).toBeUndefined();
  });
});

describe('a zone', () => {
  test.each([
    ['restricted', 'restricted-zone', 1],
    ['optimised', 'optimised-zone', 0],
    [undefined, 'ungraded-zone', 1],
  ] as const)('of grade %s is the kind %s', (grade, kind, counted) => {
    const zones = [boxZone('z', [0, 1, 1, 2], grade && { grade })];
    const conflicts = conflictsOf(site('a', point([0.5, 1.5])), { zones });
    expect(conflicts.map((conflict) => conflict.kind)).toEqual([kind]);
    expect(conflictTally(conflicts)).toEqual({ certain: counted, possible: 0 });
  });

  test('is crossed for certain by a line that crosses it wherever it may lie', () => {
    const across: Geometry = {
      type: 'LineString',
      coordinates: [
        [0.5, -0.5],
        [0.5, 0.5],
      ],
    };
    const conflict = ofKind('strict-zone', conflictsOf(site('a', across, { accuracyM: 5000 })));
    expect(conflict?.certainty).toBe('certain');
    // 0.2° of the meridian at the equator (a quarter meridian is 10 001 966 m).
    closeTo(conflict?.lengthM, 0.2 * 110_574.4, 1);
  });
});

describe('a protected site', () => {
  const reserve = site('reserve', polygon(boxRing([1, 1, 1.1, 1.1])), {
    ...{ status: 'protect', articles: [43], accuracyM: 500 },
  });
  const inside = (metres: number) => point([1 + degrees(metres), 1.05]);

  test('is met by what lies in it, with its article; both positions may be off', () => {
    const near = { others: [reserve] };
    const deep = ofKind('protected-site', conflictsOf(site('a', inside(650)), near));
    expect(deep).toMatchObject({ certainty: 'certain', otherId: 'reserve', articles: [43] });
    const less = ofKind('protected-site', conflictsOf(site('a', inside(550)), near));
    expect(less?.certainty).toBe('possible');
  });

  test('conflicts with nothing itself, not even with the zone that protects it', () => {
    const mended = site('mended', polygon(boxRing([0.1, -0.05, 0.2, 0.05])), { status: 'restore' });
    const matrix = matrixOf([mended, reserve, site('nowhere', undefined)]);
    expect([...matrix.keys()]).toEqual([]);
  });

  test('that is a point counts within both accuracies, and is never certain', () => {
    const accuracyM = 300;
    const spring = site('spring', point([1, 0]), { status: 'protect', accuracyM });
    const against = (longitude: number, own: { accuracyM?: number } = { accuracyM }) =>
      ofKind(
        'protected-site',
        conflictsOf(site('a', point([longitude, 0]), own), { others: [spring] }),
      );
    expect(against(1)).toMatchObject({
      kind: 'protected-site',
      certainty: 'possible',
      distanceM: 0,
    });
    // 0.005 degrees of the equator are 556.6 m, 0.006 are 667.9 m.
    expect(against(1.005)).toMatchObject({ otherId: 'spring', certainty: 'possible' });
    expect(against(1.006)).toBeUndefined();
    // Of an unstated accuracy: within the 300 m of the spring at 0.002°, 222.6 m, and not at 0.003°, 334.0 m.
    const { accuracyM: _, ...unsure } = site('a', point([1.002, 0]));
    const found = ofKind('protected-site', conflictsOf(unsure, { others: [spring] }));
    expect(found).toMatchObject({ otherId: 'spring', certainty: 'possible' });
    const beyond = { ...unsure, geometry: point([1.003, 0]) };
    expect(ofKind('protected-site', conflictsOf(beyond, { others: [spring] }))).toBeUndefined();
    const around = site('a', polygon(boxRing([0.5, -0.5, 1.5, 0.5])), { accuracyM: 0 });
    const inside = ofKind('protected-site', conflictsOf(around, { others: [spring] }));
    expect(inside).toMatchObject({ certainty: 'possible', distanceM: 0 });
    expect(inside).not.toHaveProperty('lengthM');
  });

  test('that is a line is crossed', () => {
    const river: Geometry = {
      type: 'LineString',
      coordinates: [
        [1, 1.05],
        [2, 1.05],
      ],
    };
    const kept = site('river', river, { status: 'protect' });
    const conflicts = conflictsOf(site('a', polygon(boxRing([1.2, 1, 1.3, 1.1]))), {
      others: [kept],
    });
    closeTo(conflicts[0]?.lengthM, 11_130, 5);
  });
});

describe('the natural coastline', () => {
  test('inside a site is told in metres by class, artificial coast left out', () => {
    const wide = site('a', polygon(boxRing([0.9, 1e-6 - 0.2, 2.2, 0.2])));
    const conflict = ofKind('natural-coast', conflictsOf(wide));
    expect(conflict).toMatchObject({ certainty: 'certain', otherId: 'cliff', distanceM: 0 });
    closeTo(conflict?.lengthM, 0.3 * EQUATOR_DEGREE.ellipsoid, 1e-6);
    closeTo(conflict?.lengthByClass?.sandy, 0.1 * EQUATOR_DEGREE.ellipsoid, 1e-6);
    closeTo(conflict?.lengthByClass?.bedrock, 0.2 * EQUATOR_DEGREE.ellipsoid, 1e-6);
    expect(Object.keys(conflict?.lengthByClass ?? {})).toHaveLength(2);
  });

  test('nearer than the accuracy is taken up possibly; the nearest stretch is named', () => {
    const beside = site('a', point([2.5, degrees(60)]));
    expect(ofKind('natural-coast', conflictsOf(beside))).toMatchObject({
      ...{ certainty: 'possible', otherId: 'cliff', articles: [46] },
    });
    const built = site('b', point([1.5, degrees(60)]));
    expect(ofKind('natural-coast', conflictsOf(built))).toBeUndefined();
  });

  test('is what the rule counts as natural or restored', () => {
    const wide = site('a', polygon(boxRing([0.9, 1e-6 - 0.2, 2.2, 0.2])));
    const naturalWhere = (changed: Partial<ClassCounting>): Conflict | undefined =>
      ofKind('natural-coast', conflictsOf(wide, { counting: { ...COUNTING, ...changed } }));
    expect(Object.keys(naturalWhere({ sandy: 'total-only' })?.lengthByClass ?? {})).toEqual([
      'bedrock',
    ]);
    expect(naturalWhere({ sandy: 'total-only', bedrock: 'excluded' })).toBeUndefined();
    closeTo(
      naturalWhere({ artificial: 'restored' })?.lengthByClass?.artificial,
      EQUATOR_DEGREE.ellipsoid,
      1e-6,
    );
  });
});

describe('the setback', () => {
  const at = (metres: number, other: Partial<ConflictSite> = {}): ConflictSite =>
    site('a', point([1.5, metres / 110_574]), other);
  const told = (one: ConflictSite, studyM: number) =>
    conflictsOf(one, { zones: [] }, studyM).map(
      ({ kind, certainty, limitM }) => `${kind} ${certainty} ${limitM}`,
    );

  test('of 30 m and the study distance are decided by distance and accuracy', () => {
    expect(told(at(20, { accuracyM: 5 }), 200)).toEqual([
      'setback certain 30',
      'study-setback certain 200',
    ]);
    expect(told(at(20, { accuracyM: 15 }), 200)).toEqual([
      'study-setback certain 200',
      'setback possible 30',
    ]);
    expect(told(at(150, { accuracyM: 100 }), 200)).toEqual(['study-setback possible 200']);
    expect(told(at(150, { accuracyM: 100 }), 260)).toEqual(['study-setback certain 260']);
    expect(told(at(350, { accuracyM: 100 }), 200)).toEqual([]);
  });

  test('does not hold for what stands already', () => {
    expect(told(at(5, { accuracyM: 1, status: 'existing' }), 200)).toEqual([]);
  });

  test('is certain for an area that lies across the coast wherever it may be', () => {
    const across = site('a', polygon(boxRing([1.4, -0.1, 1.6, 0.1])), { accuracyM: 1000 });
    expect(told(across, 200)).toEqual(['setback certain 30', 'study-setback certain 200']);
  });
});

describe('whatever the site', () => {
  const box = fc
    .tuple(
      fc.double({ min: -0.3, max: 3.3, noNaN: true }),
      fc.double({ min: -0.3, max: 0.3, noNaN: true }),
    )
    .chain(([west, south]) =>
      fc.record({
        west: fc.constant(west),
        south: fc.constant(south),
        size: fc.double({ min: 0.001, max: 0.5, noNaN: true }),
      }),
    );
  const anySite = box.map(({ west, south, size }) =>
    polygon(boxRing([west, south, west + size, south + size])),
  );
  const metres = fc.integer({ min: 0, max: 20_000 });
  const keyed = (conflicts: readonly Conflict[]): ReadonlyMap<string, Conflict['certainty']> =>
    new Map(conflicts.map(({ kind, otherId, certainty }) => [`${kind} ${otherId}`, certainty]));

  test('a poorer accuracy loses no conflict and makes none certain', () => {
    fc.assert(
      fc.property(anySite, metres, metres, (geometry, a, b) => {
        const [fine, coarse] = [Math.min(a, b), Math.max(a, b)].map((accuracyM) =>
          keyed(matrixOf([site('a', geometry, { accuracyM })]).get('a')?.conflicts ?? []),
        );
        for (const key of fine?.keys() ?? []) expect(coarse?.has(key)).toBe(true);
        for (const [key, certainty] of coarse ?? [])
          if (certainty === 'certain') expect(fine?.get(key)).toBe('certain');
      }),
      { numRuns: 60 },
    );
  });

  test('a larger study distance loses no conflict and no certainty', () => {
    const study = fc.integer({ min: STUDY_SETBACK_M.least, max: STUDY_SETBACK_M.most });
    fc.assert(
      fc.property(anySite, metres, study, study, (geometry, accuracyM, a, b) => {
        const matrix = matrixOf([site('a', geometry, { accuracyM })]);
        const [near, far] = [Math.min(a, b), Math.max(a, b)].map((studyM) =>
          keyed(withSetbacks(matrix, { required: SETBACK, studyM }).get('a') ?? []),
        );
        for (const [key, certainty] of near ?? [])
          expect([certainty, 'certain']).toContain(far?.get(key));
      }),
      { numRuns: 60 },
    );
  });

  test('conflicts come certain first, then by gravity', () => {
    const conflicts = conflictsOf(site('a', polygon(boxRing([0.2, -0.05, 0.4, 0.05]))));
    const order = conflicts.map(({ certainty }) => certainty);
    expect(order).toEqual(order.toSorted());
    expect(conflicts[0]?.kind).toBe('strict-zone');
  });
});

test('finding conflicts takes a step a project, and stops between two', () => {
  const projects = [1, 2, 3].map((number) => site(`p${number}`, point([number, 0])));
  const steps = findingConflicts({ projects, segments: COAST, zones: [], rule: PLAIN_RULE });
  expect([steps.next().value, steps.next().value, steps.next().value]).toEqual([0, 1 / 3, 2 / 3]);
  expect(steps.next().done).toBe(true);
});

test('without coast, zones or protected sites there is nothing to be in conflict with', () => {
  const projects = [site('a', point([0, 0])), site('b', { type: 'MultiPoint', coordinates: [] })];
  const matrix = finish(findingConflicts({ projects, segments: [], zones: [], rule: PLAIN_RULE }));
  expect([...matrix.values()]).toEqual([{ conflicts: [] }, { conflicts: [] }]);
});
