import type { Bilingual } from '../../domain/bilingual.ts';
import type { Issue } from '../../domain/issue.ts';
import { type Finding, toIssue } from '../finding.ts';
import { formatValue } from '../format-value.ts';
import { idOf } from '../geojson/parse-feature-collection.ts';
import { getOwn, isRecord, type JsonRecord } from '../record.ts';
import { plainName } from './property-names.ts';

/**
 * The meaning of a declared reference system for positions that should be degrees of WGS 84 or CGCS2000.
 * `unknown`: the declaration cannot be interpreted.
 */
export type CrsMeaning =
  | { readonly kind: 'same' }
  | { readonly kind: 'old-datum' | 'shifted' | 'projected' | 'other'; readonly name: Bilingual }
  | { readonly kind: 'unknown' };

/** Members that declare a reference system: GeoJSON 2008, OGC JSON-FG, Esri; in any case. */
const MEMBERS: readonly string[] = ['crs', 'coordrefsys', 'spatialreference', 'srsname', 'srs'];

/**
 * Reports reference systems that a file declares on the collection, its features or their geometries, when
 * they are not WGS 84 or CGCS2000 in degrees. A declaration shared by many features is reported once, at
 * the first.
 */
export function declaredCrsIssues(value: unknown, dataset: string): readonly Issue[] {
  if (!isRecord(value)) return [];
  const own = declarations(value, []).flatMap((declared): readonly Issue[] => {
    const finding = crsFinding(declared, 1);
    return finding === undefined ? [] : [{ ...finding, dataset }];
  });
  const features = getOwn(value, 'features');
  const told = new Map<
    string,
    { readonly index: number; readonly declared: Declared; count: number }
  >();
  for (const [index, feature] of (Array.isArray(features) ? features : []).entries()) {
    if (!isRecord(feature)) continue;
    const geometry = getOwn(feature, 'geometry');
    for (const declared of [
      ...declarations(feature, []),
      ...(isRecord(geometry) ? declarations(geometry, ['geometry']) : []),
    ]) {
      const key = JSON.stringify([declared.path, declared.text]);
      const known = told.get(key);
      if (known === undefined) told.set(key, { index, declared, count: 1 });
      else known.count += 1;
    }
  }
  const ofFeatures = [...told.values()].flatMap(({ index, declared, count }) => {
    const finding = crsFinding(declared, count);
    const feature: unknown = Array.isArray(features) ? features[index] : undefined;
    return finding === undefined
      ? []
      : [toIssue({ dataset, featureIndex: index, featureId: idOf(feature) }, finding)];
  });
  return [...own, ...ofFeatures];
}

/** A declaration as text, and the path to it. */
type Declared = { readonly text: string; readonly path: readonly string[] };

function declarations(record: JsonRecord, path: readonly string[]): readonly Declared[] {
  return Object.keys(record).flatMap((member): readonly Declared[] => {
    if (!MEMBERS.includes(plainName(member))) return [];
    const found = getOwn(record, member) ?? undefined;
    return found === undefined ? [] : [{ text: textOfCrs(found), path: [...path, member] }];
  });
}

/** The text that identifies a declaration of any form: its name, code, link, or itself. */
function textOfCrs(crs: unknown): string {
  if (typeof crs === 'string') return crs;
  if (typeof crs === 'number') return `EPSG:${crs}`;
  if (Array.isArray(crs)) return crs.map(textOfCrs).join(' + ');
  if (!isRecord(crs)) return formatValue(crs);
  const properties = getOwn(crs, 'properties');
  const within = isRecord(properties) ? properties : crs;
  for (const name of ['name', 'href', 'wkt', 'url']) {
    const found = getOwn(within, name);
    if (typeof found === 'string' && found.trim() !== '') return found;
  }
  const id = getOwn(within, 'id');
  for (const holder of [within, isRecord(id) ? id : {}]) {
    for (const name of ['latestWkid', 'wkid', 'code']) {
      const code = getOwn(holder, name);
      if (typeof code === 'number' || typeof code === 'string') {
        const authority = getOwn(holder, 'authority') ?? 'EPSG';
        return /^\d+$/.test(`${code}`) ? `${authority}:${code}` : `${code}`;
      }
    }
  }
  return formatValue(crs);
}

function crsFinding({ text, path }: Declared, count: number): Finding | undefined {
  const meaning = crsMeaning(text);
  if (meaning.kind === 'same') return undefined;
  const name = 'name' in meaning ? meaning.name : undefined;
  const [zh, en] = [
    name === undefined ? '' : `（${name.zh}）`,
    name === undefined ? '' : ` (${name.en})`,
  ];
  const more = count > 1 ? { zh: `，共 ${count} 处`, en: `, ${count} times` } : { zh: '', en: '' };
  const said = formatValue(text);
  return {
    code: 'crs-not-wgs84',
    kind: 'positional-accuracy',
    severity: 'error',
    path,
    message: {
      zh: `文件声明的坐标系是 ${said}${zh}${more.zh}，${WHY[meaning.kind].zh}。`,
      en: `the file declares the reference system ${said}${en}${more.en}; ${WHY[meaning.kind].en}.`,
    },
    cure: CURES[meaning.kind],
  };
}

