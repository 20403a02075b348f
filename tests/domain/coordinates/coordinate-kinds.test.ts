import { describe, expect, test } from 'vitest';
import { parseCoordinate } from '../../../src/domain/coordinates/parse-coordinate.ts';
import type { CoordinateReading } from '../../../src/domain/coordinates/typed-coordinate.ts';
import { ZONE } from '../../plan-frame.ts';

/** A reading in few words: `35.95 N 120.2 E`, or `EPSG:4549 518044.1 3980013.2` (E, N, as in the plane). */
function inWords(reading: CoordinateReading): string {
  if (reading.kind === 'metres') {
    const { easting, northing, system } = reading.plane;
    return `${system} ${Number(easting.toFixed(3))} ${northing}`;
  }
  const [longitude, latitude] = reading.position.map((value) => Number(value.toFixed(6)));
  return `${latitude} N ${longitude} E`;
}

/** What the parser says to a text: the reading, or the fault with a name or the readings. */
function answer(text: string): string {
  const read = parseCoordinate(text, ZONE);
  if (read === undefined) return 'no position';
  if (read.kind !== 'fault') return inWords(read);
  if ('name' in read) return `${read.fault}: ${read.name}`;
  const readings = 'readings' in read ? read.readings.map(inWords).toSorted() : [];
  return [read.fault, ...readings].join('; ');
}

/** 35°57′00″ N 120°12′00″ E in degrees; 35°57′30″ N 120°12′18″ E, which is 30/3600 and 18/3600 more. */
const PLACE = '35.95 N 120.2 E';
const PLACE_2 = '35.958333 N 120.205 E';
/** The metres of the first place are from PROJ 9 (EPSG:4490 → 4549). */
const IN_4549 = 'EPSG:4549 518044.1 3980013.2';
const IN_4528 = 'EPSG:4528 518044.1 3980013.2';

describe('a comma', () => {
  test.each([
    ['120,20 35,55', 'unclear; 35.55 N 120.2 E; 35.916667 N 120.333333 E'],
    ['120,20; 35,55', 'unclear; 35.55 N 120.2 E; 35.916667 N 120.333333 E'],
    ['35,55N 120,20E', 'unclear; 35.55 N 120.2 E; 35.916667 N 120.333333 E'],
    // 95 and 205 are no minutes: only the decimal comma is left.
    ['35,95 120,2', PLACE],
    ['35,95N 120,2E', PLACE],
    ['35,95,120,2', PLACE],
    ['120,205 35,958333', PLACE_2],
    ['N 35,95° E 120,2°', PLACE],
    ['35°57,5′N 120°12,3′E', PLACE_2],
    ['lat=35,95&lng=120,2', PLACE],
    ['3980013,2 518044,1', IN_4549],
    ['518,044.1 3,980,013.2', IN_4549],
    ['518 044.1 3 980 013.2', IN_4549],
    ['3.980.013,2 518.044,1', IN_4549],
    // One angle with minutes, or with decimals: 35°57′ is 35.95°.
    ['35,57 120', 'unclear; 35.57 N 120 E; 35.95 N 120 E'],
  ])('%s: %s', (text, expected) => {
    expect(answer(text)).toBe(expected);
  });
});

describe('a hyphen', () => {
  test.each([
    ['35-57-30N 120-12-18E', PLACE_2],
    ['35-57-30 120-12-18', PLACE_2],
    ['35–57–30 N, 120–12–18 E', PLACE_2],
    ['N35-57.5 E120-12.3', PLACE_2],
    ['35.95 - 120.2', PLACE],
    ['35.95 -120.2', '35.95 N -120.2 E'],
    ['−35.95, 120.2', '-35.95 N 120.2 E'],
    ['35.95-120.2', 'unclear; 35.95 N -120.2 E; 35.95 N 120.2 E'],
    ['35.95N-120.2E', 'unclear; 35.95 N -120.2 E; 35.95 N 120.2 E'],
    ['35.95N -120.2E', 'unclear; 35.95 N -120.2 E; 35.95 N 120.2 E'],
    ['E-120.2 N35.95', 'unclear; 35.95 N -120.2 E; 35.95 N 120.2 E'],
    ['35.95 -120.2W', 'unclear; 35.95 N -120.2 E; 35.95 N 120.2 E'],
    ['-35 57 N 120 12 E', 'unclear; -35.95 N 120.2 E; 35.95 N 120.2 E'],
    ['-35.95S 120.2E', 'unclear; -35.95 N 120.2 E; 35.95 N 120.2 E'],
    ['-0°30′0″ 120°12′', '-0.5 N 120.2 E'],
  ])('%s: %s', (text, expected) => {
    expect(answer(text)).toBe(expected);
  });
});

