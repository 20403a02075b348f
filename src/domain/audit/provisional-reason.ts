import type { Bilingual, Language } from '../bilingual.ts';
import type { Realm, RealmChoice } from '../coastline.ts';
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
  /** Metres of coast that are not in the figures, for `features-set-aside` where that is known. */
  readonly lengthM?: number;
  /** Those of the metres whose realm is known; the rest may be of either. */
  readonly lengthOfRealm?: Readonly<Record<Realm, number>>;
};

/** Metres of coast that could not be read and are, or may be, of the chosen realm; as far as their length is known. */
export function setAsideLength(reasons: readonly ProvisionalReason[], realm: RealmChoice): number {
  return reasons.reduce((sum, { code, lengthM = 0, lengthOfRealm }) => {
    if (code !== 'features-set-aside') return sum;
    const other = realm === 'mainland' ? 'island' : 'mainland';
    return sum + lengthM - (realm === 'all' ? 0 : (lengthOfRealm?.[other] ?? 0));
  }, 0);
}

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
              zh: `${zh} ${lengthInWords(lengthM, 'zh')}。`,
              en: `${lengthInWords(lengthM, 'en')} ${en}.`,
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

/** Reasons for coast that is in no figure, whose length and class nobody knows for sure. */
const NOT_IN_BAND = ['features-set-aside', 'coverage-gap'];

/**
 * The reasons as sentences to print beside a figure; none once it is final. Missing coast is in no band: a
 * gap is measured straight across and a feature that was set aside may be of any class or zone, so neither
 * says how far the ratio can move.
 */
export function provisionalNotes(reasons: readonly ProvisionalReason[]): readonly Bilingual[] {
  if (reasons.length === 0) return [];
  return [
    {
      zh: `暂定：${reasons.map(({ message }) => message.zh).join('')}`,
      en: `Provisional: ${reasons.map(({ message }) => message.en).join(' ')}`,
    },
    ...(reasons.some(({ code }) => NOT_IN_BAND.includes(code)) ? [BAND_WITHOUT_MISSING] : []),
  ];
}

/** Said beside a band of a coast with missing or unusable parts. */
const BAND_WITHOUT_MISSING: Bilingual = {
  zh: '区间不含缺失或未能读取的岸线。',
  en: 'The band leaves out coast that is missing or could not be read.',
};

/** Formats a length: in metres below 1 km, in kilometres from 1 km on. */
export function lengthInWords(lengthM: number, language: Language): string {
  const [km, m] = language === 'zh' ? ['公里', '米'] : ['km', 'm'];
  if (lengthM >= 1000) return `${(lengthM / 1000).toFixed(2)} ${km}`;
  return `${lengthM < 10 ? lengthM.toFixed(3) : lengthM.toFixed(1)} ${m}`;
}
