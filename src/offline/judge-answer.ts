/** The reason why an answer must not replace a kept file. */
export type Refusal =
  /**
   * A web page instead of data: a login page, or the `index.html` that some servers send for every address.
   */
  | 'web-page'
  /** The answer came from outside the plan's folder. */
  | 'redirected'
  | 'empty'
  /** Fewer bytes than the server stated, or incomplete JSON. */
  | 'cut-off'
  | 'not-json'
  /** JSON, but not that of a catalogue, a rule, a deck or a FeatureCollection. */
  | 'wrong-kind'
  /** 404 or 410. */
  | 'missing'
  /** Any other status that is not a success. */
  | 'refused'
  /** 5xx. */
  | 'server-error';

/** A completely read answer. */
export type Answer = {
  readonly status: number;
  /** True when the answer came from outside the plan's folder. */
  readonly isRedirected: boolean;
  readonly mediaType: string;
  /** `Content-Length`; undefined when the server does not state it or the body was compressed. */
  readonly statedBytes?: number | undefined;
  readonly bytes: Uint8Array;
};

/** Members of which each file of that name has at least one; a file without any member passes. */
const RULE_MEMBERS = [
  ...['target', 'targetSource', 'targetArticles', 'setback'],
  ...['counting', 'sensitivity', 'notice'],
];

/**
 * Returns undefined when an answer may replace the kept copy of a file of the plan, otherwise the reason.
 * The content decides, not the media type: servers use many media types for GeoJSON. `path` is that of the
 * file inside the plan's folder.
 */
export function judgeAnswer(answer: Answer, path: string): Refusal | undefined {
  const { status, isRedirected, statedBytes, bytes } = answer;
  if (isRedirected) return 'redirected';
  if (status === 404 || status === 410) return 'missing';
  if (status >= 500) return 'server-error';
  if (status < 200 || status > 299) return 'refused';
  if (bytes.byteLength === 0) return 'empty';
  // 206 is a partial answer that was not requested.
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

/** True for markup by its first character, or for a page by the server's media type. */
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
    // The caller determines why it is not JSON.
    return undefined;
  }
}
