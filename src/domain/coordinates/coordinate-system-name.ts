import {
  gaussKruegerZone,
  meridianCode,
  prefixedCode,
  prefixedZone,
} from './gauss-krueger-zone.ts';

/** A coordinate system that a text names. */
export type NamedSystem =
  | { readonly kind: 'degrees'; readonly name: string }
  /** One of these EPSG codes; a zone name does not say whether its number precedes the easting. */
  | { readonly kind: 'plane'; readonly codes: readonly number[] }
  | { readonly kind: 'other-datum' | 'unknown-crs'; readonly name: string };

/** Names of datums and maps whose positions are shifted, with the name that the app reports to the user. */
const OTHER_DATUMS: readonly (readonly [RegExp, string])[] = [
  [/\bbd-?0?9(?:ll|mc)?/i, 'BD-09'],
  [/\bgcj(?:-?0?2)?(?:ll)?(?!\w)|火星坐标系?|\bmars coordinates?|国测局坐标/i, 'GCJ-02'],
  [/百度(?:地图|坐标系?)?|\bbaidu(?:map)?|\bbdapp\b|\bbmap\b/i, 'BD-09'],
  [
    /高德(?:地图|坐标系?)?|(?:\b|ios|android)amap(?:uri)?\b|\bautonavi\b|\bgaode\b|腾讯(?:地图|坐标)?|\bmap\.qq\.com|\btencent\b|\bgoogle\.cn\b|\bditu\.google\b|\bcn\.bing\.com/i,
    'GCJ-02',
  ],
  [
    /新?北京\s*(?:(?:19)?54|五四)(?:坐标系?)?|1954\s*年?\s*北京(?:坐标系?)?|\bbj-?(?:19)?54\b|\bbeijing[\s_-]*(?:19)?54\b/i,
    'Beijing 54',
  ],
  [
    /西安\s*(?:(?:19)?80|八[〇零])(?:坐标系?)?|1980\s*年?\s*西安(?:坐标系?)?|\bxian?-?(?:19)?80\b|\bxi'?an[\s_-]*(?:19)?80\b/i,
    'Xi’an 80',
  ],
  [/\bpulkovo(?:[\s_-]*(?:19)?(?:42|95))?\b/i, 'Pulkovo'],
  [/\b(?:nad[\s_-]?(?:27|83)|ed[\s_-]?50|twd[\s_-]?(?:67|97)|jgd[\s_-]?2\d{3}|osgb(?:36)?)\b/i, ''],
  [/\btokyo\s*(?:datum|97)/i, 'Tokyo'],
  [/\b(?:hong kong 1980|hk[\s_-]?80)\b/i, 'Hong Kong 1980'],
];

/** Systems and grids that the app cannot read. */
const UNREAD: readonly (readonly [RegExp, string])[] = [
  [/\butm\b(?:\s*zone)?(?:\s*\d{1,2}\s*[a-z]?\b)?/i, 'UTM'],
  [/^\d{1,2}[c-hj-np-x]\s?[a-hj-np-z]{2}\s?\d{2,5}\s?\d{2,5}$/i, 'MGRS'],
  [/^[23456789cfghjmpqrvwx]{4,8}\+[23456789cfghjmpqrvwx]{2,4}(?:\s|$)/i, 'Plus Code'],
  [/\besri:?\s*\d+/i, 'ESRI'],
];

/**
 * `EPSG:4528`, `EPSG::4528`, `EPSG/0/4528`, `SRID=4490`, `epsg 4549`; without a whole number there is no
 * code.
 */
const CODE =
  /\b(?:urn:ogc:def:crs:)?(?:epsg|srid|wkid)[\s:=/]*(?:[\d.]+[:/]+(?=\d{4}))?\s*(\d+(?!\d|\.\d))?/i;
const CRS84 = /(?:urn:ogc:def:crs:)?\bogc:[\d.:]*crs:?84\b|\bcrs:?84\b/i;
const WGS84 = /\bwgs[\s_-]?(?:19)?84(?:ll)?(?:坐标系?)?(?!\d)/i;
const CGCS2000 =
  /\bcgcs[\s_-]?2000(?:坐标系?)?(?!\d)|2000\s*国家大地坐标系?|国家\s*2000(?:大地)?(?:坐标系?)?/i;
