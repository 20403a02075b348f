/** What may be exported, in the order of the files: the coast as edited, what was judged otherwise, and so on. */
export const EXPORTED_PARTS = [
  'coastline',
  'reclassified',
  'zones',
  'projects',
  'scenarios',
  'shown',
] as const;
/** A part of the plan or of the user's work that may be exported. */
export type ExportedPart = (typeof EXPORTED_PARTS)[number];

/** The formats of data that may be exported, the most usual one first. */
export const DATA_FORMATS = ['shapefile', 'geopackage', 'geojson', 'kml', 'csv'] as const;
/** A format of exported data. */
export type DataFormat = (typeof DATA_FORMATS)[number];

/** The encodings in which attributes are written. */
export const EXPORT_ENCODINGS = ['utf-8', 'gb18030'] as const;
/** The encoding of attributes. */
export type ExportEncoding = (typeof EXPORT_ENCODINGS)[number];

/** How classes of the coast are written: in our words, by their Chinese names, or as codes of the user's list. */
export const CLASS_LISTS = ['own', 'chinese', 'list'] as const;
/** A way to write classes of the coast. */
export type ClassList = (typeof CLASS_LISTS)[number];

/** How data are to be written. */
export type DataFormatChoice = {
  readonly format: DataFormat;
  /** EPSG code: 4490, or a zone of CGCS2000. */
  readonly crs: number;
  readonly encoding: ExportEncoding;
};

/** CGCS2000 in degrees. */
export const DEGREES_CODE = 4490;

/** Whether a format leaves the coordinate reference system to the user; KML has degrees of WGS 84 alone. */
export function takesCrs(format: DataFormat): boolean {
  return format !== 'kml';
}

/** Whether a format leaves the encoding to the user; the others are in UTF-8. */
export function takesEncoding(format: DataFormat): boolean {
  return format === 'shapefile' || format === 'csv';
}

/** The choice as a format obeys it. */
export function effectiveChoice({ format, crs, encoding }: DataFormatChoice): DataFormatChoice {
  return {
    format,
    crs: takesCrs(format) ? crs : DEGREES_CODE,
    encoding: takesEncoding(format) ? encoding : 'utf-8',
  };
}
