import type { Geometry } from 'geojson';
import type { CoastAndZones, FeatureFinding } from '../../data/checks/border-issues.ts';
import type { CheckedInput } from '../../data/checks/check-audited.ts';
import type { FileToCheck } from '../../data/checks/check-files.ts';
import type { DatumQuestion } from '../../data/datum/datum-findings.ts';
import type { AreaQuestion } from '../../domain/audit/area-statistics.ts';
import type { Audit } from '../../domain/audit/audit.ts';
import {
  type AuditAnswer,
  type AuditQuestion,
  answerAudit,
  auditChoice,
} from '../../domain/audit/audit-question.ts';
import type { IslandAudit } from '../../domain/audit/islands.ts';
import { reclassified } from '../../domain/audit/reclassification.ts';
import {
  type CoastToMeasure as CoastAndUnion,
  type MeasuredCoast,
  measuringCoast,
} from '../../domain/coast/measured-coast.ts';
import type { ChangeAnswer, ChangeQuestion } from '../../domain/coast-change/change-question.ts';
import type { FindingsByProject } from '../../domain/conflicts/conflict.ts';
import type { ConflictQuestion } from '../../domain/conflicts/find-conflicts.ts';
import type { Measurement } from '../../domain/geodesy.ts';
import { measureDissolved, unionArea } from '../../domain/geometry/polygon-union.ts';
import type { Issue } from '../../domain/issue.ts';
import {
  inquire,
  type ShoreFinding,
  type ShoreInquiry,
} from '../../domain/map-tools/shore-inquiry.ts';
import type { Project } from '../../domain/project.ts';
import {
  relatingToShore,
  type ShoreQuestion,
  type ShoreRelations,
} from '../../domain/projects/shore-relation.ts';
import { reasonOf } from '../../domain/result.ts';
import type { ScenarioAnswer, ScenarioQuestion } from '../../domain/scenarios/scenario.ts';
import { ScenarioEngine } from '../../domain/scenarios/scenario-answer.ts';
import type { LedgerQuestion, YearLedger } from '../../domain/site-register/year-ledger.ts';
import type { Uncertainty } from '../../domain/uncertainty/uncertainty.ts';
import { portionsOf } from './portions.ts';
import { postAnswer } from './post-answer.ts';
import { runSteps, type TaskOptions } from './run-steps.ts';

/** A question of the audit, whose figures are to be judged. */
export type UncertaintyRequest = AuditQuestion & {
  /** Metres that could not be read of coast that is, or may be, of the chosen realm; as far as they are known. */
  readonly setAsideM: number;
};

/** Two coasts to compare. */
export type ChangeRequest = ChangeQuestion & {
  /** The file of the coast after, where it may hold a change log. */
  readonly afterText?: string;
};

/** A coast to be measured and kept: what the questions that follow are about. */
export type WorkerCoast = Omit<CoastAndUnion, 'unionArea'>;

/** A project as far as its place goes. */
export type PlacedProject = Pick<Project, 'id' | 'geometry'>;

/** What the page asks of the worker. */
export type AuditRequest =
  | { readonly kind: 'measure-coast'; readonly id: number; readonly coast: WorkerCoast }
  | { readonly kind: 'audit'; readonly id: number; readonly question: AuditQuestion }
  | { readonly kind: 'assess'; readonly id: number; readonly question: UncertaintyRequest }
  | { readonly kind: 'compare-coasts'; readonly id: number; readonly question: ChangeRequest }
  | { readonly kind: 'count-by-areas'; readonly id: number; readonly question: AreaQuestion }
  | { readonly kind: 'audit-islands'; readonly id: number; readonly question: AuditQuestion }
  | { readonly kind: 'measure'; readonly id: number; readonly geometry: Geometry }
  | { readonly kind: 'relate'; readonly id: number; readonly question: ShoreQuestion }
  | {
      readonly kind: 'know-projects';
      readonly id: number;
      readonly projects: readonly PlacedProject[];
    }
  | { readonly kind: 'try-scenario'; readonly id: number; readonly question: ScenarioQuestion }
  | { readonly kind: 'balance-years'; readonly id: number; readonly question: LedgerQuestion }
  | { readonly kind: 'inquire'; readonly id: number; readonly inquiry: ShoreInquiry }
  | { readonly kind: 'check-files'; readonly id: number; readonly files: readonly FileToCheck[] }
  | { readonly kind: 'compare-datum'; readonly id: number; readonly question: DatumQuestion }
  | { readonly kind: 'follow-borders'; readonly id: number; readonly coast: CoastAndZones }
  | { readonly kind: 'find-conflicts'; readonly id: number; readonly question: ConflictQuestion };

/** Takes back a request, by its id: it is answered `cancelled`, unless it is done already. */
export type AuditCancel = { readonly kind: 'cancel'; readonly id: number };

