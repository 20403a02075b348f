import type { Geometry } from 'geojson';
import type { CoastAndZones, FeatureFinding } from '../../data/checks/border-issues.ts';
import type { CheckedInput } from '../../data/checks/check-audited.ts';
import type { FileToCheck } from '../../data/checks/check-files.ts';
import type { DatumQuestion } from '../../data/datum/datum-findings.ts';
import type { AreaQuestion } from '../../domain/audit/area-statistics.ts';
import type { Audit } from '../../domain/audit/audit.ts';
import type { AuditAnswer, AuditQuestion } from '../../domain/audit/audit-question.ts';
import type { IslandAudit } from '../../domain/audit/islands.ts';
import type { ChangeAnswer } from '../../domain/coast-change/change-question.ts';
import type { FindingsByProject } from '../../domain/conflicts/conflict.ts';
import type { ConflictQuestion } from '../../domain/conflicts/find-conflicts.ts';
import type { Measurement } from '../../domain/geodesy.ts';
import type { Issue } from '../../domain/issue.ts';
import type { ShoreFinding, ShoreInquiry } from '../../domain/map-tools/shore-inquiry.ts';
import type { ShoreQuestion, ShoreRelations } from '../../domain/projects/shore-relation.ts';
import type { ScenarioAnswer, ScenarioQuestion } from '../../domain/scenarios/scenario.ts';
import type { LedgerQuestion, YearLedger } from '../../domain/site-register/year-ledger.ts';
import type { Uncertainty } from '../../domain/uncertainty/uncertainty.ts';
import type {
  AuditCancel,
  AuditIssues,
  AuditProgress,
  AuditReply,
  AuditRequest,
  ChangeRequest,
  PlacedProject,
  UncertaintyRequest,
  WorkerCoast,
} from './audit-worker.ts';
import AuditWorker from './audit-worker.ts?worker';
import type { TaskOptions } from './run-steps.ts';
import { lastingFault } from './worker-fault.ts';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** A request that has yet to be answered. */
type Waiting = TaskOptions & {
  readonly request: AuditRequest;
  readonly settle: (reply: AuditReply) => void;
  readonly onIssues?: ((told: AuditIssues) => void) | undefined;
  /** What came of the request until now is void: it is asked again. */
  readonly onAgain?: (() => void) | undefined;
};

/**
 * Asks the worker to measure, so that the page never waits for geodesy. A worker that breaks down is started anew once,
 * told coast and projects again and asked again what waits; where the new one breaks down before it has answered, all
 * that waits fails, and the next question starts another.
 */
export class AuditClient {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #isDestroyed = false;
  /** Whether the worker at hand took over what waited, and has yet to answer. */
  #isSecondTry = false;
  /** What a worker remembers, to be told to the next one. */
  #coast: WorkerCoast | undefined;
  #projects: readonly PlacedProject[] | undefined;
  #lastId = 0;

  /**
   * Measures a coast and keeps it; `ask` is about the coast measured last. When it is stopped, the coast
   * kept before stays.
   * @throws Error when the engine refuses its input, with the reason; the signal's reason when stopped.
   */
  async measureCoast(coast: WorkerCoast, watch: TaskOptions = {}): Promise<void> {
    const reply = await this.#ask({ kind: 'measure-coast', coast }, watch);
    if (reply.kind === 'cancelled') watch.signal?.throwIfAborted();
    if (reply.kind !== 'coast-measured') throw refusal(reply);
    this.#coast = coast;
  }

  /**
   * The audit of the coast measured last.
   * @throws Error when the engine refuses its input, with the reason.
   */
  async ask(question: AuditQuestion): Promise<AuditAnswer> {
    const reply = await this.#ask({ kind: 'audit', question });
    if (reply.kind === 'audit') return reply.answer;
    throw refusal(reply);
  }

  /**
   * How sure the figures are that `ask` gives for the same question.
   * @throws Error when the engine refuses its input, with the reason; the signal's reason when stopped.
   */
  async assess(question: UncertaintyRequest, watch: TaskOptions = {}): Promise<Uncertainty> {
    const reply = await this.#ask({ kind: 'assess', question }, watch);
    if (reply.kind === 'cancelled') watch.signal?.throwIfAborted();
    if (reply.kind !== 'assessed') throw refusal(reply);
    return reply.found;
  }

  /**
   * What became of a coast between two surveys; the coast kept for other questions stays.
   * @throws Error when the engine refuses its input, with the reason; the signal's reason when stopped.
   */
  async compareCoasts(question: ChangeRequest, watch: TaskOptions = {}): Promise<ChangeAnswer> {
    const reply = await this.#ask({ kind: 'compare-coasts', question }, watch);
    if (reply.kind === 'cancelled') watch.signal?.throwIfAborted();
    if (reply.kind !== 'coasts-compared') throw refusal(reply);
    return reply.answer;
  }

