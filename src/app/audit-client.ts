import type { Geometry } from 'geojson';
import type { Audit, AuditRule } from '../domain/audit.ts';
import type { CoastlineSegment, RealmChoice } from '../domain/coastline.ts';
import type { Measurement } from '../domain/geodesy.ts';
import type { Zone } from '../domain/zone.ts';
import type { AuditReply, AuditRequest } from './audit-worker.ts';
import AuditWorker from './audit-worker.ts?worker';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** Asks the worker to measure, so that the page never waits for geodesy. */
export class AuditClient {
  readonly #worker = new AuditWorker();
  readonly #waiting = new Map<number, (reply: AuditReply) => void>();
  #lastId = 0;

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<AuditReply>) => {
      this.#waiting.get(data.id)?.(data);
      this.#waiting.delete(data.id);
    });
    this.#worker.addEventListener('error', ({ message }) => {
      for (const [id, settle] of this.#waiting) settle({ kind: 'failed', id, reason: message });
      this.#waiting.clear();
    });
  }

  /**
   * The audit of each coast asked for, in that order.
   * @throws Error when the engine refuses its input, with the reason.
   */
  async audit(input: {
    readonly segments: readonly CoastlineSegment[];
    readonly zones: readonly Zone[];
    readonly rule: AuditRule;
    readonly realms: readonly RealmChoice[];
  }): Promise<readonly Audit[]> {
    const reply = await this.#ask({ kind: 'audit', ...input });
    if (reply.kind === 'audit') return reply.audits;
    throw new Error(reply.kind === 'failed' ? reply.reason : `unexpected reply: ${reply.kind}`);
  }

  /** Length and area of one geometry on both earth models. */
  async measure(geometry: Geometry): Promise<Measurement> {
    const reply = await this.#ask({ kind: 'measure', geometry });
    if (reply.kind === 'measure') return reply.measurement;
    throw new Error(reply.kind === 'failed' ? reply.reason : `unexpected reply: ${reply.kind}`);
  }

  #ask(request: WithoutId<AuditRequest>): Promise<AuditReply> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker.postMessage({ ...request, id });
    });
  }
}