describe('units of angles', () => {
  test.each([
    ['35°57′.5N 120°12′.3E', PLACE_2],
    ['35°57′30″.0N 120°12′18″.0E', PLACE_2],
    ['35°.95N 120°.2E', PLACE],
    ['35:57:30 120:12:18', PLACE_2],
    ['35.57.30N 120.12.18E', PLACE_2],
    ['35 57 30, 120.2', '35.958333 N 120.2 E'],
    ["35°57'30N 120°12'18E", PLACE_2],
    ["35°57'30S 120°12'18E", '-35.958333 N 120.205 E'],
    ['35 deg 57 min 30 sec N, 120 deg 12 min 18 sec E', PLACE_2],
    ['北纬35度57分30秒 东经120度12分18秒', PLACE_2],
    ['35°60′N 120°12′E', 'minutes'],
    ['35°57′60″N 120°12′E', 'minutes'],
    ['35.5°57′N 120°12′E', 'unclear'],
    ['35°57′N 120′12″E', 'unclear'],
    // Seconds without minutes may be minutes with the wrong sign: 30″ is 0.008333°, 30′ is 0.5°.
    ['35°30″N 120.2E', 'unclear; 35.008333 N 120.2 E; 35.5 N 120.2 E'],
    ['35°57′.5N', 'half'],
    ['35-57-30N', 'half'],
    ['N35 57 30', 'half'],
    ['35 57 N', 'half'],
    ['-35 57 N', 'half'],
    ['120.2W', 'half'],
    ['35.95°', 'half'],
  ])('%s: %s', (text, expected) => {
    expect(answer(text)).toBe(expected);
  });
});

describe('packed degrees', () => {
  test.each([
    ['355730N1201218E', PLACE_2],
    ['N355730 E1201218', PLACE_2],
    ['1201218E, 355730N', PLACE_2],
    ['355730.0N 1201218.0E', PLACE_2],
    ['3557N 12012E', PLACE],
    ['3557.5N 12012.3E', PLACE_2],
    ['3557.500,N,12012.300,E', PLACE_2],
    ['$GPGGA,123519,3557.500,N,12012.300,E,1,08,0.9,5.4,M', PLACE_2],
    ['+355730+1201218/', PLACE_2],
    ['+35.95+120.2/', PLACE],
    // Without letters these are metres in the far south just as well.
    ['355730 1201218', `unclear; ${PLACE_2}; EPSG:4549 355730 1201218`],
    ['1201218, 355730', `unclear; ${PLACE_2}; EPSG:4549 355730 1201218`],
    ['356030N1201218E', 'minutes'],
    ['35573000N 120121800E', 'metres'],
  ])('%s: %s', (text, expected) => {
    expect(answer(text)).toBe(expected);
  });
});

describe('two orders', () => {
  test.each([
    ['45.5 12.3', 'unclear; 12.3 N 45.5 E; 45.5 N 12.3 E'],
    ['12.3E 45.5N', '45.5 N 12.3 E'],
    ['35.95 E 80.2', 'unclear; 35.95 N 80.2 E; 80.2 N 35.95 E'],
    ['35.95 E, 80.2', '80.2 N 35.95 E'],
    ['lat=120.2&lon=35.95', 'latitude'],
    ['N 518044.1 E 3980013.2', 'metres'],
    ['X=518044.1 Y=3980013.2', IN_4549],
    ['纵坐标X=3980013.2 横坐标Y=518044.1', IN_4549],
    ['东坐标 518044.1 北坐标 3980013.2', IN_4549],
    ['B=35.95 L=120.2', PLACE],
    ['x: 120.2, y: 35.95', PLACE],
    ['120.2E35.95N', PLACE],
    ['N35°57′30″E120°12′18″', PLACE_2],
    ['35.9N 36.1N', 'unclear'],
  ])('%s: %s', (text, expected) => {
    expect(answer(text)).toBe(expected);
  });
});

