import type { Bilingual } from '../../domain/bilingual.ts';
import {
  type ByShoreKey,
  type ChangeKind,
  type ChangeScope,
  type ClassMatrix,
  shoreKey,
  stretchLedger,
} from '../../domain/coast-change/change-ledger.ts';
import type { ChangeStretch } from '../../domain/coast-change/change-stretches.ts';
import type { CoastChange, ScopeChange } from '../../domain/coast-change/compare-coasts.ts';
import type { StretchSide } from '../../domain/coast-change/measured-shore.ts';
import type { RatioChange } from '../../domain/coast-change/ratio-change.ts';
import type { Position } from '../../domain/geometry.ts';
import {
  type AuditReport,
  type InputFile,
  type ReasonReport,
  type SummaryReport,
  summaryReport,
} from '../audit/audit-report.ts';

/** A part of a change as printed, with the metres that it adds to numerator and denominator. */
type PartReport = {
  readonly kind: ChangeKind;
  readonly ratio: number | null;
  readonly naturalM: number;
  readonly totalM: number;
  /** Metres at borders between classes that differ by less than the tolerance along the shore. */
  readonly borderM: number;
};

/** The change of a ratio as printed; `null` where one of the two has none. */
type RatioChangeReport = { readonly ratio: number | null; readonly parts: readonly PartReport[] };

/** What became of the coast of one scope, as printed: lengths in metres, areas in m². */
type ScopeReport = {
  readonly before: SummaryReport;
  readonly after: SummaryReport;
  readonly transitions: ClassMatrix;
  readonly lostM: number;
  readonly gainedM: number;
  readonly lostByClass: ByShoreKey;
  readonly gainedByClass: ByShoreKey;
  readonly replaced: ClassMatrix;
  readonly reclaimedM2: number;
  readonly erodedM2: number;
  readonly change: RatioChangeReport;
};

/** One side of a stretch as printed; chainages in metres from the start of the segment. */
type SideReport = {
  readonly segment: string;
  readonly class: string | null;
  readonly realm: string;
  readonly fromM: number;
  readonly toM: number;
  readonly lengthM: number;
  readonly zones: readonly string[];
  readonly line: readonly Position[];
};

/** A stretch behind the figures of the whole coast, as printed. */
export type StretchReport = {
  readonly kind: ChangeStretch['kind'];
  readonly before: SideReport | null;
  readonly after: SideReport | null;
  readonly displacementM: number | null;
  readonly apartM: number | null;
  readonly reclaimedM2: number;
  readonly erodedM2: number;
  /** What it adds to the parts of the change. */
  readonly parts: readonly Omit<PartReport, 'ratio'>[];
};

/** One of the two coasts: its files, and what speaks against its figures. */
type CoastReport = {
  readonly notice: Bilingual | null;
  readonly provisional: boolean;
  readonly provisionalReasons: readonly ReasonReport[];
  readonly data: readonly InputFile[];
};

/** The object that `compare --format json` prints. */
export type ChangeReport = ScopeReport & {
  readonly toleranceM: number;
  /** Metres that the two coasts draw in opposite directions; seaward is by the coast before. */
  readonly opposedM: number;
  readonly realm: AuditReport['realm'];
  readonly provisional: boolean;
  readonly sources: { readonly before: CoastReport; readonly after: CoastReport };
  readonly zones: readonly (ScopeReport & {
    readonly id: string;
    readonly name_zh: string;
    readonly name_en: string;
  })[];
  /** Both generalised to the detail of the coarser one; `null` where both have the same detail. */
  readonly equalDetail: {
    readonly toleranceM: number;
    readonly coarser: 'before' | 'after';
    readonly ratioBefore: number | null;
    readonly ratioAfter: number | null;
    readonly change: RatioChangeReport;
    readonly detailOnly: number | null;
  } | null;
  readonly rule: AuditReport['rule'];
  readonly method: AuditReport['method'] & { readonly comparison: string };
  readonly stretches: readonly StretchReport[];
};

