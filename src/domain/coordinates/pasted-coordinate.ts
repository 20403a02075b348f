/** Which of two numbers comes first; `either` decides by their size. */
export type AxisOrder = 'latitude-first' | 'longitude-first' | 'either';

/** The contents of a pasted format: the text of its position, or why it has none. */
export type PastedCoordinate =
  | { readonly text: string; readonly order: AxisOrder }
  | { readonly fault: 'several' | 'link' };

const NUMBER = String.raw`[+-]?\d+(?:\.\d+)?`;
/** Where a pair of numbers ends: not before more digits, nor before a third and a fourth number. */
const END_OF_PAIR = String.raw`(?!\d|\.\d|\s+[\d.]|\s*,\s*\d+\s*,\s*\d+(?:[^\da-z.]|$))`;
/** Two numbers joined as in URLs of maps. */
const PAIR = String.raw`(${NUMBER})\s*[,~_]\s*(${NUMBER})${END_OF_PAIR}`;
const DECIMAL = String.raw`[+-]?\d+\.\d+`;
/** A number as a program writes it after a name; only the end of the value may follow. */
const VALUE = String.raw`["']?\s*[=:]\s*["']?\s*(${NUMBER})(?=["']?\s*(?:[&;}\])#/>|?]|,\s*(?:["'][a-z]|[a-z_]+\s*[:=])|$)|["']\s)`;

/**
 * Recognises a position pasted from elsewhere: an address of a map, `geo:` (RFC 5870), WKT and EWKT (OGC
 * 06-103r4), GeoJSON and other objects, KML, GML and GPX, ISO 6709, calls such as `LatLng(35.95, 120.2)`.
 * Returns undefined for any other text, including typed coordinates.
 */
export function pastedCoordinate(text: string): PastedCoordinate | undefined {
  return (
    fromGeoUri(text) ??
    fromWkt(text) ??
    fromMarkup(text) ??
    fromIso6709(text) ??
    fromNmea(text) ??
    fromCall(text) ??
    fromAddress(text) ??
    fromObject(text)
  );
}

function pair(match: RegExpMatchArray | null, order: AxisOrder): PastedCoordinate | undefined {
  return match === null ? undefined : { text: `${match[1]} ; ${match[2]}`, order };
}

function fromGeoUri(text: string): PastedCoordinate | undefined {
  if (!/^geo:/i.test(text)) return undefined;
  const asked = new RegExp(`[?&]q=${PAIR}`, 'i').exec(safelyDecoded(text));
  // The text names a system other than WGS 84; the name of WGS 84 is already removed here.
  if (/;crs=\w/i.test(text)) return { fault: 'link' };
  const place = new RegExp(`^geo:\\s*${PAIR}`, 'i').exec(text);
  const isAsked = asked !== null && place?.[1] === '0' && place[2] === '0';
  return pair(isAsked ? asked : place, 'latitude-first') ?? { fault: 'link' };
}

