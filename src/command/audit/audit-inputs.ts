import type { InputFile } from '../../data/audit/audit-report.ts';
import { parseAuditRule } from '../../data/audit/audit-rule.ts';
import {
  borderFindings,
  type FeatureFinding,
  featureIssue,
} from '../../data/checks/border-issues.ts';
import { checkAudited } from '../../data/checks/check-audited.ts';
import { JsonPlaces, type PlaceFinder } from '../../data/checks/json-places.ts';
import { exactCopies } from '../../data/checks/repeated-features.ts';
import { isCarried } from '../../data/coast/carried-reasons.ts';
import { loggedStretches } from '../../data/coast/change-log.ts';
import { isDatumSettled } from '../../data/datum/settled-datum.ts';
import { idOf } from '../../data/geojson/parse-feature-collection.ts';
import { importReasons, isCorrected } from '../../data/import/import-reasons.ts';
import { planText } from '../../data/import/plan-text.ts';
import { RowPlaces } from '../../data/import/row-places.ts';
import { readDataset } from '../../data/loading/read-dataset.ts';
import { getOwn, isRecord } from '../../data/record.ts';
import { parseJsonText } from '../../data/text/json-text.ts';
import type { AuditRule } from '../../domain/audit/audit.ts';
import type { JudgedStretch } from '../../domain/audit/provenance.ts';
import type { ProvisionalReason } from '../../domain/audit/provisional-reason.ts';
import { type CoastStatus, jointStatus, withNotice } from '../../domain/coast-status.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { Issue } from '../../domain/issue.ts';
import type { LayerContent } from '../../domain/layer-state.ts';
import type { LoadError } from '../../domain/load-error.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { Zone } from '../../domain/zone.ts';
import type { FileToCompare } from '../datum/datum-issues.ts';
import type { NamedFile } from '../files/geodata-files.ts';
import type { PlanContext } from '../files/plan-context.ts';
import { readText } from '../files/read-text.ts';
import type { GivenFile } from '../import/read-own-data.ts';
import { importIssues } from '../issues/import-issues.ts';
import { type LocatedIssue, locateIssues } from '../issues/located-issue.ts';
import type { AuditSource, AuditSources } from './audit-sources.ts';

/** The contents of the three files, and the problems found in single features. */
export type AuditInputs = {
  readonly segments: readonly CoastlineSegment[];
  readonly coastStatus: CoastStatus;
  readonly zones: readonly Zone[];
  readonly rule: AuditRule;
  readonly files: readonly InputFile[];
  readonly issues: readonly LocatedIssue[];
  /** Reasons that make the figures provisional before anything is measured. */
  readonly reasons: readonly ProvisionalReason[];
  /** True when the coastline's shape needs no comparison with other datums. */
  readonly isDatumSettled: boolean;
  /** The stretches that the coastline file has from a change log. */
  readonly judged: readonly JudgedStretch[];
  /** Segments that repeat an earlier segment of the file word for word. */
  readonly copies: readonly CoastlineSegment[];
  /** The number of unusable features, which would be missing from the figures. */
  readonly unusable: number;
  /** The number of records of people's own files that are not in the figures. */
  readonly leftOut: number;
  /** What comparing the coastline with lines of known datum needs to find places in it. */
  readonly placing: Placing;
};

/**
 * Reads all three files before it fails, so that one call reports every file that cannot be read.
 * @param plan the plan that they belong to: its extent and its last article
 */
export async function readInputs(
  sources: AuditSources,
  plan: PlanContext,
): Promise<Result<AuditInputs, readonly LoadError[]>> {
  const [coastline, zones, rule] = await Promise.all([
    readSource(sources.coastline, 'coastline', plan),
    readSource(sources.zones, 'zones', plan),
    readRule(sources.rule),
  ]);
  if (!coastline.ok || !zones.ok || !rule.ok) {
    return failed([coastline, zones, rule].flatMap((read) => (read.ok ? [] : [read.error])));
  }
  const { content } = coastline.value;
  const segments = content.role === 'coastline' ? content.segments : [];
  const areas = zones.value.content.role === 'zones' ? zones.value.content.zones : [];
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const read = [coastline.value, zones.value, rule.value];
  return ok({
    segments,
    judged: coastline.value.judged,
    copies: [...coastline.value.copies].flatMap(({ featureId = '' }) => byId.get(featureId) ?? []),
    unusable: coastline.value.unusable + zones.value.unusable,
    coastStatus: withNotice(
      jointStatus(content.role === 'coastline' ? [content.coastStatus] : []),
      sources.coastline.kind === 'own' ? undefined : rule.value.rule.notice,
    ),
    zones: areas,
    rule: rule.value.rule,
    leftOut: coastline.value.leftOut + zones.value.leftOut,
    placing: coastline.value.placing,
    files: [
      ...coastline.value.files.map((file) => ({ role: 'coastline' as const, ...file })),
      ...zones.value.files.map((file) => ({ role: 'zones' as const, ...file })),
      ...rule.value.files.map((file) => ({ role: 'rule' as const, ...file })),
    ],
    issues: [
      ...read.flatMap(({ placed }) => placed),
      ...borderFindings({ segments, zones: areas }).map(coastline.value.place),
    ],
    reasons: read.flatMap(({ reasons }) => reasons),
    isDatumSettled:
      coastline.value.isCorrected ||
      isDatumSettled(coastline.value.placed.map(({ issue }) => issue)),
  });
}

