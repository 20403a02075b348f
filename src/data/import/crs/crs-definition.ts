import { gaussKruegerZone } from '../../../domain/coordinates/gauss-krueger-zone.ts';

/** A coordinate reference system that is read, by its code. */
export type CrsCode =
  | 'EPSG:4326'
  | 'EPSG:4490'
  | 'EPSG:3857'
  | 'GCJ-02'
  | 'BD-09'
  | `EPSG:${number}`;

/** How the coordinates of a code become degrees. */
export type CrsKind = 'degrees' | 'shifted' | 'plane';

/** The codes of degrees that lie where WGS 84 does, to within a metre: WGS 84 in 2D and 3D, CGCS2000 in 2D and 3D. */
const DEGREES = [4326, 4979, 4490, 4480];

/** The codes of plane systems beside the zones of CGCS2000: web Mercator, and UTM 49N to 52N of WGS 84. */
const PLANES = [3857, 32649, 32650, 32651, 32652];

/** The kind of a code, or undefined when it is not read. */
export function crsKind(code: string): CrsKind | undefined {
  if (code === 'GCJ-02' || code === 'BD-09') return 'shifted';
  const number = epsgNumber(code);
  if (number === undefined) return undefined;
  if (DEGREES.includes(number)) return 'degrees';
  return PLANES.includes(number) || gaussKruegerZone(number) !== undefined ? 'plane' : undefined;
}

/** The number of an EPSG code in any spelling (`EPSG:4490`, a URN, a URL of OGC); undefined for other texts. */
export function epsgNumber(text: string): number | undefined {
  if (/CRS:?84h?$/i.test(text)) return 4326;
  const [, digits] = /EPSG[^\d]*(?:\d+(?:\.\d+)*[:/])?(\d{4,6})$/i.exec(text.trim()) ?? [];
  if (digits !== undefined) return Number(digits);
  return /^\d{4,6}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}

/** The code in the spelling that is shown, or undefined when the system is not read. */
export function knownCrs(text: string): CrsCode | undefined {
  const plain = text.trim().toUpperCase();
  if (/^GCJ[-_ ]?0?2$/.test(plain)) return 'GCJ-02';
  if (/^BD[-_ ]?0?9(?:LL)?$/.test(plain)) return 'BD-09';
  if (/^(?:WGS[-_ ]?84|GPS)$/.test(plain)) return 'EPSG:4326';
  if (/^CGCS[-_ ]?2000$/.test(plain)) return 'EPSG:4490';
  const number = epsgNumber(text);
  const code = number === undefined ? undefined : (`EPSG:${number}` as const);
  return code !== undefined && crsKind(code) !== undefined ? code : undefined;
}

/** The proj4 definition of a plane system. @throws RangeError for any other code. */
export function planeDefinition(code: string): string {
  const number = epsgNumber(code) ?? 0;
  const zone = gaussKruegerZone(number);
  if (zone !== undefined) {
    const east = (zone.prefix ?? 0) * 1_000_000 + 500_000;
    return `+proj=tmerc +lat_0=0 +lon_0=${zone.centralMeridian} +k=1 +x_0=${east} +y_0=0 +ellps=GRS80 +units=m +no_defs`;
  }
  if (number === 3857) return 'EPSG:3857';
  if (number >= 32649 && number <= 32652)
    return `+proj=utm +zone=${number - 32600} +datum=WGS84 +units=m +no_defs`;
  throw new RangeError(`no plane is known as ${code}`);
}

/** How far from its central meridian a plane is used, in metres: the widest zones and some more. */
const HALF_WIDTH_M = 500_000;
/** Northings from the equator to the pole; the half of a side of web Mercator. */
const [NORTHERNMOST_M, MERCATOR_M] = [10_002_000, 20_037_509];

/**
 * Makes the test whether a position can be of a system at all: degrees of a globe, or metres near the central
 * meridian, with the zone's number in front of the easting where the system has it.
 */
export function withinOf(code: string): (x: number, y: number) => boolean {
  switch (crsKind(code)) {
    case 'degrees':
    case 'shifted':
      return (x, y) => Math.abs(x) <= 180 && Math.abs(y) <= 90;
    case 'plane': {
      const number = epsgNumber(code) ?? 0;
      if (number === 3857) return (x, y) => Math.abs(x) <= MERCATOR_M && Math.abs(y) <= MERCATOR_M;
      const east = (gaussKruegerZone(number)?.prefix ?? 0) * 1_000_000 + 500_000;
      return (x, y) => Math.abs(x - east) <= HALF_WIDTH_M && y >= 0 && y <= NORTHERNMOST_M;
    }
    case undefined:
      return () => false;
  }
}
