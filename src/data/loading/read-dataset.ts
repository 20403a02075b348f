import type { Feature } from 'geojson';
import type { CoastStatus } from '../../domain/coast-status.ts';
import type { LayerRole } from '../../domain/dataset.ts';
import type { Issue } from '../../domain/issue.ts';
import type { LayerContent, SetAside } from '../../domain/layer-state.ts';
import type { LoadError } from '../../domain/load-error.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { parseSegment } from '../coast/parse-coastline.ts';
import { parseZone } from '../coast/parse-zone.ts';
import { type Finding, toIssue } from '../finding.ts';
import type { ParsedFeature } from '../geojson/parse-feature.ts';
import {
  hasSeveralRings,
  parseFeatureCollection,
  type RawCollection,
  type RawFeature,
} from '../geojson/parse-feature-collection.ts';
import { parseProject } from '../projects/parse-project.ts';
import { getOwn } from '../record.ts';
import { parseJsonText } from '../text/json-text.ts';

/** A dataset as read: its content, the number of kept features, and the issues of the others. */
export type ReadDataset = {
  readonly content: LayerContent;
  readonly read: number;
  readonly kept: number;
  readonly issues: readonly Issue[];
  /** The features that are not in the content: read − kept. */
  readonly setAside: readonly SetAside[];
};

/** The file to read, its layer and its role. */
export type ReadAs = {
  readonly file: string;
  readonly dataset: string;
  readonly role: LayerRole;
  /** The number of the plan's last article; 999 where it is absent. */
  readonly lastArticle?: number | undefined;
};

/**
 * Reads a GeoJSON text into a dataset, in the same way for the app and the commands. The structure is
 * checked by geojson-validation, in a separate chunk (LGPL-3, so that it can be replaced).
 */
export async function readDataset(
  text: string,
  { file, dataset, role, lastArticle }: ReadAs,
): Promise<Result<ReadDataset, LoadError>> {
  const json = await parseJsonText(text, file);
  if (!json.ok) return json;
  const { isFeature } = await import('geojson-validation');
  const collection = await readCollection(json.value, {
    dataset,
    checkStructure: (feature) => isFeature(feature, true),
    isEmptyUnlocated: role === 'projects',
  });
  if (collection === undefined) {
    const { notACollection } = await import('../geojson/not-a-collection.ts');
    return failed(notACollection(json.value, file));
  }
  const { members } = collection;
  // Most coast is an illustration, of which nothing else is stated.
  const status: CoastStatus =
    role === 'coastline' && getOwn(members, 'surveyed') === true
      ? (await import('../coast/coast-status.ts')).surveyedStatus(members)
      : { kind: 'illustration' };
  const ofStatement = role === 'coastline' ? await statementIssues(members, dataset) : [];
  const read = readContent(collection, role, { coastStatus: status, lastArticle });
  const content =
    ofStatement.length === 0 ? read : { ...read, issues: [...ofStatement, ...read.issues] };
  if (role !== 'coastline' || !content.issues.some(({ code }) => code === 'geometry-type'))
    return ok(content);
  const { withCollectionLengths } = await import('../checks/geometry-collections.ts');
  return ok({ ...content, issues: withCollectionLengths(json.value, content.issues) });
}

/** What keeps a coast an illustration though its file states a survey. */
async function statementIssues(
  members: Readonly<Record<string, unknown>>,
  dataset: string,
): Promise<readonly Issue[]> {
  if ((getOwn(members, 'statement') ?? undefined) === undefined) return [];
  const { statementFaults } = await import('../checks/survey-statement.ts');
  return statementFaults(members).map((fault) => ({
    ...fault,
    ...{ kind: 'completeness', severity: 'warning', dataset },
  }));
}

/** Reads the features; the ring checks are loaded only for a file that needs them. */
async function readCollection(
  value: unknown,
  options: Omit<Parameters<typeof parseFeatureCollection>[1], 'ringChecks'>,
): Promise<RawCollection | undefined> {
  let isPlain = !hasSeveralRings(value);
  if (isPlain) {
    const collection = parseFeatureCollection(value, {
      ...options,
      ringChecks: {
        ofArea: () => [],
        ofRing: (ring) => {
          isPlain = false;
          return { ring, findings: [] };
        },
      },
    });
    if (isPlain) return collection;
  }
  const { RING_CHECKS } = await import('../geojson/ring-findings.ts');
  return parseFeatureCollection(value, { ...options, ringChecks: RING_CHECKS });
}