/** What the worker answers: to a request by its id. */
export type AuditReply =
  | { readonly kind: 'coast-measured'; readonly id: number }
  | { readonly kind: 'audit'; readonly id: number; readonly answer: AuditAnswer }
  | { readonly kind: 'assessed'; readonly id: number; readonly found: Uncertainty }
  | { readonly kind: 'coasts-compared'; readonly id: number; readonly answer: ChangeAnswer }
  | { readonly kind: 'counted-by-areas'; readonly id: number; readonly audit: Audit }
  | { readonly kind: 'islands-audited'; readonly id: number; readonly found: IslandAudit }
  | { readonly kind: 'measure'; readonly id: number; readonly measurement: Measurement }
  | { readonly kind: 'related'; readonly id: number; readonly relations: ShoreRelations }
  | { readonly kind: 'projects-known'; readonly id: number }
  | { readonly kind: 'scenario-tried'; readonly id: number; readonly answer: ScenarioAnswer }
  | { readonly kind: 'years-balanced'; readonly id: number; readonly ledger: YearLedger }
  | { readonly kind: 'inquired'; readonly id: number; readonly finding: ShoreFinding | undefined }
  | { readonly kind: 'conflicts'; readonly id: number; readonly matrix: FindingsByProject }
  /** After the issues. */
  | {
      readonly kind: 'files-checked';
      readonly id: number;
      readonly checked: readonly Omit<CheckedInput, 'issues'>[];
    }
  | { readonly kind: 'datum-compared'; readonly id: number; readonly issues: readonly Issue[] }
  | {
      readonly kind: 'borders-followed';
      readonly id: number;
      readonly findings: readonly FeatureFinding[];
    }
  | { readonly kind: 'cancelled'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };

/** How far a request is, from 0 to 1; its answer is yet to come. */
export type AuditProgress = {
  readonly kind: 'progress';
  readonly id: number;
  readonly share: number;
};

/** Issues of one of the files that are checked; the answer is yet to come. */
export type AuditIssues = {
  readonly kind: 'issues';
  readonly id: number;
  /** Zero-based, among the files of the request. */
  readonly fileIndex: number;
  readonly issues: readonly Issue[];
};

/** The worker's memory: the coast measured last, the projects told last, and what is made of both. */
let coast:
  | { readonly segments: WorkerCoast['segments']; readonly measured: MeasuredCoast }
  | undefined;
let projects: readonly PlacedProject[] = [];
let scenarioEngine: ScenarioEngine | undefined;

/** Requests are answered one after another, in the order in which they came. */
let last: Promise<void> = Promise.resolve();
/** What stops each request that has yet to be answered. */
const stops = new Map<number, AbortController>();

self.addEventListener('message', ({ data }: MessageEvent<AuditRequest | AuditCancel>) => {
  if (data.kind === 'cancel') {
    stops.get(data.id)?.abort();
    return;
  }
  const stop = new AbortController();
  stops.set(data.id, stop);
  last = last.then(async () => {
    postAnswer<AuditReply>(await reply(data, stop.signal), (reason) => ({
      ...{ kind: 'failed', id: data.id, reason },
    }));
    stops.delete(data.id);
  });
});

