/** Why an answer must not replace a kept file. */
export type Refusal =
  /** A web page instead of data: a login page, or the `index.html` of a server that answers all with it. */
  | 'web-page'
  /** The answer of another place than the plan's folder. */
  | 'redirected'
  | 'empty'
  /** Fewer bytes than the server stated, or JSON that ends before it is complete. */
  | 'cut-off'
  | 'not-json'
  /** JSON, but not that of a catalogue, a rule, a deck or a FeatureCollection. */
  | 'wrong-kind'
  /** 404 or 410. */
  | 'missing'
  /** Any other status that is no success. */
  | 'refused'
  /** 5xx. */
  | 'server-error';

/** An answer, read to its end. */
export type Answer = {
  readonly status: number;
  /** Whether the answer came from outside the plan's folder. */
  readonly isRedirected: boolean;
  readonly mediaType: string;
  /** `Content-Length`, where the server states it and the body was not compressed. */
  readonly statedBytes?: number | undefined;
  readonly bytes: Uint8Array;
};

/** Members of which at least one is in each file of its name; a file without any member passes. */
const RULE_MEMBERS = ['target', 'targetSource', 'counting', 'sensitivity', 'notice'];

/**
 * Whether an answer may replace the kept copy of a file of the plan: undefined if so, else why not.
 * What it is decides and not what it is called: servers give GeoJSON all sorts of media types.
 * `path` is that of the file inside the plan's folder.
 */
export function judgeAnswer(answer: Answer, path: string): Refusal | undefined {
  const { status, isRedirected, statedBytes, bytes } = answer;
  if (isRedirected) return 'redirected';
  if (status === 404 || status === 410) return 'missing';
  if (status >= 500) return 'server-error';
  if (status < 200 || status > 299) return 'refused';
  if (bytes.byteLength === 0) return 'empty';
  // 206: a part that nobody asked for.
  if (status === 206 || (statedBytes !== undefined && bytes.byteLength < statedBytes))
    return 'cut-off';
  if (/\.(geo)?json$/i.test(path)) return judgeJson(answer, path);
  return isWebPage(answer) && !/\.html?$/i.test(path) ? 'web-page' : undefined;
}

function judgeJson(answer: Answer, path: string): Refusal | undefined {
  const text = new TextDecoder().decode(answer.bytes).trim();
  if (text === '') return 'empty';
  const value = parsed(text);
  if (value === undefined) {
    if (isWebPage(answer)) return 'web-page';
    return text.startsWith('{') && !text.endsWith('}') ? 'cut-off' : 'not-json';
  }
  return isOfKind(value, path) ? undefined : 'wrong-kind';
}

/** Markup by its first character, or what the server calls a page. */
function isWebPage({ bytes, mediaType }: Answer): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart();
  return start.startsWith('<') || /^(text\/html|application\/xhtml\+xml)\b/i.test(mediaType);
}

function isOfKind(value: unknown, path: string): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const member = (name: string): unknown => Object.getOwnPropertyDescriptor(value, name)?.value;
  if (/\.geojson$/i.test(path))
    return member('type') === 'FeatureCollection' && Array.isArray(member('features'));
  if (path === 'catalogue.json') return Array.isArray(member('layers'));
  if (path.startsWith('views/')) return Array.isArray(member('views'));
  const names = Object.keys(value);
  return (
    path !== 'audit.json' || names.length === 0 || names.some((name) => RULE_MEMBERS.includes(name))
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Why it is none is asked by the caller.
    return undefined;
  }
}
