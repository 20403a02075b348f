import { describe, expect, test } from 'vitest';
import { crsOfWkt } from '../../../src/data/import/crs/crs-text.ts';
import { importDataset } from '../../../src/data/import/import-dataset.ts';
import type { DeclaredCrs, RawDataset } from '../../../src/data/import/raw-dataset.ts';

/** WKT 1 in Esri's spelling, with the parameters that matter. */
function esri({
  name = 'unnamed',
  datum = 'D_China_2000',
  axis = 6378137,
  method = 'Gauss_Kruger',
  meridian = 120,
  easting = 500000,
  scale = 1,
  more = '',
}): string {
  return `PROJCS["${name}",GEOGCS["GCS",DATUM["${datum}",SPHEROID["S",${axis},298.257222101]${more}],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["${method}"],PARAMETER["False_Easting",${easting}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",${scale}],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
}

describe('well-known text is read by datum and parameters', () => {
  // Codes by PROJ's database.
  test.each([
    ['3° without prefix', esri({ name: 'CGCS2000_3_Degree_GK_CM_120E' }), 'EPSG:4549'],
    ['3° with prefix', esri({ easting: 40500000 }), 'EPSG:4528'],
    ['6° by its name', esri({ name: 'CGCS2000_GK_CM_117E', meridian: 117 }), 'EPSG:4509'],
    ['6° with prefix', esri({ meridian: 117, easting: 20500000 }), 'EPSG:4498'],
    ['a meridian that the width of the name has not', esri({ name: 'X_6_Degree' }), 'EPSG:4549'],
    [
      'UTM of WGS 84',
      esri({ datum: 'D_WGS_1984', method: 'Transverse_Mercator', meridian: 123, scale: 0.9996 }),
      'EPSG:32651',
    ],
    ['Gauss–Krüger on WGS 84, the same numbers', esri({ datum: 'D_WGS_1984' }), 'EPSG:4549'],
    [
      'degrees of WGS 84 by its long name',
      'GEOGCRS["WGS 84",ENSEMBLE["World Geodetic System 1984 ensemble",MEMBER["World Geodetic System 1984 (Transit)"],ELLIPSOID["WGS 84",6378137,298.257223563]]]',
      'EPSG:4326',
    ],
  ])('%s', (_, wkt, code) => {
    expect(crsOfWkt(wkt)).toEqual({ kind: 'known', code });
  });

  test.each([
    ['Xian 1980', esri({ datum: 'D_Xian_1980', axis: 6378140 })],
    [
      'Beijing 1954 with parameters to WGS 84',
      esri({ datum: 'D_Beijing_1954', axis: 6378245, more: ',TOWGS84[15.8,-154.4,-82.3,0,0,0,0]' }),
    ],
    ['another ellipsoid under a good name', esri({ axis: 6378245 })],
    [
      'a name that says CGCS2000 and a datum that does not',
      esri({ name: 'CGCS2000_3_Degree_GK_CM_120E', datum: 'D_Xian_1980' }),
    ],
    ['a meridian that has no zone', esri({ meridian: 72 })],
    ['a scale that is none of Gauss–Krüger', esri({ scale: 0.9996 })],
    [
      'feet',
      esri({}).replace('UNIT["Meter",1.0]]', 'UNIT["Foot_US",0.3048006],AUTHORITY["EPSG","4549"]]'),
    ],
    [
      'a bound system, whose target is WGS 84',
      'BOUNDCRS[SOURCECRS[GEOGCRS["Beijing 1954",DATUM["Beijing 1954",ELLIPSOID["Krassowsky 1940",6378245,298.3]]]],TARGETCRS[GEOGCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563]]]]]',
    ],
  ])('%s is not used', (_, wkt) => {
    expect(crsOfWkt(wkt).kind).toBe('unusable');
  });
});

describe('coordinates that a declared system cannot have', () => {
  const line = (crs: DeclaredCrs, coordinates: [number, number][]): RawDataset => ({
    ...{ file: 'c.shp', name: 'c', format: 'Shapefile', fields: [], setAside: [], issues: [] },
    features: [{ geometry: { type: 'LineString', coordinates }, properties: {}, row: 1 }],
    encoding: { name: 'utf-8', how: 'declared' },
    crs,
  });
  // 120° E 35.85° N, and 1 km east of it.
  const plane: [number, number][] = [
    [500_000, 3_969_000],
    [501_000, 3_969_000],
  ];
  const shifted = plane.map(([x, y]): [number, number] => [x + 40_000_000, y]);

  test.each([
    ['the number of the zone missing', 'EPSG:4528', plane, 'EPSG:4549'],
    ['a number too much', 'EPSG:4549', shifted, 'EPSG:4528'],
    ['metres declared as degrees', 'EPSG:4490', plane, 'EPSG:4549'],
  ])('%s: no figure, and what fits is proposed', (_, code, coordinates, fits) => {
    const found = importDataset(line({ kind: 'known', code }, coordinates), FRAME);
    expect(found.lengthM).toBeUndefined();
    expect(found.crs.how).toBe('proposed');
    expect(found.crs.candidates).toEqual([{ code: fits }]);
    expect(found.issues.map(({ code: each }) => each)).toContain('crs-contradicts');
  });

  test('northing first: needs confirmation, and says so once confirmed', () => {
    const north = plane.map(([x, y]): [number, number] => [y, x]);
    const dataset = line({ kind: 'known', code: 'EPSG:4549' }, north);
    expect(importDataset(dataset, FRAME).crs.how).toBe('confirm-needed');
    const found = importDataset(dataset, FRAME, { crs: 'EPSG:4549' });
    // On the meridian the scale is 1; a kilometre away it differs by 1e-8.
    expect(found.lengthM).toBeCloseTo(1000, 3);
    expect(found.issues.map(({ code }) => code)).toContain('axes-swapped');
  });

  test('a single position astray sets its record aside; one far away is told', () => {
    const good = line({ kind: 'known', code: 'EPSG:4326' }, [
      [120, 35.8],
      [120.01, 35.8],
    ]);
    const [feature] = good.features;
    const bad = (coordinates: [number, number][], row: number) => ({
      ...{ properties: {}, row },
      geometry: { type: 'LineString' as const, coordinates },
    });
    const features = [
      ...Array.from({ length: 20 }, (_, index) => ({ ...feature, properties: {}, row: index + 1 })),
      bad(
        [
          [120, 35.8],
          [1200, 35.8],
        ],
        21,
      ),
      bad(
        [
          [120, 35.8],
          [0, 0],
        ],
        22,
      ),
    ];
    const { raw, issues } = importDataset({ ...good, features }, FRAME);
    expect(raw.setAside.map(({ code, row }) => [code, row])).toEqual([
      ['position-out-of-range', 21],
    ]);
    expect(raw.features).toHaveLength(21);
    expect(issues).toContainEqual(
      expect.objectContaining({ code: 'some-outside-frame', row: 22, severity: 'warning' }),
    );
  });
});

const FRAME = [119.5, 35.53, 120.36, 36.18] as const;
