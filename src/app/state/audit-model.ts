import { computed, signal } from '@preact/signals';
import { definedOnly } from '../../data/record.ts';
import type { AuditRule } from '../../domain/audit/audit.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { AuditChoices } from '../../domain/audit/audit-settings.ts';
import type { Provenance } from '../../domain/audit/provenance.ts';
import type { RatioOfYear } from '../../domain/versions/ratio-series.ts';
import type { ReportedChange } from '../../ui/report/report-change.tsx';
import type { ReportImage } from '../../ui/report/report-map.tsx';
import type { ReportedStatistics } from '../../ui/report/report-statistics.tsx';
import type { ViewState } from '../address/url-state.ts';
import { readonly } from '../lifecycle/as-readonly.ts';

/** State of the audit of the coast. */
export type AuditState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly answer: AuditAnswer }
  | { readonly kind: 'failed'; readonly reason: string };

/** The key of the counting rule among the sources. */
export const RULE_SOURCE = 'audit';

/** A file behind the audit, as it was read: for hashes and for the bundle. */
export type SourceFile = { readonly file: string; readonly text: string };

/** The report on screen, before it is printed. */
export type OpenReport = {
  readonly provenance: Provenance;
  /** Day and instant, as ISO 8601. */
  readonly date: string;
  readonly printedAt: string;
  readonly picture: ReportImage | undefined;
  readonly change: ReportedChange | undefined;
  readonly statistics: readonly ReportedStatistics[];
  readonly series: readonly RatioOfYear[];
};

/** The audit of the coast: its answer, the rule, and the user's settings. */
export function createAuditModel({ audit: given = {} }: Pick<ViewState, 'audit'>) {
  const state = signal<AuditState>({ kind: 'waiting' });
  const rule = signal<AuditRule | undefined>(undefined);
  const choices = signal<AuditChoices>(given);
  const sources = signal<ReadonlyMap<string, SourceFile>>(new Map());
  const report = signal<OpenReport | undefined>(undefined);
  const isRequested = signal(false);
  return {
    ...readonly({ state, rule, choices, sources, report, isRequested }),
    urlState: computed<Pick<ViewState, 'audit'>>(() =>
      Object.keys(choices.value).length > 0 ? { audit: choices.value } : {},
    ),
    showState: (next: AuditState): void => {
      state.value = next;
    },
    /** Has the coast measured even though no panel shows its figures. */
    request: (): void => {
      isRequested.value = true;
    },
    addSource: (id: string, source: SourceFile): void => {
      sources.value = new Map(sources.value).set(id, source);
    },
    openReport: (next: OpenReport): void => {
      report.value = next;
    },
    closeReport: (): void => {
      report.value = undefined;
    },
    showRule: (loaded: AuditRule): void => {
      rule.value = loaded;
    },
    /** Sets how the coast is counted; `undefined` goes back to the data's rule. */
    choose: (
      next: {
        readonly [K in keyof AuditChoices]: AuditChoices[K] | undefined;
      },
    ): void => {
      choices.value = definedOnly({ ...choices.value, ...next });
    },
    resetChoices: (): void => {
      choices.value = {};
    },
    setFromUrl: ({ audit = {} }: Pick<ViewState, 'audit'>): void => {
      choices.value = audit;
    },
  };
}
