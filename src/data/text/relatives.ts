import type { Bilingual } from '../../domain/bilingual.ts';
import { getOwn, isRecord } from '../record.ts';

/** A format that is often mistaken for GeoJSON, and how to convert it. */
export type Relative = { readonly name: Bilingual; readonly cure: Bilingual };

const OGR: Bilingual = {
  zh: '先转换，例如：ogr2ogr -f GeoJSON -t_srs EPSG:4326 新文件.geojson 旧文件',
  en: 'Convert it first, for example: ogr2ogr -f GeoJSON -t_srs EPSG:4326 new.geojson old',
};

const WRAP: Bilingual = {
  zh: '把各行要素放进一个集合，例如：jq -s \'{type:"FeatureCollection",features:.}\' 旧文件 > 新文件.geojson，或 ogr2ogr -f GeoJSON 新文件.geojson GeoJSONSeq:旧文件',
  en: 'Put the features into one collection, for example: jq -s \'{type:"FeatureCollection",features:.}\' old > new.geojson, or ogr2ogr -f GeoJSON new.geojson GeoJSONSeq:old',
};

const SERVER: Bilingual = {
  zh: '这通常是登录页或出错页：检查地址，或重新登录后再试。',
  en: 'It is mostly a login or an error page: check the address, or log in and try again.',
};

const ONLY_JSON: Bilingual = {
  zh: '只保留从 { 到 } 的 JSON 本身。',
  en: 'Keep the JSON alone, from { to }.',
};

const STRICT: Bilingual = {
  zh: '删去注释和多余的逗号，名称和文字用双引号，另存为标准 JSON（RFC 8259）。',
  en: 'Remove comments and trailing commas, put names and texts in double quotes, and save it as plain JSON (RFC 8259).',
};

/** The record separator that begins each feature of a text sequence. */
const SEPARATOR = '\u001e';

const SEQUENCE: Relative = {
  name: {
    zh: '带记录分隔符的 GeoJSON 文本序列（RFC 8142）',
    en: 'a GeoJSON text sequence with record separators (RFC 8142)',
  },
  cure: {
    zh: `删去分隔符 U+001E 后${WRAP.zh}`,
    en: `Remove the separators (U+001E). ${WRAP.en}`,
  },
};

