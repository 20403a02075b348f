import type { Language } from '../../domain/bilingual.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { RuleAlternative } from '../../domain/uncertainty/rule-alternatives.ts';
import type { ScaledCoast } from '../../domain/uncertainty/rulers.ts';
import type { RatioUncertainty, Uncertainty } from '../../domain/uncertainty/uncertainty.ts';
import { uncertaintySentences } from '../../domain/uncertainty/uncertainty-sentences.ts';
import type { AuditReport } from '../audit/audit-report.ts';

/** The three doubts about one ratio, as printed: shares from 0 to 1, `null` where there is no value. */
type RatioUncertaintyReport = {
  /** Ends of the 90 % interval, and the standard uncertainties behind it. */
  readonly measurement: {
    readonly low: number | null;
    readonly high: number | null;
    readonly standardUncertainty: number | null;
    readonly earthModel: number | null;
    readonly detail: number | null;
    /** `null` also where nobody states how exact the positions are. */
    readonly position: number | null;
  };
  readonly classification: {
    readonly median: number | null;
    readonly mean: number | null;
    readonly standardDeviation: number | null;
    readonly low: number | null;
    readonly high: number | null;
    /** That of keeping the target. */
    readonly chance: number | null;
  };
  readonly rule: readonly {
    readonly choice: string;
    readonly ratio: number | null;
    readonly chance: number | null;
    readonly inForce: boolean;
  }[];
  readonly verdict: RatioUncertainty['verdict'];
  readonly outerBound: { readonly low: number | null; readonly high: number | null };
};

/** What holds for all ratios of an audit, as printed. */
type UncertaintyReport = Pick<
  Uncertainty,
  'draws' | 'setAsideM' | 'detail' | 'meanEdgeM' | 'sampling'
> & {
  readonly errorRate: Uncertainty['errors']['rates'];
  readonly correlation: number;
  readonly sampled: boolean;
  readonly position: Uncertainty['position'] | null;
  readonly decides: Uncertainty['decides'] | null;
  readonly sentences: readonly string[];
  readonly rules: readonly {
    readonly choice: string;
    readonly title: string;
    readonly source: string;
  }[];
  readonly rulers: readonly ScaledCoast[];
  readonly survey: {
    readonly widthBefore: number;
    readonly widthAfter: number;
    readonly stretches: readonly (Uncertainty['survey']['stretches'][number] & {
      readonly name_zh: string;
      readonly name_en: string;
    })[];
  };
};

/** An audit with the uncertainty of each summary beside its band, and what holds for all of them. */
export type ReportWithUncertainty = AuditReport & {
  readonly overall: AuditReport['overall'] & { readonly uncertainty: RatioUncertaintyReport };
  readonly zones: readonly (AuditReport['zones'][number] & {
    readonly uncertainty?: RatioUncertaintyReport;
  })[];
  readonly uncertainty: UncertaintyReport;
};

/** Adds to a report how sure its figures are; what it holds already stays as it is. */
export function withUncertainty(
  report: AuditReport,
  found: Uncertainty,
  {
    segments,
    language,
  }: { readonly segments: readonly CoastlineSegment[]; readonly language: Language },
): ReportWithUncertainty {
  const byZone = new Map(found.zones.map((zone) => [zone.id, zone]));
  const names = new Map(segments.map(({ id, name }) => [id, name]));
  const { errors, position, decides, overall, survey, draws, setAsideM, detail, meanEdgeM } = found;
  return {
    ...report,
    overall: { ...report.overall, uncertainty: ratioReport(overall) },
    zones: report.zones.map((zone) => {
      const ofZone = byZone.get(zone.id);
      return ofZone === undefined ? zone : { ...zone, uncertainty: ratioReport(ofZone) };
    }),
    uncertainty: {
      errorRate: errors.rates,
      correlation: errors.correlation,
      sampled: errors.isSampled,
      position: position ?? null,
      ...{ draws, setAsideM },
      decides: decides ?? null,
      sentences: uncertaintySentences(found).map((words) => words[language]),
      rules: overall.rules.map((rule) => ({
        choice: choiceOf(rule),
        title: rule.title[language],
        source: rule.source[language],
      })),
      ...{ detail, rulers: found.rulers, meanEdgeM },
      survey: {
        ...survey,
        stretches: survey.stretches.map((stretch) => ({
          ...stretch,
          name_zh: names.get(stretch.segmentId)?.zh ?? '',
          name_en: names.get(stretch.segmentId)?.en ?? '',
        })),
      },
      sampling: found.sampling,
    },
  };
}

function ratioReport(found: RatioUncertainty): RatioUncertaintyReport {
  const { measurement, classification, rules, verdict, outerBound } = found;
  return {
    measurement: {
      low: measurement?.low ?? null,
      high: measurement?.high ?? null,
      standardUncertainty: measurement?.standardUncertainty ?? null,
      earthModel: measurement?.earthModel ?? null,
      detail: measurement?.detail ?? null,
      position: measurement?.position ?? null,
    },
    classification: {
      median: classification?.median ?? null,
      mean: classification?.mean ?? null,
      standardDeviation: classification?.standardDeviation ?? null,
      low: classification?.low ?? null,
      high: classification?.high ?? null,
      chance: classification?.chance ?? null,
    },
    rule: rules.map((rule) => ({
      choice: choiceOf(rule),
      ratio: rule.ratio ?? null,
      chance: rule.chance ?? null,
      inForce: rule.isInForce,
    })),
    verdict,
    outerBound: { low: outerBound?.low ?? null, high: outerBound?.high ?? null },
  };
}

/** A stable name of an alternative, such as `soa-2017-without-restored`. */
function choiceOf({ name, withRestored }: RuleAlternative): string {
  return `${name}-${withRestored ? 'with' : 'without'}-restored`;
}
