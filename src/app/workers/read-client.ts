import type { ReadAs, ReadDataset } from '../../data/loading/read-dataset.ts';
import type { LayerContent } from '../../domain/layer-state.ts';
import type { LoadError } from '../../domain/load-error.ts';
import type { Result } from '../../domain/result.ts';
import { locatedMembers, unpackRuns } from './packed-runs.ts';
import type { ReadPortion, ReadReply, ReadRequest } from './read-worker.ts';
import ReadWorker from './read-worker.ts?worker';
import { workerFault } from './worker-fault.ts';

/**
 * Reads a text as `readDataset` does, in a worker of its own that ends with it. The content comes in portions, so
 * that unpacking it never holds up the page.
 * @throws Error when the worker fails; the signal's reason once it is aborted.
 */
export function readInWorker(
  text: string,
  as: ReadAs,
  signal: AbortSignal,
): Promise<Result<ReadDataset, LoadError>> {
  const worker = new ReadWorker();
  const portions: LayerContent[] = [];
  const answer = new Promise<Result<ReadDataset, LoadError>>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ReadReply>) => {
      if (data.kind === 'portion') portions.push(unpacked(data));
      else if (data.kind === 'failed') reject(new Error(data.reason));
      else resolve(data.result);
    });
    // A worker that runs out of memory ends without a message of its own.
    worker.addEventListener('error', (fault) => reject(new Error(workerFault(fault))));
    worker.addEventListener('messageerror', () => reject(new Error('an answer was not readable')));
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.postMessage({ text, as } satisfies ReadRequest);
  });
  return answer
    .then((result) =>
      result.ok
        ? { ...result, value: { ...result.value, content: joined(result.value.content, portions) } }
        : result,
    )
    .finally(() => worker.terminate());
}

function unpacked({ content, runs }: ReadPortion): LayerContent {
  unpackRuns(locatedMembers(content), runs);
  return content;
}

function joined(content: LayerContent, portions: readonly LayerContent[]): LayerContent {
  switch (content.role) {
    case 'projects':
      return {
        ...content,
        projects: portions.flatMap((each) => (each.role === 'projects' ? each.projects : [])),
      };
    case 'coastline':
      return {
        ...content,
        segments: portions.flatMap((each) => (each.role === 'coastline' ? each.segments : [])),
      };
    case 'zones':
      return {
        ...content,
        zones: portions.flatMap((each) => (each.role === 'zones' ? each.zones : [])),
      };
    case 'base':
    case 'shown':
      return {
        ...content,
        features: portions.flatMap((each) => ('features' in each ? each.features : [])),
      };
  }
}
