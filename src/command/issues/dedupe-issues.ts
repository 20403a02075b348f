import type { Issue, IssueSeverity } from '../../domain/issue.ts';

const RANKS: Readonly<Record<IssueSeverity, number>> = { error: 0, warning: 1, note: 2 };

/**
 * Removes an issue when another one describes the same value better: of two with one code the more severe
 * one stays, and a value of the wrong type or a missing one is not also reported as an unknown word.
 */
export function dedupeIssues(issues: readonly Issue[]): readonly Issue[] {
  const kept = new Map<string, Issue>();
  for (const issue of issues) {
    const key = JSON.stringify([issue.code, issue.path]);
    const known = kept.get(key);
    if (known === undefined || RANKS[issue.severity] < RANKS[known.severity]) kept.set(key, issue);
  }
  const all = [...kept.values()];
  const explained = new Set(all.flatMap(explainedValue));
  return all.filter((issue) => !isGeneral(issue) || !explained.has(JSON.stringify(issue.path)));
}

/** The path of a value that the issue describes exactly. */
function explainedValue({ code, path }: Issue): readonly string[] {
  if (code === 'property-type') return [JSON.stringify(path)];
  const missing = /^(.+)-missing$/.exec(code)?.[1];
  return missing === undefined ? [] : [JSON.stringify([...path, missing])];
}

/** Readers report that a value cannot be used; they do not report whether it is missing. */
function isGeneral({ code }: Issue): boolean {
  return code.endsWith('-unknown') || code === 'target-out-of-range';
}
