import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { AuditClient } from '../../../src/app/workers/audit-client.ts';
import type {
  AuditCancel,
  AuditReply,
  AuditRequest,
} from '../../../src/app/workers/audit-worker.ts';
import { equatorSegment, PLAIN_RULE } from '../../domain/build.ts';

/** A worker that answers nothing by itself, and what it has been asked. */
class SilentWorker extends EventTarget {
  readonly asked: (AuditRequest | AuditCancel)[] = [];
  isTerminated = false;
  constructor() {
    super();
    workers.push(this);
  }
  get kinds(): readonly string[] {
    return this.asked.map(({ kind }) => kind);
  }
  postMessage(request: AuditRequest | AuditCancel): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  answer(place: number, reply: (id: number) => AuditReply): void {
    const { id = Number.NaN } = this.asked[place] ?? {};
    this.dispatchEvent(new MessageEvent('message', { data: reply(id) }));
  }
  /** As a browser tells it: without a word where the worker's file did not arrive. */
  die(message?: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), message !== undefined && { message }));
  }
}

let workers: SilentWorker[] = [];
const worker = (place: number): SilentWorker => {
  const found = workers[place];
  if (found === undefined) throw new Error(`worker ${place} has not been started`);
  return found;
};

beforeAll(() => {
  vi.stubGlobal('Worker', SilentWorker);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  workers = [];
});
afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const COAST = { segments: [equatorSegment('a', 'sandy', [0, 1])], zones: [], tolerancesM: [] };
const POINT = { type: 'Point' as const, coordinates: [120, 36] };
const MEASUREMENT = { lengthM: 0, areaM2: 0 };
const measured = (id: number): AuditReply =>
  // Only passed on.
  ({ kind: 'measure', id, measurement: MEASUREMENT }) as unknown as AuditReply;

describe('a worker that breaks down', () => {
  test('is started anew, told coast and projects again, and asked again what waits', async () => {
    const client = new AuditClient();
    const coast = client.measureCoast(COAST);
    worker(0).answer(0, (id) => ({ kind: 'coast-measured', id }));
    await coast;
    const told = client.knowProjects([{ id: 'port', geometry: POINT }]);
    worker(0).answer(1, (id) => ({ kind: 'projects-known', id }));
    await told;
    const waiting = client.measure(POINT);
    worker(0).die('out of memory');
    expect(worker(0).isTerminated).toBe(true);
    expect(worker(1).kinds).toEqual(['measure-coast', 'know-projects', 'measure']);
    worker(1).answer(0, (id) => ({ kind: 'coast-measured', id }));
    worker(1).answer(2, measured);
    expect(await waiting).toEqual(MEASUREMENT);
  });

  test('twice in a row fails what waits, with one sentence; the next question starts another', async () => {
    const client = new AuditClient();
    const waiting = [client.measure(POINT), client.ask({ rule: PLAIN_RULE, choices: {}, log: [] })];
    worker(0).die('out of memory');
    worker(1).die('out of memory');
    for (const outcome of await Promise.allSettled(waiting))
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: { message: 'the background task stopped (out of memory). Load the page again' },
      });
    expect(workers).toHaveLength(2);
    const next = client.measure(POINT);
    worker(2).answer(0, measured);
    expect(await next).toEqual(MEASUREMENT);
  });

  test('while a question breaks each worker, the others are answered later', async () => {
    const client = new AuditClient();
    const first = client.measure(POINT);
    const poison = client.measure(POINT);
    worker(0).answer(0, measured);
    worker(0).die('stack overflow');
    // Only the one that waits is asked again.
    expect(worker(1).kinds).toEqual(['measure']);
    worker(1).die('stack overflow');
    expect(await first).toEqual(MEASUREMENT);
    await expect(poison).rejects.toThrow('stack overflow');
    const next = client.measure(POINT);
    worker(2).die('once more');
    worker(3).answer(0, measured);
    expect(await next).toEqual(MEASUREMENT);
  });

  test('whose file does not arrive says so in a sentence, not in nothing', async () => {
    const client = new AuditClient();
    const waiting = client.measure(POINT);
    worker(0).die();
    worker(1).die();
    await expect(waiting).rejects.toThrow('no connection to the server');
  });

  test('with nothing to do is replaced when there is something', async () => {
    const client = new AuditClient();
    const coast = client.measureCoast(COAST);
    worker(0).answer(0, (id) => ({ kind: 'coast-measured', id }));
    await coast;
    worker(0).die('the system was short of memory');
    expect(workers).toHaveLength(1);
    const waiting = client.measure(POINT);
    expect(worker(1).kinds).toEqual(['measure-coast', 'measure']);
    worker(1).answer(1, measured);
    expect(await waiting).toEqual(MEASUREMENT);
  });

  test('is not asked again what was taken back', async () => {
    const client = new AuditClient();
    const stop = new AbortController();
    const waiting = client.relate(
      { projects: [], coast: [], zones: [] } as unknown as Parameters<AuditClient['relate']>[0],
      { signal: stop.signal },
    );
    stop.abort(new Error('not wanted'));
    worker(0).die('out of memory');
    await expect(waiting).rejects.toThrow('not wanted');
    expect(workers).toHaveLength(1);
  });

  test('in the middle of a check of files tells no issue twice', async () => {
    const client = new AuditClient();
    const issue = { code: 'x' } as unknown as Parameters<typeof issues>[1];
    const checking = client.checkFiles([
      { file: 'coast.geojson', text: '{}' } as unknown as Parameters<
        AuditClient['checkFiles']
      >[0][0],
    ]);
    issues(worker(0), issue);
    worker(0).die('out of memory');
    issues(worker(1), issue);
    worker(1).answer(
      0,
      (id) => ({ kind: 'files-checked', id, checked: [{}] }) as unknown as AuditReply,
    );
    expect((await checking)[0]?.issues).toHaveLength(1);
  });
});

function issues(from: SilentWorker, issue: { readonly code: string }): void {
  const { id = Number.NaN } = from.asked[0] ?? {};
  const data = { kind: 'issues', id, fileIndex: 0, issues: [issue] };
  from.dispatchEvent(new MessageEvent('message', { data }));
}
