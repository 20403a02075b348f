import {
  meridianCode,
  prefixedCode,
  prefixedZone,
} from '../../../domain/coordinates/gauss-krueger-zone.ts';
import { SEMI_MAJOR_AXIS } from '../../../domain/earth.ts';
import type { DeclaredCrs } from '../raw-dataset.ts';
import { crsKind, epsgNumber, knownCrs } from './crs-definition.ts';

/**
 * Reads well-known text of a coordinate reference system (WKT 1, Esri's spelling of it, WKT 2). Datum and
 * parameters decide, not the name: Esri writes Gauss–Krüger in a dozen ways. How it may be converted to WGS 84
 * (`TOWGS84`, the target of a bound system) says nothing of what it is.
 */
export function crsOfWkt(wkt: string): DeclaredCrs {
  const text = withoutConversion(wkt.replace(/^\uFEFF/, '').trim());
  if (text === '') return { kind: 'none' };
  const name = /^\s*\w+\s*\[\s*"([^"]*)"/.exec(text)?.[1] ?? text.slice(0, 60);
  const datum = datumOf(text);
  if (datum === undefined || !isInDegreesOfGreenwich(text)) return unusable(name);
  if (!/PROJC|PROJECTEDCRS/i.test(text))
    return { kind: 'known', code: datum === 'CGCS2000' ? 'EPSG:4490' : 'EPSG:4326' };
  return planeOfWkt(text, datum === 'CGCS2000') ?? byAuthority(text) ?? unusable(name);
}

/** Without what is said of another system: parameters to WGS 84, and the target of a bound system. */
function withoutConversion(text: string): string {
  const source = /SOURCECRS\s*\[([\s\S]*)\]\s*,\s*TARGETCRS/i.exec(text)?.[1];
  return (source ?? text).replace(/,?\s*TOWGS84\s*\[[^\]]*\]/gi, '').trim();
}

/** Whether longitudes count from Greenwich, and angles are degrees; so they are where nothing is said. */
function isInDegreesOfGreenwich(text: string): boolean {
  const meridian = /PRIME(?:M|MERIDIAN)\s*\[\s*"[^"]*"\s*,\s*(-?[\d.]+)/i.exec(text)?.[1];
  const units = [
    ...text.matchAll(/(?:ANGLE)?UNIT\s*\[\s*"(?:deg|grad|gon|rad)[^"]*"\s*,\s*([\d.]+)/gi),
  ];
  const areDegrees = units.every(([, size]) => Math.abs(Number(size) - Math.PI / 180) < 1e-9);
  return (meridian === undefined || Number(meridian) === 0) && areDegrees;
}

/** The datum, by its own name and the size of its ellipsoid; undefined for any that is not read. */
function datumOf(text: string): 'CGCS2000' | 'WGS84' | undefined {
  const names = [...text.matchAll(/(?:DATUM|GEODETICDATUM|TRF|ENSEMBLE)\s*\[\s*"([^"]*)"/gi)].map(
    ([, name = '']) => name,
  );
  // A vertical datum stands beside it in a compound system.
  const said = names[0] ?? /(?:GEOGCS|GEOGCRS|GEODCRS)\s*\[\s*"([^"]*)"/i.exec(text)?.[1] ?? '';
  const axis = /(?:SPHEROID|ELLIPSOID)\s*\[\s*"[^"]*"\s*,\s*([\d.]+)/i.exec(text)?.[1];
  if (axis !== undefined && Math.abs(Number(axis) - SEMI_MAJOR_AXIS) > 0.01) return undefined;
  if (/CGCS[_ ]?2000|China[_ ]?(?:Geodetic[_ ]?)?(?:Coordinate[_ ]?System[_ ]?)?2000/i.test(said))
    return 'CGCS2000';
  return /WGS[_ ]?(?:19)?84|World[_ ]Geodetic[_ ]System[_ ]1984/i.test(said) ? 'WGS84' : undefined;
}

