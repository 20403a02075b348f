import type { Issue } from '../../domain/issue.ts';
import { formatValue } from '../format-value.ts';
import { getOwn, isRecord } from '../record.ts';
import { plainName } from './property-names.ts';

/** The keys that a rule may have: those that decide the figures, and descriptive texts. */
const KEYS = [
  ...['target', 'targetSource', 'targetArticles', 'setback'],
  ...['counting', 'sensitivity', 'notice'],
  ...['errorRate', 'correlation', 'position'],
];
const NESTED: Readonly<Record<string, readonly string[]>> = {
  sensitivity: ['generaliseM', 'estuary', 'flip'],
  targetSource: ['zh', 'en'],
  setback: ['distanceM', 'articles', 'source'],
  notice: ['zh', 'en'],
  errorRate: ['low', 'medium', 'high', 'sampled'],
  position: ['within90M', 'correlationM'],
};

/**
 * Reports parts of a rule that are ignored: unknown keys at any level, and descriptions that are not text.
 * A typing error would silently leave the default in force, and so does an empty rule. Unknown classes
 * under `counting` are refused by the reader.
 */
export function ruleKeyIssues(rule: unknown, dataset: string): readonly Issue[] {
  if (!isRecord(rule)) return [];
  if (Object.keys(rule).length === 0) return [silentRule(dataset)];
  return [
    ...unknownKeys(Object.keys(rule), KEYS, []),
    ...Object.entries(NESTED).flatMap(([name, known]) => {
      const value = getOwn(rule, name);
      return isRecord(value) ? unknownKeys(Object.keys(value), known, [name]) : [];
    }),
    ...['targetSource', 'notice'].flatMap((name) => wrongWords(getOwn(rule, name), name)),
  ].map((issue) => ({ ...issue, dataset }));
}

function unknownKeys(
  keys: readonly string[],
  known: readonly string[],
  above: readonly string[],
): readonly Omit<Issue, 'dataset'>[] {
  return keys
    .filter((key) => !known.includes(key))
    .map((key) => {
      const path = [...above, key];
      const meant = known.find((name) => plainName(name) === plainName(key));
      const list = known.join(', ');
      return {
        code: 'rule-key-unknown',
        kind: 'logical-consistency',
        severity: 'warning',
        path,
        message: {
          zh: `没有名为 ${path.join('.')} 的设置，未采用，按默认值计算。`,
          en: `there is no setting ${path.join('.')}; it is not used, and the default stands.`,
        },
        cure:
          meant === undefined
            ? { zh: `可用的设置：${list}。`, en: `Use one of: ${list}.` }
            : { zh: `改名为 ${meant}。`, en: `Rename it to ${meant}.` },
      };
    });
}

function wrongWords(value: unknown, name: string): readonly Omit<Issue, 'dataset'>[] {
  const words = isRecord(value) ? Object.values(value) : [value ?? ''];
  if (words.every((word) => typeof word === 'string')) return [];
  return [
    {
      code: 'rule-value-type',
      kind: 'logical-consistency',
      severity: 'warning',
      path: [name],
      message: {
        zh: `${name} 应为文字或 {"zh", "en"}，实为 ${formatValue(value)}。`,
        en: `${name} must be a text or {"zh", "en"}, not ${formatValue(value)}.`,
      },
      cure: { zh: '改写为文字。', en: 'Write it as a text.' },
    },
  ];
}

function silentRule(dataset: string): Issue {
  return {
    code: 'rule-empty',
    kind: 'completeness',
    severity: 'note',
    dataset,
    path: [],
    message: {
      zh: '规则为空，全部按默认值计算。',
      en: 'the rule says nothing: the default stands throughout.',
    },
    cure: {
      zh: '写明目标，例如 {"target": 0.35}。',
      en: 'State the target, such as {"target": 0.35}.',
    },
  };
}
