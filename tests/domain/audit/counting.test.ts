import { describe, expect, test } from 'vitest';
import { countedClasses, isClassKept } from '../../../src/domain/audit/audit.ts';
import { answerAudit } from '../../../src/domain/audit/audit-question.ts';
import { ratioParts } from '../../../src/domain/audit/ratio-parts.ts';
import { measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import type { ConflictSite } from '../../../src/domain/conflicts/conflict.ts';
import { findingConflicts } from '../../../src/domain/conflicts/find-conflicts.ts';
import { unionArea } from '../../../src/domain/geometry/polygon-union.ts';
import { finish } from '../../../src/domain/steps.ts';
import { closeTo } from '../../close-to.ts';
import { boxRing, EQUATOR_DEGREE, equatorSegment, PLAIN_RULE, polygon } from '../build.ts';

const { counting: COUNTING } = PLAIN_RULE;

describe('the classes of a bar', () => {
  test('are natural ones, restored, then those in the total only', () => {
    expect(countedClasses(COUNTING)).toEqual([
      'bedrock',
      'sandy',
      'muddy',
      'biogenic',
      'natural',
      'restored',
      'estuary',
      'artificial',
    ]);
  });

  test('follow the rule, and leave out what it excludes', () => {
    const counting = { ...COUNTING, muddy: 'total-only', sandy: 'excluded' } as const;
    expect(countedClasses(counting)).toEqual([
      'bedrock',
      'biogenic',
      'natural',
      'restored',
      'muddy',
      'estuary',
      'artificial',
    ]);
  });
});

test('restored coast is kept like natural coast; built, excluded and unclassified coast is not', () => {
  const counting = { ...COUNTING, sandy: 'excluded' } as const;
  const kept = (['bedrock', 'restored', 'estuary', 'sandy', 'artificial', undefined] as const).map(
    (name) => isClassKept(name, counting),
  );
  expect(kept).toEqual([true, true, false, false, false, false]);
});

/** One degree of mud and one of quay, with a site over both. */
const SEGMENTS = [
  equatorSegment('mud', 'muddy', [0, 1]),
  equatorSegment('quay', 'artificial', [1, 2]),
];
const SITE: ConflictSite = {
  ...{ id: 'site', name: { zh: '', en: '' }, status: 'build', articles: [], accuracyM: 0 },
  geometry: polygon(boxRing([0.5, -0.1, 1.5, 0.1])),
};
const MEASURED = measureCoast({ segments: SEGMENTS, zones: [], tolerancesM: [], unionArea });

test.each([
  ['natural', 0.5, EQUATOR_DEGREE.ellipsoid, 1],
  ['total-only', 0, 0, 0],
] as const)(
  'mud that counts as %s is that in ratio, gauge and conflicts alike',
  (muddy, ratio, naturalM, conflicts) => {
    const rule = { ...PLAIN_RULE, counting: { ...COUNTING, muddy } };
    const { overall } = answerAudit(MEASURED, SEGMENTS, { rule, choices: {}, log: [] }).audit;
    closeTo(overall.ratio, ratio, 1e-12);
    closeTo(ratioParts(overall).natural, naturalM, 1e-5);
    const question = { projects: [SITE], segments: SEGMENTS, zones: [], rule };
    const found = finish(findingConflicts(question)).get('site')?.conflicts ?? [];
    expect(found.filter(({ kind }) => kind === 'natural-coast')).toHaveLength(conflicts);
  },
);
