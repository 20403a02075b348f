import type { PlanFile } from './ask-server.ts';

/** The kept files of one version of catalogue, rule, coastline and zones. */
export type KeptSet = {
  /** The files by address. */
  readonly files: ReadonlyMap<string, PlanFile>;
  /** The addresses of the set, kept or not. */
  readonly addresses: readonly string[];
};

/** The browser's storage of a plan: one set that is replaced as a whole, and individual files. */
export type PlanStore = {
  /** The addresses of the kept set, without its files. */
  readonly setAddresses: () => Promise<readonly string[]>;
  readonly readSet: () => Promise<KeptSet | undefined>;
  readonly writeSet: (set: KeptSet) => Promise<void>;
  readonly read: (address: string) => Promise<PlanFile | undefined>;
  readonly write: (address: string, file: PlanFile) => Promise<void>;
  readonly remove: (address: string) => Promise<void>;
  /** Removes every file outside the set except these. */
  readonly retain: (addresses: readonly string[]) => Promise<void>;
};

/** The parts of the browser's `Cache` that a store needs. */
export type FileCache = Pick<Cache, 'match' | 'put' | 'delete' | 'keys'>;

/** The content of the switch entry: the current version, and the addresses of its set. */
type Current = { readonly version: string; readonly addresses: readonly string[] };

/** The header with the time at which a kept file was served. */
const SERVED_AT = 'coastplan-served-at';
/** The query parameter with the version of a file of the set. */
const VERSION = 'coastplan-version';

/**
 * Stores a plan in a cache. The files of a set are stored beside those of the previous set, under addresses
 * with their version; one entry names the current version, and writing it is the switch. A browser that is
 * closed in between keeps the old set. `exclusively` locks out other tabs and workers while a set is read
 * or written.
 */
export function planStore(
  open: () => Promise<FileCache>,
  {
    folder,
    exclusively,
  }: {
    readonly folder: string;
    readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  },
): PlanStore {
  const switchUrl = `${folder}?${VERSION}`;
  const current = async (cache: FileCache): Promise<Current | undefined> =>
    (await cache.match(switchUrl))?.json();
  return {
    setAddresses: async () => (await current(await open()))?.addresses ?? [],
    readSet: () =>
      exclusively(async () => {
        const cache = await open();
        const held = await current(cache);
        if (held === undefined) return undefined;
        const files = new Map<string, PlanFile>();
        for (const address of held.addresses) {
          const file = await fileIn(await cache.match(versioned(address, held.version)));
          if (file !== undefined) files.set(address, file);
        }
        return { files, addresses: held.addresses };
      }),
    writeSet: ({ files, addresses }) =>
      exclusively(async () => {
        const cache = await open();
        const version = crypto.randomUUID();
        for (const [address, file] of files)
          await cache.put(versioned(address, version), responseOf(file));
        await cache.put(switchUrl, Response.json({ version, addresses }));
        for (const { url } of await cache.keys()) {
          const other = new URL(url).searchParams.get(VERSION);
          if (other && other !== version) await cache.delete(url);
        }
      }),
    read: async (address) => fileIn(await (await open()).match(bare(address))),
    write: async (address, file) => (await open()).put(bare(address), responseOf(file)),
    remove: async (address) => {
      await (await open()).delete(bare(address));
    },
    retain: async (addresses) => {
      const cache = await open();
      const wanted = new Set(addresses.map(bare));
      for (const { url } of await cache.keys()) {
        const isOfSet = new URL(url).searchParams.has(VERSION);
        if (!isOfSet && !wanted.has(url)) await cache.delete(url);
      }
    },
  };
}

function versioned(address: string, version: string): string {
  const url = new URL(address);
  url.searchParams.set(VERSION, version);
  return url.href;
}

/** Returns the address without its query, which does not make a different file. */
function bare(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

function responseOf({ bytes, mediaType, servedAt }: PlanFile): Response {
  return new Response(bytes, { headers: { 'content-type': mediaType, [SERVED_AT]: servedAt } });
}

async function fileIn(response: Response | undefined): Promise<PlanFile | undefined> {
  if (response === undefined) return undefined;
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    mediaType: response.headers.get('content-type') ?? '',
    servedAt: response.headers.get(SERVED_AT) ?? '',
  };
}
