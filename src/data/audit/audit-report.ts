import { assumedNotes } from '../../domain/audit/assumed-notes.ts';
import type {
  Audit,
  AuditRule,
  CoastSummary,
  Coverage,
  CoverageFault,
} from '../../domain/audit/audit.ts';
import { gradeDifferences } from '../../domain/audit/grade-differences.ts';
import type { CoastJudgement, JudgedStretch, Provenance } from '../../domain/audit/provenance.ts';
import { coverageReasons, type ProvisionalReason } from '../../domain/audit/provisional-reason.ts';
import type { Bilingual, Language } from '../../domain/bilingual.ts';
import type { CoastStatus, SurveyStatement } from '../../domain/coast-status.ts';
import type { CoastlineSegment, ProtectionGrade, RealmChoice } from '../../domain/coastline.ts';
import type { Position } from '../../domain/geometry.ts';
import { statedInWords, statementsOf } from '../../domain/stated-in-words.ts';
import type { Zone } from '../../domain/zone.ts';

/** The notice for every figure of a coastline that does not declare itself surveyed. */
export const ILLUSTRATION: Bilingual = {
  zh: '示意数据：岸线类型据地图判读，未经实测，保有率不得作为管理依据。',
  en: 'Illustration: the coastline classes were judged from maps, not surveyed; do not take the ratio as a finding.',
};

/** The method of every figure, as printed. */
const METHOD = {
  ellipsoid: 'CGCS2000, a = 6378137 m, 1/f = 298.257222101; geodesics after Karney (2013)',
  turf: 'sphere of 6371008.8 m, haversine (Turf)',
  clipping:
    'segments cut at zone boundaries along straight lines in longitude and latitude, each piece in the zone that holds its midpoint; coast on a boundary belongs to the zone',
} as const;

/** One input file as read: the hash of its bytes identifies the version of the data. */
export type InputFile = {
  readonly role: 'coastline' | 'zones' | 'rule';
  readonly file: string;
  readonly sha256: string;
  /** True for a file that the app made of the user's changes and counted in place of the read one. */
  readonly made?: true;
};

/** A zone as far as a report needs it; an island takes its place. */
type CountedArea = Pick<Zone, 'id' | 'name'> & Partial<Pick<Zone, 'grade' | 'isTargetUnreadable'>>;

/** The inputs of a report. */
export type ReportSource = {
  readonly audit: Audit;
  readonly segments: readonly CoastlineSegment[];
  /** What the coast is counted by, in the order of the audit: zones, or what takes their place. */
  readonly zones: readonly CountedArea[];
  readonly coastStatus: CoastStatus;
  readonly files: readonly InputFile[];
  /** The number of unusable features, which are not in the figures. */
  readonly setAside: number;
  /** Reasons besides the proof of coverage that make the figures provisional. */
  readonly reasons?: readonly ProvisionalReason[];
  /** The settings that differ from the rule, and the stretches judged otherwise than in the data. */
  readonly provenance: Pick<Provenance, 'settings' | 'judged'>;
  /** The language of the reasons; the default is English. */
  readonly language?: Language;
};

/** One summary as printed: `null` when there is no value. */
export type SummaryReport = Pick<
  CoastSummary,
  | 'totalM'
  | 'naturalM'
  | 'restoredM'
  | 'byClass'
  | 'byUse'
  | 'unclassifiedM'
  | 'target'
  | 'verdict'
  | 'bandParts'
> & {
  readonly ratio: number | null;
  readonly ratioNative: number | null;
  readonly headroomM: number | null;
  readonly band: { readonly low: number | null; readonly high: number | null };
  readonly areaM2: number | null;
  readonly turf: Pick<CoastSummary, 'totalM' | 'naturalM' | 'restoredM'> & {
    readonly ratio: number | null;
    readonly areaM2: number | null;
  };
};

/** A zone as printed, with the stretches of coast behind its figures. */
export type ZoneReport = SummaryReport & {
  readonly id: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly grade?: ProtectionGrade;
  /** True when the zone has a target that cannot be read; `target` is then the overall target. */
  readonly targetUnreadable?: true;
  /** Whether `target`, and what follows from it, is the zone's own or lent by the whole coast. */
  readonly hasOwnTarget: boolean;
  readonly evidence: readonly EvidenceReport[];
};