  /**
   * The audit of the coast measured last by other areas than its zones; the coast kept stays.
   * @throws Error when the engine refuses its input, with the reason; the signal's reason when stopped.
   */
  async countByAreas(question: AreaQuestion, watch: TaskOptions = {}): Promise<Audit> {
    const reply = await this.#ask({ kind: 'count-by-areas', question }, watch);
    if (reply.kind === 'cancelled') watch.signal?.throwIfAborted();
    if (reply.kind !== 'counted-by-areas') throw refusal(reply);
    return reply.audit;
  }

  /** The islands of the measured coast, and the audit of their shores. */
  async auditIslands(question: AuditQuestion, watch: TaskOptions = {}): Promise<IslandAudit> {
    const reply = await this.#ask({ kind: 'audit-islands', question }, watch);
    if (reply.kind === 'cancelled') watch.signal?.throwIfAborted();
    if (reply.kind !== 'islands-audited') throw refusal(reply);
    return reply.found;
  }

  /** Length and area of one geometry on both earth models. */
  async measure(geometry: Geometry): Promise<Measurement> {
    const reply = await this.#ask({ kind: 'measure', geometry });
    if (reply.kind === 'measure') return reply.measurement;
    throw refusal(reply);
  }

  /**
   * Where projects lie against a coast and its zones.
   * @throws Error when the engine refuses its input, with the reason; the signal's reason when stopped.
   */
  async relate(question: ShoreQuestion, watch: TaskOptions = {}): Promise<ShoreRelations> {
    const reply = await this.#ask({ kind: 'relate', question }, watch);
    if (reply.kind === 'cancelled') watch.signal?.throwIfAborted();
    if (reply.kind !== 'related') throw refusal(reply);
    return reply.relations;
  }

  /** Tells the projects that scenarios are near to, in place of those told before. */
  async knowProjects(projects: readonly PlacedProject[]): Promise<void> {
    const placed = projects.map(({ id, geometry }) => ({
      id,
      ...(geometry !== undefined && { geometry }),
    }));
    const reply = await this.#ask({ kind: 'know-projects', projects: placed });
    if (reply.kind !== 'projects-known') throw refusal(reply);
    this.#projects = placed;
  }

  /**
   * What a scenario does to the coast measured last, near to the projects told last.
   * @throws Error when the engine refuses its input, with the reason; the signal's reason when stopped
   * before its turn.
   */
  async tryScenario(question: ScenarioQuestion, watch: TaskOptions = {}): Promise<ScenarioAnswer> {
    const reply = await this.#ask({ kind: 'try-scenario', question }, watch);
    if (reply.kind === 'cancelled') watch.signal?.throwIfAborted();
    if (reply.kind !== 'scenario-tried') throw refusal(reply);
    return reply.answer;
  }

  /**
   * The ledger of sites by year, on the coast measured last.
   * @throws Error when the engine refuses its input, with the reason; the signal's reason when stopped.
   */
  async balanceYears(question: LedgerQuestion, watch: TaskOptions = {}): Promise<YearLedger> {
    const reply = await this.#ask({ kind: 'balance-years', question }, watch);
    if (reply.kind === 'cancelled') watch.signal?.throwIfAborted();
    if (reply.kind !== 'years-balanced') throw refusal(reply);
    return reply.ledger;
  }

  /**
   * The coast nearest to a place and what it counts for; undefined without any coast.
   * @throws Error when the engine refuses its input, with the reason.
   */
  async inquire(inquiry: ShoreInquiry): Promise<ShoreFinding | undefined> {
    const reply = await this.#ask({ kind: 'inquire', inquiry });
    if (reply.kind !== 'inquired') throw refusal(reply);
    return reply.finding;
  }

  /**
   * What each project is in conflict with; setbacks follow from it by `withSetbacks`.
   * @throws Error when the engine refuses its input, with the reason; the signal's reason when stopped.
   */
  async findConflicts(
    question: ConflictQuestion,
    watch: TaskOptions = {},
  ): Promise<FindingsByProject> {
    const reply = await this.#ask({ kind: 'find-conflicts', question }, watch);
    if (reply.kind === 'cancelled') watch.signal?.throwIfAborted();
    if (reply.kind !== 'conflicts') throw refusal(reply);
    return reply.matrix;
  }