type Fault = Exclude<CrsMeaning['kind'], 'same'>;

const WHY: Readonly<Record<Fault, Bilingual>> = {
  'old-datum': {
    zh: '与 WGS 84、CGCS2000 相差数十至上百米，按原样量算，岸线与区段会错位',
    en: 'its degrees lie tens of metres to over a hundred from WGS 84 and CGCS2000, so coast and zones may not fit',
  },
  shifted: {
    zh: '这是加偏坐标，在本地偏移约 500 米',
    en: 'its positions are shifted on purpose, by some 500 m here',
  },
  projected: {
    zh: '这是投影坐标，而 GeoJSON 只用 WGS 84 经纬度',
    en: 'that is projected, while GeoJSON is in WGS 84 degrees',
  },
  other: {
    zh: '而 GeoJSON 只用 WGS 84 经纬度（CGCS2000 经纬度与之相同）',
    en: 'GeoJSON is in WGS 84 degrees (those of CGCS2000 are the same)',
  },
  unknown: {
    zh: '无法辨认，GeoJSON 只用 WGS 84 经纬度（CGCS2000 经纬度与之相同）',
    en: 'it is not known; GeoJSON is in WGS 84 degrees (those of CGCS2000 are the same)',
  },
};

const CURES: Readonly<Record<Fault, Bilingual>> = {
  'old-datum': {
    zh: '请测绘部门用当地转换参数转为 CGCS2000 后删去该声明；若坐标其实已是 CGCS2000，只需改正声明。',
    en: 'Have it transformed to CGCS2000 with the local parameters and remove the member; if the positions are CGCS2000 already, correct the declaration.',
  },
  shifted: {
    zh: '先纠偏为 WGS 84 / CGCS2000，再删去该声明。',
    en: 'Undo the shift to WGS 84 / CGCS2000 first, then remove the member.',
  },
  projected: {
    zh: '转换为经纬度，例如：ogr2ogr -t_srs EPSG:4490 新文件.geojson 旧文件.geojson，再删去该声明。',
    en: 'Convert it to degrees, for example: ogr2ogr -t_srs EPSG:4490 new.geojson old.geojson, and remove the member.',
  },
  other: {
    zh: '转换为 WGS 84 后删去该声明（RFC 7946 第 4 节）。',
    en: 'Convert it to WGS 84 and remove the member (RFC 7946, section 4).',
  },
  unknown: {
    zh: '确认坐标是 WGS 84 或 CGCS2000 经纬度，再删去该声明（RFC 7946 第 4 节）。',
    en: 'Make sure that the positions are WGS 84 or CGCS2000 degrees, then remove the member (RFC 7946, section 4).',
  },
};

/**
 * Interprets the text of a declaration: a code in any notation (`EPSG:4490`, URN with or without version,
 * URL, `OGC:CRS84`), a name, WKT or a PROJ string. For a compound system the horizontal part counts, which
 * comes first.
 */
