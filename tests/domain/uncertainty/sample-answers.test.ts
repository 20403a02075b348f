import { describe, expect, test } from 'vitest';
import type { FieldRow } from '../../../src/domain/audit/field-sheet.ts';
import type { CoastlineClass } from '../../../src/domain/coastline.ts';
import {
  answerSample,
  type DrawnSample,
  type SampleAnswers,
  type UnknownSample,
} from '../../../src/domain/uncertainty/sample-answers.ts';
import { closeTo } from '../../close-to.ts';
import { PLAIN_RULE } from '../build.ts';

const { counting } = PLAIN_RULE;

/** Three quarters of the coast drawn as sandy with four points, a quarter as artificial with two. */
const SAMPLE: DrawnSample = {
  plan: {
    strata: [
      { class: 'sandy', confidence: 'low', lengthM: 3000, rate: 0.3, points: 4 },
      { class: 'artificial', confidence: 'high', lengthM: 1000, rate: 0.1, points: 2 },
    ],
    points: 6,
    halfWidth: 0.2,
  },
  points: [
    ...['P001', 'P002', 'P003', 'P004'].map((id) => point(id, 'beach', 'sandy low')),
    ...['P005', 'P006'].map((id) => point(id, 'quay', 'artificial high')),
  ],
};

function point(id: string, segmentId: string, stratum: string) {
  return { id, segmentId, stratum, position: [0, 0] as const };
}

function answer(id: string, found?: CoastlineClass, segmentId = ''): FieldRow {
  return {
    ...{ row: Number(id.slice(1)) + 1, id, segmentId, remark: '', by: '' },
    found: found === undefined ? { kind: 'blank' } : { kind: 'class', class: found },
  };
}

function answered(result: SampleAnswers | UnknownSample): SampleAnswers {
  if (typeof result === 'string') throw new Error(result);
  return result;
}

const ALL = [
  ...[answer('P001', 'sandy'), answer('P002', 'muddy'), answer('P003', 'restored')],
  ...[answer('P004', 'artificial'), answer('P005', 'artificial'), answer('P006', 'bedrock')],
];

describe('answers to a sample', () => {
  test('correct the ratio, with the half-width of 90 %', () => {
    const { corrected, unanswered, taken } = answered(answerSample(ALL, [SAMPLE], counting));
    expect([taken.length, unanswered]).toEqual([6, []]);
    // 3/4 · 3/4 + 1/4 · 1/2; (3/4)² · (3/16) / 3 + (1/4)² · (1/4) / 1 under the root.
    closeTo(corrected?.ratio, 0.6875, 1e-12);
    const variance = (9 / 16) * (3 / 16 / 3) + (1 / 16) * (1 / 4);
    closeTo(corrected?.halfWidth, 1.6448536269514722 * Math.sqrt(variance), 1e-12);
  });

  test('leave unanswered points out of their stratum, whose weight stays its length', () => {
    const rows = ALL.map((row) => (row.id === 'P004' ? answer('P004') : row));
    const { corrected, unanswered } = answered(answerSample(rows, [SAMPLE], counting));
    expect(unanswered).toEqual(['P004']);
    // All three answers of the first stratum are natural or restored: 3/4 · 1 + 1/4 · 1/2.
    closeTo(corrected?.ratio, 0.875, 1e-12);
  });

  test('give no ratio while a stratum has fewer than two, and name it', () => {
    const rows = ALL.map((row) => (row.id === 'P006' ? answer('P006') : row));
    const { corrected, thin } = answered(answerSample(rows, [SAMPLE], counting));
    expect(corrected).toBeUndefined();
    expect(thin.map(({ class: of, answered: count, points }) => [of, count, points])).toEqual([
      ['artificial', 1, 2],
    ]);
  });

  test('refuse ids that the sample lacks, points on another stretch, and contradictions', () => {
    const rows = [
      ...ALL.slice(0, 4).map((row) => ({ ...row, segmentId: 'beach' })),
      answer('P005', 'artificial', 'beach'),
      answer('P009', 'sandy', 'beach'),
      answer('P001', 'artificial', 'beach'),
    ];
    const { refused, taken } = answered(answerSample(rows, [SAMPLE], counting));
    expect(refused.map(({ row, why }) => `${row.id} ${why}`).toSorted()).toEqual([
      'P001 contradicted',
      'P001 contradicted',
      'P005 elsewhere',
      'P009 unknown-id',
    ]);
    expect(taken.map(({ subject }) => subject.id)).toEqual(['P002', 'P003', 'P004']);
  });

  test('a class that the rule leaves out of the total is no answer', () => {
    const rows = ALL.map((row) => (row.id === 'P004' ? answer('P004', 'estuary') : row));
    const without = { ...counting, estuary: 'excluded' as const };
    const { refused, unanswered } = answered(answerSample(rows, [SAMPLE], without));
    expect(refused.map(({ why }) => why)).toEqual(['class-excluded']);
    expect(unanswered).toEqual(['P004']);
  });
});

describe('of several samples', () => {
  const LARGER: DrawnSample = {
    plan: { ...SAMPLE.plan, points: 8 },
    points: [
      ...['P001', 'P002', 'P003', 'P004', 'P005'].map((id) => point(id, 'beach', 'sandy low')),
      ...['P006', 'P007', 'P008'].map((id) => point(id, 'quay', 'artificial high')),
    ],
  };
  const samples = [SAMPLE, LARGER];

  test('the one is meant whose points lie on the stretches that the sheet names', () => {
    const rows = ['P004', 'P005'].map((id) => answer(id, 'sandy', 'beach'));
    expect(answered(answerSample(rows, samples, counting)).points).toBe(8);
    expect(
      answered(answerSample([answer('P005', 'sandy', 'quay')], samples, counting)).points,
    ).toBe(6);
  });

  test('without stretches, the one with as many points as the sheet; else none is guessed', () => {
    expect(answered(answerSample(ALL, samples, counting)).points).toBe(6);
    expect(answerSample(ALL.slice(0, 3), samples, counting)).toBe('ambiguous');
    expect(answerSample([answer('X1', 'sandy')], samples, counting)).toBe('no-points');
  });
});
