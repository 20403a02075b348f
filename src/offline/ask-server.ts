import { judgeAnswer, type Refusal } from './judge-answer.ts';

/** A file of the plan as served, and the time of that (ISO 8601). */
export type PlanFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly servedAt: string;
};

/** The result of a request for a file; a bad answer is passed on when no copy is kept. */
export type Heard =
  | { readonly kind: 'good'; readonly file: PlanFile }
  | {
      readonly kind: 'bad';
      readonly reason: Refusal | 'no-answer';
      readonly response: Response;
    };

/** Requests a file from the server by its address. Never fails: a missing answer is a bad answer. */
export type AskServer = (address: string, silence?: Silence) => Promise<Heard>;

/** Returns a function that requests files, with revalidation, and judges the answers. */
export function serverOf(folder: string, fetch: typeof globalThis.fetch): AskServer {
  return async (address, silence) => {
    const stop = silence?.listenTo(address);
    try {
      const response = await fetch(address, { cache: 'no-cache' }).catch(() =>
        // A redirect to another origin (a login service) fails like a broken network; this second request
        // tells them apart.
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
      // An aborted request, a browser's refusal and a missing network all count as no answer.
      return { kind: 'bad', reason: 'no-answer', response: Response.error() };
    } finally {
      stop?.done();
    }
  };
}

/** Returns the path of a file inside the plan's folder, without a query. */
export function pathInside(folder: string, address: string): string {
  const { origin, pathname } = new URL(address);
  return decodeURIComponent(`${origin}${pathname}`.slice(folder.length));
}

/** Detects when a server stops answering requests for one or more files. */
export type Silence = {
  readonly listenTo: (address: string) => {
    readonly heard: () => void;
    readonly done: () => void;
  };
  /** Resolves with the address of the first file for which nothing has arrived for that long. */
  readonly fell: Promise<string>;
};

/**
 * Returns a silence detector. A large file may take long while it arrives: silence counts from the last
 * bytes.
 */
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

/**
 * The size of the body in bytes; undefined for a compressed body, whose size says nothing about its
 * content.
 */
function statedBytes(headers: Headers): number | undefined {
  const stated = headers.get('content-length');
  return stated === null || headers.has('content-encoding') ? undefined : Number(stated);
}

/** A copy of a bad answer as the page would have received it, so that the app can report what is wrong. */
function copyOf({ status, headers }: Response, bytes: Uint8Array<ArrayBuffer>): Response {
  if (status < 200) return Response.error();
  const hasBody = ![204, 205, 304].includes(status);
  const mediaType = headers.get('content-type');
  return new Response(hasBody ? bytes : null, {
    status,
    ...(mediaType !== null && { headers: { 'content-type': mediaType } }),
  });
}