async function reply(request: AuditRequest, signal: AbortSignal): Promise<AuditReply> {
  const { id } = request;
  try {
    signal.throwIfAborted();
    switch (request.kind) {
      case 'measure-coast': {
        const onProgress = (share: number): void =>
          self.postMessage({ kind: 'progress', id, share } satisfies AuditProgress);
        const measuring = measuringCoast({ ...request.coast, unionArea });
        const measured = await runSteps(measuring, { onProgress, signal });
        coast = { segments: request.coast.segments, measured };
        scenarioEngine = undefined;
        return { kind: 'coast-measured', id };
      }
      case 'audit':
        if (coast === undefined) throw new Error('no coast has been measured');
        return {
          kind: 'audit',
          id,
          answer: answerAudit(coast.measured, coast.segments, request.question),
        };
      case 'assess':
        return { kind: 'assessed', id, found: await assess(request.question, signal) };
      case 'compare-coasts': {
        const onProgress = (share: number): void =>
          self.postMessage({ kind: 'progress', id, share } satisfies AuditProgress);
        const answer = await compareCoasts(request.question, { onProgress, signal });
        return { kind: 'coasts-compared', id, answer };
      }
      case 'count-by-areas': {
        const onProgress = (share: number): void =>
          self.postMessage({ kind: 'progress', id, share } satisfies AuditProgress);
        const audit = await countByAreas(request.question, { onProgress, signal });
        return { kind: 'counted-by-areas', id, audit };
      }
      case 'audit-islands':
        return { kind: 'islands-audited', id, found: await islands(request.question) };
      case 'measure':
        return { kind: 'measure', id, measurement: measureDissolved(request.geometry) };
      case 'relate': {
        const relations = await runSteps(relatingToShore(request.question), { signal });
        return { kind: 'related', id, relations };
      }
      case 'know-projects':
        projects = request.projects;
        scenarioEngine = undefined;
        return { kind: 'projects-known', id };
      case 'try-scenario':
        return { kind: 'scenario-tried', id, answer: engine().answer(request.question) };
      case 'balance-years': {
        const onProgress = (share: number): void =>
          self.postMessage({ kind: 'progress', id, share } satisfies AuditProgress);
        const ledger = await balanceYears(request.question, { onProgress, signal });
        return { kind: 'years-balanced', id, ledger };
      }
      case 'inquire': {
        const asked = engine();
        const finding =
          coast && inquire(request.inquiry, coast.measured, (question) => asked.answer(question));
        return { kind: 'inquired', id, finding };
      }
      case 'check-files': {
        const { checkFiles } = await import('../../data/checks/check-files.ts');
        const checked = checkFiles(request.files).map(({ issues: all, ...others }, fileIndex) => {
          for (const issues of portionsOf(all))
            self.postMessage({ kind: 'issues', id, fileIndex, issues } satisfies AuditIssues);
          return others;
        });
        return { kind: 'files-checked', id, checked };
      }
      case 'compare-datum': {
        const { datumIssuesOf } = await import('../../data/datum/datum-findings.ts');
        return { kind: 'datum-compared', id, issues: datumIssuesOf(request.question) };
      }
      case 'follow-borders': {
        const { borderFindings } = await import('../../data/checks/border-issues.ts');
        return { kind: 'borders-followed', id, findings: borderFindings(request.coast) };
      }
      case 'find-conflicts': {
        const { findingConflicts } = await import('../../domain/conflicts/find-conflicts.ts');
        const matrix = await runSteps(findingConflicts(request.question), { signal });
        return { kind: 'conflicts', id, matrix };
      }
    }
  } catch (cause) {
    if (signal.aborted) return { kind: 'cancelled', id };
    return { kind: 'failed', id, reason: reasonOf(cause) };
  }
}

/** How sure the figures are; its code is fetched with the first question. */
async function assess(
  { rule, choices, log, setAsideM }: UncertaintyRequest,
  signal: AbortSignal,
): Promise<Uncertainty> {
  const { assessingUncertainty } = await import('../../domain/uncertainty/assess-uncertainty.ts');
  if (coast === undefined) throw new Error('no coast has been measured');
  const choice = auditChoice(reclassified(coast.segments, log), rule, choices);
  return runSteps(assessingUncertainty(coast.measured, { choice, stated: rule, setAsideM }), {
    signal,
  });
}

/** What became of a coast; its code is fetched with the first question. */
async function compareCoasts(
  { afterText, ...question }: ChangeRequest,
  watch: TaskOptions,
): Promise<ChangeAnswer> {
  const [{ answeringChange }, { loggedStretches }, { parseExactly }] = await Promise.all([
    import('../../domain/coast-change/change-question.ts'),
    import('../../data/coast/change-log.ts'),
    import('../../data/text/json-ids.ts'),
  ]);
  const logged =
    afterText === undefined
      ? []
      : loggedStretches(parseExactly(afterText.replace(/^\uFEFF/, '')), question.after);
  const judged = [
    ...question.judged,
    ...logged.flatMap(({ segmentId, after }) => (after.class === undefined ? [] : segmentId)),
  ];
  return runSteps(answeringChange({ ...question, judged }), watch);
}

/** The coast by other areas than its zones; its code is fetched with the first question. */
async function countByAreas(question: AreaQuestion, watch: TaskOptions): Promise<Audit> {
  const { countingByAreas } = await import('../../domain/audit/area-statistics.ts');
  if (coast === undefined) throw new Error('no coast has been measured');
  return runSteps(countingByAreas(coast.segments, question), watch);
}

/** The islands of the measured coast; its code is fetched with the first question. */
async function islands({ rule, choices, log }: AuditQuestion): Promise<IslandAudit> {
  const { auditIslands } = await import('../../domain/audit/islands.ts');
  if (coast === undefined) throw new Error('no coast has been measured');
  const choice = auditChoice(reclassified(coast.segments, log), rule, choices);
  return auditIslands(coast.measured, choice);
}

/** Sites year by year; its code is fetched with the first question. */
async function balanceYears(question: LedgerQuestion, watch: TaskOptions): Promise<YearLedger> {
  const { balancingByYear } = await import('../../domain/site-register/year-ledger.ts');
  const asked = engine();
  return runSteps(
    balancingByYear(question, (scenario) => asked.effects(scenario)),
    watch,
  );
}

function engine(): ScenarioEngine {
  if (coast === undefined) throw new Error('no coast has been measured');
  scenarioEngine ??= new ScenarioEngine(coast.measured, coast.segments, projects);
  return scenarioEngine;
}
