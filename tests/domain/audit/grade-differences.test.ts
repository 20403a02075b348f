import { describe, expect, test } from 'vitest';
import { auditCoastline } from '../../../src/domain/audit/audit-coastline.ts';
import { decidingZone, gradeDifferences } from '../../../src/domain/audit/grade-differences.ts';
import { closeTo } from '../../close-to.ts';
import { boxZone, EQUATOR_DEGREE, equatorSegment, PLAIN_RULE } from '../build.ts';

describe('the zone whose grade decides', () => {
  test('is the strictest of several, whatever their order', () => {
    const box = [0, 0, 1, 1] as const;
    const open = boxZone('open', [...box], { grade: 'optimised' });
    const strict = boxZone('strict', [...box], { grade: 'strict' });
    const ungraded = boxZone('ungraded', [...box]);
    expect(decidingZone([open, ungraded, strict])?.id).toBe('strict');
    expect(decidingZone([strict, open])?.id).toBe('strict');
    expect(decidingZone([ungraded])).toBeUndefined();
  });
});

test('stretches that are graded otherwise than their zone are listed with the metres inside it, the longest first', () => {
  const zones = [
    boxZone('west', [-1, -1, 0.5, 1], { grade: 'restricted' }),
    boxZone('east', [0.5, -1, 2, 1], { grade: 'optimised' }),
    boxZone('far', [2, -1, 3, 1]),
  ];
  const segments = [
    equatorSegment('cliff', 'bedrock', [0, 0.8], { grade: 'strict' }),
    equatorSegment('quay', 'artificial', [0.8, 1], { grade: 'optimised' }),
    equatorSegment('dune', 'sandy', [1, 1.1]),
    equatorSegment('cape', 'bedrock', [2.1, 2.2], { grade: 'strict' }),
  ];
  const { zones: summaries } = auditCoastline({
    segments,
    zones,
    rule: PLAIN_RULE,
    realm: 'mainland',
  });
  const differences = gradeDifferences(summaries, zones, segments);
  expect(differences).toMatchObject([
    {
      segmentId: 'cliff',
      zoneId: 'west',
      segmentGrade: 'strict',
      zoneGrade: 'restricted',
      line: [
        [0, 0],
        [0.5, 0],
      ],
    },
    {
      segmentId: 'cliff',
      zoneId: 'east',
      zoneGrade: 'optimised',
    },
  ]);
  // A micrometre: rounding alone.
  closeTo(differences[0]?.lengthM, 0.5 * EQUATOR_DEGREE.ellipsoid, 1e-6);
  closeTo(differences[1]?.lengthM, 0.3 * EQUATOR_DEGREE.ellipsoid, 1e-6);
});