type Part = 'coastline' | 'zones';
/** Finds places in a file; called only when a single segment is suspect. */
type Placing = FileToCompare['placing'];

type ReadInput = {
  readonly files: readonly GivenFile[];
  /** The issues found by the reader and by the checks. */
  readonly placed: readonly LocatedIssue[];
  readonly reasons: readonly ProvisionalReason[];
};

type ReadFeatures = ReadInput & {
  readonly content: LayerContent;
  readonly judged: readonly JudgedStretch[];
  readonly copies: ReadonlySet<Issue>;
  readonly unusable: number;
  readonly leftOut: number;
  /** Whether positions were corrected from a shifted system. */
  readonly isCorrected: boolean;
  readonly placing: Placing;
  /** Gives a finding about one of the features its place in the file. */
  readonly place: (found: FeatureFinding) => LocatedIssue;
};

async function readSource(
  source: AuditSource,
  role: Part,
  plan: PlanContext,
): Promise<Result<ReadFeatures, LoadError>> {
  if (source.kind === 'own') return readOwnSource(source, role, plan);
  const { named } = source;
  const read = await readText(named);
  if (!read.ok) return read;
  const { text, sha256 } = read.value;
  return readFeatures(text, {
    ...{ file: named.name, role, files: [{ file: named.name, sha256 }] },
    ...{ places: new JsonPlaces(text), plan },
  });
}

/** Reads a dataset of the user as a file of the plan; what was left out makes the figures provisional. */
async function readOwnSource(
  { dataset, files, isNamed }: Extract<AuditSource, { kind: 'own' }>,
  role: Part,
  plan: PlanContext,
): Promise<Result<ReadFeatures, LoadError>> {
  const { raw } = dataset;
  const text = planText(dataset, { id: raw.name, role });
  const read = await readFeatures(text, {
    ...{ file: raw.file, role, files },
    ...{ places: new RowPlaces(dataset), plan },
  });
  if (!read.ok) return read;
  const { unusable, placed, reasons } = read.value;
  const lost = raw.setAside.filter(({ severity }) => severity !== 'note').length;
  return ok({
    ...read.value,
    unusable: 0,
    leftOut: unusable + lost,
    isCorrected: isCorrected(dataset),
    placed: [...importIssues(dataset), ...placed],
    // The reasons of the import say more of the same than what its text carries.
    reasons: [
      ...importReasons(dataset, { role, isNamed }),
      ...reasons.filter((reason) => !isCarried(reason)),
    ],
  });
}

type FeatureSource = {
  readonly file: string;
  readonly role: Part;
  readonly files: readonly GivenFile[];
  readonly places: PlaceFinder;
  /** The plan that the file belongs to. */
  readonly plan: PlanContext;
};

async function readFeatures(
  text: string,
  { file: name, role, files, places, plan: { catalogue } }: FeatureSource,
): Promise<Result<ReadFeatures, LoadError>> {
  const [json, reading] = await Promise.all([
    parseJsonText(text, name),
    readDataset(text, {
      ...{ file: name, dataset: name, role },
      lastArticle: catalogue?.articleCount,
    }),
  ]);
  if (!json.ok) return json;
  if (!reading.ok) return reading;
  const { content, issues, setAside } = reading.value;
  const file = { file: name, dataset: name, role, text, value: json.value, places };
  const checked = checkAudited({ ...file, issues, setAside, extent: catalogue?.extent });
  const copies = exactCopies(issues, json.value);
  return ok({
    content,
    judged: content.role === 'coastline' ? loggedStretches(json.value, content.segments) : [],
    files,
    placed: locateIssues([...issues, ...checked.issues], name, places),
    place: (found) => {
      const issue = featureIssue(found, { dataset: name, value: json.value });
      return { issue, file: name, ...places.placeOf(issue.path) };
    },
    reasons: checked.reasons,
    copies,
    unusable: setAside.length - copies.size,
    leftOut: 0,
    isCorrected: false,
    placing: async () => ({ indexOf: indexOfIds(json.value), places }),
  });
}

function indexOfIds(value: unknown): ReadonlyMap<string, number> {
  const features = isRecord(value) ? getOwn(value, 'features') : undefined;
  const indexOf = new Map<string, number>();
  for (const [index, feature] of (Array.isArray(features) ? features : []).entries()) {
    const id = idOf(feature);
    if (id !== undefined && !indexOf.has(id)) indexOf.set(id, index);
  }
  return indexOf;
}

async function readRule(
  named: NamedFile,
): Promise<Result<ReadInput & { readonly rule: AuditRule }, LoadError>> {
  const read = await readText(named);
  if (!read.ok) return read;
  const { text, sha256 } = read.value;
  const [json, rule] = await Promise.all([
    parseJsonText(text, named.name),
    parseAuditRule(text, named.name),
  ]);
  if (!json.ok) return json;
  if (!rule.ok) return rule;
  const file = { file: named.name, dataset: named.name, role: 'rule' as const, text };
  const checked = checkAudited({ ...file, value: json.value, issues: [], setAside: [] });
  return ok({
    rule: rule.value,
    files: [{ file: named.name, sha256 }],
    placed: locateIssues(checked.issues, named.name, new JsonPlaces(text)),
    reasons: checked.reasons,
  });
}
