import type { Bilingual } from '../bilingual.ts';
import type { Coverage } from './audit.ts';

/** Why the figures of an audit are not final, worded so that the user can fix the cause. */
export type ProvisionalReason = {
  /** Stable machine name, for example `features-set-aside`. */
  readonly code: string;
  readonly message: Bilingual;
  /**
   * The file that the reason is about, with one-based line and column; absent when it is about the whole
   * coast.
   */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** The feature that the reason is about; absent when it is not about a single feature. */
  readonly featureId?: string;
};

/** Lists why the proof of coverage is incomplete, one reason per kind of fault. */
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

/** Formats a length: in metres below 1 km, in kilometres from 1 km on. */
export function lengthInWords(lengthM: number): string {
  if (lengthM >= 1000) return `${(lengthM / 1000).toFixed(2)} km`;
  return `${lengthM < 10 ? lengthM.toFixed(3) : lengthM.toFixed(1)} m`;
}
