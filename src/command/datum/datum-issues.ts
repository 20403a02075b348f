import { datumFindings } from '../../data/datum/datum-findings.ts';
import { toIssue } from '../../data/finding.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { CheckedFile } from '../issues/checked-file.ts';
import type { LocatedIssue } from '../issues/located-issue.ts';
import type { PlanReference } from './datum-references.ts';

/** A file to compare with the references, and how to find places in it. */
export type FileToCompare = Pick<CheckedFile, 'named' | 'geometries'> & {
  /** The segments of a coastline; empty for other files. */
  readonly segments: readonly CoastlineSegment[];
  /** Called only when a single segment is suspect. */
  readonly placing: () => Promise<Pick<CheckedFile, 'indexOf' | 'places'>>;
};

/**
 * Reports whether a file looks like GCJ-02 or BD-09 compared with lines of known datum: the file as a
 * whole, otherwise single segments of a coastline. A file that is itself a reference is compared with the
 * others.
 */
export async function datumIssues(
  { named: { name, path }, geometries, segments, placing }: FileToCompare,
  references: readonly PlanReference[],
): Promise<readonly LocatedIssue[]> {
  const others = references.filter((reference) => reference.path !== path);
  const { ofFile, ofSegments } = datumFindings({ geometries, segments }, others);
  if (ofFile !== undefined) {
    return [{ issue: { ...ofFile, dataset: name }, file: name, line: 1, column: 1 }];
  }
  if (ofSegments.length === 0) return [];
  const { indexOf, places } = await placing();
  return ofSegments.map(({ id, finding }) => {
    const issue = toIssue(
      { dataset: name, featureIndex: indexOf.get(id) ?? 0, featureId: id },
      { ...finding, path: ['geometry'] },
    );
    return { issue, file: name, ...places.placeOf(issue.path) };
  });
}