  /**
   * What files hold that their readers cannot see, in order.
   * @throws Error when the worker fails, with the reason.
   */
  async checkFiles(files: readonly FileToCheck[]): Promise<readonly CheckedInput[]> {
    const found = files.map((): Issue[] => []);
    const onIssues = ({ fileIndex, issues }: AuditIssues): void => {
      found[fileIndex]?.push(...issues);
    };
    const onAgain = (): void => {
      for (const issues of found) issues.length = 0;
    };
    const reply = await this.#ask({ kind: 'check-files', files }, { onIssues, onAgain });
    if (reply.kind !== 'files-checked') throw refusal(reply);
    return reply.checked.map((checked, index) => ({ ...checked, issues: found[index] ?? [] }));
  }

  /**
   * What of a dataset looks like another datum than that of the others.
   * @throws Error when the worker fails, with the reason.
   */
  async compareDatum(question: DatumQuestion): Promise<readonly Issue[]> {
    const reply = await this.#ask({ kind: 'compare-datum', question });
    if (reply.kind !== 'datum-compared') throw refusal(reply);
    return reply.issues;
  }

  /**
   * What of a coast runs along a border of its zones without meeting it.
   * @throws Error when the worker fails, with the reason.
   */
  async followBorders(coast: CoastAndZones): Promise<readonly FeatureFinding[]> {
    const reply = await this.#ask({ kind: 'follow-borders', coast });
    if (reply.kind !== 'borders-followed') throw refusal(reply);
    return reply.findings;
  }

  /** Terminates the worker; what has not been answered, and what is asked later, fails. */
  destroy(): void {
    this.#isDestroyed = true;
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#failAll('the worker was terminated');
  }

  #failAll(reason: string): void {
    for (const [id, { settle }] of this.#waiting) settle({ kind: 'failed', id, reason });
  }

  #ask(
    asked: WithoutId<AuditRequest>,
    { signal, ...others }: TaskOptions & Partial<Pick<Waiting, 'onIssues' | 'onAgain'>> = {},
  ): Promise<AuditReply> {
    const id = this.#nextId();
    if (this.#isDestroyed)
      return Promise.resolve({ kind: 'failed', id, reason: 'the worker was terminated' });
    this.#worker ??= this.#start();
    const request: AuditRequest = { ...asked, id };
    const cancel = (): void =>
      this.#worker?.postMessage({ kind: 'cancel', id } satisfies AuditCancel);
    return new Promise((resolve) => {
      const settle = (reply: AuditReply): void => {
        signal?.removeEventListener('abort', cancel);
        this.#waiting.delete(id);
        resolve(reply);
      };
      this.#waiting.set(id, { request, settle, ...others, ...(signal && { signal }) });
      this.#worker?.postMessage(request);
      signal?.addEventListener('abort', cancel);
      if (signal?.aborted === true) cancel();
    });
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** The worker starts with the first question: a user who only looks at the map never fetches it. */
  #start(): Worker {
    const worker = new AuditWorker();
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<AuditReply | AuditProgress | AuditIssues>) => {
        const waiting = this.#waiting.get(data.id);
        if (data.kind === 'progress') waiting?.onProgress?.(data.share);
        else if (data.kind === 'issues') waiting?.onIssues?.(data);
        else if (waiting !== undefined) {
          this.#isSecondTry = false;
          waiting.settle(data);
        }
      },
    );
    const end = (fault: { readonly message?: string }): void => {
      if (worker === this.#worker) this.#replace(lastingFault(fault));
    };
    worker.addEventListener('error', end);
    worker.addEventListener('messageerror', () => end({ message: 'messageerror' }));
    if (this.#coast !== undefined)
      worker.postMessage({ kind: 'measure-coast', id: this.#nextId(), coast: this.#coast });
    if (this.#projects !== undefined)
      worker.postMessage({ kind: 'know-projects', id: this.#nextId(), projects: this.#projects });
    return worker;
  }

  /** A worker has broken down: another takes over what waits, or all of it fails. */
  #replace(reason: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const [id, { signal, settle }] of this.#waiting)
      if (signal?.aborted === true) settle({ kind: 'cancelled', id });
    if (this.#isSecondTry) this.#failAll(reason);
    this.#isSecondTry = this.#waiting.size > 0;
    if (!this.#isSecondTry) return;
    console.warn('measured anew:', reason);
    this.#worker = this.#start();
    for (const { request, onAgain } of this.#waiting.values()) {
      onAgain?.();
      this.#worker.postMessage(request);
    }
  }
}

function refusal(reply: AuditReply): Error {
  return new Error(reply.kind === 'failed' ? reply.reason : `unexpected reply: ${reply.kind}`);
}
