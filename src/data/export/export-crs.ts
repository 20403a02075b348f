import type { Geometry, Position } from 'geojson';
import proj4 from 'proj4';
import type { Bilingual } from '../../domain/bilingual.ts';
import { gaussKruegerZone } from '../../domain/coordinates/gauss-krueger-zone.ts';
import { DEGREES_CODE } from '../../domain/own-data/data-export.ts';
import { planeDefinition } from '../import/crs/crs-definition.ts';
import { convertGeometry, type ToDegrees } from '../import/crs/to-degrees.ts';

/** A system in which data are written: CGCS2000 in degrees, or in a zone of Gauss–Krüger. */
export type ExportCrs = {
  readonly code: number;
  readonly name: Bilingual;
  /** As Esri writes it, for `.prj`. */
  readonly esriWkt: string;
  /** As OGC 01-009 has it, with the code, for a GeoPackage. */
  readonly ogcWkt: string;
  readonly isProjected: boolean;
  /** Decimals that hold a tenth of a millimetre. */
  readonly decimals: number;
};

/**
 * The system of a code. Positions of the plan are those of WGS 84 and of CGCS2000 alike, which differ by
 * centimetres.
 * @throws RangeError when it is neither EPSG:4490 nor a zone of CGCS2000.
 */
export function exportCrs(code: number): ExportCrs {
  if (code === DEGREES_CODE)
    return {
      code,
      name: { zh: 'CGCS2000 经纬度（EPSG:4490）', en: 'CGCS2000, degrees (EPSG:4490)' },
      esriWkt: ESRI_DEGREES,
      ogcWkt: OGC_DEGREES,
      isProjected: false,
      decimals: 9,
    };
  const zone = gaussKruegerZone(code);
  if (zone === undefined) throw new RangeError(`EPSG:${code} is no zone of CGCS2000`);
  const { widthDegrees, centralMeridian, prefix } = zone;
  const easting = (prefix ?? 0) * 1_000_000 + 500_000;
  const base = widthDegrees === 3 ? 'CGCS2000_3_Degree_GK' : 'CGCS2000_GK';
  const esriName =
    prefix === undefined ? `${base}_CM_${centralMeridian}E` : `${base}_Zone_${prefix}`;
  const kind = widthDegrees === 3 ? '3-degree Gauss-Kruger' : 'Gauss-Kruger';
  const ogcName = `CGCS2000 / ${kind} ${prefix === undefined ? `CM ${centralMeridian}E` : `zone ${prefix}`}`;
  return {
    code,
    name: {
      zh: `CGCS2000 高斯—克吕格 ${widthDegrees}°带，中央经线 ${centralMeridian}°E，${prefix === undefined ? '不加带号' : `带号 ${prefix}`}（EPSG:${code}）`,
      en: `CGCS2000, Gauss–Krüger ${widthDegrees}°, central meridian ${centralMeridian}° E, ${prefix === undefined ? 'no zone prefix' : `zone prefix ${prefix}`} (EPSG:${code})`,
    },
    esriWkt: `PROJCS["${esriName}",${ESRI_DEGREES},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${easting}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${centralMeridian}.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`,
    ogcWkt: `PROJCS["${ogcName}",${OGC_DEGREES},PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",${centralMeridian}],PARAMETER["scale_factor",1],PARAMETER["false_easting",${easting}],PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AUTHORITY["EPSG","${code}"]]`,
    isProjected: true,
    decimals: 4,
  };
}

const ESRI_DEGREES =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const OGC_DEGREES =
  'GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4490"]]';
/** WGS 84 in degrees, which every GeoPackage has to describe. */
export const OGC_WGS84 =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]';

/** Makes the conversion of geometries in degrees to a system: easting before northing, longitude before latitude. */
export function toCrs({ code, isProjected }: ExportCrs): (geometry: Geometry) => Geometry {
  if (!isProjected) return (geometry) => geometry;
  const { forward } = proj4('WGS84', planeDefinition(`EPSG:${code}`));
  const convert: ToDegrees = ([x = Number.NaN, y = Number.NaN]: Position) => {
    const [easting, northing] = forward([x, y]);
    return [easting ?? Number.NaN, northing ?? Number.NaN];
  };
  return (geometry) => convertGeometry(geometry, convert);
}
