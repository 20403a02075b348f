import { reasonOf } from '../../domain/result.ts';
import { footprintOf } from '../../domain/scenarios/footprint.ts';
import type { Footprint, Site } from '../../domain/scenarios/scenario.ts';

/** What the page asks of the worker: the footprint of a site. */
export type FootprintRequest = { readonly id: number; readonly site: Site };

/** What the worker answers: to a request by its id. */
export type FootprintReply =
  | { readonly kind: 'footprint'; readonly id: number; readonly footprint: Footprint }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };

/** Remembers nothing between requests: it may be killed at any time. */
self.addEventListener('message', ({ data }: MessageEvent<FootprintRequest>) => {
  self.postMessage(reply(data));
});

function reply({ id, site }: FootprintRequest): FootprintReply {
  try {
    return { kind: 'footprint', id, footprint: footprintOf(site) };
  } catch (cause) {
    return { kind: 'failed', id, reason: reasonOf(cause) };
  }
}