/** The method of a comparison, as printed. */
const COMPARISON =
  'coast is matched within the tolerance, in order along both lines; parts of the change of N / T by the symmetric mid-point (ΔN − r ΔT) / T with the means r and T of both, in no order';

/**
 * Returns a comparison as plain JSON, at full precision.
 * @param audits the audits of both coasts, for their files and doubts
 */
export function changeReport(
  change: CoastChange,
  audits: { readonly before: AuditReport; readonly after: AuditReport },
  scope: ChangeScope,
): ChangeReport {
  const { overall, zones, equalDetail, stretches, toleranceM } = change;
  const { before, after } = audits;
  const zoneIds = zones.map(({ zone }) => zone.id);
  return {
    ...scopeReport(overall),
    ...{
      toleranceM,
      opposedM: change.opposedM,
      realm: after.realm,
      provisional: before.provisional || after.provisional,
    },
    sources: { before: coastReport(before), after: coastReport(after) },
    zones: zones.map(({ zone, ...figures }) => ({
      ...{ id: zone.id, name_zh: zone.name.zh, name_en: zone.name.en },
      ...scopeReport(figures),
    })),
    equalDetail:
      equalDetail === undefined
        ? null
        : {
            ...{ toleranceM: equalDetail.toleranceM, coarser: equalDetail.coarser },
            ratioBefore: equalDetail.before.ratio ?? null,
            ratioAfter: equalDetail.after.ratio ?? null,
            change: ratioReport(equalDetail.change),
            detailOnly: equalDetail.detailOnly ?? null,
          },
    rule: after.rule,
    method: { ...after.method, comparison: COMPARISON },
    stretches: stretches.flatMap((stretch) => stretchReport(stretch, scope, zoneIds)),
  };
}

function coastReport(report: AuditReport): CoastReport {
  const { notice, provisional, provisionalReasons, data } = report;
  return { notice, provisional, provisionalReasons, data };
}

function scopeReport({ before, after, change, ledger: _, ...figures }: ScopeChange): ScopeReport {
  return {
    before: summaryReport(before),
    after: summaryReport(after),
    ...figures,
    change: ratioReport(change),
  };
}

function ratioReport({ ratio, parts }: RatioChange): RatioChangeReport {
  return {
    ratio: ratio ?? null,
    parts: parts.map((part) => ({
      ...{ kind: part.kind, ratio: part.ratio ?? null },
      ...{ naturalM: part.numeratorM, totalM: part.totalM, borderM: part.borderM },
    })),
  };
}

function stretchReport(
  stretch: ChangeStretch,
  scope: ChangeScope,
  zoneIds: readonly string[],
): readonly StretchReport[] {
  const ledger = stretchLedger(stretch, scope);
  if (ledger === undefined) return [];
  const { kind, before, after, displacementM, apartM, reclaimedM2, erodedM2 } = stretch;
  return [
    {
      kind,
      before: sideReport(before, zoneIds),
      after: sideReport(after, zoneIds),
      displacementM: displacementM ?? null,
      apartM: apartM ?? null,
      ...{ reclaimedM2, erodedM2 },
      parts: ledger.entries.map((entry) => ({
        ...{ kind: entry.kind, naturalM: entry.numeratorM },
        ...{ totalM: entry.totalM, borderM: entry.borderM },
      })),
    },
  ];
}

function sideReport(side: StretchSide | undefined, zoneIds: readonly string[]): SideReport | null {
  if (side === undefined) return null;
  const { segmentId, realm, fromM, toM, lengthM, zones, line } = side;
  return {
    ...{ segment: segmentId, class: side.class === undefined ? null : shoreKey(side) },
    ...{ realm, fromM, toM, lengthM, zones: zones.flatMap((zone) => zoneIds[zone] ?? []), line },
  };
}
