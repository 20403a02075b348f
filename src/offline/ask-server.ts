import { judgeAnswer, type Refusal } from './judge-answer.ts';

/** A file of the plan as it was served, and when (ISO 8601). */
export type PlanFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly servedAt: string;
};

/** What asking for a file came to; a bad answer is passed on where no copy is kept. */
export type Heard =
  | { readonly kind: 'good'; readonly file: PlanFile }
  | {
      readonly kind: 'bad';
      readonly reason: Refusal | 'no-answer';
      readonly response: Response;
    };

/** Asks the server for a file by its address. Never fails: no answer is a bad one. */
export type AskServer = (address: string, silence?: Silence) => Promise<Heard>;

/** Asks the server, which may answer that nothing has changed, and judges what comes. */
export function serverOf(folder: string, fetch: typeof globalThis.fetch): AskServer {
  return async (address, silence) => {
    const stop = silence?.listenTo(address);
    try {
      const response = await fetch(address, { cache: 'no-cache' }).catch(() =>
        // A redirect to another origin (a login service) fails as a broken network does; asked like this it shows.
        fetch(address, { cache: 'no-cache', redirect: 'manual' }),
      );
      const bytes = await bytesOf(response, () => stop?.heard());
      const answer = {
        status: response.status,
        isRedirected: isRedirected(response, folder),
        mediaType: response.headers.get('content-type') ?? '',
        statedBytes: statedBytes(response.headers),
        bytes,
      };
      const reason = judgeAnswer(answer, pathInside(folder, address));
      if (reason !== undefined) return { kind: 'bad', reason, response: copyOf(response, bytes) };
      const servedAt = new Date().toISOString();
      return { kind: 'good', file: { bytes, mediaType: answer.mediaType, servedAt } };
    } catch {
      // Broken off, refused by the browser or without a network: all of it is no answer.
      return { kind: 'bad', reason: 'no-answer', response: Response.error() };
    } finally {
      stop?.done();
    }
  };
}

/** The path of a file inside the plan's folder, without a query. */
export function pathInside(folder: string, address: string): string {
  const { origin, pathname } = new URL(address);
  return decodeURIComponent(`${origin}${pathname}`.slice(folder.length));
}

/** Notices when a server that is asked for one or more files falls silent. */
export type Silence = {
  readonly listenTo: (address: string) => {
    readonly heard: () => void;
    readonly done: () => void;
  };
  /** Comes with the address of the first file of which nothing was heard for so long. */
  readonly fell: Promise<string>;
};

/** A large file may take its time as long as it comes: silence counts from the last bytes on. */
export function awaitSilence(patienceMs: number): Silence {
  let fall: (address: string) => void = () => undefined;
  const fell = new Promise<string>((resolve) => {
    fall = resolve;
  });
  return {
    fell,
    listenTo: (address) => {
      const start = () => setTimeout(() => fall(address), patienceMs);
      let timer = start();
      return {
        heard: () => {
          clearTimeout(timer);
          timer = start();
        },
        done: () => clearTimeout(timer),
      };
    },
  };
}

async function bytesOf(response: Response, onPart: () => void): Promise<Uint8Array<ArrayBuffer>> {
  onPart();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  while (reader !== undefined) {
    const { done, value } = await reader.read();
    if (done) break;
    onPart();
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function isRedirected({ type, redirected, url }: Response, folder: string): boolean {
  return type === 'opaqueredirect' || (redirected && !url.startsWith(folder));
}

/** The size of the body in bytes; that of a compressed one says nothing about what comes out of it. */
function statedBytes(headers: Headers): number | undefined {
  const stated = headers.get('content-length');
  return stated === null || headers.has('content-encoding') ? undefined : Number(stated);
}

/** A bad answer as the page would have had it: the app then says what is wrong with it. */
function copyOf({ status, headers }: Response, bytes: Uint8Array<ArrayBuffer>): Response {
  if (status < 200) return Response.error();
  const hasBody = ![204, 205, 304].includes(status);
  const mediaType = headers.get('content-type');
  return new Response(hasBody ? bytes : null, {
    status,
    ...(mediaType !== null && { headers: { 'content-type': mediaType } }),
  });
}
