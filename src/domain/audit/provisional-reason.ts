import type { Bilingual } from '../bilingual.ts';
import type { Coverage } from './audit.ts';

/** Why the figures of an audit are not final, told so that the user can mend it. */
export type ProvisionalReason = {
  /** Stable machine name, for example `features-set-aside`. */
  readonly code: string;
  readonly message: Bilingual;
  /** The file that it is about, and one-based line and column there; absent where it is about the coast as a whole. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** The feature that it is about, where it is one. */
  readonly featureId?: string;
};

/** What keeps the proof of coverage from being complete, kind by kind. */
export function coverageReasons(coverage: Coverage): readonly ProvisionalReason[] {
  if (coverage.isComplete) return [];
  const kinds = [
    ['coverage-gap', coverage.gapM, { zh: '岸线有缺口', en: 'of coast are missing in gaps' }],
    [
      'coverage-overlap',
      coverage.overlapM,
      { zh: '岸线同属多个区段', en: 'of coast lie in several zones' },
    ],
    [
      'coverage-duplicate',
      coverage.duplicateM,
      { zh: '岸线重复绘制', en: 'of coast are drawn twice' },
    ],
    [
      'coverage-unclassified',
      coverage.unclassifiedM,
      { zh: '岸线未分类', en: 'of coast have no class' },
    ],
    [
      'coverage-outside',
      coverage.outsideM,
      { zh: '岸线不在任何区段内', en: 'of coast lie in no zone' },
    ],
  ] as const;
  const reasons = kinds.flatMap(([code, lengthM, { zh, en }]): readonly ProvisionalReason[] =>
    lengthM > 0
      ? [
          {
            code,
            message: {
              zh: `${zh} ${lengthInWords(lengthM)}。`,
              en: `${lengthInWords(lengthM)} ${en}.`,
            },
          },
        ]
      : [],
  );
  return reasons.length > 0 ? reasons : [INCOMPLETE];
}

const INCOMPLETE: ProvisionalReason = {
  code: 'coverage-incomplete',
  message: { zh: '覆盖校核未闭合。', en: 'The proof of coverage does not close.' },
};

/** A length in words: metres, kilometres from 1 km on. */
export function lengthInWords(lengthM: number): string {
  if (lengthM >= 1000) return `${(lengthM / 1000).toFixed(2)} km`;
  return `${lengthM < 10 ? lengthM.toFixed(3) : lengthM.toFixed(1)} m`;
}
