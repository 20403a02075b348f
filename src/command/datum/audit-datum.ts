import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { NamedFile } from '../geodata-files.ts';
import type { LocatedIssue } from '../located-issue.ts';
import { validateFile } from '../validate/validate-file.ts';
import { checkDatum, checkLineDatum } from './check-datum.ts';
import { datumIssues } from './datum-issues.ts';
import { datumReferences } from './datum-references.ts';

/**
 * Whether the coastline of an audit looks like GCJ-02 or BD-09: its figures would hold, its zones would
 * not fit it. Only then is the file read once more, for the places of what is told.
 */
export async function coastlineDatum(
  file: NamedFile,
  segments: readonly CoastlineSegment[],
  directory: string,
): Promise<readonly LocatedIssue[]> {
  const references = await datumReferences(directory);
  const others = references.filter(({ path }) => path !== file.path);
  const coasts = others.filter(({ isCoast }) => isCoast);
  const geometries = segments.map(({ geometry }) => geometry);
  const isSuspect =
    checkDatum(geometries, others) !== undefined ||
    geometries.some((geometry) => checkLineDatum(geometry, coasts) !== undefined);
  if (!isSuspect) return [];
  const checked = await validateFile(file);
  return checked.ok ? datumIssues(checked.value, references) : [];
}