/** `3-degree Gauss-Kruger zone 40`, `3_Degree_GK_CM_120E`. */
const ZONE_NAME =
  /(?<![\d.])([36])[\s_-]*degree[\s_-]*(?:gauss[\s_-]*kr(?:ü|ue|u)ger|gk)[\s_-]*(?:zone[\s_-]*(\d{2})\b|cm[\s_-]*(\d{2,3})\s*°?\s*e\b)/i;
const MERIDIAN =
  /(?:中央子午线|中央经线|central meridian)\s*[:=]?\s*(?:东经)?\s*(\d{2,3})\s*[°度]?\s*e?/i;
const ZONE_WIDTH = /[36三六]\s*[°度]\s*(?:分)?带/;
const ZONE_NUMBER = /(?:第\s*(\d{2})\s*(?:度)?带|\b(\d{2})\s*带|带号\s*[:=]?\s*(\d{2}))/;

/**
 * The system that a text names, and the text without its name, so that no digit of a name is taken for a
 * coordinate. A shifted datum or an unknown code has priority over all other names.
 */
export function takeSystemName(text: string): {
  readonly rest: string;
  readonly named: NamedSystem | undefined;
} {
  let rest = text;
  const found: NamedSystem[] = [];
  const take = (
    pattern: RegExp,
    name: (match: RegExpExecArray) => NamedSystem | undefined,
  ): void => {
    const match = pattern.exec(rest);
    if (match === null) return;
    const named = name(match);
    if (named !== undefined) found.push(named);
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
  };
  // A map that normally shifts its positions may state that this position is not shifted.
  const isPlain = /\bcoord(?:inate|_?type|_?sys)?s?=wgs84/i.test(text);
  for (const [pattern, name] of OTHER_DATUMS)
    take(pattern, ([words]) =>
      isPlain ? undefined : { kind: 'other-datum', name: name || words.toUpperCase() },
    );
  for (const [pattern, name] of UNREAD) take(pattern, () => ({ kind: 'unknown-crs', name }));
  take(CODE, ([, digits]) => systemOfCode(digits));
  take(CRS84, () => ({ kind: 'degrees', name: 'OGC:CRS84' }));
  take(ZONE_NAME, ([, , zone, meridian]) =>
    zone === undefined ? planeOfMeridian(Number(meridian)) : planeOfZone(Number(zone)),
  );
  take(WGS84, () => ({ kind: 'degrees', name: 'WGS 84' }));
  take(CGCS2000, () => undefined);
  take(ZONE_WIDTH, () => undefined);
  take(ZONE_NUMBER, ([, ...numbers]) => planeOfZone(Number(numbers.find((number) => number))));
  take(MERIDIAN, ([, meridian]) => planeOfMeridian(Number(meridian)));
  const named =
    found.find(({ kind }) => kind === 'other-datum') ??
    found.find(({ kind }) => kind === 'unknown-crs') ??
    found.find(({ kind }) => kind === 'plane') ??
    found[0];
  return { rest: rest === text ? text : rest.replace(/\s+/g, ' ').trim(), named };
}

/**
 * The system of an EPSG code; the codes of Xi'an 1980 and Beijing 1954 are those of EPSG dataset v10.098.
 */
function systemOfCode(digits: string | undefined): NamedSystem {
  if (digits === undefined) return { kind: 'unknown-crs', name: 'EPSG' };
  const code = Number(digits);
  if (code === 4326 || code === 4490 || code === 4979)
    return { kind: 'degrees', name: `EPSG:${code}` };
  if (code === 3857 || gaussKruegerZone(code) !== undefined)
    return { kind: 'plane', codes: [code] };
  if (code === 4610 || (code >= 2327 && code <= 2390))
    return { kind: 'other-datum', name: `EPSG:${code} (Xi’an 80)` };
  if (code === 4214 || (code >= 2401 && code <= 2442) || (code >= 21413 && code <= 21483))
    return { kind: 'other-datum', name: `EPSG:${code} (Beijing 54)` };
  return { kind: 'unknown-crs', name: `EPSG:${digits.slice(0, 12)}` };
}

function planeOfZone(prefix: number): NamedSystem {
  const zone = prefixedZone(prefix);
  return zone === undefined
    ? { kind: 'unknown-crs', name: `CGCS2000 ${prefix}` }
    : { kind: 'plane', codes: [prefixedCode(prefix), meridianCode(zone)] };
}

function planeOfMeridian(meridian: number): NamedSystem {
  return meridian % 3 === 0 && meridian >= 75 && meridian <= 135
    ? planeOfZone(meridian / 3)
    : { kind: 'unknown-crs', name: `CGCS2000 CM ${meridian}°` };
}
