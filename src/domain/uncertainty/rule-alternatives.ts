import type { AuditRule, ClassCounting } from '../audit/audit.ts';
import type { Bilingual } from '../bilingual.ts';

/** A rule by which coast may be counted: the one in force here, or a published one. */
export type RuleName = 'own' | 'measures-2017' | 'soa-2017' | 'db33-2018';

/** A published rule, with or without restored coast in the numerator. */
export type RuleAlternative = {
  readonly name: RuleName;
  readonly title: Bilingual;
  /** What it counts, and from where that is known. */
  readonly source: Bilingual;
  readonly withRestored: boolean;
  readonly counting: ClassCounting;
  /**
   * Whether the verdict has to hold under it: the rule in force and national ones, with restored coast counted as the
   * rule in force has it. A provincial standard stands for comparison.
   */
  readonly isInForce: boolean;
};

const NATURAL_KINDS = {
  bedrock: 'natural',
  sandy: 'natural',
  muddy: 'natural',
  biogenic: 'natural',
  natural: 'natural',
  restored: 'restored',
  artificial: 'total-only',
} as const;

type Published = Pick<RuleAlternative, 'name' | 'title' | 'source' | 'counting'> & {
  readonly isNational: boolean;
};

/** The published rules, as far as their texts could be read. */
const PUBLISHED: readonly Published[] = [
  {
    name: 'measures-2017',
    isNational: true,
    title: {
      zh: '《海岸线保护与利用管理办法》（2017）',
      en: 'Measures on coastline protection and use (2017)',
    },
    source: {
      zh: '第二条：砂质、淤泥质、基岩、生物等原生岸线为自然岸线；恢复自然形态和生态功能的岸线纳入管控目标。河口未列，仅计入总长。',
      en: 'Article 2: natural is sandy, muddy, bedrock, biogenic and other native coast; restored coast with natural form and function is taken into the target. Estuaries are not named: in the total only.',
    },
    counting: { ...NATURAL_KINDS, estuary: 'total-only' },
  },
  {
    name: 'soa-2017',
    isNational: true,
    title: {
      zh: '《海岸线调查统计技术规程（试行）》（2017）',
      en: 'Technical rules for coastline survey and statistics, trial (SOA 2017)',
    },
    source: {
      zh: '自然岸线含砂质、淤泥质、基岩和河口；整治修复等具有自然岸滩形态和生态功能的岸线另列。规程原文未见，据一套系统的代码表。',
      en: 'Natural is sandy, muddy, bedrock and estuary; restored coast of natural form and function stands beside. The text was not found: from the lists of a system built on it.',
    },
    counting: { ...NATURAL_KINDS, estuary: 'natural' },
  },
  {
    name: 'db33-2018',
    isNational: false,
    title: { zh: 'DB33/T 2106-2018（浙江）', en: 'DB33/T 2106-2018 (Zhejiang)' },
    source: {
      zh: '一级类为自然、人工、河口三类，河口不属自然岸线，仅计入总长。据贾建军等（2019）摘要，标准原文未见。',
      en: 'First-level classes are natural, artificial and estuary: an estuary is not natural, in the total only. From the abstract of Jia et al. (2019); the standard itself was not read.',
    },
    counting: { ...NATURAL_KINDS, estuary: 'total-only' },
  },
];

const OWN: Pick<RuleAlternative, 'title' | 'source'> = {
  title: { zh: '本次采用的规则', en: 'The rule in force here' },
  source: { zh: '规则文件与所选设置。', en: 'From the rule’s file and the chosen settings.' },
};

/**
 * The named rules, each with and without restored coast in the numerator. The rule in force comes first, as it is
 * set. Choices are not errors: their ratios are never joined to an interval.
 */
export function ruleAlternatives({
  counting,
}: Pick<AuditRule, 'counting'>): readonly RuleAlternative[] {
  const isRestoredIn = counting.restored === 'restored' || counting.restored === 'natural';
  const own = { name: 'own', ...OWN, counting, isNational: true } as const;
  return [own, ...PUBLISHED].flatMap(({ isNational, ...rule }) =>
    [isRestoredIn, !isRestoredIn].map(
      (withRestored): RuleAlternative => ({
        ...rule,
        withRestored,
        counting:
          rule.name === 'own' && withRestored === isRestoredIn
            ? counting
            : countingRestored(rule.counting, withRestored),
        isInForce: isNational && withRestored === isRestoredIn,
      }),
    ),
  );
}

function countingRestored(counting: ClassCounting, withRestored: boolean): ClassCounting {
  if (!withRestored) return { ...counting, restored: 'total-only' };
  return counting.restored === 'natural' ? counting : { ...counting, restored: 'restored' };
}
