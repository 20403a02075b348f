import type { Geometry } from 'geojson';
import type { WriteOptions } from 'hucre';
import type { DataArchive } from '../../data/export/export-files.ts';
import type { ProjectToWrite } from '../../data/project-file/write-project.ts';
import type {
  ZoneStatistics,
  ZoneStatisticsQuestion,
} from '../../domain/projects/zone-statistics.ts';
import type { ComparedStates } from '../../domain/versions/compare-versions.ts';
import type { VersionChange } from '../../domain/versions/version-change.ts';
import type { WorkState } from '../../domain/views/work-state.ts';
import type { DataOrder, ExportReply, ExportRequest, MeasuredSite } from './export-worker.ts';
import ExportWorker from './export-worker.ts?worker';
import type { TaskOptions } from './run-steps.ts';
import { eachState, textPieces, textTaker } from './work-texts.ts';
import { workerFault } from './worker-fault.ts';

/**
 * Measures sites, apart from the page.
 * @throws Error when a site cannot be measured, with the reason; the signal's reason when stopped.
 */
export async function measureSites(
  sites: readonly Geometry[],
  watch: TaskOptions,
): Promise<readonly MeasuredSite[]> {
  const reply = await ask({ kind: 'measure', sites }, watch);
  if (reply.kind === 'measured') return reply.sites;
  throw refusal(reply);
}

/**
 * Counts projects by zone and status, apart from the page. Of a project only id, status and shape are sent.
 * @throws Error when they cannot be counted, with the reason; the signal's reason when stopped.
 */
export async function countByZone(
  { projects, zones }: ZoneStatisticsQuestion,
  watch: TaskOptions,
): Promise<ZoneStatistics> {
  const sites = projects.map(({ id, status, geometry }) => ({
    ...{ id, status },
    ...(geometry && { geometry }),
  }));
  const reply = await ask({ kind: 'count', question: { projects: sites, zones } }, watch);
  if (reply.kind === 'counted') return reply.statistics;
  throw refusal(reply);
}

/**
 * The bytes of an Excel workbook, written apart from the page.
 * @throws Error when it cannot be written, with the reason; the signal's reason when stopped.
 */
export async function writeWorkbook(
  workbook: WriteOptions,
  watch: TaskOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const reply = await ask({ kind: 'write', workbook }, watch);
  if (reply.kind === 'written') return reply.bytes;
  throw refusal(reply);
}

/**
 * Data of plan and work as an archive, measured and written apart from the page.
 * @throws Error when they cannot be written, with the reason; the signal's reason when stopped.
 */
export async function writeData(order: DataOrder, watch: TaskOptions): Promise<DataArchive> {
  const reply = await ask({ kind: 'data', order }, watch);
  if (reply.kind === 'archived') return reply.archive;
  throw refusal(reply);
}

/**
 * The bytes of a project file, hashed, packed and written apart from the page.
 * @throws Error when it cannot be written, with the reason; the signal's reason when stopped.
 */
export async function writeProjectFile(
  project: ProjectToWrite,
  watch: TaskOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { take, texts } = textTaker();
  const lean = { ...project, work: eachState(project.work, take) };
  const reply = await ask({ kind: 'project', project: lean }, watch, texts);
  if (reply.kind === 'written') return reply.bytes;
  throw refusal(reply);
}

/**
 * What differs between two states of the work, compared apart from the page.
 * @throws Error when they cannot be compared, with the reason; the signal's reason when stopped.
 */
export async function compareStates(
  states: ComparedStates,
  watch: TaskOptions,
): Promise<readonly VersionChange[]> {
  const { take, texts } = textTaker();
  const { before, after } = withoutCommonTexts(states);
  const lean = { before: take(before), after: take(after) };
  const reply = await ask({ kind: 'compare', states: lean }, watch, texts);
  if (reply.kind === 'compared') return reply.changes;
  throw refusal(reply);
}

/** Texts that both states have differ in nothing: they are not sent. */
function withoutCommonTexts({ before, after }: ComparedStates): ComparedStates {
  const lean = (state: WorkState, other: WorkState): WorkState => ({
    ...state,
    datasets: state.datasets.map((dataset) =>
      other.datasets.some(({ id, text }) => id === dataset.id && text === dataset.text)
        ? { ...dataset, text: '' }
        : dataset,
    ),
  });
  return { before: lean(before, after), after: lean(after, before) };
}

/** Asks a worker of its own, which ends with its answer or when it is stopped. */
async function ask(
  request: ExportRequest,
  { onProgress, signal }: TaskOptions,
  texts: readonly string[] = [],
): Promise<ExportReply> {
  signal?.throwIfAborted();
  const worker = new ExportWorker();
  const answer = new Promise<ExportReply>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.addEventListener('error', (fault) => reject(new Error(workerFault(fault))));
    worker.addEventListener('messageerror', () =>
      reject(new Error(workerFault({ message: 'messageerror' }))),
    );
    worker.addEventListener('message', ({ data }: MessageEvent<ExportReply>) => {
      if (data.kind === 'progress') onProgress?.(data.share);
      else resolve(data);
    });
    post(worker, request, texts, signal).catch(reject);
  });
  return answer.finally(() => worker.terminate());
}

/** Sends texts piece by piece, so that the page stays alive between them, then the request that they belong to. */
async function post(
  worker: Worker,
  request: ExportRequest,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const piece of textPieces(texts)) {
    worker.postMessage(piece);
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
  }
  worker.postMessage(request);
}

function refusal(reply: ExportReply): Error {
  return new Error(reply.kind === 'failed' ? reply.reason : `unexpected reply: ${reply.kind}`);
}
