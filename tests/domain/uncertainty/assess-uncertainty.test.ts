import { describe, expect, test } from 'vitest';
import type { ClassCounting } from '../../../src/domain/audit/audit.ts';
import { measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import type { CoastlineSegment } from '../../../src/domain/coastline.ts';
import { finish } from '../../../src/domain/steps.ts';
import type { UncertaintyQuestion } from '../../../src/domain/uncertainty/assess-uncertainty.ts';
import {
  assessingUncertainty,
  decidingDoubt,
} from '../../../src/domain/uncertainty/assess-uncertainty.ts';
import { errorModel } from '../../../src/domain/uncertainty/class-errors.ts';
import {
  measuredPoints,
  uncertaintySentences,
} from '../../../src/domain/uncertainty/uncertainty-sentences.ts';
import { closeTo } from '../../close-to.ts';
import { EQUATOR_DEGREE, equatorSegment, PLAIN_RULE, segment } from '../build.ts';

const degree = (lengthM: number) => lengthM / EQUATOR_DEGREE.ellipsoid;

/** Stretches of 100 m each along the equator. */
function coast(
  classes: readonly (readonly [CoastlineSegment['class'], Partial<CoastlineSegment>])[],
) {
  return classes.map(([shoreClass, other], index) =>
    segment(
      `s${String(index).padStart(2, '0')}`,
      shoreClass,
      [
        [degree(100 * index), 0],
        [degree(100 * index + 100), 0],
      ],
      other,
    ),
  );
}

type More = {
  readonly setAsideM?: number;
  readonly target?: number;
  readonly counting?: Partial<ClassCounting>;
};

function assess(
  segments: readonly CoastlineSegment[],
  stated: UncertaintyQuestion['stated'] = {},
  more: More = {},
) {
  const measured = measureCoast({
    ...{ segments, zones: [], tolerancesM: [] },
    unionArea: () => ({ ellipsoid: 0, sphere: 0 }),
  });
  const rule = {
    ...{ ...PLAIN_RULE, target: more.target ?? 0.35 },
    counting: { ...PLAIN_RULE.counting, ...more.counting },
  };
  return finish(
    assessingUncertainty(measured, {
      choice: { segments, rule, realm: 'mainland' },
      ...{ stated, setAsideM: more.setAsideM ?? 0 },
    }),
  );
}

const SURE = { errorRate: { low: 0, medium: 0, high: 0 }, correlation: 0 };

describe('error rates', () => {
  test('are assumed where the rule states none, and taken from it where it does', () => {
    expect(errorModel({})).toEqual({
      ...{ rates: { low: 0.3, medium: 0.1, high: 0.02 }, correlation: 0.3, isSampled: false },
    });
    expect(errorModel({ errorRate: { low: 0.2, sampled: true }, correlation: 0 })).toEqual({
      ...{ rates: { low: 0.2, medium: 0.1, high: 0.02 }, correlation: 0, isSampled: true },
    });
  });
});

describe('the whole coast', () => {
  test('without doubt keeps its ratio', () => {
    const found = assess(
      coast([
        ['sandy', {}],
        ['artificial', {}],
      ]),
      SURE,
    );
    closeTo(found.overall.classification?.low, 0.5, 1e-12);
    closeTo(found.overall.classification?.high, 0.5, 1e-12);
    expect(found.overall.verdict).toBe('keeps');
    expect(found.decides).toBeUndefined();
  });

  test('counts coast without a class, and coast set aside, as natural in half of the draws', () => {
    const unclassified = assess(
      coast([
        ['sandy', {}],
        [undefined, {}],
      ]),
      SURE,
    ).overall;
    closeTo(unclassified.classification?.mean, 0.75, 4 * (0.25 / 100));
    // 100 m natural, 100 m artificial and 200 m that could not be read: 1/4 or 3/4.
    const { overall } = assess(
      coast([
        ['sandy', {}],
        ['artificial', {}],
      ]),
      SURE,
      { setAsideM: 200 },
    );
    closeTo(overall.classification?.low, 0.25, 1e-9);
    closeTo(overall.classification?.high, 0.75, 1e-9);
    closeTo(overall.ratio, 0.5, 1e-12);
  });

  test('is decided by the rule where an estuary is the difference', () => {
    const found = assess(
      coast([
        ['sandy', {}],
        ['estuary', {}],
        ['artificial', {}],
        ['artificial', {}],
      ]),
      SURE,
    );
    expect(found.overall.verdict).toBe('open');
    expect(found.decides).toBe('rule');
    const ratios = new Map(
      found.overall.rules.map(({ name, withRestored, ratio }) => [
        `${name} ${withRestored}`,
        ratio,
      ]),
    );
    closeTo(ratios.get('own true'), 0.25, 1e-12);
    closeTo(ratios.get('measures-2017 true'), 0.25, 1e-12);
    closeTo(ratios.get('soa-2017 true'), 0.5, 1e-12);
    closeTo(ratios.get('db33-2018 true'), 0.25, 1e-12);
    expect(ratios.size).toBe(8);
  });

  test('is counted with and without restored coast', () => {
    const { rules } = assess(
      coast([
        ['sandy', {}],
        ['restored', {}],
      ]),
      SURE,
    ).overall;
    closeTo(
      rules.find(({ name, withRestored }) => name === 'own' && withRestored)?.ratio,
      1,
      1e-12,
    );
    closeTo(
      rules.find(({ name, withRestored }) => name === 'own' && !withRestored)?.ratio,
      0.5,
      1e-12,
    );
    expect(
      rules
        .filter(({ isInForce }) => isInForce)
        .map(({ name, withRestored }) => [name, withRestored]),
    ).toEqual([
      ...[
        ['own', true],
        ['measures-2017', true],
        ['soa-2017', true],
      ],
    ]);
  });

  test('is counted by its own rule as that is set where it leaves restored coast out', () => {
    const segments = [
      equatorSegment('rock', 'bedrock', [0, 0.04]),
      equatorSegment('wall', 'artificial', [0.04, 0.1]),
      equatorSegment('mended', 'restored', [0.1, 0.15]),
    ];
    const { overall } = assess(segments, SURE, { counting: { restored: 'excluded' } });
    const ratioOf = (name: string, withRestored: boolean) =>
      overall.rules.find((rule) => rule.name === name && rule.withRestored === withRestored)?.ratio;
    // 0.04 / (0.04 + 0.06): the restored 0.05 are in no total.
    closeTo(overall.ratio, 0.4, 1e-9);
    closeTo(ratioOf('own', false), 0.4, 1e-9);
    closeTo(overall.classification?.median, 0.4, 1e-9);
    // With restored coast: (0.04 + 0.05) / 0.15.
    closeTo(ratioOf('own', true), 0.6, 1e-9);
    // The published rules have it in the total: 0.04 / 0.15.
    closeTo(ratioOf('measures-2017', false), 4 / 15, 1e-9);
  });

  test('has no verdict where the rule in force counts none of it, though others do', () => {
    const { overall, decides } = assess([equatorSegment('mended', 'restored', [0, 0.1])], SURE, {
      counting: { restored: 'excluded' },
    });
    expect([overall.ratio, overall.verdict, decides]).toEqual([undefined, 'no-coast', undefined]);
    // All of it is in the total of the published rules, and none in their numerator.
    expect(overall.rules.find(({ name }) => name === 'measures-2017')?.ratio).toBe(0);
  });

  test('is decided by its classes where they are doubtful', () => {
    const doubtful = Array.from(
      { length: 20 },
      (_, index) => [index < 7 ? 'sandy' : 'artificial', { confidence: 'low' as const }] as const,
    );
    const found = assess(coast(doubtful));
    expect(found.decides).toBe('classification');
    expect(found.overall.verdict).toBe('open');
    // Wrong in 0.3 of all: 0.35 × 0.7 + 0.65 × 0.3.
    closeTo(found.overall.classification?.mean, 0.44, 0.01);
    expect(found.survey.stretches.length).toBe(10);
    expect(found.survey.widthAfter).toBeLessThan(found.survey.widthBefore);
    expect(found.sampling.map(({ points }) => points)).toEqual([100, 200, 400, 800]);
  });

  test('gives the same numbers whatever the order of its features', () => {
    const segments = coast(
      Array.from(
        { length: 12 },
        (_, index) =>
          [index % 3 === 0 ? 'sandy' : 'artificial', { confidence: 'low' as const }] as const,
      ),
    );
    const [one, other] = [assess(segments), assess(segments.toReversed())];
    expect(other.overall.classification?.chance).toBe(one.overall.classification?.chance);
    closeTo(other.overall.classification?.low, one.overall.classification?.low ?? 0, 1e-9);
    expect(assess(segments)).toEqual(one);
  });

  test('that is not there has no verdict', () => {
    const found = assess([]);
    expect(found.overall).toMatchObject({
      ratio: undefined,
      classification: undefined,
      verdict: 'no-coast',
    });
    expect(uncertaintySentences(found)[0]?.en).toBe('There is no coast, hence no ratio.');
  });
});

test('the widest of the doubts that cross the target decides', () => {
  const spread = {
    median: 0.35,
    mean: 0.35,
    standardDeviation: 0.02,
    low: 0.31,
    high: 0.39,
    chance: 0.5,
  };
  const measurement = {
    earthModel: 0,
    detail: 0,
    position: 0,
    standardUncertainty: 0,
    low: 0.34,
    high: 0.36,
  };
  const overall = {
    ...{ ratio: 0.35, target: 0.35, measurement },
    classification: spread,
    verdict: 'open' as const,
  };
  const rules = [
    { ratio: 0.35, isInForce: true },
    { ratio: 0.2, isInForce: false },
  ];
  const elsewhere = [...rules, { ratio: 0.2, isInForce: true }];
  expect(decidingDoubt({ ...overall, rules })).toBe('classification');
  expect(decidingDoubt({ ...overall, rules: elsewhere })).toBe('rule');
  const sure = { ...overall, rules, classification: { ...spread, chance: 0.99 } };
  expect(decidingDoubt(sure)).toBe('measurement');
  expect(decidingDoubt({ ...sure, target: 0.1 })).toBeUndefined();
  // Kept in 99 % of draws by the rule in force, in 60 % by another one: that is open, by the classes.
  const chances = (own: number, other: number) => [
    { ratio: 0.5, isInForce: true, chance: own },
    { ratio: 0.4, isInForce: true, chance: other },
    { ratio: 0.4, isInForce: false, chance: 0.5 },
  ];
  const far = { ...sure, target: 0.1 };
  expect(decidingDoubt({ ...far, rules: chances(0.99, 0.6) })).toBe('classification');
  expect(decidingDoubt({ ...far, rules: chances(0.99, 0.01) })).toBe('classification');
  expect(decidingDoubt({ ...far, rules: chances(0.99, 0.95) })).toBeUndefined();
  const still = { ...spread, low: 0.5, high: 0.5, chance: 1 };
  const byOther = { ...far, classification: still, rules: chances(1, 0.6) };
  expect(decidingDoubt(byOther)).toBe('classification');
});

test('what to survey first are ten stretches, and coast set aside stays in doubt', () => {
  // 10 stretches of 100 m with a rate of 0.1 each, and 1 000 m set aside with one of 0.5: all of 2 000 m.
  const { survey } = assess(
    coast(Array.from({ length: 10 }, () => ['sandy', {}] as const)),
    { errorRate: { high: 0.1 }, correlation: 0 },
    { setAsideM: 1000 },
  );
  expect(survey.stretches.length).toBe(10);
  // 2 z √(10 · 0.09 · 0.05² + 0.25 · 0.5²), and once the ten are known 2 z · 0.5 · 0.5.
  closeTo(survey.widthBefore, 2 * 1.6448536269514722 * Math.sqrt(0.06475), 1e-9);
  closeTo(survey.widthAfter, 1.6448536269514722 / 2, 1e-9);
});

test('a sample is taken of the coast that is in the total', () => {
  const { sampling } = assess(
    coast([
      ['sandy', {}],
      ['artificial', {}],
      ['restored', {}],
    ]),
    { errorRate: { high: 0.1 }, correlation: 0 },
    { counting: { restored: 'excluded' } },
  );
  expect(sampling[0]?.strata.map(({ class: shoreClass }) => shoreClass)).toEqual([
    ...['sandy', 'artificial'],
  ]);
  // Halves of the coast with 50 points each: 1.96 √(2 · 0.5² · 0.09 / 50) = 1.96 · 0.03.
  closeTo(sampling[0]?.halfWidth, 1.959963984540054 * 0.03, 1e-9);
});

test('measurement is said to two digits, and as a limit where it is rounding', () => {
  const said = (standardUncertainty: number) => measuredPoints({ standardUncertainty });
  // 100 · 1.645 · 0.002 = 0.329 points; 100 · 1.645 · 0.00006 = 0.00987.
  expect(said(0.002)).toBe('0.33');
  expect(said(0.00006)).toBe('<0.01');
  expect(said(1e-15)).toBe('<0.01');
  expect(said(0)).toBe('0');
});

test('the sentences name interval, chance and what is assumed, in both languages', () => {
  const doubtful = Array.from(
    { length: 20 },
    (_, index) => [index < 7 ? 'sandy' : 'artificial', { confidence: 'low' as const }] as const,
  );
  const said = uncertaintySentences(assess(coast(doubtful)));
  expect(said[0]?.en).toMatch(
    /^35\.0 % as classified; \d\d\.\d % to \d\d\.\d % .* likely to keep 35\.0 %/,
  );
  expect(said[0]?.zh).toMatch(/^按现有分类为 35\.0%；考虑分类误差，90% 区间为/);
  expect(said[1]?.en).toContain('The classes decide');
  expect(said[2]?.en).toContain(
    '30/10/2 %, correlated by 0.3 within class and use: assumed until sampled',
  );
  expect(said[2]?.en).toContain('Nobody states how exact the positions are');
  expect(said[2]?.zh).toContain('岸线位置精度未注明');
});
