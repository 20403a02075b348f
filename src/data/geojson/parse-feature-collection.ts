import type { Geometry } from 'geojson';
import type { Issue } from '../../domain/issue.ts';
import { type FeaturePlace, type Finding, toIssue } from '../finding.ts';
import { getOwn, givenOf, isRecord, type JsonRecord } from '../record.ts';
import { checkGeometry, type RingChecks } from './check-geometry.ts';

/** A feature with a valid structure; its properties are not yet read. */
export type RawFeature = FeaturePlace & {
  /** Undefined for an unlocated feature (`geometry: null`, RFC 7946 §3.2). */
  readonly geometry: Geometry | undefined;
  readonly properties: JsonRecord;
};

/** The result of reading a file: features, issues, and the file's own members. read = kept + set aside. */
export type RawCollection = {
  readonly read: number;
  readonly features: readonly RawFeature[];
  /** Features with an invalid structure or geometry; their properties may be wrong, too. */
  readonly rejected: readonly RawFeature[];
  readonly issues: readonly Issue[];
  readonly members: JsonRecord;
};

/** Checks the structure of one feature; its messages are written for the user. */
export type StructureCheck = (feature: unknown) => readonly string[];
/** The checks passed in by the caller: each is code that not every file needs. */
export type FeatureChecks = {
  readonly checkStructure: StructureCheck;
  readonly ringChecks: RingChecks;
};

/** Returns true when a feature of a file has several rings: only then does the relation of rings matter. */
export function hasSeveralRings(value: unknown): boolean {
  const features = isRecord(value) ? getOwn(value, 'features') : undefined;
  if (!Array.isArray(features)) return false;
  return features.some((feature) => {
    const geometry = isRecord(feature) ? getOwn(feature, 'geometry') : undefined;
    if (!isRecord(geometry)) return false;
    const [type, coordinates] = [getOwn(geometry, 'type'), getOwn(geometry, 'coordinates')];
    if (type === 'MultiPolygon') return true;
    return type === 'Polygon' && Array.isArray(coordinates) && coordinates.length > 1;
  });
}

/** The reading options, including whether coordinates without any position mean an unknown location. */
type ReadingOptions = {
  readonly dataset: string;
  readonly isEmptyUnlocated?: boolean;
};

/**
 * Reads an unchecked FeatureCollection. A faulty feature is set aside with an issue. Returns undefined when
 * the file is no FeatureCollection: `notACollection` describes it.
 */
export function parseFeatureCollection(
  value: unknown,
  { dataset, ...checks }: ReadingOptions & FeatureChecks,
): RawCollection | undefined {
  const features = isCollection(value) ? getOwn(value, 'features') : undefined;
  if (!isCollection(value) || !Array.isArray(features)) return undefined;
  const issues: Issue[] = [];
  const kept: RawFeature[] = [];
  const rejected: RawFeature[] = [];
  for (const [featureIndex, feature] of features.entries()) {
    const place = { dataset, featureIndex, featureId: idOf(feature) };
    const { raw, findings } = readFeature(feature, place, checks);
    for (const finding of findings) issues.push(toIssue(place, finding));
    if (raw !== undefined) kept.push(raw);
    else rejected.push({ ...place, geometry: undefined, properties: propertiesOf(feature) });
  }
  return { read: features.length, features: kept, rejected, issues, members: value };
}

function readFeature(
  feature: unknown,
  place: FeaturePlace,
  {
    checkStructure,
    ringChecks,
    isEmptyUnlocated,
  }: FeatureChecks & Pick<ReadingOptions, 'isEmptyUnlocated'>,
): { readonly raw: RawFeature | undefined; readonly findings: readonly Finding[] } {
  if (!isRecord(feature) || getOwn(feature, 'type') !== 'Feature') {
    return { raw: undefined, findings: [structureFault(['type'], 'not a Feature')] };
  }
  const properties = getOwn(feature, 'properties') ?? {};
  if (!isRecord(properties))
    return {
      raw: undefined,
      findings: [structureFault(['properties'], 'properties are no object')],
    };
  const geometry = getOwn(feature, 'geometry') ?? null;
  if (geometry === null)
    return { raw: { ...place, properties, geometry: undefined }, findings: [] };
  if (isEmptyUnlocated === true && hasNoPosition(geometry)) {
    return { raw: { ...place, properties, geometry: undefined }, findings: [NO_POSITION] };
  }
  const checked = checkGeometry(geometry, ringChecks);
  if (checked.geometry === undefined) return { raw: undefined, findings: checked.findings };
  // geojson-validation gets only what our own checks let through, because it throws on odd type names.
  const faults = checkStructure({ type: 'Feature', properties, geometry: checked.geometry });
  if (faults.length > 0) {
    return {
      raw: undefined,
      findings: [...checked.findings, ...faults.map((fault) => structureFault([], fault))],
    };
  }
  return { raw: { ...place, properties, geometry: checked.geometry }, findings: checked.findings };
}

/**
 * Returns a feature's id: from its properties, otherwise its own; a number as text. Blanks alone are not an
 * id.
 */
export function idOf(feature: unknown): string | undefined {
  if (!isRecord(feature)) return undefined;
  const id = givenOf(propertiesOf(feature), 'id') ?? givenOf(feature, 'id');
  return typeof id === 'string' ? id : typeof id === 'number' ? `${id}` : undefined;
}

function propertiesOf(feature: unknown): JsonRecord {
  const properties = isRecord(feature) ? getOwn(feature, 'properties') : undefined;
  return isRecord(properties) ? properties : {};
}

/** True when a geometry has lists of coordinates or geometries but not a single position. */
function hasNoPosition(geometry: unknown): boolean {
  if (!isRecord(geometry)) return false;
  const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.every(isEmpty);
  const parts = getOwn(geometry, 'geometries');
  return Array.isArray(parts)
    ? parts.every(hasNoPosition)
    : isEmpty(getOwn(geometry, 'coordinates'));
}

const NO_POSITION: Finding = {
  code: 'geometry-empty',
  kind: 'completeness',
  severity: 'note',
  path: ['geometry'],
  message: {
    zh: '坐标为空，按未定位处理。',
    en: 'its coordinates are empty; it is listed as a feature without a position.',
  },
  cure: {
    zh: '补上坐标，或把 geometry 写成 null。',
    en: 'Add its coordinates, or write null for the geometry.',
  },
};

function structureFault(path: readonly (string | number)[], fault: string): Finding {
  return {
    code: 'feature-structure',
    kind: 'logical-consistency',
    severity: 'error',
    path,
    message: {
      zh: `要素结构有误（${fault}）。`,
      en: `the feature's structure is wrong (${fault}).`,
    },
    cure: { zh: '按 RFC 7946 第 3.2 节改正。', en: 'Correct it after RFC 7946 section 3.2.' },
  };
}

/** Returns true when a value declares itself a FeatureCollection. */
export function isCollection(value: unknown): value is JsonRecord {
  return isRecord(value) && getOwn(value, 'type') === 'FeatureCollection';
}
