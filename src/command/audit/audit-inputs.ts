import type { InputFile } from '../../data/audit/audit-report.ts';
import { parseAuditRule } from '../../data/audit/audit-rule.ts';
import {
  borderFindings,
  type FeatureFinding,
  featureIssue,
} from '../../data/checks/border-issues.ts';
import { checkAudited } from '../../data/checks/check-audited.ts';
import { JsonPlaces } from '../../data/checks/json-places.ts';
import { exactCopies } from '../../data/checks/repeated-features.ts';
import { loggedStretches } from '../../data/coast/change-log.ts';
import { isDatumSettled } from '../../data/datum/settled-datum.ts';
import { readDataset } from '../../data/loading/read-dataset.ts';
import { parseJsonText } from '../../data/text/json-text.ts';
import type { AuditRule } from '../../domain/audit/audit.ts';
import type { JudgedStretch } from '../../domain/audit/provenance.ts';
import type { ProvisionalReason } from '../../domain/audit/provisional-reason.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { Issue } from '../../domain/issue.ts';
import type { LayerContent } from '../../domain/layer-state.ts';
import type { LoadError } from '../../domain/load-error.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { Zone } from '../../domain/zone.ts';
import type { NamedFile } from '../files/geodata-files.ts';
import { readText } from '../files/read-text.ts';
import { type LocatedIssue, locateIssues } from '../issues/located-issue.ts';

/** The three files of an audit: names and paths. */
export type AuditFiles = {
  readonly coastline: NamedFile;
  readonly zones: NamedFile;
  readonly rule: NamedFile;
};

/** The contents of the three files, and the problems found in single features. */
export type AuditInputs = {
  readonly segments: readonly CoastlineSegment[];
  /** True when the coastline declares `surveyed: true`; otherwise its classes are an illustration. */
  readonly isSurveyed: boolean;
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
};

/** Reads all three files before it fails, so that one call reports every file that cannot be read. */
export async function readInputs(
  files: AuditFiles,
): Promise<Result<AuditInputs, readonly LoadError[]>> {
  const [coastline, zones, rule] = await Promise.all([
    readFeatures(files.coastline, 'coastline'),
    readFeatures(files.zones, 'zones'),
    readRule(files.rule),
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
    isSurveyed: content.role === 'coastline' && content.isSurveyed,
    zones: areas,
    rule: rule.value.rule,
    files: [
      { role: 'coastline', file: files.coastline.name, sha256: coastline.value.sha256 },
      { role: 'zones', file: files.zones.name, sha256: zones.value.sha256 },
      { role: 'rule', file: files.rule.name, sha256: rule.value.sha256 },
    ],
    issues: [
      ...read.flatMap(({ placed }) => placed),
      ...borderFindings({ segments, zones: areas }).map(coastline.value.place),
    ],
    reasons: read.flatMap(({ reasons }) => reasons),
    isDatumSettled: isDatumSettled(coastline.value.placed.map(({ issue }) => issue)),
  });
}

type ReadInput = {
  readonly sha256: string;
  /** The issues found by the reader and by the checks. */
  readonly placed: readonly LocatedIssue[];
  readonly reasons: readonly ProvisionalReason[];
};

type ReadFeatures = ReadInput & {
  readonly content: LayerContent;
  readonly judged: readonly JudgedStretch[];
  readonly copies: ReadonlySet<Issue>;
  readonly unusable: number;
  /** Gives a finding about one of the features its place in the file. */
  readonly place: (found: FeatureFinding) => LocatedIssue;
};

async function readFeatures(
  named: NamedFile,
  role: 'coastline' | 'zones',
): Promise<Result<ReadFeatures, LoadError>> {
  const read = await readText(named);
  if (!read.ok) return read;
  const { text, sha256 } = read.value;
  const [json, reading] = await Promise.all([
    parseJsonText(text, named.name),
    readDataset(text, { file: named.name, dataset: named.name, role }),
  ]);
  if (!json.ok) return json;
  if (!reading.ok) return reading;
  const { content, issues, setAside } = reading.value;
  const file = { file: named.name, dataset: named.name, role, text, value: json.value };
  const checked = checkAudited({ ...file, issues, setAside });
  const copies = exactCopies(issues, json.value);
  const places = new JsonPlaces(text);
  return ok({
    content,
    judged: content.role === 'coastline' ? loggedStretches(json.value, content.segments) : [],
    sha256,
    placed: locateIssues([...issues, ...checked.issues], named.name, places),
    place: (found) => {
      const issue = featureIssue(found, { dataset: named.name, value: json.value });
      return { issue, file: named.name, ...places.placeOf(issue.path) };
    },
    reasons: checked.reasons,
    copies,
    unusable: setAside.length - copies.size,
  });
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
    sha256,
    placed: locateIssues(checked.issues, named.name, new JsonPlaces(text)),
    reasons: checked.reasons,
  });
}
