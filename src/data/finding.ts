import type { Bilingual } from '../domain/bilingual.ts';
import type { Issue, IssueKind, IssueSeverity } from '../domain/issue.ts';

/** Which feature of which dataset is being read. */
export type FeaturePlace = {
  readonly dataset: string;
  readonly featureIndex: number;
  readonly featureId: string | undefined;
};

/** What was found, before it is tied to its feature. */
export type Finding = {
  readonly code: string;
  readonly kind: IssueKind;
  readonly severity: IssueSeverity;
  /** Path inside the feature. */
  readonly path: readonly (string | number)[];
  readonly message: Bilingual;
  readonly cure: Bilingual;
};

/** Ties a finding to its feature: the message begins with the feature's name. */
export function toIssue(
  { dataset, featureIndex, featureId }: FeaturePlace,
  finding: Finding,
): Issue {
  const name = featureId ?? `#${featureIndex + 1}`;
  return {
    ...finding,
    dataset,
    featureIndex,
    ...(featureId !== undefined && { featureId }),
    path: ['features', featureIndex, ...finding.path],
    message: { zh: `“${name}”：${finding.message.zh}`, en: `'${name}': ${finding.message.en}` },
  };
}
