import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/domain/steps.ts';
import { type DrawnRatio, drawingErrors } from '../../../src/domain/uncertainty/class-draws.ts';
import type { ClassError } from '../../../src/domain/uncertainty/class-errors.ts';
import { conditionalRate } from '../../../src/domain/uncertainty/class-errors.ts';
import { seededRandom } from '../../../src/domain/uncertainty/random.ts';
import { ratioDeviation, surveyList } from '../../../src/domain/uncertainty/survey-value.ts';
import { closeTo } from '../../close-to.ts';
import EXPECTED from '../../fixtures/uncertainty/expected.json' with { type: 'json' };

type Stretch = ClassError & { readonly lengthM: number; readonly kept: boolean };

function ratioOf(stretches: readonly Stretch[], target: number): DrawnRatio {
  const sum = (of: readonly Stretch[]) => of.reduce((total, { lengthM }) => total + lengthM, 0);
  return {
    keptM: sum(stretches.filter(({ kept }) => kept)),
    totalM: sum(stretches),
    target,
    shifts: stretches.map(({ kept, lengthM }, index) => [index, kept ? -lengthM : lengthM]),
  };
}

function draw(
  stretches: readonly Stretch[],
  { target = 0.35, correlation = 0, seed = 'draws', draws = 10_000 } = {},
) {
  const how = { correlation, random: seededRandom(seed), draws };
  const [spread] = finish(drawingErrors(stretches, [ratioOf(stretches, target)], how));
  if (spread === undefined) throw new Error('no spread');
  return spread;
}

/** The share of binomial outcomes of at most k. */
function binomialCdf(k: number, n: number, p: number): number {
  let [term, sum] = [(1 - p) ** n, 0];
  for (let successes = 0; successes <= k; successes += 1) {
    sum += term;
    term *= (((n - successes) / (successes + 1)) * p) / (1 - p);
  }
  return sum;
}

describe('independent errors', () => {
  test('of equal stretches are binomial', () => {
    // 40 natural stretches of 100 m, each wrong with 0.2: the natural ones left are binomial (40, 0.8).
    const stretches = Array.from({ length: 40 }, () => ({
      ...{ rate: 0.2, group: 'one', lengthM: 100, kept: true },
    }));
    const spread = draw(stretches, { target: 0.75 });
    // Four standard errors of 10 000 draws: 4 √(0.16 / 40 / 10 000), and of a share 4 √(p q / 10 000).
    closeTo(spread.mean, 0.8, 4 * Math.sqrt(0.004 / 10_000));
    closeTo(spread.standardDeviation, Math.sqrt(0.004), 0.002);
    const chance = 1 - binomialCdf(29, 40, 0.8);
    closeTo(spread.chance, chance, 4 * Math.sqrt((chance * (1 - chance)) / 10_000));
    const quantile = (share: number) => {
      let k = 0;
      while (binomialCdf(k, 40, 0.8) < share) k += 1;
      return k / 40;
    };
    // The draws are on a grid of 1/40, and none of the three quantiles lies at the edge of a step.
    closeTo(spread.low, quantile(0.05), 1e-12);
    closeTo(spread.median, quantile(0.5), 1e-12);
    closeTo(spread.high, quantile(0.95), 1e-12);
  });

  test('of unequal stretches have the mean and variance of their sum', () => {
    const stretches = [300, 700, 150, 2000, 50, 900, 420].map((lengthM, index) => ({
      ...{ lengthM, rate: 0.05 + 0.05 * index, group: `${index}`, kept: index % 2 === 0 },
    }));
    const { keptM, totalM } = ratioOf(stretches, 0.35);
    const mean = stretches.reduce(
      (sum, { kept, lengthM, rate }) => sum + ((kept ? -1 : 1) * lengthM * rate) / totalM,
      keptM / totalM,
    );
    const variance = stretches.reduce(
      (sum, { lengthM, rate }) => sum + rate * (1 - rate) * (lengthM / totalM) ** 2,
      0,
    );
    const spread = draw(stretches);
    closeTo(spread.mean, mean, 4 * Math.sqrt(variance / 10_000));
    closeTo(spread.standardDeviation, Math.sqrt(variance), 0.02 * Math.sqrt(variance) * 2);
    closeTo(ratioDeviation(stretches, ratioOf(stretches, 0.35), 0), Math.sqrt(variance), 1e-12);
  });
});

describe('correlated errors', () => {
  test.each(EXPECTED.classes.byCorrelation)(
    'with $correlation have the spread that numpy draws from multivariate normals',
    (expected) => {
      const stretches = EXPECTED.classes.segments;
      const { correlation } = expected;
      const spread = draw(stretches, { target: EXPECTED.classes.target, correlation });
      const deviation = expected.standardDeviation;
      closeTo(spread.mean, expected.mean, (4 * deviation) / 100);
      // Four standard errors: of a deviation σ/√(2n), of the quantiles at 5 and 95 % about 2.1 σ/√n.
      closeTo(spread.standardDeviation, deviation, (4 * deviation) / Math.sqrt(20_000));
      closeTo(spread.low, expected.low, (4 * 2.1 * deviation) / 100);
      closeTo(spread.high, expected.high, (4 * 2.1 * deviation) / 100);
      closeTo(spread.median, expected.median, (4 * 1.25 * deviation) / 100);
      closeTo(spread.chance, expected.chance, 4 * Math.sqrt(0.25 / 10_000));
      // The exact deviation; numpy's has a standard error of σ/√(2 000 000).
      const ratio = ratioOf(stretches, EXPECTED.classes.target);
      closeTo(ratioDeviation(stretches, ratio, correlation), deviation, (4 * deviation) / 1414);
    },
  );

  test('keep the rate of each stretch', () => {
    // The mean of the conditional rate over the common variable is the rate.
    for (const rate of [0.02, 0.3, 0.5]) {
      const at = conditionalRate(rate, 0.6);
      let sum = 0;
      for (let z = -8; z <= 8; z += 0.01) sum += Math.exp((-z * z) / 2) * at(z) * 0.01;
      closeTo(sum / Math.sqrt(2 * Math.PI), rate, 1e-9);
    }
  });
});

