import { toIssue } from '../../data/finding.ts';
import type { LocatedIssue } from '../located-issue.ts';
import type { CheckedFile } from '../validate/checked-file.ts';
import { checkDatum, checkLineDatum, type DatumReference } from './check-datum.ts';

/**
 * Whether a file looks like GCJ-02 or BD-09 beside lines whose datum is known: as a whole, else single
 * segments of a coastline. A file that is itself a reference is held against the others.
 */
export function datumIssues(
  { named: { name, path }, geometries, content, indexOf, places }: CheckedFile,
  references: readonly DatumReference[],
): readonly LocatedIssue[] {
  const others = references.filter((reference) => reference.path !== path);
  const ofFile = checkDatum(geometries, others);
  if (ofFile !== undefined) {
    return [{ issue: { ...ofFile, dataset: name }, file: name, line: 1, column: 1 }];
  }
  const coasts = others.filter(({ isCoast }) => isCoast);
  const segments = content?.role === 'coastline' ? content.segments : [];
  return segments.flatMap(({ id, geometry }) => {
    const finding = checkLineDatum(geometry, coasts);
    if (finding === undefined) return [];
    const issue = toIssue(
      { dataset: name, featureIndex: indexOf.get(id) ?? 0, featureId: id },
      { ...finding, path: ['geometry'] },
    );
    return [{ issue, file: name, ...places.placeOf(issue.path) }];
  });
}
