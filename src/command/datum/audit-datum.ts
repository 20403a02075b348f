import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { PlanContext } from '../files/plan-context.ts';
import type { LocatedIssue } from '../issues/located-issue.ts';
import { datumIssues, type FileToCompare } from './datum-issues.ts';
import { datumReferences } from './datum-references.ts';

/**
 * Checks whether the coastline of an audit looks like GCJ-02 or BD-09. The figures would still be right,
 * but the zones would not fit the coastline.
 */
export async function coastlineDatum(
  { named, placing }: Pick<FileToCompare, 'named' | 'placing'>,
  segments: readonly CoastlineSegment[],
  plan: PlanContext,
  directory: string,
): Promise<readonly LocatedIssue[]> {
  const geometries = segments.map(({ geometry }) => geometry);
  return datumIssues(
    { named, geometries, segments, placing },
    await datumReferences(plan, directory),
  );
}
