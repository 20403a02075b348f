import type { Geometry } from 'geojson';
import type { Issue } from '../domain/issue.ts';
import type { LoadError } from '../domain/load-error.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { checkGeometry } from './check-geometry.ts';
import { type FeaturePlace, type Finding, toIssue } from './finding.ts';
import { isRecord, type JsonRecord, own } from './record.ts';

/** A feature whose structure holds; its properties are still unread. */
export type RawFeature = FeaturePlace & {
  /** Absent for an unlocated feature (`geometry: null`, RFC 7946 §3.2). */
  readonly geometry: Geometry | undefined;
  readonly properties: JsonRecord;
};

/** What a file gave: features, issues, and the file's own members. read = kept + set aside. */
export type RawCollection = {
  readonly read: number;
  readonly features: readonly RawFeature[];
  readonly issues: readonly Issue[];
  readonly members: JsonRecord;
};

/** Checks one feature's structure; the messages it gives are for people. */
export type StructureCheck = (feature: unknown) => readonly string[];

/**
 * Reads a FeatureCollection that nobody has checked. A faulty feature is set aside with an issue;
 * only a file that is no FeatureCollection fails as a whole.
 */
export function parseFeatureCollection(
  value: unknown,
  {
    file,
    dataset,
    checkStructure,
  }: { readonly file: string; readonly dataset: string; readonly checkStructure: StructureCheck },
): Result<RawCollection, LoadError> {
  const features =
    isRecord(value) && own(value, 'type') === 'FeatureCollection'
      ? own(value, 'features')
      : undefined;
  if (!isRecord(value) || !Array.isArray(features)) return failed(notACollection(value, file));
  const issues: Issue[] = [];
  const kept: RawFeature[] = [];
  for (const [featureIndex, feature] of features.entries()) {
    const place = { dataset, featureIndex, featureId: idOf(feature) };
    const { raw, findings } = readFeature(feature, place, checkStructure);
    for (const finding of findings) issues.push(toIssue(place, finding));
    if (raw !== undefined) kept.push(raw);
  }
  return ok({ read: features.length, features: kept, issues, members: value });
}

function readFeature(
  feature: unknown,
  place: FeaturePlace,
  checkStructure: StructureCheck,
): { readonly raw: RawFeature | undefined; readonly findings: readonly Finding[] } {
  if (!isRecord(feature) || own(feature, 'type') !== 'Feature') {
    return { raw: undefined, findings: [structureFault(['type'], 'not a Feature')] };
  }
  const properties = own(feature, 'properties') ?? {};
  if (!isRecord(properties))
    return {
      raw: undefined,
      findings: [structureFault(['properties'], 'properties are no object')],
    };
  const geometry = own(feature, 'geometry') ?? null;
  if (geometry === null)
    return { raw: { ...place, properties, geometry: undefined }, findings: [] };
  const checked = checkGeometry(geometry);
  if (checked.geometry === undefined) return { raw: undefined, findings: checked.findings };
  // geojson-validation sees only what our own checks let through: it throws on odd type names.
  const faults = checkStructure({ type: 'Feature', properties, geometry: checked.geometry });
  if (faults.length > 0) {
    return {
      raw: undefined,
      findings: [...checked.findings, ...faults.map((fault) => structureFault([], fault))],
    };
  }
  return { raw: { ...place, properties, geometry: checked.geometry }, findings: checked.findings };
}

/** The id of a feature: that of its properties, else its own; a number as text. */
export function idOf(feature: unknown): string | undefined {
  if (!isRecord(feature)) return undefined;
  const properties = own(feature, 'properties');
  const id = (isRecord(properties) ? own(properties, 'id') : undefined) ?? own(feature, 'id');
  return typeof id === 'string' && id !== '' ? id : typeof id === 'number' ? `${id}` : undefined;
}

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

function notACollection(value: unknown, file: string): LoadError {
  const type = isRecord(value) ? own(value, 'type') : undefined;
  const found = typeof type === 'string' ? type : Array.isArray(value) ? 'array' : typeof value;
  return {
    kind: 'structure',
    file,
    line: 1,
    column: 1,
    message:
      found === 'FeatureCollection'
        ? {
            zh: `${file} 是“FeatureCollection”，但其 features 不是数组。`,
            en: `${file} is a "FeatureCollection" without a list of features.`,
          }
        : {
            zh: `${file} 不是要素集合（FeatureCollection），而是“${found}”。`,
            en: `${file} is not a FeatureCollection but "${found}".`,
          },
    cure: {
      zh: '把要素放进 {"type":"FeatureCollection","features":[…]}。',
      en: 'Put the features into {"type":"FeatureCollection","features":[…]}.',
    },
  };
}
