import {
  COASTLINE_CLASSES,
  type CoastlineClass,
  type CoastlineUse,
  type ProtectionGrade,
  type Realm,
} from '../../../domain/coastline.ts';

/** What a value of a field says of a stretch of coast. */
export type MappedValue = {
  readonly class?: CoastlineClass;
  readonly use?: CoastlineUse;
  /** A value that says that there is no class: other coast, not classified. */
  readonly isOpen?: boolean;
};

type Words = readonly (readonly [pattern: RegExp, means: MappedValue, specific: number])[];

/**
 * Words of coast classes in Chinese and English, more specific ones first: a fishing harbour is no harbour of
 * the sea trade. Source: the Measures of 2017, article 2, and the lists of provinces that decided in
 * `docs/import.md`.
 */
const WORDS: Words = [
  [/计划|拟|实施中|未修复|待修复|planned|ongoing/i, { class: 'artificial' }, 9],
  [
    /(?:生态|整治|自然)?(?:恢复|修复)(?:的)?(?:自然)?(?:岸线|岸滩|沙滩|海岸)?|具有自然(?:岸滩|海岸)?形态|restor|recover/i,
    { class: 'restored' },
    8,
  ],
  [/河口|江河入海口|estuar|river ?mouth/i, { class: 'estuary' }, 7],
  [
    /渔港|渔业基础设施|fish(?:ing|ery) ?(?:harbou?r|port)/i,
    { class: 'artificial', use: 'fishing-harbour' },
    7,
  ],
  [/船舶|修造船|造船|船坞|shipyard|dock(?:yard)?/i, { class: 'artificial', use: 'shipyard' }, 7],
  [/养殖|aquacultur|fish ?pond/i, { class: 'artificial', use: 'aquaculture' }, 7],
  [/盐田|盐业|salt ?(?:pan|works)/i, { class: 'artificial', use: 'salt-pan' }, 7],
  [
    /防潮堤|海堤|海塘|护岸|海岸防护|丁坝|突堤|防波堤|sea ?wall|dyke|dike|revetment|groyne|jetty|breakwater/i,
    { class: 'artificial', use: 'revetment' },
    7,
  ],
  [
    /围垦|填海|围填海|建设围堤|造地|吹填|reclam|land ?fill/i,
    { class: 'artificial', use: 'reclamation' },
    7,
  ],
  [/交通围堤|交通岸线|路堤|路桥|公路|道路|road|causeway/i, { class: 'artificial', use: 'road' }, 7],
  [/港口|码头|港池|港区|wharf|quay|port|harbou?r/i, { class: 'artificial', use: 'port' }, 6],
  [
    /红树林|珊瑚|盐沼|芦苇|海草|生物(?:岸线|海岸)?|biogenic|mangrove|coral|salt ?marsh/i,
    { class: 'biogenic' },
    6,
  ],
  [/淤泥|粉砂|泥质|潮滩|滩涂|mud|silt|tidal ?flat/i, { class: 'muddy' }, 6],
  [/基岩|岩石|岩礁|岩滩|岩质|bedrock|rock|cliff/i, { class: 'bedrock' }, 5],
  [/砂质|沙质|砂砾|砾石|沙滩|砂岸|沙岸|sand|gravel|shingle|beach/i, { class: 'sandy' }, 5],
  [/人工|artificial|man-?made/i, { class: 'artificial' }, 3],
  [/自然|原生|natural|native/i, { class: 'natural' }, 2],
  [/其他|其它|未分类|未知|不明|other|unknown|unclassified/i, { isOpen: true }, 1],
];

/** What a value says of the class; undefined for a value that says nothing known. */
export function classOfValue(
  value: string,
): (MappedValue & { readonly specific: number }) | undefined {
  const text = value
    .normalize('NFKC')
    .replace(/[\u200B-\u200F\uFEFF]/g, '')
    .trim();
  // A bare digit or code belongs to a list that the value does not name.
  if (text === '' || /^[A-Za-z]?\d+(?:\.\d+)?$/.test(text)) return undefined;
  const own = exactly(text);
  if (own !== undefined) return own;
  const found = WORDS.find(([pattern]) => pattern.test(text));
  if (found === undefined) return undefined;
  const [, means, specific] = found;
  if (isMixed(text, means)) return undefined;
  return { ...means, specific };
}

/** Our own words of classes and uses. */
function exactly(text: string): (MappedValue & { readonly specific: number }) | undefined {
  const plain = text.toLowerCase();
  const found = COASTLINE_CLASSES.find((name) => name === plain);
  return found === undefined
    ? undefined
    : { class: found, specific: found === 'natural' ? 2 : found === 'artificial' ? 3 : 6 };
}

/** An artificial beach is neither: the class stays open. */
function isMixed(text: string, means: MappedValue): boolean {
  const isNatural = /砂质|沙质|沙滩|基岩|淤泥|红树林|sand|rock|mud|beach/i.test(text);
  return /人工|artificial/i.test(text) && isNatural && means.class !== 'restored';
}

/** What a value says of where the coast lies. */
export function realmOfValue(value: string): Realm | undefined {
  if (/海岛|岛屿|island|有居民|无居民/i.test(value)) return 'island';
  return /大陆|mainland/i.test(value) ? 'mainland' : undefined;
}

/** What a value says of the protection grade. */
export function gradeOfValue(value: string): ProtectionGrade | undefined {
  if (/严格|strict/i.test(value)) return 'strict';
  if (/限制|restrict/i.test(value)) return 'restricted';
  return /优化|optimi[sz]/i.test(value) ? 'optimised' : undefined;
}
