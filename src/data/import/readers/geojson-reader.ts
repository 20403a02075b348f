import { statementFaults } from '../../checks/survey-statement.ts';
import { getOwn, isRecord } from '../../record.ts';
import { crsOfName } from '../crs/crs-text.ts';
import {
  type DeclaredCrs,
  type FieldValue,
  type ImportIssue,
  issue,
  type RawDataset,
  type ReadFeature,
  type ReadField,
} from '../raw-dataset.ts';
import { counted, type OnFeatures } from '../read-progress.ts';
import { rawGeometry } from './raw-geometry.ts';

type Given = Pick<RawDataset, 'file' | 'name' | 'encoding'>;

/** Reads a parsed GeoJSON object: a collection, a feature or a geometry; undefined when it is none. */
export function readGeoJson(
  value: unknown,
  given: Given,
  onFeatures?: OnFeatures,
): RawDataset | undefined {
  // A bare list of features, as some programs write it.
  if (Array.isArray(value) && value.length > 0 && value.every(isFeature))
    return fromFeatures(
      value,
      { ...given, format: 'GeoJSON' },
      crsWithin(value, undefined),
      onFeatures,
    );
  if (!isRecord(value)) return undefined;
  const type = getOwn(value, 'type');
  const listed = getOwn(value, 'features');
  if (type === 'FeatureCollection' && Array.isArray(listed)) {
    const dataset = fromFeatures(
      listed,
      { ...given, format: 'GeoJSON' },
      crsWithin(listed, value),
      onFeatures,
    );
    return { ...dataset, issues: [...dataset.issues, ...statementIssues(value)] };
  }
  if (type === 'Feature')
    return fromFeatures([value], { ...given, format: 'GeoJSON' }, crsWithin([value], undefined));
  const geometry = rawGeometry(value);
  if (geometry === undefined || geometry === null) return undefined;
  const feature = { type: 'Feature', properties: {}, geometry };
  return fromFeatures([feature], { ...given, format: 'GeoJSON' }, declaredCrs(value));
}

/**
 * Reads GeoJSON text sequences (RFC 8142) and line-wise JSON: one feature a line or after a record
 * separator. A line that is no feature is set aside. Undefined when the first line is none.
 */
export function readGeoJsonLines(
  text: string,
  given: Given,
  onFeatures?: OnFeatures,
): RawDataset | undefined {
  const separator = text.includes('\u001E') ? '\u001E' : /\r?\n/;
  const features: unknown[] = [];
  const faults: ImportIssue[] = [];
  let row = 0;
  for (const line of counted(text.split(separator), onFeatures)) {
    row += 1;
    if (line.trim() === '') continue;
    try {
      features.push(JSON.parse(line));
    } catch {
      if (features.length === 0) return undefined;
      faults.push(lineFault(row));
    }
  }
  if (features.length === 0 || !isRecord(features[0]) || getOwn(features[0], 'type') !== 'Feature')
    return undefined;
  const dataset = fromFeatures(
    features,
    { ...given, format: 'GeoJSONSeq' },
    crsWithin(features, undefined),
  );
  return { ...dataset, setAside: [...dataset.setAside, ...faults] };
}

/** RFC 7946 has WGS 84 degrees, and so does a file without a `crs`; one that names another is taken at its word. */
export function declaredCrs(value: unknown): DeclaredCrs {
  const crs = crsMember(value);
  if (crs === undefined || crs === null) return { kind: 'known', code: 'EPSG:4326' };
  const properties = isRecord(crs) ? getOwn(crs, 'properties') : undefined;
  const name = isRecord(properties)
    ? (getOwn(properties, 'name') ?? getOwn(properties, 'code'))
    : crs;
  if (typeof name === 'number') return crsOfName(`EPSG:${name}`);
  // A link or anything else that names no system.
  return typeof name === 'string'
    ? crsOfName(name)
    : { kind: 'unusable', name: JSON.stringify(crs).slice(0, 100) };
}

function crsMember(value: unknown): unknown {
  return isRecord(value) ? (getOwn(value, 'crs') ?? getOwn(value, 'CRS')) : undefined;
}

/**
 * The system of a file and of its features: GeoJSON of 2008 lets a feature and a geometry name their own. Several
 * systems in one file are none that can be read.
 */
