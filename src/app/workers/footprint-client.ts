import type { Footprint, Site } from '../../domain/scenarios/scenario.ts';
import type { FootprintReply, FootprintRequest } from './footprint-worker.ts';
import FootprintWorker from './footprint-worker.ts?worker';
import type { TaskOptions } from './run-steps.ts';
import { workerFault } from './worker-fault.ts';

/** How long one footprint may take before its worker is killed, in milliseconds. */
const LIMIT_MS = 5000;

/** A site whose turn has yet to come, or is now. */
type Waiting = {
  readonly site: Site;
  readonly settle: (outcome: Footprint | Error) => void;
};

/**
 * Asks a worker of its own for footprints, one after another: buffering wild shapes can take minutes, and
 * nothing but terminating the worker stops it. This worker holds no measured coast that would be lost.
 */
export class FootprintClient {
  readonly #queue: Waiting[] = [];
  #current:
    | { readonly id: number; readonly waiting: Waiting; readonly stop: () => void }
    | undefined;
  #worker: Worker | undefined;
  #isDestroyed = false;
  #lastId = 0;

  /**
   * The footprint of a site.
   * @throws Error when the site is refused, with the reason; a DOMException named `TimeoutError` when it
   * took longer than 5 s and was killed; the signal's reason when it was stopped before its turn.
   */
  make(site: Site, { signal }: Pick<TaskOptions, 'signal'> = {}): Promise<Footprint> {
    if (this.#isDestroyed) return Promise.reject(terminated());
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        const place = this.#queue.indexOf(waiting);
        if (place < 0) return;
        this.#queue.splice(place, 1);
        reject(signal?.reason);
      };
      const waiting: Waiting = {
        site,
        settle: (outcome) => {
          signal?.removeEventListener('abort', leave);
          if (outcome instanceof Error) reject(outcome);
          else resolve(outcome);
        },
      };
      this.#queue.push(waiting);
      signal?.addEventListener('abort', leave);
      if (signal?.aborted === true) leave();
      this.#next();
    });
  }

  /** Terminates the worker; sites that wait, and those that are asked for later, fail. */
  destroy(): void {
    this.#isDestroyed = true;
    const reason = terminated();
    for (const { settle } of this.#queue.splice(0)) settle(reason);
    this.#kill(reason);
  }

  #next(): void {
    if (this.#current !== undefined) return;
    const waiting = this.#queue.shift();
    if (waiting === undefined) return;
    this.#lastId += 1;
    const id = this.#lastId;
    this.#worker ??= this.#start();
    const limit = setTimeout(() => this.#kill(tookTooLong(waiting.site)), LIMIT_MS);
    this.#current = { id, waiting, stop: () => clearTimeout(limit) };
    this.#worker.postMessage({ id, site: waiting.site } satisfies FootprintRequest);
  }

  /** The worker starts with the first site: a user who draws none never fetches it. */
  #start(): Worker {
    const worker = new FootprintWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<FootprintReply>) => {
      if (data.id !== this.#current?.id) return;
      this.#settle(data.kind === 'footprint' ? data.footprint : new Error(data.reason));
    });
    worker.addEventListener('error', (fault) => {
      if (worker === this.#worker) this.#kill(new Error(workerFault(fault)));
    });
    return worker;
  }

  #kill(reason: Error): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#settle(reason);
  }

  #settle(outcome: Footprint | Error): void {
    const current = this.#current;
    this.#current = undefined;
    current?.stop();
    current?.waiting.settle(outcome);
    this.#next();
  }
}

function terminated(): Error {
  return new Error('the worker was terminated');
}

function tookTooLong({ id }: Site): DOMException {
  return new DOMException(
    `the ground of site "${id}" took longer than ${LIMIT_MS / 1000} s and was stopped`,
    'TimeoutError',
  );
}