/** A stretch of one segment inside a zone. */
type EvidenceReport = {
  readonly segment: string;
  readonly class: string | null;
  readonly use: string | null;
  readonly realm: string | null;
  readonly confidence: string | null;
  readonly lengthM: number;
  readonly from: Position | null;
  readonly to: Position | null;
  readonly class_source: string | null;
  readonly position_source: string | null;
};

/** The proof of coverage as printed; each fault gives both ends of its stretch. */
type CoverageReport = Omit<Coverage, 'faults'> & {
  readonly setAsideFeatures: number;
  readonly faults: readonly {
    readonly kind: CoverageFault['kind'];
    readonly lengthM: number;
    readonly segments: readonly string[];
    readonly zones: readonly string[];
    readonly from: Position | null;
    readonly to: Position | null;
    /** For a duplicate drawn beside the first line: how many metres the two are apart at most. */
    readonly apartM?: number;
  }[];
};

/** A stretch whose own protection grade is not that of its zone, as printed; the zone's grade decides. */
export type GradeDifferenceReport = {
  readonly segment: string;
  readonly zone: string;
  readonly segmentGrade: ProtectionGrade;
  readonly zoneGrade: ProtectionGrade;
  readonly lengthM: number;
  readonly from: Position | null;
  readonly to: Position | null;
};

/** A stretch that is judged otherwise than in the data; `before` is `null` where that is not known. */
type ChangeReport = {
  readonly segment: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly before: JudgementReport | null;
  readonly after: JudgementReport;
};

type JudgementReport = {
  readonly class: string | null;
  readonly use: string | null;
  readonly confidence: string;
};

/**
 * A reason why the figures are provisional, in one language, with its place; null when it is not a place in
 * a file.
 */
export type ReasonReport = {
  readonly code: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
};

/** The object that `audit --format json` prints. */
export type AuditReport = {
  readonly target: number;
  readonly realm: RealmChoice;
  /** False only when every metre of coast is counted once and classified and no file leaves a doubt. */
  readonly provisional: boolean;
  readonly provisionalReasons: readonly ReasonReport[];
  readonly surveyed: boolean;
  readonly notice: Bilingual | null;
  /** What the importer states of a survey; empty where nobody does. */
  readonly statements: readonly SurveyStatement[];
  readonly overall: SummaryReport;
  readonly zones: readonly ZoneReport[];
  readonly coverage: CoverageReport;
  /** The longest first. They make no figure provisional: a grade is in no ratio. */
  readonly gradeDifferences: readonly GradeDifferenceReport[];
  readonly rule: Omit<AuditRule, 'target'>;
  /** The settings that differ from the rule, in words. */
  readonly settings: readonly string[];
  /** What the rule leaves open and how it was counted, in words. */
  readonly assumed: readonly string[];
  readonly changes: readonly ChangeReport[];
  readonly method: typeof METHOD;
  readonly data: readonly InputFile[];
};

/** What goes with the figures: where the classes come from, then what the rule says of an illustration. */
function noticeOf(status: CoastStatus): Bilingual | null {
  if (status.kind !== 'illustration') return statedInWords(status) ?? null;
  const { notice } = status;
  if (notice === undefined) return ILLUSTRATION;
  return { zh: `${ILLUSTRATION.zh}${notice.zh}`, en: `${ILLUSTRATION.en} ${notice.en}` };
}

