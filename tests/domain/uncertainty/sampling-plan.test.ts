import { describe, expect, test } from 'vitest';
import type { CoastPiece } from '../../../src/domain/audit/audit.ts';
import { seededRandom } from '../../../src/domain/uncertainty/random.ts';
import {
  type SamplePoint,
  sampledRatio,
  samplePoints,
  samplingPlan,
  strataOf,
} from '../../../src/domain/uncertainty/sampling-plan.ts';
import { metres } from '../../../src/domain/units.ts';
import { closeTo } from '../../close-to.ts';
import { EQUATOR_DEGREE, segment } from '../build.ts';

describe('a sample that was visited', () => {
  test('gives the area and interval of the worked example of Olofsson et al. (2014), section 5', () => {
    // Deforestation found in the four strata of the map: 66 of 75, 0 of 75, 1 of 165, 2 of 325 points.
    const found = sampledRatio([
      { lengthM: 200_000, points: 75, kept: 66 },
      { lengthM: 150_000, points: 75, kept: 0 },
      { lengthM: 3_200_000, points: 165, kept: 1 },
      { lengthM: 6_450_000, points: 325, kept: 2 },
    ]);
    // They publish 21 158 ± 6 158 ha of ten million pixels of 0.09 ha, with a standard error of 0.0035.
    const hectares = 10_000_000 * 0.09;
    closeTo((found?.ratio ?? 0) * hectares, 21_158, 0.5);
    closeTo(((found?.high ?? 0) - (found?.ratio ?? 0)) * hectares, 6158, 0.5);
    closeTo(found?.standardError, 0.0035, 0.00005);
  });

  test('says nothing while a stratum has fewer than two answers', () => {
    expect(sampledRatio([{ lengthM: 10, points: 1, kept: 1 }])).toBeUndefined();
    expect(sampledRatio([])).toBeUndefined();
  });
});

const stratum = (lengthM: number, rate: number) => ({
  ...{ class: 'sandy' as const, confidence: 'low' as const, lengthM, rate },
});

describe('a plan', () => {
  test('shares points out by length and deviation', () => {
    // √(p (1 − p)) is 0.5 and 0.3: weights of 1 500 and 1 500, then 500 and 900.
    const even = samplingPlan([stratum(3000, 0.5), stratum(5000, 0.1)], 100);
    expect(even.strata.map(({ points }) => points)).toEqual([50, 50]);
    // Σ W² p q / n = (3/8)² 0.25 / 50 + (5/8)² 0.09 / 50.
    const variance = (0.140625 * 0.25 + 0.390625 * 0.09) / 50;
    closeTo(even.halfWidth, 1.959963984540054 * Math.sqrt(variance), 1e-12);
    const uneven = samplingPlan([stratum(1000, 0.5), stratum(3000, 0.1)], 140);
    expect(uneven.strata.map(({ points }) => points)).toEqual([50, 90]);
  });

  test('has at least two points a stratum, and no more points than asked otherwise', () => {
    const plan = samplingPlan([stratum(1, 0.02), stratum(10_000, 0.3), stratum(5000, 0)], 21);
    expect(plan.strata.map(({ points }) => points)).toEqual([2, 17, 2]);
    expect(plan.points).toBe(21);
    expect(samplingPlan([stratum(1, 0.1), stratum(2, 0.1)], 1).points).toBe(4);
  });
});

describe('points to visit', () => {
  const degree = (lengthM: number) => lengthM / EQUATOR_DEGREE.ellipsoid;
  const segments = new Map(
    [
      segment(
        'a',
        'sandy',
        [
          [0, 0],
          [degree(1000), 0],
        ],
        { confidence: 'low' },
      ),
      segment('b', 'artificial', [
        [degree(1000), 0],
        [degree(3000), 0],
      ]),
      segment(
        'c',
        'sandy',
        [
          [degree(3000), 0],
          [degree(6000), 0],
        ],
        { confidence: 'low' },
      ),
    ].map((one) => [one.id, one]),
  );
  const piece = (segmentId: string, from: number, to: number): CoastPiece => ({
    ...{ segmentId, lengthM: metres(to - from) },
    line: [
      [degree(from), 0],
      [degree(to), 0],
    ],
  });
  const pieces = [piece('a', 0, 1000), piece('b', 1000, 3000), piece('c', 3000, 6000)];
  const strata = strataOf(pieces, segments, () => 0.3);
  const drawn = (seed: string): readonly SamplePoint[] =>
    samplePoints(samplingPlan(strata, 600), pieces, { segments, random: seededRandom(seed) });

  test('lie on the coast of their stratum, evenly, in the order of the coast', () => {
    expect(strata.map(({ lengthM }) => lengthM)).toEqual([4000, 2000]);
    const points = drawn('visit');
    const at = points.map(({ position }) => position[0] * EQUATOR_DEGREE.ellipsoid);
    expect(at).toEqual(at.toSorted((one, other) => one - other));
    for (const [index, { segmentId }] of points.entries()) {
      const x = at[index] ?? -1;
      const inside = { a: [0, 1000], b: [1000, 3000], c: [3000, 6000] }[segmentId] ?? [];
      expect(x >= (inside[0] ?? 0) - 1e-6 && x <= (inside[1] ?? 0) + 1e-6).toBe(true);
    }
    // 400 of sand, a quarter of them expected on `a`: four standard errors of √(400 × 3/16).
    closeTo(points.filter(({ segmentId }) => segmentId === 'a').length, 100, 35);
    expect(points.filter(({ stratum: of }) => of === 'artificial high').length).toBe(200);
  });

  test('are the same for the same data', () => {
    expect(drawn('visit')).toEqual(drawn('visit'));
    expect(drawn('visit')).not.toEqual(drawn('other'));
  });
});
