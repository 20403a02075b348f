import type { Geometry } from 'geojson';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { IssueSeverity } from '../../domain/issue.ts';

/** The formats that are read, by the names shown to the user. */
export const IMPORT_FORMATS = [
  'GeoJSON',
  'GeoJSONSeq',
  'TopoJSON',
  'Shapefile',
  'FileGeodatabase',
  'GeoPackage',
  'FlatGeobuf',
  'KML',
  'GPX',
  'BoundaryPoints',
  'CASS',
  'CSV',
  'XLSX',
  'DXF',
] as const;
/** The format of a dataset. */
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** A value of an attribute; text has lost no character. */
export type FieldValue = string | number | boolean | null;

/** A field of a table, or what counts as one (the folders of a KML, the layers of a DXF). */
export type ReadField = {
  readonly name: string;
  readonly type: 'text' | 'number' | 'date' | 'boolean';
  /** The name that the file's own program shows instead, such as a Chinese one. */
  readonly alias?: string;
};

/** The values of a record by the names of their fields, which may be any words, `constructor` too. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** Returns the value of a field; null where the record has none, whatever its prototype has. */
export function fieldOf<Value extends FieldValue>(
  properties: Readonly<Record<string, Value>>,
  name: string,
): Value | null {
  return Object.hasOwn(properties, name) ? (properties[name] ?? null) : null;
}

/** A feature as read: its coordinates are still those of the file, easting or longitude first. */
export type ReadFeature = {
  /** Absent when the record has none. */
  readonly geometry?: Geometry;
  readonly properties: FieldValues;
  /** Where it stands: line of a text, row of a sheet, record of a table; one-based. */
  readonly row: number;
};

/** Something that a file says, or that was noticed while it was read. */
export type ImportIssue = {
  /** Stable machine name, for example `crs-missing`. */
  readonly code: string;
  /** `error`: nothing was taken; `warning`: a figure may differ from what is meant; `note`: told only. */
  readonly severity: IssueSeverity;
  readonly message: Bilingual;
  readonly cure: Bilingual;
  /** The row of the feature that it is about. */
  readonly row?: number;
};

/** How the text of a dataset was decoded. */
export type EncodingDecision = {
  /** In the words of the Encoding Standard: `utf-8`, `gb18030`, `utf-16le`; `binary` without any text. */
  readonly name: string;
  /** `declared` by the file, `proposed` after its bytes, `confirmed` by the user. */
  readonly how: 'declared' | 'proposed' | 'confirmed';
  /** What the file declares when its bytes say otherwise. */
  readonly contradicted?: string;
};

/** What a file says of its coordinate reference system. */
export type DeclaredCrs =
  /** A code that we know: EPSG:4326, EPSG:4490, a zone of CGCS2000, EPSG:3857. */
  | { readonly kind: 'known'; readonly code: string }
  /** A hint that is no declaration, such as a file suffix of a program that shifts. */
  | { readonly kind: 'hint'; readonly code: 'GCJ-02' | 'BD-09' }
  /** A system that cannot be used without local parameters or is not known. */
  | { readonly kind: 'unusable'; readonly name: string }
  | { readonly kind: 'none' };

/** A dataset before its coordinates, its fields and its role have been decided. */
export type RawDataset = {
  /** The file as given by the user, and the member inside an archive. */
  readonly file: string;
  /** Layer, table or file without suffix. */
  readonly name: string;
  readonly format: ImportFormat;
  readonly fields: readonly ReadField[];
  readonly features: readonly ReadFeature[];
  /** Records that were left out, with the reason; `read` counts them. */
  readonly setAside: readonly ImportIssue[];
  readonly encoding: EncodingDecision;
  readonly crs: DeclaredCrs;
  readonly issues: readonly ImportIssue[];
  /** Rows that give their place twice, for a comparison once the system is known. */
  readonly crossCheck?: CrossCheck;
};

/** Rows with metres and degrees, and the unit of the last digit of the degrees, in degrees. */
export type CrossCheck = { readonly rows: readonly TwicePlaced[]; readonly unit: number };

/** A row with metres and degrees. */
export type TwicePlaced = {
  readonly row: number;
  /** Easting first, in metres of the file. */
  readonly plane: readonly [number, number];
  /** Longitude first. */
  readonly degrees: readonly [number, number];
};

/** A file that holds nothing that can be read. */
export type RefusedFile = {
  readonly file: string;
  readonly code: string;
  readonly message: Bilingual;
  readonly cure: Bilingual;
};

/** A file as dropped, picked or named. */
export type ImportFile = { readonly name: string; readonly bytes: Uint8Array };

/** What reading some files gave. */
export type ReadResult = {
  readonly datasets: readonly RawDataset[];
  readonly refused: readonly RefusedFile[];
};

/** An issue with the code, and texts in both languages. */
export function issue(
  code: string,
  severity: IssueSeverity,
  message: Bilingual,
  cure: Bilingual,
  row?: number,
): ImportIssue {
  return { code, severity, message, cure, ...(row !== undefined && { row }) };
}
