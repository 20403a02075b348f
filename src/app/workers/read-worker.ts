import { type ReadAs, type ReadDataset, readDataset } from '../../data/loading/read-dataset.ts';
import { positionsOf } from '../../domain/geometry.ts';
import type { LayerContent } from '../../domain/layer-state.ts';
import type { LoadError } from '../../domain/load-error.ts';
import { type Result, reasonOf } from '../../domain/result.ts';
import { type Located, locatedMembers, packRuns } from './packed-runs.ts';

/** What the page asks of the worker, once. */
export type ReadRequest = { readonly text: string; readonly as: ReadAs };

/** What the worker answers: the content in portions, then the rest of the result, whose content is empty. */
export type ReadReply =
  | ReadPortion
  | { readonly kind: 'read'; readonly result: Result<ReadDataset, LoadError> }
  | { readonly kind: 'failed'; readonly reason: string };

/** Some of the content, and its long lines and rings, which are empty there. */
export type ReadPortion = {
  readonly kind: 'portion';
  readonly content: LayerContent;
  readonly runs: readonly Float64Array[];
};

/** Vertices of a portion: the page unpacks so many within some 10 ms, the collector of garbage included. */
const VERTICES = 4000;

self.addEventListener('message', ({ data: { text, as } }: MessageEvent<ReadRequest>) => {
  const post = (reply: ReadReply, transfer: Transferable[] = []): void =>
    self.postMessage(reply, { transfer });
  readDataset(text, as)
    .then((result) => {
      if (!result.ok) return post({ kind: 'read', result });
      const { content } = result.value;
      for (const portion of portionsOf(content)) {
        const runs = packRuns(locatedMembers(portion));
        const buffers = runs.map(({ buffer }) => buffer);
        post({ kind: 'portion', content: portion, runs }, buffers);
      }
      const value = { ...result.value, content: withoutMembers(content) };
      return post({ kind: 'read', result: { ok: true, value } });
    })
    // Also where the page has no memory left for a portion.
    .catch((cause: unknown) => post({ kind: 'failed', reason: reasonOf(cause) }));
});

function* portionsOf(content: LayerContent): Generator<LayerContent> {
  switch (content.role) {
    case 'projects':
      for (const projects of sliced(content.projects)) yield { ...content, projects };
      return;
    case 'coastline':
      for (const segments of sliced(content.segments)) yield { ...content, segments };
      return;
    case 'zones':
      for (const zones of sliced(content.zones)) yield { ...content, zones };
      return;
    case 'base':
    case 'shown':
      for (const features of sliced(content.features)) yield { ...content, features };
  }
}

function withoutMembers(content: LayerContent): LayerContent {
  switch (content.role) {
    case 'projects':
      return { ...content, projects: [] };
    case 'coastline':
      return { ...content, segments: [] };
    case 'zones':
      return { ...content, zones: [] };
    case 'base':
    case 'shown':
      return { ...content, features: [] };
  }
}

function* sliced<Member extends Located>(members: readonly Member[]): Generator<readonly Member[]> {
  let slice: Member[] = [];
  let weight = 0;
  for (const member of members) {
    slice.push(member);
    // A feature weighs some, even without a place.
    weight += 5;
    if (member.geometry !== undefined) for (const _ of positionsOf(member.geometry)) weight += 1;
    if (weight < VERTICES) continue;
    yield slice;
    slice = [];
    weight = 0;
  }
  if (slice.length > 0) yield slice;
}
