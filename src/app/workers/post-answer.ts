import { reasonOf } from '../../domain/result.ts';

/**
 * Sends a worker's answer to the page. One that cannot be sent, because the page has no memory left for its copy, is told
 * as failed: a question without an answer would wait for ever.
 */
export function postAnswer<Reply>(
  reply: Reply,
  failed: (reason: string) => Reply,
  transfer: Transferable[] = [],
): void {
  try {
    self.postMessage(reply, { transfer });
  } catch (cause) {
    self.postMessage(failed(reasonOf(cause)));
  }
}
