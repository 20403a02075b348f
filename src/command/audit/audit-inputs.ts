import type { InputFile } from '../../data/audit/audit-report.ts';
import { parseAuditRule } from '../../data/audit/audit-rule.ts';
import { JsonPlaces } from '../../data/checks/json-places.ts';
import { readDataset } from '../../data/loading/read-dataset.ts';
import type { AuditRule } from '../../domain/audit/audit.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { Issue } from '../../domain/issue.ts';
import type { LayerContent } from '../../domain/layer-state.ts';
import type { LoadError } from '../../domain/load-error.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { Zone } from '../../domain/zone.ts';
import type { NamedFile } from '../geodata-files.ts';
import { type LocatedIssue, locateIssues } from '../located-issue.ts';
import { readText } from '../read-text.ts';
import { exactCopies } from '../validate/repeated-features.ts';

/** The three files of an audit. */
export type AuditFiles = {
  readonly coastline: NamedFile;
  readonly zones: NamedFile;
  readonly rule: NamedFile;
};

/** What the three files hold, and what was wrong with single features of them. */
export type AuditInputs = {
  readonly segments: readonly CoastlineSegment[];
  /** Whether the coastline declares `surveyed: true`; else its classes are an illustration. */
  readonly isSurveyed: boolean;
  readonly zones: readonly Zone[];
  readonly rule: AuditRule;
  readonly files: readonly InputFile[];
  readonly issues: readonly LocatedIssue[];
  /** Segments that stand in the file again, word for word. */
  readonly copies: readonly CoastlineSegment[];
  /** How many features cannot be used and would be missing from the figures. */
  readonly unusable: number;
};

/** Reads all three files, so that one call tells about every file that cannot be read. */
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
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  return ok({
    segments,
    copies: [...coastline.value.copies].flatMap(({ featureId = '' }) => byId.get(featureId) ?? []),
    unusable: unusableIn(coastline.value) + unusableIn(zones.value),
    isSurveyed: content.role === 'coastline' && content.isSurveyed,
    zones: zones.value.content.role === 'zones' ? zones.value.content.zones : [],
    rule: rule.value.rule,
    files: [
      { role: 'coastline', file: files.coastline.name, sha256: coastline.value.sha256 },
      { role: 'zones', file: files.zones.name, sha256: zones.value.sha256 },
      { role: 'rule', file: files.rule.name, sha256: rule.value.sha256 },
    ],
    issues: [...coastline.value.placed, ...zones.value.placed],
  });
}

type ReadFeatures = {
  readonly content: LayerContent;
  readonly sha256: string;
  readonly placed: readonly LocatedIssue[];
  readonly copies: ReadonlySet<Issue>;
};

function unusableIn({ placed, copies }: ReadFeatures): number {
  return placed.filter(({ issue }) => issue.severity === 'error' && !copies.has(issue)).length;
}

async function readFeatures(
  named: NamedFile,
  role: 'coastline' | 'zones',
): Promise<Result<ReadFeatures, LoadError>> {
  const read = await readText(named);
  if (!read.ok) return read;
  const { text, sha256 } = read.value;
  const dataset = await readDataset(text, { file: named.name, dataset: named.name, role });
  if (!dataset.ok) return dataset;
  const { content, issues } = dataset.value;
  const placed = locateIssues(issues, named.name, new JsonPlaces(text));
  return ok({ content, sha256, placed, copies: exactCopies(issues, text) });
}

async function readRule(
  named: NamedFile,
): Promise<Result<{ readonly rule: AuditRule; readonly sha256: string }, LoadError>> {
  const read = await readText(named);
  if (!read.ok) return read;
  const rule = await parseAuditRule(read.value.text, named.name);
  return rule.ok ? ok({ rule: rule.value, sha256: read.value.sha256 }) : rule;
}
