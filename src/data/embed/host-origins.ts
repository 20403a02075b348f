import type { Bilingual } from '../../domain/bilingual.ts';
import { formatValue } from '../format-value.ts';
import { getOwn, isRecord } from '../record.ts';
import type { JsonPath } from '../text/json-text.ts';

/** An entry that is not an origin, with the path to it from the catalogue's root. */
export type OriginFault = {
  readonly path: JsonPath;
  readonly message: Bilingual;
  readonly cure: Bilingual;
};

/** The origins that may send messages to an embedded map, and the faults of single entries. */
export type HostOrigins = {
  readonly origins: readonly string[];
  readonly faults: readonly OriginFault[];
};

const CURE: Bilingual = {
  zh: '写成 https://主机名[:端口]，不带路径和末尾斜杠；不支持通配符。',
  en: 'Write https://host[:port], without a path or a slash at the end; there are no wildcards.',
};

/**
 * Reads `embedding.origins` of a catalogue. When it is absent, no origin is allowed. Only an origin as a
 * browser would write it is accepted: a wildcard, `null` or an address with a path is left out and
 * reported.
 */
export function readHostOrigins(embedding: unknown): HostOrigins {
  if (embedding === undefined) return { origins: [], faults: [] };
  const listed = isRecord(embedding) ? getOwn(embedding, 'origins') : undefined;
  if (!Array.isArray(listed)) {
    const message = {
      zh: '嵌入设置 embedding 须有 origins 数组，现按不允许任何网站处理。',
      en: 'embedding needs an array "origins"; as it stands no site is allowed.',
    };
    const cure = {
      zh: '写成 "embedding": { "origins": ["https://主机名"] }，或删去该项。',
      en: 'Write "embedding": { "origins": ["https://host"] }, or take it out.',
    };
    return { origins: [], faults: [{ path: ['embedding'], message, cure }] };
  }
  const entries = listed.map((entry: unknown, index) => ({ entry, index }));
  const faults = entries
    .filter(({ entry }) => !isOrigin(entry))
    .map(({ entry, index }) => ({
      path: ['embedding', 'origins', index],
      message: {
        zh: `${formatValue(entry)} 不是网站来源，已略去。`,
        en: `${formatValue(entry)} is no origin of a site and is left out.`,
      },
      cure: CURE,
    }));
  return { origins: [...new Set(listed.filter(isOrigin))], faults };
}

function isOrigin(entry: unknown): entry is string {
  if (typeof entry !== 'string' || !URL.canParse(entry)) return false;
  const { origin, protocol } = new URL(entry);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return origin === entry && isWeb && !entry.includes('*');
}
