import type { Language } from '../../domain/bilingual.ts';
import { issueText, type LocatedIssue } from './located-issue.ts';

/** The number of issues of one code that are written in full; the rest are only counted. */
const SHOWN = 10;

/**
 * Returns the issues as text for the diagnostics of a command with another result: worst first, the first
 * ten of each code in full, the others counted. Empty when there are none.
 */
export function issueDigest(issues: readonly LocatedIssue[], language: Language): string {
  const byCode = new Map<string, LocatedIssue[]>();
  for (const severity of ['error', 'warning', 'note'] as const) {
    for (const placed of issues) {
      if (placed.issue.severity !== severity) continue;
      const key = `${placed.file} ${placed.issue.code}`;
      const group = byCode.get(key);
      if (group === undefined) byCode.set(key, [placed]);
      else group.push(placed);
    }
  }
  return [...byCode.values()].map((group) => digestOf(group, language)).join('');
}

function digestOf(group: readonly LocatedIssue[], language: Language): string {
  const shown = group.slice(0, SHOWN).map((placed) => issueText(placed, language));
  const rest = group.length - shown.length;
  const code = group[0]?.issue.code ?? '';
  if (rest > 0)
    shown.push(
      language === 'zh' ? `    另有 ${rest} 处 ${code}\n` : `    and ${rest} more of ${code}\n`,
    );
  return shown.join('');
}
