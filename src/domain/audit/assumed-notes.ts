import type { Bilingual } from '../bilingual.ts';
import type { Audit } from './audit.ts';
import { lengthInWords } from './provisional-reason.ts';

/**
 * Says what the rule leaves open and how it was counted instead: sentences to print beside a figure. There are
 * none where no coast of the audit depends on it.
 */
export function assumedNotes({
  rule,
  overall,
}: Pick<Audit, 'rule' | 'overall'>): readonly Bilingual[] {
  const lengthM = overall.byClass.natural;
  if (rule.isNaturalAssumed !== true || lengthM === 0) return [];
  return [
    {
      zh: `规则未写明“自然岸线（类型未分）”如何计入；其长度 ${lengthInWords(lengthM, 'zh')}，按自然岸线计。`,
      en: `The rule does not say how natural coast of unstated kind counts: ${lengthInWords(lengthM, 'en')}, counted as natural.`,
    },
  ];
}