function crsWithin(features: readonly unknown[], collection: unknown): DeclaredCrs {
  const whole = declaredCrs(collection);
  const stated = new Map<string, DeclaredCrs>();
  for (const feature of features) {
    const geometry = isRecord(feature) ? getOwn(feature, 'geometry') : undefined;
    const owner = [geometry, feature].find((each) => (crsMember(each) ?? null) !== null);
    const own = owner === undefined ? whole : declaredCrs(owner);
    stated.set(nameOfCrs(own), own);
  }
  const [only] = stated.values();
  if (only === undefined) return whole;
  return stated.size === 1 ? only : { kind: 'unusable', name: [...stated.keys()].join(' / ') };
}

function nameOfCrs(crs: DeclaredCrs): string {
  switch (crs.kind) {
    case 'known':
    case 'hint':
      return crs.code;
    case 'unusable':
      return crs.name;
    case 'none':
      return '';
  }
}

function isFeature(value: unknown): boolean {
  return isRecord(value) && getOwn(value, 'type') === 'Feature';
}

/** What a collection states of a survey and leaves out. */
function statementIssues(value: Readonly<Record<string, unknown>>): readonly ImportIssue[] {
  return statementFaults(value).map(({ code, message, cure }) =>
    issue(code, 'warning', message, cure),
  );
}

/** Makes a dataset of parsed features. */
export function fromFeatures(
  listed: readonly unknown[],
  given: Given & Pick<RawDataset, 'format'>,
  crs: DeclaredCrs,
  onFeatures?: OnFeatures,
): RawDataset {
  const features: ReadFeature[] = [];
  const setAside: ImportIssue[] = [];
  const types = new Map<string, ReadField['type']>();
  for (const [index, feature] of counted(listed.entries(), onFeatures)) {
    const row = index + 1;
    const type = isRecord(feature) ? getOwn(feature, 'type') : undefined;
    if (type !== undefined && type !== 'Feature') {
      setAside.push(noFeature(row, String(type)));
      continue;
    }
    const geometry = isRecord(feature) ? rawGeometry(getOwn(feature, 'geometry')) : undefined;
    if (!isRecord(feature) || geometry === undefined) {
      setAside.push(featureFault(row));
      continue;
    }
    const properties = propertiesOf(feature);
    for (const [name, value] of Object.entries(properties)) noteType(types, name, value);
    features.push({ ...(geometry && { geometry }), properties, row });
  }
  return {
    ...given,
    fields: [...types].map(([name, type]) => ({ name, type })),
    features,
    setAside,
    crs,
    issues: [],
  };
}

/** The properties as plain values; the feature's own id is one of them where no property has that name. */
function propertiesOf(feature: Readonly<Record<string, unknown>>): Record<string, FieldValue> {
  const given = getOwn(feature, 'properties');
  const properties: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(isRecord(given) ? given : {}))
    Object.defineProperty(properties, name, {
      value: plainValue(value),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  const id = getOwn(feature, 'id');
  if (!Object.hasOwn(properties, 'id') && (typeof id === 'string' || typeof id === 'number'))
    properties['id'] = id;
  return properties;
}

/** A value as it is; an object or a list as its JSON. */
export function plainValue(value: unknown): FieldValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return JSON.stringify(value);
}

/** A field is of numbers only as long as all its values are. */
export function noteType(
  types: Map<string, ReadField['type']>,
  name: string,
  value: FieldValue,
): void {
  const before = types.get(name);
  const own =
    typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text';
  if (value === null) {
    if (before === undefined) types.set(name, 'text');
  } else if (before === undefined || before === own) types.set(name, own);
  else types.set(name, 'text');
}

function featureFault(row: number): ImportIssue {
  return issue(
    'geometry-unread',
    'error',
    {
      zh: `第 ${row} 个要素的几何读不懂。`,
      en: `the geometry of feature ${row} is not understood.`,
    },
    { zh: '按 RFC 7946 改正。', en: 'Correct it after RFC 7946.' },
    row,
  );
}

function noFeature(row: number, type: string): ImportIssue {
  return issue(
    'feature-unread',
    'error',
    {
      zh: `第 ${row} 项是 ${type}，不是要素（Feature），未读入。`,
      en: `entry ${row} is a ${type} and no Feature; it was left out.`,
    },
    {
      zh: '把几何放进 Feature，嵌套的集合展开成一层。',
      en: 'Put geometries into features, and nested collections into one list.',
    },
    row,
  );
}

function lineFault(row: number): ImportIssue {
  return issue(
    'line-unread',
    'error',
    { zh: `第 ${row} 行不是 JSON。`, en: `line ${row} is no JSON.` },
    { zh: '改正或删去这一行。', en: 'Correct the line, or remove it.' },
    row,
  );
}
