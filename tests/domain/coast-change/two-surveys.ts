import {
  answeringChange,
  type ChangeAnswer,
} from '../../../src/domain/coast-change/change-question.ts';
import { finish } from '../../../src/domain/steps.ts';
import { boxZone, equatorSegment, PLAIN_RULE, segment } from '../build.ts';

/**
 * Land on the left: the sea is in the south. A beach of 0.06° and a quay of 0.04°; later 0.01° of the beach is quay, a
 * quay of 0.01° stands 0.003° (334 m) farther south on the beach, 0.01° of the quay is restored, and 0.02° of coast
 * in the east is new.
 */
export const BEFORE = [
  equatorSegment('beach', 'sandy', [0, 0.06]),
  equatorSegment('quay', 'artificial', [0.06, 0.1]),
];
/** The later survey. */
export const AFTER = [
  equatorSegment('beach-w', 'sandy', [0, 0.02]),
  segment('new', 'artificial', [
    [0.02, 0],
    [0.02, -0.003],
    [0.03, -0.003],
    [0.03, 0],
  ]),
  equatorSegment('beach-e', 'sandy', [0.03, 0.05]),
  equatorSegment('built', 'artificial', [0.05, 0.06]),
  equatorSegment('quay', 'artificial', [0.06, 0.09]),
  equatorSegment('repaired', 'restored', [0.09, 0.1]),
  equatorSegment('east', 'bedrock', [0.1, 0.12]),
];
/** Two zones that share the coast between them. */
export const ZONES = [
  boxZone('west', [-0.01, -0.1, 0.055, 0.1]),
  boxZone('east', [0.055, -0.1, 0.2, 0.1]),
];

/** Both compared; `judged` are ids of the later survey whose class is a stated reclassification. */
export function twoSurveys(judged: readonly string[] = []): ChangeAnswer {
  return finish(
    answeringChange({
      ...{ before: BEFORE, after: AFTER, zones: ZONES, judged },
      ...{ rule: PLAIN_RULE, realm: 'mainland', toleranceM: 50 },
    }),
  );
}