/** Returns the audit as plain JSON, with lengths in metres and areas in m² at full precision. */
export function auditReport(source: ReportSource): AuditReport {
  const { audit, segments, zones, coastStatus, files, setAside, language = 'en' } = source;
  const reasons = [...coverageReasons(audit.coverage), ...(source.reasons ?? [])];
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const { gapM, overlapM, duplicateM, unclassifiedM, outsideM, residualM, isComplete, faults } =
    audit.coverage;
  return {
    target: audit.rule.target,
    realm: audit.realm,
    provisional: reasons.length > 0 || setAside > 0,
    provisionalReasons: reasons.map((reason) => reasonReport(reason, language)),
    surveyed: coastStatus.kind !== 'illustration',
    notice: noticeOf(coastStatus),
    statements: statementsOf(coastStatus),
    overall: summaryReport(audit.overall),
    zones: audit.zones.map((summary, index) => zoneReport(summary, zones[index], byId)),
    coverage: {
      isComplete,
      gapM,
      overlapM,
      duplicateM,
      unclassifiedM,
      outsideM,
      residualM,
      setAsideFeatures: setAside,
      faults: faults.map(({ kind, lengthM, segmentIds, zoneIds, line, apartM }) => ({
        kind,
        lengthM,
        segments: segmentIds,
        zones: zoneIds,
        from: line[0] ?? null,
        to: line.at(-1) ?? null,
        ...(apartM !== undefined && { apartM }),
      })),
    },
    gradeDifferences: gradeDifferences(audit.zones, zones, segments).map(
      ({ segmentId, zoneId, line, ...difference }) => ({
        segment: segmentId,
        zone: zoneId,
        ...difference,
        from: line[0] ?? null,
        to: line.at(-1) ?? null,
      }),
    ),
    rule: { counting: audit.rule.counting, sensitivity: audit.rule.sensitivity },
    settings: source.provenance.settings.map((words) => words[language]),
    assumed: assumedNotes(audit).map((words) => words[language]),
    changes: source.provenance.judged.map(changeReport),
    method: METHOD,
    data: files,
  };
}

function reasonReport(
  { code, message, file, line, column }: ProvisionalReason,
  language: Language,
): ReasonReport {
  return {
    code,
    message: message[language],
    file: file ?? null,
    line: line ?? null,
    column: column ?? null,
  };
}

function changeReport({ segmentId, name, before, after }: JudgedStretch): ChangeReport {
  const judgement = ({ class: shoreClass, use, confidence }: CoastJudgement): JudgementReport => ({
    class: shoreClass ?? null,
    use: use ?? null,
    confidence,
  });
  return {
    segment: segmentId,
    name_zh: name.zh,
    name_en: name.en,
    before: before === undefined ? null : judgement(before),
    after: judgement(after),
  };
}

function zoneReport(
  summary: Audit['zones'][number],
  zone: CountedArea | undefined,
  segments: ReadonlyMap<string, CoastlineSegment>,
): ZoneReport {
  return {
    id: summary.id,
    name_zh: zone?.name.zh ?? summary.id,
    name_en: zone?.name.en ?? summary.id,
    ...(zone?.grade !== undefined && { grade: zone.grade }),
    ...(zone?.isTargetUnreadable === true && { targetUnreadable: true }),
    ...summaryReport(summary),
    hasOwnTarget: summary.hasOwnTarget,
    evidence: summary.pieces.map(({ segmentId, lengthM, line }) => {
      const segment = segments.get(segmentId);
      return {
        segment: segmentId,
        class: segment?.class ?? null,
        use: segment?.use ?? null,
        realm: segment?.realm ?? null,
        confidence: segment?.confidence ?? null,
        lengthM,
        from: line[0] ?? null,
        to: line.at(-1) ?? null,
        class_source: segment?.classSource ?? null,
        position_source: segment?.positionSource ?? null,
      };
    }),
  };
}

/** A summary as printed. */
export function summaryReport(summary: CoastSummary): SummaryReport {
  const { band, turf } = summary;
  return {
    totalM: summary.totalM,
    naturalM: summary.naturalM,
    restoredM: summary.restoredM,
    byClass: summary.byClass,
    byUse: summary.byUse,
    unclassifiedM: summary.unclassifiedM,
    ratio: summary.ratio ?? null,
    ratioNative: summary.ratioNative ?? null,
    target: summary.target,
    headroomM: summary.headroomM ?? null,
    verdict: summary.verdict,
    band: { low: band?.low ?? null, high: band?.high ?? null },
    bandParts: summary.bandParts,
    areaM2: summary.areaM2 ?? null,
    turf: {
      totalM: turf.totalM,
      naturalM: turf.naturalM,
      restoredM: turf.restoredM,
      ratio: turf.ratio ?? null,
      areaM2: turf.areaM2 ?? null,
    },
  };
}
