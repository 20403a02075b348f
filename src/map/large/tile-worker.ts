import { TileIndex } from './tile-index.ts';
import type { TileAnswer, TileRequest } from './tile-messages.ts';

const index = new TileIndex();

addEventListener('message', ({ data }: MessageEvent<TileRequest>) => {
  switch (data.kind) {
    case 'change':
      index.change(data.key, data.changes);
      break;
    case 'complete':
      index.complete(data.key, data.version);
      break;
    case 'forget':
      index.forget(data.key);
      break;
    case 'tile':
      index.tile(data, (tile) => {
        const answer: TileAnswer = { request: data.request, data: tile };
        postMessage(answer, { transfer: [tile] });
      });
  }
});