/** Formats recognised by the beginning of their text. */
const BEGINNINGS: readonly (readonly [RegExp, Relative])[] = [
  [
    /^\s*$/,
    {
      name: { zh: '空文件', en: 'an empty file' },
      cure: { zh: '重新导出或下载该文件。', en: 'Export or download it again.' },
    },
  ],
  [
    /^\s*<(!doctype html|html|head|body|script)\b/i,
    { name: { zh: 'HTML 网页', en: 'an HTML page' }, cure: SERVER },
  ],
  [
    /^\s*(<\?xml[\s\S]*?)?(<!--[\s\S]*?-->\s*)*<kml\b/i,
    { name: { zh: 'KML', en: 'KML' }, cure: OGR },
  ],
  [/^\s*(<\?xml[\s\S]*?)?<gpx\b/i, { name: { zh: 'GPX', en: 'GPX' }, cure: OGR }],
  [
    /^\s*(<\?xml[\s\S]*?)?<(\w+:)?FeatureCollection\b|^\s*<\?xml[\s\S]{0,2000}opengis\.net\/gml/i,
    { name: { zh: 'GML', en: 'GML' }, cure: OGR },
  ],
  [/^\s*<(\?xml|[a-z])/i, { name: { zh: 'XML', en: 'XML' }, cure: OGR }],
  [
    /^\s*(?:\/\*[\s\S]*?\*\/\s*)?[\w$.]+\s*\(\s*[{[]/,
    {
      name: { zh: 'JSONP（包在函数调用里的 JSON）', en: 'JSONP, JSON inside a call' },
      cure: ONLY_JSON,
    },
  ],
  [
    /^\s*(?:(?:var|let|const|window\.)\s*[\w$.]+\s*=|[\w$.]+\s*=\s*[{[]|export\s+(?:default|const)|module\.exports)/,
    { name: { zh: 'JavaScript', en: 'JavaScript' }, cure: ONLY_JSON },
  ],
  [
    /^\s*(?:SRID=\d+;)?\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\s*(?:Z|M|ZM)?\s*(?:\(|EMPTY)/i,
    { name: { zh: 'WKT 几何文本', en: 'WKT' }, cure: OGR },
  ],
  [/^\s*(?:%YAML|---\s)/, { name: { zh: 'YAML', en: 'YAML' }, cure: OGR }],
];

/**
 * Identifies a text that is not JSON by its first lines; returns undefined when it may be JSON with a small
 * error.
 */
export function relativeOfText(text: string): Relative | undefined {
  const known = BEGINNINGS.find(([pattern]) => pattern.test(text.slice(0, 4000)))?.[1];
  if (known !== undefined) return known;
  if (text.trimStart().startsWith(SEPARATOR)) return SEQUENCE;
  if (isJsonLines(text)) {
    return {
      name: {
        zh: '逐行 GeoJSON（NDJSON、GeoJSONL，每行一个要素）',
        en: 'line-wise GeoJSON (NDJSON, GeoJSONL: one feature a line)',
      },
      cure: WRAP,
    };
  }
  if (/^\s*[{[]/.test(text)) return relaxedJson(text);
  if (/^\s*\/[/*]/.test(text)) return RELAXED.comments;
  const [head = '', row = ''] = text.split(/\r?\n/, 2);
  const separator = [',', '\t', ';'].find((mark) => head.split(mark).length > 1);
  return separator !== undefined && row.split(separator).length > 1
    ? { name: { zh: 'CSV 表格', en: 'a CSV table' }, cure: OGR }
    : undefined;
}

/** True for several JSON values, each on its own line. */
function isJsonLines(text: string): boolean {
  const lines = text
    .slice(0, 2_000_000)
    .split('\n', 50)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first = '', second = ''] = lines;
  return first.startsWith('{') && second.startsWith('{') && isJson(first);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const RELAXED = {
  comments: { name: { zh: '带注释的 JSON', en: 'JSON with comments' }, cure: STRICT },
  json5: {
    name: { zh: 'JSON5 或 JavaScript 对象', en: 'JSON5 or a JavaScript object' },
    cure: STRICT,
  },
  python: {
    name: { zh: 'Python 字典的文本', en: 'a Python dictionary as text' },
    cure: { zh: '用 json.dumps 写出。', en: 'Write it with json.dumps.' },
  },
  nan: {
    name: { zh: '含 NaN 或 Infinity 的 JSON', en: 'JSON with NaN or Infinity' },
    cure: {
      zh: 'JSON 没有这些数：改为 null，或删去该值。',
      en: 'JSON has no such numbers: write null, or leave the value out.',
    },
  },
} as const;

/** The deviation from JSON in a text that begins like JSON, not counting strings. */
function relaxedJson(text: string): Relative | undefined {
  const bare = text.replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
  if (/(^|[\s,{[\]}])\/(\/|\*)/.test(bare)) return RELAXED.comments;
  if (/[:,[]\s*(?:True|False|None)\b/.test(bare)) return RELAXED.python;
  if (/[:,[]\s*[-+]?(?:NaN|Infinity)\b/.test(bare)) return RELAXED.nan;
  return /[{,]\s*(?:'[^'\n]*'|[A-Za-z_$][\w$]*)\s*:/.test(bare) ? RELAXED.json5 : undefined;
}

/** Identifies a JSON value that is not a FeatureCollection but a format often mistaken for one. */
export function relativeOfValue(value: unknown): Relative | undefined {
  if (Array.isArray(value)) {
    const isFeature = (member: unknown): boolean =>
      isRecord(member) && getOwn(member, 'type') === 'Feature';
    return value.length > 0 && value.every(isFeature)
      ? {
          name: { zh: '没有集合的要素数组', en: 'a list of Features without their collection' },
          cure: {
            zh: '放进 {"type":"FeatureCollection","features":[…]}。',
            en: 'Wrap it: {"type":"FeatureCollection","features":[…]}.',
          },
        }
      : undefined;
  }
  if (!isRecord(value)) return undefined;
  const type = getOwn(value, 'type');
  if (type === 'Topology' && (Object.hasOwn(value, 'objects') || Object.hasOwn(value, 'arcs'))) {
    return {
      name: { zh: 'TopoJSON', en: 'TopoJSON' },
      cure: {
        zh: '先转换，例如：topo2geo 图层=新文件.geojson < 旧文件.json，或 ogr2ogr -f GeoJSON 新文件.geojson 旧文件.json',
        en: 'Convert it first, for example: topo2geo layer=new.geojson < old.json, or ogr2ogr -f GeoJSON new.geojson old.json',
      },
    };
  }
  const features = getOwn(value, 'features');
  const first: unknown = Array.isArray(features) ? features[0] : undefined;
  const isEsri =
    /^esriGeometry/.test(String(getOwn(value, 'geometryType'))) ||
    (isRecord(first) && type === undefined && Object.hasOwn(first, 'attributes')) ||
    ['rings', 'paths'].some((name) => Array.isArray(getOwn(value, name)));
  if (isEsri) {
    return {
      name: { zh: 'Esri JSON', en: 'Esri JSON' },
      cure: {
        zh: '在服务地址中改用 f=geojson，或转换：ogr2ogr -f GeoJSON 新文件.geojson ESRIJSON:旧文件.json',
        en: 'Ask the service for f=geojson, or convert it: ogr2ogr -f GeoJSON new.geojson ESRIJSON:old.json',
      },
    };
  }
  if (type === 'CityJSON') return { name: { zh: 'CityJSON', en: 'CityJSON' }, cure: OGR };
  if (typeof type === 'string' && /^feature\s*collection$/i.test(type.trim())) {
    return {
      name: {
        zh: `type 写作 ${JSON.stringify(type)} 的集合`,
        en: `a collection whose type is written ${JSON.stringify(type)}`,
      },
      cure: { zh: '改为 "FeatureCollection"。', en: 'Write "FeatureCollection".' },
    };
  }
  const wrapped = Object.entries(value).find(
    ([, member]) => isRecord(member) && getOwn(member, 'type') === 'FeatureCollection',
  )?.[0];
  return wrapped === undefined
    ? undefined
    : {
        name: {
          zh: `要素集合在“${wrapped}”里的 JSON`,
          en: `JSON with its FeatureCollection under "${wrapped}"`,
        },
        cure: { zh: `只保留“${wrapped}”的值。`, en: `Keep the value of "${wrapped}" alone.` },
      };
}
