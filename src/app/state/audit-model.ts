import { signal } from '@preact/signals';
import type { AuditRule } from '../../domain/audit/audit.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { AuditChoices } from '../../domain/audit/audit-settings.ts';
import type { DataVersion } from '../../ui/audit/audit-sentence.ts';
import type { ReportImage } from '../../ui/report/report-map.tsx';
import { readonly } from './as-readonly.ts';

/** Where the audit of the coast stands. */
export type AuditState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly answer: AuditAnswer }
  | { readonly kind: 'failed'; readonly reason: string };

/** A file behind the audit, as it was read: for hashes and for the bundle. */
export type SourceFile = { readonly file: string; readonly text: string };

/** The report a person is looking at before printing it. */
export type OpenReport = {
  readonly versions: readonly DataVersion[];
  /** Day, as ISO 8601. */
  readonly date: string;
  readonly picture: ReportImage | undefined;
};

/** The audit's part of the model: the answer, and how the coast is counted. */
export function createAuditModel(choices: AuditChoices) {
  const auditState = signal<AuditState>({ kind: 'waiting' });
  const rule = signal<AuditRule | undefined>(undefined);
  const auditChoices = signal(choices);
  const sources = signal<ReadonlyMap<string, SourceFile>>(new Map());
  const report = signal<OpenReport | undefined>(undefined);
  const isAuditRequested = signal(false);
  const actions = {
    showAudit: (state: AuditState): void => {
      auditState.value = state;
    },
    /** Has the coast measured, though no panel shows its figures. */
    requestAudit: (): void => {
      isAuditRequested.value = true;
    },
    keepSource: (id: string, source: SourceFile): void => {
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
    chooseAudit: (
      choices: { readonly [K in keyof AuditChoices]: AuditChoices[K] | undefined },
    ): void => {
      auditChoices.value = definedOnly({ ...auditChoices.value, ...choices });
    },
    resetAuditChoices: (): void => {
      auditChoices.value = {};
    },
    /** Takes the choices of an address that the person typed or went back to. */
    setChoicesFromUrl: (next: AuditChoices): void => {
      auditChoices.value = next;
    },
  };
  return {
    ...readonly({ auditState, rule, auditChoices, sources, report, isAuditRequested }),
    ...actions,
  };
}

function definedOnly(
  choices: { readonly [K in keyof AuditChoices]: AuditChoices[K] | undefined },
): AuditChoices {
  const { realm, numerator, estuary, target, toleranceM } = choices;
  return {
    ...(realm !== undefined && { realm }),
    ...(numerator !== undefined && { numerator }),
    ...(estuary !== undefined && { estuary }),
    ...(target !== undefined && { target }),
    ...(toleranceM !== undefined && { toleranceM }),
  };
}
