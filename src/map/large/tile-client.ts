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
  /** Calls back when the worker was lost and another has taken its place, which holds nothing. */
  readonly onReplaced: (key: number, refill: () => void) => void;
};

type TileServer = TileClient & {
  readonly tile: (address: TileAddress, signal: AbortSignal) => Promise<ArrayBuffer>;
};

/** A worker that ends so soon after another is not replaced, in milliseconds. */
const PATIENCE = 60_000;

let server: TileServer | undefined;
const TOLD = new Set<(cause: Error) => void>();

/** Calls back when large datasets cannot be drawn any more, until the returned function ends it. */
export function onTilesFailed(tell: (cause: Error) => void): () => void {
  TOLD.add(tell);
  return () => {
    TOLD.delete(tell);
  };
}

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

/** A worker that breaks down is started anew, unless it had just been: what broke it would break the next one too. */
function startServer(): TileServer {
  const pending = new Map<number, Pending>();
  const refills = new Map<number, () => void>();
  let [last, fault, replacedAt]: [number, Error | undefined, number] = [0, undefined, -PATIENCE];
  let worker = start();
  function start(): Worker {
    const started = new TileWorker();
    started.addEventListener('message', ({ data }: MessageEvent<TileAnswer>) => {
      pending.get(data.request)?.resolve(data.data);
      pending.delete(data.request);
    });
    started.addEventListener('error', ({ message }) => {
      if (started === worker) replace(message);
    });
    return started;
  }
  function replace(message: string | undefined): void {
    worker.terminate();
    const cause = new Error(`a large dataset could not be cut into tiles: ${message}`);
    for (const { reject } of pending.values()) reject(cause);
    pending.clear();
    if (performance.now() - replacedAt < PATIENCE) {
      fault = cause;
      for (const tell of TOLD) tell(cause);
      return;
    }
    replacedAt = performance.now();
    console.warn('large datasets are sent anew:', cause.message);
    worker = start();
    for (const refill of refills.values()) refill();
  }
  const post = (request: TileRequest): void => {
    if (fault === undefined) worker.postMessage(request);
  };
  return {
    change: (key, changes) => post({ kind: 'change', key, changes }),
    complete: (key, version) => post({ kind: 'complete', key, version }),
    forget: (key) => {
      refills.delete(key);
      post({ kind: 'forget', key });
    },
    onReplaced: (key, refill) => refills.set(key, refill),
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
