import type { Geometry } from 'geojson';
import { type FeaturePlace, type Finding, toIssue } from '../../data/finding.ts';
import { checkGeometry } from '../../data/geojson/check-geometry.ts';
import { usableId } from '../../data/geojson/parse-feature.ts';
import { idOf } from '../../data/geojson/parse-feature-collection.ts';
import { RING_CHECKS } from '../../data/geojson/ring-findings.ts';
import { LAST_ARTICLE } from '../../data/projects/articles.ts';
import { getOwn, isRecord, type JsonRecord } from '../../data/record.ts';
import type { Issue } from '../../domain/issue.ts';
import type { FileRole } from '../files/file-role.ts';
import { type PlanContext, projectLayers } from '../files/plan-context.ts';
import { dedupeIssues } from '../issues/dedupe-issues.ts';
import { checkNames } from './check-names.ts';
import { overlyPrecise, repeatedPositions } from './check-positions.ts';
import { checkLayer, checkProperties } from './check-properties.ts';
import { checkRings } from './check-rings.ts';

/** The issues of a file's features, the index of each id's first feature, and the readable geometries. */
export type StewardChecks = {
  readonly issues: readonly Issue[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly geometries: readonly Geometry[];
};

/**
 * Checks the features of a file one by one, beyond what the app's readers found (`issues`). When both
 * report the same problem of one value, the more severe issue stays.
 */
export function checkFeatures({
  value,
  role,
  plan,
  dataset,
  issues,
  isGeometryOnly = false,
}: {
  readonly value: unknown;
  readonly role: FileRole;
  /** The plan that the file belongs to: it says in which layers a project may be, and its last article. */
  readonly plan: PlanContext;
  readonly dataset: string;
  readonly issues: readonly Issue[];
  /** True for features whose properties and decimals were written by the import, not by the user. */
  readonly isGeometryOnly?: boolean;
}): StewardChecks {
  const features = isRecord(value) ? getOwn(value, 'features') : undefined;
  const indexOf = new Map<string, number>();
  const found: Issue[] = [...issues];
  const geometries: Geometry[] = [];
  let precise = 0;
  for (const [featureIndex, feature] of (Array.isArray(features) ? features : []).entries()) {
    if (!isRecord(feature)) continue;
    const featureId = idOf(feature);
    const place: FeaturePlace = { dataset, featureIndex, featureId };
    if (featureId !== undefined) {
      const first = indexOf.get(featureId);
      if (first === undefined) indexOf.set(featureId, featureIndex);
      else found.push(toIssue(place, duplicateId(first)));
    }
    const geometry = geometryOf(feature);
    if (geometry !== undefined) geometries.push(geometry);
    const ofFeature = [
      ...(isGeometryOnly ? [] : propertyFindings(feature, role, plan)),
      ...(geometry === undefined ? [] : geometryFindings(geometry, isGeometryOnly)),
    ];
    for (const finding of ofFeature) {
      // A file that is too precise usually is so throughout: only the first place is reported.
      if (finding.code === 'precision-excessive') precise += 1;
      if (finding.code !== 'precision-excessive' || precise === 1)
        found.push(toIssue(place, finding));
    }
  }
  return { issues: dedupeIssues(found), indexOf, geometries };
}

function propertyFindings(
  feature: JsonRecord,
  role: FileRole,
  plan: PlanContext,
): readonly Finding[] {
  const properties = getOwn(feature, 'properties');
  const known = isRecord(properties) ? properties : {};
  const ownId = getOwn(feature, 'id');
  const id = getOwn(known, 'id');
  const needsId = role === 'coastline' || role === 'zones' || role === 'projects';
  const { findings } = usableId({ featureId: idOf(feature), properties: known });
  return [
    ...(needsId ? findings : []),
    ...(ownId !== undefined && id !== undefined && ownId !== id ? [idsDiffer(ownId, id)] : []),
    ...checkProperties(known, role, plan.catalogue?.articleCount ?? LAST_ARTICLE),
    ...(role === 'projects' ? checkLayer(known, projectLayers(plan)) : []),
    ...checkNames(known),
  ];
}

function geometryOf(feature: JsonRecord): Geometry | undefined {
  const value = getOwn(feature, 'geometry');
  return isRecord(value) ? checkGeometry(value, RING_CHECKS).geometry : undefined;
}

function geometryFindings(geometry: Geometry, isConverted: boolean): readonly Finding[] {
  const precise = isConverted ? undefined : overlyPrecise(geometry);
  return [
    ...repeatedPositions(geometry),
    ...checkRings(geometry),
    ...(precise === undefined ? [] : [precision(precise)]),
  ];
}

function duplicateId(first: number): Finding {
  return {
    code: 'id-duplicate',
    kind: 'logical-consistency',
    severity: 'error',
    path: ['properties', 'id'],
    message: {
      zh: `id 与第 ${first + 1} 个要素相同。`,
      en: `its id is that of feature ${first + 1} already.`,
    },
    cure: { zh: '给每个要素不同的 id。', en: 'Give every feature an id of its own.' },
  };
}

function idsDiffer(ownId: unknown, id: unknown): Finding {
  return {
    code: 'ids-differ',
    kind: 'logical-consistency',
    severity: 'warning',
    path: ['id'],
    message: {
      zh: `要素的 id 为 ${JSON.stringify(ownId)}，属性中的 id 为 ${JSON.stringify(id)}；以属性为准。`,
      en: `the feature's id is ${JSON.stringify(ownId)}, that of its properties ${JSON.stringify(id)}; the latter is used.`,
    },
    cure: { zh: '改为同一个 id。', en: 'Make them the same.' },
  };
}

function precision([longitude, latitude]: readonly [number, number]): Finding {
  return {
    code: 'precision-excessive',
    kind: 'positional-accuracy',
    severity: 'note',
    path: ['geometry'],
    message: {
      zh: `坐标 [${longitude}, ${latitude}] 超过 6 位小数（约 0.1 米）。`,
      en: `the position [${longitude}, ${latitude}] has more than 6 decimals (0.1 m).`,
    },
    cure: { zh: '保留 6 位小数即可。', en: 'Six decimals are enough.' },
  };
}