describe('a system that is named', () => {
  test.each([
    ['EPSG:4549 518044.1 3980013.2', IN_4549],
    ['epsg 4549: 518044.1, 3980013.2', IN_4549],
    ['EPSG:4528 3980013.2 40518044.1', IN_4528],
    ['urn:ogc:def:crs:EPSG::4528 40518044.1 3980013.2', IN_4528],
    ['CGCS2000 518044.1 3980013.2', IN_4549],
    ['CGCS2000 / 3-degree Gauss-Kruger CM 120E 518044.1, 3980013.2', IN_4549],
    ['CGCS2000_3_Degree_GK_Zone_40 40518044.1 3980013.2', IN_4528],
    ['3度带第40带 3980013.2 518044.1', IN_4549],
    ['中央子午线120° 3980013.2 518044.1', IN_4549],
    ['WKID 4549 518044.1 3980013.2', IN_4549],
    ['EPSG:4326 35.95 120.2', PLACE],
    ['WGS-84坐标：120.2，35.95', PLACE],
    ['35.95N, 120.2E (WGS84)', PLACE],
    ['国家2000 35.95 120.2', PLACE],
    ['EPSG:3857 13380000 4300000', 'EPSG:3857 13380000 4300000'],
    ['EPSG:4549 120.2 35.95', 'mismatch: EPSG:4549'],
    ['EPSG:4549 40518044.1 3980013.2', 'mismatch: EPSG:4549'],
    ['EPSG:4528 518044.1 3980013.2', 'mismatch: EPSG:4528'],
    ['EPSG:4326 518044.1 3980013.2', 'mismatch: EPSG:4326'],
    ['EPSG: 120.2 35.95', 'unknown-crs: EPSG'],
    ['EPSG:120 35.95 7', 'unknown-crs: EPSG:120'],
    ['EPSG:32651 247000 3982000', 'unknown-crs: EPSG:32651'],
    ['UTM 51N 247000 3982000', 'unknown-crs: UTM'],
    ['51SUV 47500 82000', 'unknown-crs: MGRS'],
    ['8Q8MX52X+22', 'unknown-crs: Plus Code'],
    ['GCJ-02 120.2, 35.95', 'other-datum: GCJ-02'],
    ['120.2 35.95 (gcj02)', 'other-datum: GCJ-02'],
    ['火星坐标 120.2,35.95', 'other-datum: GCJ-02'],
    ['高德 120.2,35.95', 'other-datum: GCJ-02'],
    ['BD-09: 120.2, 35.95', 'other-datum: BD-09'],
    ['bd09ll 35.95,120.2', 'other-datum: BD-09'],
    ['百度坐标：120.2，35.95', 'other-datum: BD-09'],
    ['北京54 3980013.2 518044.1', 'other-datum: Beijing 54'],
    ['1954 Beijing 54: 3980013.2 518044.1', 'other-datum: Beijing 54'],
    ['西安80 3980013.2 40518044.1', 'other-datum: Xi’an 80'],
    ["Xi'an 1980 3980013.2 518044.1", 'other-datum: Xi’an 80'],
    ['1980西安坐标系 3980013.2 40518044.1', 'other-datum: Xi’an 80'],
    ['1954年北京坐标系 3980013.2 518044.1', 'other-datum: Beijing 54'],
    ['EPSG:2364 40518044.1 3980013.2', 'other-datum: EPSG:2364 (Xi’an 80)'],
    ['EPSG:2433 518044.1 3980013.2', 'other-datum: EPSG:2433 (Beijing 54)'],
    // Without a name: web Mercator of this coast, or zone 13 of 6°, whose meridian is 75° E.
    ['13380000 4300000', 'unclear; EPSG:3857 13380000 4300000; EPSG:4491 380000 4300000'],
    ['4300000 13380000', 'unclear; EPSG:3857 13380000 4300000; EPSG:4491 380000 4300000'],
    // Zone 39 is EPSG:4527 (EPSG dataset).
    ['39518044.1, 3980013.2', 'EPSG:4527 518044.1 3980013.2'],
    // 3° west of its meridian: not in zone 40.
    ['230000 3980000', 'metres'],
  ])('%s: %s', (text, expected) => {
    expect(answer(text)).toBe(expected);
  });

  test('is in the answer', () => {
    expect(parseCoordinate('EPSG:4490 35.95 120.2', ZONE)).toMatchObject({ system: 'EPSG:4490' });
    expect(parseCoordinate('35.95 120.2', ZONE)).toMatchObject({ system: 'WGS 84 / CGCS2000' });
  });
});

