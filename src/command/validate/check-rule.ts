import { isRecord } from '../../data/record.ts';
import type { Issue } from '../../domain/issue.ts';

/** What a rule may hold: what decides the figures, and words beside it. */
const KEYS = ['target', 'targetSource', 'counting', 'sensitivity', 'notice'];
const SENSITIVITY_KEYS = ['generaliseM', 'estuary', 'flip'];

/** Keys of a rule that nobody reads: a slip of the pen would leave the default standing in silence. */
export function unknownRuleKeys(rule: unknown, dataset: string): readonly Issue[] {
  if (!isRecord(rule)) return [];
  const sensitivity = isRecord(rule['sensitivity']) ? rule['sensitivity'] : {};
  return [
    ...strangers(rule, KEYS).map((key) => [key]),
    ...strangers(sensitivity, SENSITIVITY_KEYS).map((key) => ['sensitivity', key]),
  ].map((path): Issue => {
    const known = (path.length === 1 ? KEYS : SENSITIVITY_KEYS).join(', ');
    return {
      code: 'rule-key-unknown',
      kind: 'logical-consistency',
      severity: 'warning',
      dataset,
      path,
      message: {
        zh: `没有名为 ${path.join('.')} 的设置，未采用。`,
        en: `there is no setting ${path.join('.')}; it is not used.`,
      },
      cure: { zh: `可用的设置：${known}。`, en: `Use one of: ${known}.` },
    };
  });
}

function strangers(
  record: Readonly<Record<string, unknown>>,
  known: readonly string[],
): readonly string[] {
  return Object.keys(record).filter((key) => !known.includes(key));
}