export function crsMeaning(text: string): CrsMeaning {
  if (/\bCRS[\s:/_-]*84h?\b|\bOGC:2:84\b/i.test(text)) return { kind: 'same' };
  const isWkt = /^\s*(PROJ|GEOG|GEOD|COMPD|BOUND|COMPOUND)[A-Z]*\s*\[/i.test(text);
  const code = isWkt ? undefined : epsgCode(text);
  if (code !== undefined) return meaningOfCode(code);
  return meaningOfName(text);
}

function epsgCode(text: string): number | undefined {
  if (!/epsg|esri|^\s*\d+\s*$/i.test(text)) return undefined;
  // A version has a dot or fewer digits: EPSG:9.6:4490, EPSG/0/4490.
  const code = /(?<![\d.])\d{4,6}(?![\d.]*\d)/.exec(text)?.[0];
  return code === undefined ? undefined : Number(code);
}

/**
 * WGS 84 and its realisations and CGCS2000, in two and three dimensions: equal to within some decimetres.
 */
const SAME_CODES: readonly number[] = [
  ...[4326, 4979, 4490, 4480],
  ...[9053, 9054, 9055, 9056, 9057, 9755, 10606],
  ...[7657, 7659, 7661, 7663, 7665, 9754, 10605],
];

const OLD_DATUMS = {
  xian80: { zh: '西安 80', en: "Xi'an 1980" },
  beijing54: { zh: '北京 54', en: 'Beijing 1954' },
  newBeijing: { zh: '新北京 54', en: 'New Beijing 1954' },
} as const;

const OLD_CODES = new Map<number, Bilingual>([
  [4610, OLD_DATUMS.xian80],
  [4214, OLD_DATUMS.beijing54],
  [4555, OLD_DATUMS.newBeijing],
]);

const GAUSS_KRUEGER = { zh: '高斯–克吕格投影', en: 'Gauss–Krüger' } as const;

/** Code ranges of projected systems, with their descriptions. */
const PROJECTED_CODES: readonly (readonly [first: number, last: number, name: Bilingual])[] = [
  [4491, 4554, { zh: 'CGCS2000 高斯–克吕格投影', en: 'CGCS2000 Gauss–Krüger' }],
  [2327, 2390, { zh: '西安 80 高斯–克吕格投影', en: "Xi'an 1980 Gauss–Krüger" }],
  [2401, 2442, { zh: '北京 54 高斯–克吕格投影', en: 'Beijing 1954 Gauss–Krüger' }],
  [21413, 21463, { zh: '北京 54 高斯–克吕格投影', en: 'Beijing 1954 Gauss–Krüger' }],
  [4568, 4589, { zh: '新北京 54 高斯–克吕格投影', en: 'New Beijing 1954 Gauss–Krüger' }],
  [4652, 4656, { zh: '新北京 54 高斯–克吕格投影', en: 'New Beijing 1954 Gauss–Krüger' }],
  [4766, 4800, { zh: '新北京 54 高斯–克吕格投影', en: 'New Beijing 1954 Gauss–Krüger' }],
  [4812, 4822, { zh: '新北京 54 高斯–克吕格投影', en: 'New Beijing 1954 Gauss–Krüger' }],
  [32601, 32761, { zh: 'WGS 84 UTM', en: 'WGS 84 UTM' }],
  [3857, 3857, { zh: '网络墨卡托', en: 'web Mercator' }],
  [3785, 3785, { zh: '网络墨卡托', en: 'web Mercator' }],
  [3395, 3395, { zh: '世界墨卡托', en: 'world Mercator' }],
  [900913, 900913, { zh: '网络墨卡托', en: 'web Mercator' }],
  [102100, 102100, { zh: '网络墨卡托', en: 'web Mercator' }],
  [102113, 102113, { zh: '网络墨卡托', en: 'web Mercator' }],
];

function meaningOfCode(code: number): CrsMeaning {
  if (SAME_CODES.includes(code)) return { kind: 'same' };
  const old = OLD_CODES.get(code);
  if (old !== undefined) return { kind: 'old-datum', name: old };
  const projected = PROJECTED_CODES.find(([first, last]) => code >= first && code <= last);
  if (projected !== undefined) return { kind: 'projected', name: projected[2] };
  return { kind: 'other', name: { zh: `代码 ${code}`, en: `code ${code}` } };
}

const PROJECTED_WORDS =
  /PROJ(CS|CRS)|utm|gauss|kr(ue|ü|u)ger|(^|[\s_/])(3|6)[\s_-]*degree|(^|[\s_/])gk([\s_]|$)|mercator|lambert|albers|\+proj=(?!long|lat)|高斯|投影|墨卡托|度带|中央(子午线|经线)/i;

function meaningOfName(text: string): CrsMeaning {
  const name = text.normalize('NFKC').toLowerCase();
  const plain = name.replace(/[^\p{Letter}\p{Number}]/gu, '');
  const shifted = SHIFTED.find(([pattern]) => pattern.test(plain));
  if (shifted !== undefined) return { kind: 'shifted', name: shifted[1] };
  const old = OLD_NAMES.find(([pattern]) => pattern.test(plain));
  if (PROJECTED_WORDS.test(name)) {
    return { kind: 'projected', name: old === undefined ? projectionOf(name) : old[1] };
  }
  if (old !== undefined) return { kind: 'old-datum', name: old[1] };
  return SAME_NAMES.test(plain) ? { kind: 'same' } : { kind: 'unknown' };
}

function projectionOf(name: string): Bilingual {
  return /gauss|gk|degree|高斯|度带/.test(name)
    ? GAUSS_KRUEGER
    : { zh: '投影坐标', en: 'projected' };
}

const SHIFTED: readonly (readonly [RegExp, Bilingual])[] = [
  [/gcj0?2|火星|mars(coord)?/, { zh: 'GCJ-02，火星坐标', en: 'GCJ-02' }],
  [/bd0?9|百度|baidu/, { zh: 'BD-09，百度坐标', en: 'BD-09' }],
];

const OLD_NAMES: readonly (readonly [RegExp, Bilingual])[] = [
  [/newbeijing|新北京/, OLD_DATUMS.newBeijing],
  [/xian(19)?80|西安(19)?80|(19)?80西安|国家80/, OLD_DATUMS.xian80],
  [/beijing(19)?54|北京(19)?54|(19)?54北京/, OLD_DATUMS.beijing54],
];

const SAME_NAMES =
  /wgs(19)?84|worldgeodeticsystem(19)?84|cgcs2000|chinageodeticcoordinatesystem2000|china2000|2000国家大地|国家(大地坐标系?)?2000|大地2000/;