function planeOfWkt(text: string, isOwnDatum: boolean): DeclaredCrs | undefined {
  const parameter = (pattern: string): number | undefined => {
    const [, value] =
      new RegExp(`"${pattern}"\\s*,\\s*(-?[\\d.]+(?:e[-+]?\\d+)?)`, 'i').exec(text) ?? [];
    return value === undefined ? undefined : Number(value);
  };
  if (/Pseudo[-_ ]?Mercator|Mercator_Auxiliary_Sphere/i.test(text))
    return { kind: 'known', code: 'EPSG:3857' };
  if (!IS_TRANSVERSE.test(text)) return undefined;
  const [, unit] =
    [...text.matchAll(/(?:LENGTH)?UNIT\s*\[\s*"(?!deg)[^"]*"\s*,\s*([\d.]+)/gi)].at(-1) ?? [];
  if (unit !== undefined && Number(unit) !== 1) return undefined;
  const meridian = parameter('(?:central[_ ]meridian|longitude of natural origin)');
  const easting = parameter('false[_ ]easting');
  const scale = parameter('scale[_ ]factor(?: at natural origin)?') ?? 1;
  const northing = parameter('false[_ ]northing') ?? 0;
  const origin = parameter('(?:latitude[_ ]of[_ ]origin|latitude of natural origin)') ?? 0;
  if (meridian === undefined || easting === undefined || northing !== 0 || origin !== 0)
    return undefined;
  if (!isOwnDatum) {
    const zone = (meridian + 183) / 6;
    // On the same ellipsoid a Gauss–Krüger plane is that of CGCS2000.
    if (scale === 0.9996) return easting === 500_000 ? known(`EPSG:${32600 + zone}`) : undefined;
  }
  if (scale !== 1) return undefined;
  const width = widthIn(text);
  // Without a prefix, zones of both widths are the same numbers.
  return zoneOf(meridian, easting, width) ?? zoneOf(meridian, easting, width === 3 ? 6 : 3);
}

/** 3° or 6°, as the name says; 3° when it does not. */
function widthIn(text: string): 3 | 6 {
  const [, width] = /([36])[_ -]?degree/i.exec(text) ?? [];
  return width === '6' ||
    (width === undefined && /CGCS2000(?:[_ ]GK[_ ]|\s*\/\s*Gauss)/i.test(text))
    ? 6
    : 3;
}

/** The zone of CGCS2000 with a central meridian and a false easting, of which whole millions are the prefix. */
export function zoneOf(
  meridian: number,
  easting: number,
  widthDegrees: 3 | 6,
): DeclaredCrs | undefined {
  const prefix = (easting - 500_000) / 1_000_000;
  if (prefix === 0 && (meridian < 75 || meridian > 135)) return undefined;
  if (prefix === 0)
    return known(`EPSG:${meridianCode({ widthDegrees, centralMeridian: meridian })}`);
  const zone = Number.isInteger(prefix) ? prefixedZone(prefix) : undefined;
  return zone?.centralMeridian === meridian ? known(`EPSG:${prefixedCode(prefix)}`) : undefined;
}

/** The code of a plane of another method; where parameters of Gauss–Krüger are given, they have decided. */
function byAuthority(text: string): DeclaredCrs | undefined {
  if (IS_TRANSVERSE.test(text)) return undefined;
  const all = [...text.matchAll(/(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d+)/gi)];
  const [, number] = all.at(-1) ?? [];
  return number !== undefined && crsKind(`EPSG:${number}`) === 'plane'
    ? known(`EPSG:${number}`)
    : undefined;
}

const IS_TRANSVERSE = /Transverse[_ ]Mercator|Gauss[_ ]?Kr/i;

function known(code: string): DeclaredCrs | undefined {
  const found = knownCrs(code);
  return found === undefined ? undefined : { kind: 'known', code: found };
}

function unusable(name: string): DeclaredCrs {
  return { kind: 'unusable', name };
}

/** Reads the name of a system: a code, a URN, `CGCS2000`, `2000国家大地坐标系` with zone, `西安80`. */
export function crsOfName(name: string): DeclaredCrs {
  const text = name.trim();
  if (text === '') return { kind: 'none' };
  const code = knownCrs(text);
  if (code !== undefined) return { kind: 'known', code };
  if (
    /西安\s*(?:19)?80|1980\s*西安|xi'?an[_ ]?(?:19)?80|北京\s*(?:19)?54|1954\s*(?:年)?北京|beijing[_ ]?(?:19)?54/i.test(
      text,
    )
  )
    return unusable(text);
  if (epsgNumber(text) !== undefined) return unusable(text);
  if (
    /^(?:CGCS\s*2000|2000\s*国家大地坐标系|国家\s*2000)(?:经纬度|大地坐标|地理坐标)?(?:坐标系)?$/i.test(
      text,
    )
  )
    return { kind: 'known', code: 'EPSG:4490' };
  return unusable(text);
}