function readContent(
  collection: RawCollection,
  role: LayerRole,
  {
    coastStatus,
    lastArticle,
  }: { readonly coastStatus: CoastStatus; readonly lastArticle: number | undefined },
): ReadDataset {
  switch (role) {
    case 'projects': {
      const { values, ...counts } = readAll(collection, (feature) =>
        parseProject(feature, lastArticle),
      );
      return { content: { role, projects: values }, ...counts };
    }
    case 'coastline': {
      const { values, ...counts } = readAll(collection, parseSegment);
      return { content: { role, segments: values, coastStatus }, ...counts };
    }
    case 'zones': {
      const { values, ...counts } = readAll(collection, (feature) =>
        parseZone(feature, lastArticle),
      );
      return { content: { role, zones: values }, ...counts };
    }
    case 'base':
    case 'shown': {
      const drawable = collection.features.filter(({ geometry }) => geometry !== undefined);
      const unlocated = collection.features.filter(({ geometry }) => geometry === undefined);
      return {
        content: { role, features: drawable.flatMap(toDrawnFeature) },
        read: collection.read,
        kept: drawable.length,
        issues: [
          ...collection.issues,
          ...unlocated.map((feature) => toIssue(feature, NOTHING_TO_DRAW)),
        ],
        setAside: [...collection.rejected, ...unlocated].map(toSetAside),
      };
    }
  }
}

function toSetAside({ featureIndex, featureId, geometry }: RawFeature): SetAside {
  return {
    featureIndex,
    ...(featureId !== undefined && { featureId }),
    ...(geometry !== undefined && { geometry }),
  };
}

const NOTHING_TO_DRAW: Finding = {
  code: 'geometry-missing',
  kind: 'completeness',
  severity: 'error',
  path: ['geometry'],
  message: {
    zh: '没有位置，无法在地图上绘制，已搁置。',
    en: 'it has no place for the map to draw; it is set aside.',
  },
  cure: { zh: '补上几何，或删除该要素。', en: 'Add its geometry or remove the feature.' },
};

function readAll<T extends { readonly id: string }>(
  { read, features, rejected, issues }: RawCollection,
  parse: (feature: RawFeature) => ParsedFeature<T>,
): { readonly values: readonly T[] } & Omit<ReadDataset, 'content'> {
  const found = [...issues];
  const setAside = rejected.map(toSetAside);
  const values = new Map<string, T>();
  for (const feature of rejected) {
    // Also reports the feature's other errors, so that the user can fix all at once; a feature without an
    // id is identified by its geometry.
    for (const finding of parse(feature).findings)
      if (finding.severity === 'error' && finding.path.length === 2)
        found.push(toIssue(feature, finding));
  }
  for (const feature of features) {
    const { value, findings } = parse(feature);
    for (const finding of findings) found.push(toIssue(feature, finding));
    if (value === undefined || values.has(value.id)) setAside.push(toSetAside(feature));
    if (value === undefined) continue;
    if (values.has(value.id)) {
      found.push(
        toIssue(feature, {
          code: 'id-duplicate',
          kind: 'logical-consistency',
          severity: 'error',
          path: ['properties', 'id'],
          message: {
            zh: 'id 重复，后一个已搁置。',
            en: 'its id is used twice; the later feature is set aside.',
          },
          cure: { zh: '给每个要素不同的 id。', en: 'Give every feature an id of its own.' },
        }),
      );
    } else {
      values.set(value.id, value);
    }
  }
  return { values: [...values.values()], read, kept: values.size, issues: found, setAside };
}

function toDrawnFeature({ geometry, properties }: RawFeature): readonly Feature[] {
  return geometry === undefined
    ? []
    : [{ type: 'Feature', properties: { ...properties }, geometry }];
}
