import type { addProtocol } from 'maplibre-gl';
import {
  type FeatureChanges,
  TILE_SCHEME,
  type TileAddress,
  type TileAnswer,
  type TileRequest,
} from './tile-messages.ts';
import TileWorker from './tile-worker.ts?worker';

type Pending = {
  readonly resolve: (data: ArrayBuffer) => void;
  readonly reject: (cause: Error) => void;
};

/** What a source of a large dataset tells the worker that cuts its tiles. */
export type TileClient = {
  /** Features that come or go; they count from `complete` on. */
  readonly change: (key: number, changes: FeatureChanges) => void;
  readonly complete: (key: number, version: number) => void;
  readonly forget: (key: number) => void;
};

type TileServer = TileClient & {
  readonly tile: (address: TileAddress, signal: AbortSignal) => Promise<ArrayBuffer>;
};

let server: TileServer | undefined;

/** Returns the worker for the large datasets of all maps, started when it is first asked for. */
export function tileClient(): TileClient {
  server ??= startServer();
  return server;
}

/** Lets MapLibre ask the worker for the tiles of large datasets. */
export function serveTiles(add: typeof addProtocol): void {
  add(TILE_SCHEME, async ({ url }, { signal }) => ({
    // Before its features are sent, a source has no tiles.
    data: (await server?.tile(addressOf(url), signal)) ?? new ArrayBuffer(0),
  }));
}

function startServer(): TileServer {
  const worker = new TileWorker();
  const pending = new Map<number, Pending>();
  let [last, fault]: [number, Error | undefined] = [0, undefined];
  const post = (request: TileRequest): void => worker.postMessage(request);
  worker.addEventListener('message', ({ data }: MessageEvent<TileAnswer>) => {
    pending.get(data.request)?.resolve(data.data);
    pending.delete(data.request);
  });
  worker.addEventListener('error', ({ message }) => {
    fault = new Error(`a large dataset could not be cut into tiles: ${message}`);
    for (const { reject } of pending.values()) reject(fault);
    pending.clear();
  });
  return {
    change: (key, changes) => post({ kind: 'change', key, changes }),
    complete: (key, version) => post({ kind: 'complete', key, version }),
    forget: (key) => post({ kind: 'forget', key }),
    tile: (address, signal) => {
      const request = ++last;
      return new Promise((resolve, reject) => {
        if (fault !== undefined) return reject(fault);
        pending.set(request, { resolve, reject });
        signal.addEventListener('abort', () => {
          pending.delete(request);
          reject(new DOMException('the tile is not needed any more', 'AbortError'));
        });
        post({ kind: 'tile', request, ...address });
      });
    },
  };
}

function addressOf(url: string): TileAddress {
  const [key = 0, version = 0, z = 0, x = 0, y = 0] = url
    .slice(`${TILE_SCHEME}://`.length)
    .split('/')
    .map(Number);
  return { key, version, z, x, y };
}