const POINT = new RegExp(
  `^[\\s;]*(?:MULTI)?POINT\\s*(?:ZM|Z|M)?\\s*\\(+\\s*(${NUMBER})[\\s,]+(${NUMBER})(?:\\s+${NUMBER}){0,2}\\s*\\)+$`,
  'i',
);
const OTHER_WKT =
  /^[\s;]*(?:MULTIPOINT|(?:MULTI)?LINESTRING|(?:MULTI)?POLYGON|GEOMETRYCOLLECTION)\s*(?:ZM|Z|M)?\s*\(/i;

function fromWkt(text: string): PastedCoordinate | undefined {
  const point = pair(POINT.exec(text), 'longitude-first');
  return point ?? (OTHER_WKT.test(text) ? { fault: 'several' } : undefined);
}

function fromMarkup(text: string): PastedCoordinate | undefined {
  const tags = [...text.matchAll(/<(?:\w+:)?(coordinates|pos)\b[^>]*>\s*([^<]*?)\s*</gi)];
  const [, tag = '', inside = ''] = tags[0] ?? [];
  if (tag === '') return /<(?:wpt|trkpt|rtept)\b/i.test(text) ? labelled(text) : undefined;
  const place = new RegExp(`^(${NUMBER})[\\s,]+(${NUMBER})(?:[\\s,]+${NUMBER})?$`).exec(inside);
  if (place === null || tags.some(([, , other]) => other !== inside)) return { fault: 'several' };
  return pair(place, tag.toLowerCase() === 'pos' ? 'either' : 'longitude-first');
}

/** `+35.95+120.2/`, `+3557.5+12012.3/`: latitude with two digits of degrees, longitude with three. */
function fromIso6709(text: string): PastedCoordinate | undefined {
  const match =
    /^([+-](?:\d{2}|\d{4}|\d{6})(?:\.\d+)?)([+-](?:\d{3}|\d{5}|\d{7})(?:\.\d+)?)(?:[+-]\d+(?:\.\d+)?)?(?:CRS\w+)?\/?$/i.exec(
      text,
    );
  return match === null ? undefined : angles(match[1], match[2]);
}

/** `$GPGGA,…,3557.500,N,12012.300,E,…`: a sentence of NMEA 0183. */
function fromNmea(text: string): PastedCoordinate | undefined {
  const match = /^[$!]\w{5},.*?(\d{4}\.\d+,[NS],\d{5}\.\d+,[EW])/.exec(text);
  return match === null ? undefined : { text: match[1] ?? '', order: 'either' };
}

/** Numbers that are known to be latitude and longitude. */
function angles(latitude: string | undefined, longitude: string | undefined): PastedCoordinate {
  return { text: `φ ${latitude} ; λ ${longitude}`, order: 'either' };
}

/** A call as programs write it. */
function fromCall(text: string): PastedCoordinate | undefined {
  const match = new RegExp(
    `^[\\w.\\s]*?\\b(latlng|lnglat|lonlat|point|position|coordinates?)\\s*\\(\\s*(${NUMBER})\\s*,\\s*(${NUMBER})\\s*\\)$`,
    'i',
  ).exec(text);
  if (match === null) return undefined;
  const [, name = '', one = '', other = ''] = match;
  const order = /^lat/i.test(name)
    ? 'latitude-first'
    : /^l/i.test(name)
      ? 'longitude-first'
      : 'either';
  return { text: `${one} ; ${other}`, order };
}

const LATITUDE_KEY = String.raw`\b(?:[a-z]{0,8}_)?[mdsc]?lat(?:itude)?`;
const LONGITUDE_KEY = String.raw`\b(?:[a-z]{0,8}_)?[mdsc]?(?:lng|lon(?:g(?:itude)?)?)`;
const LATITUDE = new RegExp(`${LATITUDE_KEY}${VALUE}`, 'gi');
const LONGITUDE = new RegExp(`${LONGITUDE_KEY}${VALUE}`, 'gi');
const CENTRED_X = new RegExp(`\\b(?:center)?x${VALUE}`, 'i');
const CENTRED_Y = new RegExp(`\\b(?:center)?y${VALUE}`, 'i');

/** Numbers after their names, such as `lng=120.2&lat=35.95` or `{"lat": 35.95, "lng": 120.2}`. */
function labelled(text: string): PastedCoordinate | undefined {
  const latitudes = [...text.matchAll(LATITUDE)].map(([, value]) => value);
  const longitudes = [...text.matchAll(LONGITUDE)].map(([, value]) => value);
  const [latitude, longitude] = [latitudes[0], longitudes[0]];
  if (latitude === undefined || longitude === undefined) return undefined;
  if (new Set(latitudes).size > 1 || new Set(longitudes).size > 1) return { fault: 'several' };
  return angles(latitude, longitude);
}

const POINT_MEMBER = new RegExp(
  `coordinates["']?\\s*:\\s*\\[\\s*(${NUMBER})\\s*,\\s*(${NUMBER})(?:\\s*,\\s*${NUMBER})?\\s*\\]`,
  'gi',
);

function fromObject(text: string): PastedCoordinate | undefined {
  const members = text.match(/coordinates["']?\s*:\s*\[/gi)?.length ?? 0;
  const [point, ...others] = [...text.matchAll(POINT_MEMBER)].map((match) =>
    pair(match, 'longitude-first'),
  );
  if (others.length > 0 || (members > 0 && point === undefined)) return { fault: 'several' };
  return point ?? labelled(text) ?? (/^[{[]/.test(text) ? centred(text) : undefined);
}

/** Matches a URL by its scheme, its host, or the part after the host. */
const ADDRESS = /^(?:[a-z][a-z\d+.-]*:\/\/|www\.|(?:[\w-]+\.)+[a-z]{2,}[/?#]|[?#&/]\S*[=@])/i;
const MAP_HOST =
  /\bmaps?\b|\bditu\b|goo\.gl|openstreetmap|osm\.org|tianditu|bing\.com|here\.com|yandex/i;
/** Parameters that contain two numbers; a place comes before the middle of the view. */
const PAIR_KEYS: readonly (readonly [keys: string, order: AxisOrder])[] = [
  ['q|query|coordinate|latlng|markers?|daddr|destination', 'latitude-first'],
  ['position|lnglat|pin|pt|loc(?:ation)?|point|pos', 'either'],
  ['ll|sll|cbll|cp|viewpoint', 'latitude-first'],
  ['center|centre|map', 'either'],
];

/** Reads the URL of a map: its marker, otherwise the middle of its view. */
function fromAddress(text: string): PastedCoordinate | undefined {
  if (!ADDRESS.test(text)) return undefined;
  const plain = safelyDecoded(text).replace(/\+/g, ' ');
  // A route has no single place.
  if (/\/dir\/[^@]*\d|[?&](?:saddr|origin|from|start)=[^&]*\d/i.test(plain))
    return { fault: 'several' };
  const find = (pattern: string): RegExpExecArray | null => new RegExp(pattern, 'i').exec(plain);
  const inKeys = (): PastedCoordinate | undefined => {
    for (const [keys, order] of PAIR_KEYS) {
      const found = pair(find(`[?&#;/](?:${keys})[=:](?:[a-z]+[.:])*\\s*${PAIR}`), order);
      if (found !== undefined) return found;
    }
    return words(find('[?&#](?:q|query)=([^&]*\\d[^&]*[°NSEW][^&]*)'));
  };
  return (
    pair(find(`!3d(${NUMBER})!4d(${NUMBER})`), 'latitude-first') ??
    pair(find(`!2d(${NUMBER})!3d(${NUMBER})`), 'longitude-first') ??
    labelled(plain) ??
    inKeys() ??
    words(find('[?&]params=([\\d._]+[NS]_[\\d._]+[EW])')) ??
    pair(find(`@\\s*${PAIR}`), 'latitude-first') ??
    pair(find(`#(?:.*&)?map=${NUMBER}/(${NUMBER})/(${NUMBER})`), 'latitude-first') ??
    pair(find(`#${NUMBER}/(${DECIMAL})/(${DECIMAL})`), 'latitude-first') ??
    centred(plain.replace(/=-?\d+(?![\d.])/g, '')) ??
    pair(find(`[/?]\\s*(${DECIMAL}),\\s*(${DECIMAL})${END_OF_PAIR}`), 'latitude-first') ??
    (MAP_HOST.test(plain) ? { fault: 'link' } : undefined)
  );
}

function words(match: RegExpExecArray | null): PastedCoordinate | undefined {
  const text = match?.[1]?.replace(/_/g, ' ');
  return text === undefined ? undefined : { text, order: 'either' };
}

function centred(text: string): PastedCoordinate | undefined {
  const [x, y] = [CENTRED_X.exec(text)?.[1], CENTRED_Y.exec(text)?.[1]];
  return x === undefined || y === undefined
    ? undefined
    : { text: `${x} ; ${y}`, order: 'longitude-first' };
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // The text contains a stray percent sign, so it stays unchanged.
    return text;
  }
}