test('a stretch that no error can touch stays, and so does a coast that is sure', () => {
  const stretches = [
    { rate: 0, group: 'a', lengthM: 400, kept: true },
    { rate: 0, group: 'b', lengthM: 600, kept: false },
  ];
  expect(draw(stretches)).toEqual({
    ...{ median: 0.4, mean: 0.4, standardDeviation: 0, low: 0.4, high: 0.4, chance: 1 },
  });
});

test('a ratio without coast has no spread', () => {
  const none = { keptM: 0, totalM: 0, target: 0.35, shifts: [] };
  const how = { correlation: 0.3, random: seededRandom('none') };
  expect(finish(drawingErrors([], [none], how))).toEqual([undefined]);
});

test('ratios that are drawn together see the same errors', () => {
  // Two halves of one stretch of 1 000 m: they are wrong in the same draws, so their sum is 0 or 1.
  const error = { rate: 0.4, group: 'one' };
  const half = { keptM: 500, totalM: 500, target: 1, shifts: [[0, -500]] as const };
  const whole = { keptM: 1000, totalM: 1000, target: 1, shifts: [[0, -1000]] as const };
  const how = { correlation: 0.3, random: seededRandom('halves'), draws: 1000 };
  const [one, other, both] = finish(drawingErrors([error], [half, half, whole], how));
  expect(one).toEqual(other);
  expect(one?.chance).toBe(both?.chance);
});

/** A generator that shares nothing with the tested one: Park & Miller, CACM 31 (1988) 1192–1201. */
function minimalStandard(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

test('of 2 000 coasts with known truth, the 90 % interval holds it in 88 to 92 %', () => {
  const random = minimalStandard(12_345);
  const normal = () => Array.from({ length: 12 }, random).reduce((sum, u) => sum + u, -6);
  let held = 0;
  for (let coast = 0; coast < 2000; coast += 1) {
    const stretches = Array.from({ length: 60 }, (_, index) => ({
      rate: [0.3, 0.1, 0.02][index % 3] ?? 0,
      group: `${index % 4}`,
      lengthM: 100 + 1900 * random(),
      kept: index % 4 < 2,
    }));
    // The truth: thresholds of a normal variable of which the group has a part of √0.3.
    const thresholds = [-0.5244005127, -1.2815515655, -2.0537489106];
    const habits = Array.from({ length: 4 }, normal);
    const { totalM } = ratioOf(stretches, 0.35);
    let keptM = 0;
    for (const [index, { kept, lengthM }] of stretches.entries()) {
      const latent = Math.sqrt(0.3) * (habits[index % 4] ?? 0) + Math.sqrt(0.7) * normal();
      const isWrong = latent < (thresholds[index % 3] ?? 0);
      if (kept !== isWrong) keptM += lengthM;
    }
    const { low, high } = draw(stretches, {
      correlation: 0.3,
      seed: `coast ${coast}`,
      draws: 1000,
    });
    if (keptM / totalM >= low && keptM / totalM <= high) held += 1;
  }
  // 90 % ± 2: three standard errors of √(0.09 / 2 000).
  expect(held / 2000).toBeGreaterThanOrEqual(0.88);
  expect(held / 2000).toBeLessThanOrEqual(0.92);
}, 60_000);

describe('the value of a survey', () => {
  test('is what the interval loses once the class of a stretch is known', () => {
    // Independent errors of 0.5: variances in the ratio of the squared lengths, 9 : 16.
    const stretches = [
      { rate: 0.5, group: 'a', lengthM: 3000, kept: true },
      { rate: 0.5, group: 'b', lengthM: 4000, kept: false },
      { rate: 0, group: 'b', lengthM: 3000, kept: false },
    ];
    const list = surveyList(stretches, ratioOf(stretches, 0.35), {
      correlation: 0,
      listable: stretches.length,
    });
    // σ = 0.5 √(0.3² + 0.4²) = 0.25; without the longer 0.15, without the shorter 0.2.
    const width = 2 * 1.6448536269514722;
    expect(list.stretches.map(({ segment }) => segment)).toEqual([1, 0]);
    closeTo(list.widthBefore, width * 0.25, 1e-9);
    closeTo(list.stretches[0]?.narrowing, width * 0.1, 1e-9);
    closeTo(list.stretches[1]?.narrowing, width * 0.05, 1e-9);
    closeTo(list.widthAfter, 0, 1e-9);
  });

  test('grows with the errors that hang together with it', () => {
    const pair = ['a', 'a', 'b'].map((group) => ({ rate: 0.3, group, lengthM: 1000, kept: true }));
    const { stretches } = surveyList(pair, ratioOf(pair, 0.35), { correlation: 0.5, listable: 3 });
    expect(stretches.map(({ segment }) => segment)).toEqual([0, 1, 2]);
    expect(stretches[0]?.narrowing).toBeGreaterThan(stretches[2]?.narrowing ?? 1);
  });
});
