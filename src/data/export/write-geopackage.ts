import type { Geometry } from 'geojson';
import { type ExportCrs, OGC_WGS84 } from './export-crs.ts';
import {
  boundsOfPositions,
  type ExportCell,
  type ExportField,
  type ExportTable,
  simpleParts,
} from './export-table.ts';
import { type StoredTable, type StoredValue, writeSqlite } from './write-sqlite.ts';
import { writeWkb } from './write-wkb.ts';

/** `GPKG`, and version 1.3.0 (OGC 12-128r17). */
const MARK = { applicationId: 0x4750_4b47, userVersion: 10_300 } as const;
/** Column of the geometries. */
const GEOMETRY = 'geom';

/**
 * Writes tables as a GeoPackage 1.3, a feature table each. A feature without a place has no geometry and stays.
 * @param changedAt the instant of the export, in ISO 8601 and UTC.
 */
export function writeGeoPackage(
  tables: readonly ExportTable[],
  { crs, changedAt }: { readonly crs: ExportCrs; readonly changedAt: string },
): Uint8Array {
  return writeSqlite(
    [
      referenceSystems(crs),
      contents(tables, crs, changedAt),
      geometryColumns(tables, crs),
      ...tables.map((table) => featureTable(table, crs)),
      {
        name: 'sqlite_sequence',
        sql: 'CREATE TABLE sqlite_sequence(name,seq)',
        rows: tables.map(({ name, rows }) => [name, rows.length]),
      },
    ],
    MARK,
  );
}

function referenceSystems({ code, ogcWkt, name }: ExportCrs): StoredTable {
  const rows: readonly (readonly StoredValue[])[] = [
    ['Undefined cartesian SRS', null, 'NONE', -1, 'undefined', null],
    ['Undefined geographic SRS', null, 'NONE', 0, 'undefined', null],
    ['WGS 84', null, 'EPSG', 4326, OGC_WGS84, null],
    [name.en, null, 'EPSG', code, ogcWkt, null],
  ];
  return {
    name: 'gpkg_spatial_ref_sys',
    sql: 'CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)',
    // The second column is the row's own number.
    rowIds: [-1, 0, 4326, code],
    rows,
  };
}

function contents(
  tables: readonly ExportTable[],
  { code }: ExportCrs,
  changedAt: string,
): StoredTable {
  return {
    name: 'gpkg_contents',
    sql: "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
    rows: tables.map((table) => {
      const positions = table.rows.flatMap(({ geometry }) =>
        geometry === undefined ? [] : simpleParts(geometry).flat(),
      );
      const bounds = boundsOfPositions(positions) ?? [null, null, null, null];
      const { name, title } = table;
      return [name, 'features', name, `${title.zh} / ${title.en}`, changedAt, ...bounds, code];
    }),
    indexes: [[0], [2]],
  };
}

function geometryColumns(tables: readonly ExportTable[], { code }: ExportCrs): StoredTable {
  return {
    name: 'gpkg_geometry_columns',
    sql: 'CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))',
    rows: tables.map((table) => [
      table.name,
      GEOMETRY,
      geometryTypeOf(table).toUpperCase(),
      code,
      0,
      0,
    ]),
    indexes: [[0, 1], [0]],
  };
}

/** One type for all rows: their own, the one for several where both occur, or any. */
function geometryTypeOf({ rows }: ExportTable): Geometry['type'] | 'Geometry' {
  const types = new Set(rows.flatMap(({ geometry }) => geometry?.type ?? []));
  const [only, other] = types;
  if (only === undefined) return 'Geometry';
  if (other === undefined) return only;
  for (const [one, several] of FAMILIES)
    if ([...types].every((type) => type === one || type === several)) return several;
  return 'Geometry';
}

const FAMILIES = [
  ['Point', 'MultiPoint'],
  ['LineString', 'MultiLineString'],
  ['Polygon', 'MultiPolygon'],
] as const;

/** A geometry in the type of its table. */
function asType(geometry: Geometry, type: Geometry['type'] | 'Geometry'): Geometry {
  if (geometry.type === 'Point' && type === 'MultiPoint')
    return { type, coordinates: [geometry.coordinates] };
  if (geometry.type === 'LineString' && type === 'MultiLineString')
    return { type, coordinates: [geometry.coordinates] };
  if (geometry.type === 'Polygon' && type === 'MultiPolygon')
    return { type, coordinates: [geometry.coordinates] };
  return geometry;
}

const COLUMN_TYPES = {
  text: 'TEXT',
  integer: 'INTEGER',
  real: 'DOUBLE',
  boolean: 'BOOLEAN',
} as const satisfies Record<ExportField['type'], string>;

function featureTable(table: ExportTable, { code }: ExportCrs): StoredTable {
  const type = geometryTypeOf(table);
  const columns = columnNames(table.fields).map(
    (name, index) => `${quoted(name)} ${COLUMN_TYPES[table.fields[index]?.type ?? 'text']}`,
  );
  return {
    name: table.name,
    sql: `CREATE TABLE ${quoted(table.name)} ("fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "${GEOMETRY}" ${type.toUpperCase()}${columns.map((column) => `, ${column}`).join('')})`,
    rows: table.rows.map(({ geometry, cells }) => [
      null,
      geometry === undefined ? null : geometryBlob(asType(geometry, type), code),
      ...cells.map((cell, index) => storedCell(cell, table.fields[index]?.type)),
    ]),
  };
}

function storedCell(cell: ExportCell, type: ExportField['type'] | undefined): StoredValue {
  if (cell === null) return null;
  if (type === 'text') return String(cell);
  return typeof cell === 'boolean' ? Number(cell) : cell;
}

/** SQLite compares names of columns without case, and two are taken already. */
function columnNames(fields: readonly ExportField[]): readonly string[] {
  const taken = new Set<string>(['fid', GEOMETRY]);
  return fields.map(({ name }) => {
    let own = name;
    for (let count = 2; taken.has(own.toLowerCase()); count += 1) own = `${name}_${count}`;
    taken.add(own.toLowerCase());
    return own;
  });
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The header of a geometry (2.1.3): magic, version, flags, system, and bounds for all but points. */
function geometryBlob(geometry: Geometry, srsId: number): Uint8Array {
  const bounds =
    geometry.type === 'Point' ? undefined : boundsOfPositions(simpleParts(geometry).flat());
  const isEmpty = bounds === undefined && geometry.type !== 'Point';
  const bytes = writeWkb(geometry, bounds === undefined ? 8 : 40);
  const view = new DataView(bytes.buffer);
  bytes.set([0x47, 0x50, 0, 1 | (bounds === undefined ? 0 : 2) | (isEmpty ? 0x10 : 0)]);
  view.setInt32(4, srsId, true);
  if (bounds === undefined) return bytes;
  const [west, south, east, north] = bounds;
  for (const [index, value] of [west, east, south, north].entries())
    view.setFloat64(8 + 8 * index, value, true);
  return bytes;
}
