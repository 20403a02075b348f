import type { PhotoReply } from './photo-worker.ts';
import PhotoWorker from './photo-worker.ts?worker';
import { workerFault } from './worker-fault.ts';

/** How long the reading of one photo may take before its worker is killed, in milliseconds. */
const LIMIT_MS = 15_000;

/** Reads a photo in a worker of its own: a damaged HEIC may keep the reader busy for ever. Never rejects. */
export function readPhotoFile(file: Blob): Promise<PhotoReply> {
  const worker = new PhotoWorker();
  let limit: ReturnType<typeof setTimeout> | undefined;
  return new Promise<PhotoReply>((resolve) => {
    const fail = (reason: string) => (): void => resolve({ kind: 'failed', reason });
    limit = setTimeout(fail('> 15 s'), LIMIT_MS);
    worker.addEventListener('message', ({ data }: MessageEvent<PhotoReply>) => resolve(data));
    worker.addEventListener('error', (fault) => fail(workerFault(fault))());
    worker.addEventListener('messageerror', fail('messageerror'));
    worker.postMessage(file);
  }).finally(() => {
    clearTimeout(limit);
    worker.terminate();
  });
}
