import type { ImportedDataset } from '../../data/import/import-dataset.ts';
import { allIssues } from '../../data/import/import-report.ts';
import type { ImportIssue, RefusedFile } from '../../data/import/raw-dataset.ts';
import type { IssueKind } from '../../domain/issue.ts';
import type { LocatedIssue } from './located-issue.ts';

/** The findings about a dataset of the user, a row standing for a line. */
export function importIssues(dataset: ImportedDataset): readonly LocatedIssue[] {
  const { file } = dataset.raw;
  return allIssues(dataset).map((found) => located(found, file));
}

function located({ code, severity, message, cure, row }: ImportIssue, file: string): LocatedIssue {
  return {
    issue: {
      ...{ code, severity, message, cure, kind: kindOf(code), dataset: file, path: [] },
      ...(row !== undefined && { featureIndex: row - 1 }),
    },
    ...{ file, line: row ?? 1, column: 1 },
  };
}

/** A file that was refused, as a finding about it. */
export function refusedIssue({ file, code, message, cure }: RefusedFile): LocatedIssue {
  return {
    issue: {
      ...{ code, message, cure, severity: 'error', kind: kindOf(code), dataset: file, path: [] },
    },
    ...{ file, line: 1, column: 1 },
  };
}

function kindOf(code: string): IssueKind {
  if (/^(?:crs|zone|outside|length|area|coordinate)-/.test(code)) return 'positional-accuracy';
  if (/^(?:value|levels|encoding)-/.test(code)) return 'thematic-accuracy';
  return /missing|without|record|truncated|left-out|unread|unsupported/.test(code)
    ? 'completeness'
    : 'logical-consistency';
}