describe('signs that look alike', () => {
  test.each([
    '３５．９５，１２０．２',
    '３５°５７′N １２０°１２′E',
    '35。95，120。2',
    '35⁰57′N 120⁰12′E',
    '35&deg;57&prime;N 120&deg;12&prime;E',
    '\u200E35.95\u200E, \u200B120.2',
    '\uFEFF35.95\u00A0120.2',
    '〔35.95，120.2〕',
    '“35.95, 120.2”',
    '"35.95","120.2"',
    '35°57’N 120°12’E',
    '35°57´N 120°12´E',
    '35.95 Ν 120.2 Е',
    '35.95；120.2',
    '35.95\t120.2',
    '位于东经120.2°、北纬35.95°附近。',
    '東經120.2° 北緯35.95°',
  ])('%s', (text) => {
    expect(answer(text)).toBe(PLACE);
  });

  test.each(['57½ 120.2', '①20.5 35.9', '35.95120.2', '35²57 120 12'])(
    'what cannot be told from a digit is unclear: %s',
    (text) => {
      expect(answer(text)).toBe('unclear');
    },
  );
});

describe('pasted forms', () => {
  test.each([
    '{"type":"Point","coordinates":[120.2,35.95]}',
    '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[120.2,35.95,4]}}',
    '{lat: 35.95, lng: 120.2}',
    '{"latitude": "35.95", "longitude": "120.2"}',
    '{"x":120.2,"y":35.95}',
    '[120.2, 35.95]',
    'POINT Z (120.2 35.95 12)',
    'POINTZ(120.2 35.95 12)',
    'SRID=4490;POINT(120.2 35.95)',
    'geo:35.95,120.2',
    'geo:35.95,120.2;u=35',
    'geo:35.95,120.2,12;crs=wgs84',
    'geo:0,0?q=35.95,120.2(Pier)',
    '<wpt lat="35.95" lon="120.2">',
    '<Point><coordinates>120.2,35.95,0</coordinates></Point>',
    '<gml:Point srsName="urn:ogc:def:crs:EPSG::4490"><gml:pos>35.95 120.2</gml:pos></gml:Point>',
    'new google.maps.LatLng(35.95, 120.2)',
    'https://www.google.com/maps/search/?api=1&query=35.95%2C120.2',
    'https://www.google.com/maps?q=35.95,120.2',
    'https://www.google.com/maps/place/Pier/@35.9,120.1,15z/data=!3m1!4b1!8m2!3d35.95!4d120.2',
    'https://www.openstreetmap.org/#map=15/35.95/120.2',
    'https://www.openstreetmap.org/?mlat=35.95&mlon=120.2#map=12/36/121',
    'https://www.bing.com/maps?cp=35.95~120.2&lvl=15',
    'https://maps.apple.com/?ll=35.95,120.2&q=Pier',
    'https://map.tianditu.gov.cn/?x=120.2&y=35.95&l=15',
    'https://yandex.com/maps/?ll=120.2%2C35.95&z=12',
    'https://uri.amap.com/marker?position=120.2,35.95&coordinate=wgs84',
    'http://localhost:4173/?layers=ports&lang=zh#map=12/35.95/120.2',
    '#map=12.5/35.95/120.2/30/45',
    // What the app itself says.
    '35.95000°\u2009N, 120.20000°\u2009E',
    '北纬 35.95000°，东经 120.20000°',
    '35.95000° N, 120.20000° E · read as WGS 84 / CGCS2000',
    '北纬 35.95000°，东经 120.20000° · 按 WGS 84 / CGCS2000 读取',
    '120.200000 35.950000',
    // What encyclopaedias say: one place in three writings.
    '35°57′00″N 120°12′00″E\uFEFF / \uFEFF35.95000°N 120.20000°E / 35.95000; 120.20000',
  ])('%s', (text) => {
    expect(answer(text)).toBe(PLACE);
  });

  test.each([
    ['SRID=4528;POINT(40518044.1 3980013.2)', IN_4528],
    ['EPSG:4549 · E 518\u2009044.1, N 3\u2009980\u2009013.2', IN_4549],
    ['EPSG:4549 · E 518,044.1, N 3,980,013.2', IN_4549],
    ['EPSG:4528 · E 40\u2009518\u2009044.1, N 3\u2009980\u2009013.2', IN_4528],
    ['https://www.amap.com/?q=35.95,120.2,Pier', 'other-datum: GCJ-02'],
    ['https://uri.amap.com/marker?position=120.2,35.95', 'other-datum: GCJ-02'],
    ['https://map.qq.com/?marker=coord:35.95,120.2', 'other-datum: GCJ-02'],
    ['https://www.google.cn/maps/@35.95,120.2,15z', 'other-datum: GCJ-02'],
    ['https://map.baidu.com/@13381234.56,4278901.12,15z', 'other-datum: BD-09'],
    [
      'https://api.map.baidu.com/marker?location=35.95,120.2&coord_type=gcj02',
      'other-datum: GCJ-02',
    ],
    ['new AMap.LngLat(120.2,35.95)', 'other-datum: GCJ-02'],
    ['https://maps.app.goo.gl/abcd1234', 'link'],
    ['geo:35.95,120.2;crs=moon', 'link'],
    ['https://www.google.com/maps/dir/35.9,120.1/35.95,120.2/@35.92,120.15,12z', 'several'],
    ['LINESTRING(120.2 35.95, 120.3 35.9)', 'several'],
    ['{"type":"LineString","coordinates":[[120.2,35.95],[120.3,35.9]]}', 'several'],
    ['{"a":{"coordinates":[120.2,35.95]},"b":{"coordinates":[120.3,35.9]}}', 'several'],
    ['35.95 120.2 / 35.9 120.3', `unclear; 35.9 N 120.3 E; ${PLACE}`],
    ['lat=35.95S&lon=120.2E', '-35.95 N 120.2 E'],
    ['lat 35 57 30, lon 120 12 18', PLACE_2],
    ['MULTIPOINT(120.2 35.95, 121 36)', 'several'],
    ['https://surl.amap.com/abc123', 'link'],
    ['Dock 35.95 120.2', 'unclear'],
    ['J1 X=3980013.2 Y=40518044.1', 'unclear'],
    ['东经120.2～120.3', 'unclear'],
    ['东经一百二十度，北纬三十六度', 'unclear'],
    ['120.2 35.95 120.3 35.9', 'unclear'],
    ['35.95N 120.2O', 'unclear'],
  ])('%s: %s', (text, expected) => {
    expect(answer(text)).toBe(expected);
  });
});

describe('numbers of other things are no positions', () => {
  test.each([
    '2023-2025',
    '2023 2025',
    '2023-05-12',
    '12.05.2023',
    'G204',
    'S293 S398',
    '130.52',
    '1000 MW',
    '北京54',
    'EPSG:4549',
    '第46条 35.95',
    'https://example.org/news/2023/05/12',
  ])('%s', (text) => {
    expect(answer(text)).toBe('no position');
  });
});
