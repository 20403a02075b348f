import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkText } from '../../../src/data/checks/check-text.ts';
import { crsMeaning } from '../../../src/data/checks/declared-crs.ts';

describe('a declared reference system is known by its meaning', () => {
  test.each([
    'urn:ogc:def:crs:OGC:1.3:CRS84',
    'urn:ogc:def:crs:OGC::CRS84',
    'urn:ogc:def:crs:OGC:2:84',
    'OGC:CRS84',
    'CRS84',
    'CRS:84',
    'OGC:CRS84h',
    'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
    'https://www.opengis.net/def/crs/OGC/0/CRS84h',
    'EPSG:4326',
    'epsg:4326',
    'EPSG::4326',
    'urn:ogc:def:crs:EPSG::4326',
    'urn:ogc:def:crs:EPSG:6.18.3:4326',
    'urn:ogc:def:crs:EPSG:9.6:4490',
    'urn:x-ogc:def:crs:EPSG:4490',
    'http://www.opengis.net/def/crs/EPSG/0/4490',
    'http://www.opengis.net/gml/srs/epsg.xml#4326',
    'https://epsg.io/4490',
    'http://spatialreference.org/ref/epsg/4326/',
    'EPSG:4979',
    'EPSG:4480',
    'EPSG:4490+5737',
    'urn:ogc:def:crs,crs:EPSG::4490,crs:EPSG::5737',
    'WGS 84',
    'WGS84',
    'GCS_WGS_1984',
    'World Geodetic System 1984',
    'CGCS2000',
    'China Geodetic Coordinate System 2000',
    'GCS_China_Geodetic_Coordinate_System_2000',
    '2000国家大地坐标系',
    'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]',
    '+proj=longlat +datum=WGS84 +no_defs',
  ])('%s is WGS 84 or CGCS2000 in degrees', (text) => {
    expect(crsMeaning(text)).toEqual({ kind: 'same' });
  });

  test.each([
    ['urn:ogc:def:crs:EPSG::4610', 'old-datum', "Xi'an 1980"],
    ['EPSG:4214', 'old-datum', 'Beijing 1954'],
    ['GCS_Xian_1980', 'old-datum', "Xi'an 1980"],
    ['西安80坐标系', 'old-datum', "Xi'an 1980"],
    ['北京54', 'old-datum', 'Beijing 1954'],
    ['GCJ-02', 'shifted', 'GCJ-02'],
    ['GCJ02', 'shifted', 'GCJ-02'],
    ['BD-09', 'shifted', 'BD-09'],
    ['EPSG:4549', 'projected', 'CGCS2000 Gauss–Krüger'],
    ['urn:ogc:def:crs:EPSG:9.6:4528', 'projected', 'CGCS2000 Gauss–Krüger'],
    ['CGCS2000_3_Degree_GK_CM_120E', 'projected', 'Gauss–Krüger'],
    ['CGCS2000 / 3-degree Gauss-Kruger CM 120E', 'projected', 'Gauss–Krüger'],
    ['EPSG:3857', 'projected', 'web Mercator'],
    ['WGS 84 / UTM zone 51N', 'projected', 'projected'],
    ['EPSG:2438', 'projected', 'Beijing 1954 Gauss–Krüger'],
    ['EPSG:4269', 'other', 'code 4269'],
  ])('%s is not', (text, kind, en) => {
    expect(crsMeaning(text)).toMatchObject({ kind, name: { en: expect.stringContaining(en) } });
  });

  test('what nobody knows is told as that', () => {
    expect(crsMeaning('our own grid')).toEqual({ kind: 'unknown' });
  });
});

function issues(value: object) {
  return checkText({ text: JSON.stringify(value), value, dataset: 'x', role: 'zones' });
}

const feature = (own: object, ofGeometry: object = {}): object => ({
  type: 'Feature',
  ...own,
  properties: { id: 'a' },
  geometry: { type: 'Point', coordinates: [120, 36], ...ofGeometry },
});
const named = (name: string): object => ({ crs: { type: 'name', properties: { name } } });
const collection = (features: readonly object[], own: object = {}): object => ({
  type: 'FeatureCollection',
  ...own,
  features,
});

describe('a declaration is found', () => {
  test.each([
    ['on the collection', collection([], named('EPSG:4610')), ['crs']],
    [
      'on a feature',
      collection([feature({}), feature(named('EPSG:4610'))]),
      ['features', 1, 'crs'],
    ],
    [
      'on a geometry',
      collection([feature({}, named('EPSG:4610'))]),
      ['features', 0, 'geometry', 'crs'],
    ],
    ['as a code', collection([], { crs: { type: 'EPSG', properties: { code: 4610 } } }), ['crs']],
    ['as a text', collection([], { crs: 'EPSG:4610' }), ['crs']],
    [
      'as a link',
      collection([], { crs: { type: 'link', properties: { href: 'https://epsg.io/4610' } } }),
      ['crs'],
    ],
    [
      'in JSON-FG',
      collection([], { coordRefSys: 'http://www.opengis.net/def/crs/EPSG/0/4610' }),
      ['coordRefSys'],
    ],
    [
      'as Esri writes it',
      collection([], { spatialReference: { wkid: 4610 } }),
      ['spatialReference'],
    ],
  ])('%s', (_, value, path) => {
    expect(issues(value)).toMatchObject([
      { code: 'crs-not-wgs84', path, message: { en: expect.stringContaining("Xi'an 1980") } },
    ]);
  });

  test('once where many features declare alike', () => {
    const features = [1, 2, 3].map(() => feature(named('EPSG:4610')));
    expect(issues(collection(features))).toMatchObject([
      { featureIndex: 0, message: { en: expect.stringContaining('3 times') } },
    ]);
  });

  test('and null is none', () => {
    expect(issues(collection([], { crs: null }))).toEqual([]);
  });
});

test.each([
  ['B06-crs-urn-with-version-coast.geojson', 0],
  ['B07-crs-xian80-coast.geojson', 1],
])('%s', (file, count) => {
  const text = readFileSync(`tests/fixtures/cases/${file}`, 'utf8');
  const found = checkText({ text, value: JSON.parse(text), dataset: file, role: 'coastline' });
  expect(found).toHaveLength(count);
});

describe('a declaration under another spelling of its member', () => {
  test.each(['CRS', 'Crs', 'srs', 'srsName', 'SpatialReference', 'coord_ref_sys'])(
    '%s is asked too',
    (member) => {
      const value = { type: 'FeatureCollection', [member]: 'EPSG:4610', features: [] };
      const text = JSON.stringify(value);
      const found = checkText({ text, value, dataset: 'x', role: 'zones' });
      expect(found.map(({ code, path }) => [code, path])).toEqual([['crs-not-wgs84', [member]]]);
    },
  );
});
