import { JsonPlaces } from '../../data/checks/json-places.ts';
import { idOf } from '../../data/geojson/parse-feature-collection.ts';
import { getOwn, isRecord } from '../../data/record.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { NamedFile } from '../files/geodata-files.ts';
import { readText } from '../files/read-text.ts';
import type { LocatedIssue } from '../issues/located-issue.ts';
import { datumIssues, type FileToCompare } from './datum-issues.ts';
import { datumReferences } from './datum-references.ts';

/**
 * Checks whether the coastline of an audit looks like GCJ-02 or BD-09. The figures would still be right,
 * but the zones would not fit the coastline. The file is read a second time only when single segments are
 * suspect, to find their places.
 */
export async function coastlineDatum(
  named: NamedFile,
  segments: readonly CoastlineSegment[],
  directory: string,
): Promise<readonly LocatedIssue[]> {
  const geometries = segments.map(({ geometry }) => geometry);
  const placing = () => placingIn(named);
  return datumIssues({ named, geometries, segments, placing }, await datumReferences(directory));
}

async function placingIn(named: NamedFile): ReturnType<FileToCompare['placing']> {
  const read = await readText(named);
  const text = read.ok ? read.value.text.replace(/^\uFEFF/, '') : '{}';
  const value: unknown = JSON.parse(text);
  const features = isRecord(value) ? getOwn(value, 'features') : undefined;
  const indexOf = new Map<string, number>();
  for (const [index, feature] of (Array.isArray(features) ? features : []).entries()) {
    const id = idOf(feature);
    if (id !== undefined && !indexOf.has(id)) indexOf.set(id, index);
  }
  return { indexOf, places: new JsonPlaces(text) };
}
