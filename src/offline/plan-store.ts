import type { PlanFile } from './ask-server.ts';

/** The kept files of one version of catalogue, rule, coastline and zones. */
export type KeptSet = {
  /** By address. */
  readonly files: ReadonlyMap<string, PlanFile>;
  /** The addresses that belong to the set, kept or not. */
  readonly addresses: readonly string[];
};

/** What the browser keeps of a plan: one set that is replaced as a whole, and files each for itself. */
export type PlanStore = {
  /** The addresses of the kept set, without its files. */
  readonly setAddresses: () => Promise<readonly string[]>;
  readonly readSet: () => Promise<KeptSet | undefined>;
  readonly writeSet: (set: KeptSet) => Promise<void>;
  readonly read: (address: string) => Promise<PlanFile | undefined>;
  readonly write: (address: string, file: PlanFile) => Promise<void>;
  readonly remove: (address: string) => Promise<void>;
  /** Lets go of every file outside the set but these. */
  readonly retain: (addresses: readonly string[]) => Promise<void>;
};

/** The parts of the browser's `Cache` that a store needs. */
export type FileCache = Pick<Cache, 'match' | 'put' | 'delete' | 'keys'>;

/** What the switch says: the version that holds, and the addresses that belong to it. */
type Current = { readonly version: string; readonly addresses: readonly string[] };

/** When a kept file was served. */
const SERVED_AT = 'coastplan-served-at';
/** In the address of a file of the set: which version of it. */
const VERSION = 'coastplan-version';

/**
 * Keeps a plan in a cache. The files of a set lie beside those of the set before, under addresses that
 * name their version; one entry says which version holds, and writing that entry is the switch. A
 * browser that is closed half way keeps the old set. `exclusively` holds off other tabs and workers
 * while a set is read or written.
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

/** A query makes no other file. */
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
