import { readdir, readFile, stat } from 'node:fs/promises';
import { crsKind } from '../../data/import/crs/crs-definition.ts';
import { isForeignGeoJson } from '../../data/import/foreign-geojson.ts';
import { looksLikeBoundaryPoints } from '../../data/import/readers/boundary-points.ts';
import { looksLikeCass } from '../../data/import/readers/cass-reader.ts';
import { refusalOf } from '../../data/import/refusals.ts';
import { decodeImportText } from '../../data/import/text/decode-import-text.ts';
import { LARGEST_FILE } from '../../data/loading/load.ts';
import { getOwn, isRecord } from '../../data/record.ts';
import type { NamedFile } from '../files/geodata-files.ts';
import type { OwnDataChoices } from './import-choices.ts';

/** A file of the plan's own kind, which is GeoJSON in its schema, or people's own data of any other kind. */
export type FileKind = 'plan' | 'own';

/** Suffixes of tables and of the parts of a shapefile. */
const OWN_SUFFIX = /\.(?:csv|tsv|tab|txt|dat|shp|dbf|prj|cpg|shx)$/i;

/** Whether a member makes its folder a geodatabase, or a folder of shapefiles. */
function isOwnMember(name: string): boolean {
  return /\.(?:gdbtable|shp)$/i.test(name);
}

/**
 * Tells how a file is to be read. What begins as JSON is the plan's own, but for line-wise GeoJSON, TopoJSON and
 * GeoJSON of another schema. A file that cannot be opened, is empty or is a page, and a folder of
 * other files, count as the plan's, whose reader says what is wrong.
 */
export async function fileKind(
  { path }: NamedFile,
  { crs, encoding, mapping }: Pick<OwnDataChoices, 'crs' | 'encoding' | 'mapping'>,
): Promise<FileKind> {
  let bytes: Uint8Array;
  try {
    const found = await stat(path);
    if (found.isDirectory()) return (await readdir(path)).some(isOwnMember) ? 'own' : 'plan';
    bytes = await readFile(path);
  } catch {
    return 'plan';
  }
  if (bytes.length === 0) return 'plan';
  const refusal = refusalOf(bytes, path);
  if (refusal !== undefined) return refusal.code === 'format-html' ? 'plan' : 'own';
  const text = decodeImportText(bytes)?.text.replace(/^\uFEFF/, '');
  // Text has no zeros; the plan's reader explains what no encoding fits.
  if (text === undefined)
    return OWN_SUFFIX.test(path) || bytes.subarray(0, 4000).includes(0) ? 'own' : 'plan';
  if (text.startsWith('\u001E') || looksLikeBoundaryPoints(text)) return 'own';
  if (/^\s*[[{]/.test(text)) {
    const isTold = encoding !== undefined || mapping !== undefined;
    const isElsewhere = crs !== undefined && crsKind(crs) !== 'degrees';
    return bytes.length <= LARGEST_FILE ? kindOfJson(text, isTold || isElsewhere) : 'plan';
  }
  if (OWN_SUFFIX.test(path)) return 'own';
  const start = text.slice(0, 2000);
  const isMarkup = /<(?:\w+:)?(?:kml|gpx)[\s>]/i.test(start);
  return isMarkup ||
    /^\s*(?:999\s[^\n]*\n\s*)?0\s*\r?\n\s*SECTION/.test(start) ||
    looksLikeCass(text)
    ? 'own'
    : 'plan';
}

/** @param isTold whether the call says something of the file that only people's own data need */
function kindOfJson(text: string, isTold: boolean): FileKind {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return isFeatureLine(text.slice(0, text.search(/[\r\n]|$/))) ? 'own' : 'plan';
  }
  const type = isRecord(value) ? getOwn(value, 'type') : undefined;
  if (type === 'Topology' && isRecord(isRecord(value) ? getOwn(value, 'objects') : undefined))
    return 'own';
  return (isTold && typeof type === 'string') || isForeignGeoJson(value) ? 'own' : 'plan';
}

function isFeatureLine(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) && getOwn(value, 'type') === 'Feature';
  } catch {
    return false;
  }
}
