import type { Position } from '../geometry.ts';

/** Why a coordinate that somebody typed is none. */
export type CoordinateFault = 'longitude' | 'latitude' | 'minutes' | 'metres' | 'zone' | 'unclear';

/** Plane coordinates as a survey office writes them, in metres (CGCS2000, Gauss–Krüger, 3° zones). */
export type PlaneCoordinate = {
  /** Without zone prefix: 500 000 on the central meridian. */
  readonly easting: number;
  readonly northing: number;
  /** EPSG:4528 writes the zone, 40, before the easting; EPSG:4549 does not. */
  readonly system: 'EPSG:4549' | 'EPSG:4528';
};

/** What a text that looks like a coordinate says. */
export type TypedCoordinate =
  | { readonly kind: 'degrees'; readonly position: Position }
  | { readonly kind: 'metres'; readonly plane: PlaneCoordinate }
  | { readonly kind: 'fault'; readonly fault: CoordinateFault };

/** The zone of 3° whose central meridian is 120° E: the one that this coast lies in. */
const ZONE = 40;
/** Plan articles end at 85: two small whole numbers are articles, not a place. */
const LAST_ARTICLE = 85;

/**
 * Reads a coordinate: degrees in either order, with or without N, S, E, W, as decimals or as degrees,
 * minutes and seconds; or metres in EPSG:4549 or EPSG:4528, northing and easting in either order, told
 * apart by their size. Undefined for a text that is something else, such as a name.
 */
export function parseCoordinate(text: string): TypedCoordinate | undefined {
  const plain = normalised(text);
  if (!/^[\d\s.,°'"NSEW+-]+$/.test(plain)) return undefined;
  const tokens = plain.match(/[NSEW]|[+-]?\d+(?:\.\d+)?|[°'"]/g) ?? [];
  const numbers = tokens.filter(isNumber).map(Number);
  if (numbers.length < 2 || (isArticles(numbers) && !/[°NSEW.]/.test(plain))) return undefined;
  if (numbers.length === 2 && numbers.some((value) => Math.abs(value) >= 1000))
    return parseMetres(numbers);
  return parseDegrees(tokens, numbers.length);
}

function normalised(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(
      /EPSG:\s*\d+|经度|纬度|longitude|latitude|easting|northing|\blon\b|\blat\b|[=:]/gi,
      ' ',
    )
    .replace(/北纬|北/g, 'N')
    .replace(/东经|东/g, 'E')
    .replace(/南纬/g, 'S')
    .replace(/西经/g, 'W')
    .replace(/[º˚度]/g, '°')
    .replace(/[′’‘´分]/g, "'")
    .replace(/[″”“秒]|''/g, '"')
    .replace(/[−–]/g, '-')
    .replace(/[，;；/]/g, ',')
    .replace(/(?<=\d)\s*(?:m|米)(?![a-z])/gi, ' ')
    .toUpperCase();
  // Digits grouped in threes, where a comma or letters keep the two numbers apart.
  return /[,NE]/.test(plain) ? plain.replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, '') : plain;
}

function isNumber(token: string): boolean {
  return /\d/.test(token);
}

function isArticles(numbers: readonly number[]): boolean {
  return numbers.every((value) => value >= 1 && value <= LAST_ARTICLE && Number.isInteger(value));
}

function parseMetres([one = 0, other = 0]: readonly number[]): TypedCoordinate {
  const [easting, northing] = isEasting(one) && isNorthing(other) ? [one, other] : [other, one];
  if (!isEasting(easting) || !isNorthing(northing)) return { kind: 'fault', fault: 'metres' };
  if (easting < 1e6) return { kind: 'metres', plane: { easting, northing, system: 'EPSG:4549' } };
  if (Math.floor(easting / 1e6) !== ZONE) return { kind: 'fault', fault: 'zone' };
  const plane = { easting: easting - ZONE * 1e6, northing, system: 'EPSG:4528' } as const;
  return { kind: 'metres', plane };
}

/** A zone of 3° is at most 335 km wide; with a prefix the easting has eight digits. */
function isEasting(value: number): boolean {
  return (value >= 3e5 && value <= 7e5) || (value >= 1.3e7 && value < 6.1e7);
}

/** Metres from the equator, up to the pole. */
function isNorthing(value: number): boolean {
  return value >= 1e6 && value <= 1.0002e7;
}

/** One half of a coordinate as typed: degrees, minutes, seconds, and the hemisphere if it was named. */
type Angle = { readonly parts: readonly number[]; readonly hemisphere: string | undefined };

function parseDegrees(tokens: readonly string[], count: number): TypedCoordinate {
  const angles = anglesOf(tokens, count);
  const [one, other] = angles;
  if (one === undefined || other === undefined || angles.length > 2)
    return { kind: 'fault', fault: 'unclear' };
  if (angles.some(({ parts }) => parts.slice(1).some((part) => part < 0 || part >= 60)))
    return { kind: 'fault', fault: 'minutes' };
  const isOneLongitude = isLongitude(one) ?? not(isLongitude(other)) ?? Math.abs(degrees(one)) > 90;
  const isOtherLongitude = isLongitude(other) ?? !isOneLongitude;
  if (isOneLongitude === isOtherLongitude) return { kind: 'fault', fault: 'unclear' };
  const [longitude, latitude] = isOneLongitude
    ? [degrees(one), degrees(other)]
    : [degrees(other), degrees(one)];
  if (Math.abs(longitude) > 180) return { kind: 'fault', fault: 'longitude' };
  if (Math.abs(latitude) > 90) return { kind: 'fault', fault: 'latitude' };
  return { kind: 'degrees', position: [longitude, latitude] };
}

function anglesOf(tokens: readonly string[], count: number): readonly Angle[] {
  const leads = /[NSEW]/.test(tokens[0] ?? '');
  const hasDegreeSigns = tokens.filter((token) => token === '°').length === 2;
  const size = count / 2;
  const angles: { parts: number[]; hemisphere: string | undefined }[] = [];
  let [hemisphere, inAngle]: [string | undefined, number] = [undefined, 0];
  for (const [index, token] of tokens.entries()) {
    if (isNumber(token)) {
      const begins = hasDegreeSigns ? tokens[index + 1] === '°' : inAngle % size === 0;
      if (begins || angles.length === 0) angles.push({ parts: [], hemisphere: undefined });
      const angle = angles.at(-1);
      angle?.parts.push(Number(token));
      inAngle += 1;
      if (angle !== undefined && leads && hemisphere !== undefined) angle.hemisphere = hemisphere;
      if (leads) hemisphere = undefined;
    } else if (/[NSEW]/.test(token)) {
      const angle = angles.at(-1);
      if (leads) hemisphere = token;
      else if (angle !== undefined) angle.hemisphere = token;
    }
  }
  const isEven = Number.isInteger(size) && size <= 3;
  return (hasDegreeSigns || isEven) && angles.every(({ parts }) => parts.length <= 3) ? angles : [];
}

function degrees({ parts: [whole = 0, minutes = 0, seconds = 0], hemisphere }: Angle): number {
  const size = Math.abs(whole) + minutes / 60 + seconds / 3600;
  const isNegative = whole < 0 || hemisphere === 'S' || hemisphere === 'W';
  return isNegative ? -size : size;
}

function isLongitude({ hemisphere }: Angle): boolean | undefined {
  return hemisphere === undefined ? undefined : hemisphere === 'E' || hemisphere === 'W';
}

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
