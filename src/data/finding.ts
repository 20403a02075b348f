import type { Bilingual } from '../domain/bilingual.ts';
import type { Issue, IssueKind, IssueSeverity } from '../domain/issue.ts';

/** The feature that is being read, and its dataset. */
export type FeaturePlace = {
  readonly dataset: string;
  readonly featureIndex: number;
  readonly featureId: string | undefined;
};

/** A finding inside a feature, before it becomes an issue of that feature. */
export type Finding = {
  readonly code: string;
  readonly kind: IssueKind;
  readonly severity: IssueSeverity;
  /** The path inside the feature. */
  readonly path: readonly (string | number)[];
  readonly message: Bilingual;
  readonly cure: Bilingual;
};

/** Converts a finding to an issue of its feature: the message begins with the feature's name. */
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
