import type { Geometry } from 'geojson';
import { knownCrs } from '../crs/crs-definition.ts';
import { crsOfWkt } from '../crs/crs-text.ts';
import {
  type DeclaredCrs,
  type FieldValue,
  type ImportIssue,
  issue,
  type RawDataset,
  type ReadFeature,
  type ReadField,
} from '../raw-dataset.ts';
import { noteType } from './geojson-reader.ts';
import { openSqlite, type SqliteFile, type SqliteValue } from './sqlite.ts';
import { readWkb } from './wkb.ts';

/** Lengths of the envelope in a geometry's header, by its code (OGC 12-128r18, 2.1.3). */
const ENVELOPES = [0, 32, 48, 48, 64] as const;

/** Reads the feature tables of a GeoPackage; undefined when the database has none. @throws RangeError when it is damaged. */
export function readGeoPackage(bytes: Uint8Array, file: string): readonly RawDataset[] | undefined {
  const database = openSqlite(bytes);
  const columns = database.tables.get('gpkg_geometry_columns');
  if (columns === undefined) return undefined;
  return [...columns.rows()].flatMap((row) => {
    const [table, column] = [row.get('table_name'), row.get('column_name')];
    if (typeof table !== 'string' || typeof column !== 'string') return [];
    return (
      readTable(database, {
        file,
        table,
        column,
        crs: crsOf(database, Number(row.get('srs_id'))),
      }) ?? []
    );
  });
}

function readTable(
  { tables, isWal }: SqliteFile,
  {
    file,
    table,
    column,
    crs,
  }: {
    readonly file: string;
    readonly table: string;
    readonly column: string;
    readonly crs: DeclaredCrs;
  },
): RawDataset | undefined {
  const found = tables.get(table);
  if (found === undefined) return undefined;
  const features: ReadFeature[] = [];
  const setAside: ImportIssue[] = [];
  const types = new Map<string, ReadField['type']>();
  let row = 0;
  for (const values of found.rows()) {
    row += 1;
    const blob = values.get(column);
    const geometry = blob instanceof Uint8Array ? geometryOf(blob) : null;
    const properties: Record<string, FieldValue> = {};
    for (const name of found.columns) {
      if (name === column) continue;
      const value = plain(values.get(name) ?? null);
      properties[name] = value;
      noteType(types, name, value);
    }
    if (geometry === undefined) setAside.push(damaged(row));
    else features.push({ ...(geometry && { geometry }), properties, row });
  }
  return {
    ...{ file, name: table, format: 'GeoPackage' },
    fields: found.columns
      .filter((name) => name !== column)
      .map((name) => ({ name, type: types.get(name) ?? 'text' })),
    features,
    setAside,
    encoding: { name: 'utf-8', how: 'declared' },
    crs,
    issues: isWal ? [journal()] : [],
  };
}

function plain(value: SqliteValue): FieldValue {
  if (typeof value === 'bigint') return String(value);
  return value instanceof Uint8Array ? null : value;
}

function geometryOf(blob: Uint8Array): Geometry | null | undefined {
  if (blob[0] !== 0x47 || blob[1] !== 0x50) return undefined;
  const flags = blob[3] ?? 0;
  if ((flags & 0x10) !== 0) return null;
  const envelope = ENVELOPES[(flags >> 1) & 7];
  return envelope === undefined ? undefined : readWkb(blob.subarray(8 + envelope));
}

function crsOf({ tables }: SqliteFile, srsId: number): DeclaredCrs {
  for (const row of tables.get('gpkg_spatial_ref_sys')?.rows() ?? []) {
    if (Number(row.get('srs_id')) !== srsId) continue;
    const organisation = String(row.get('organization') ?? '');
    const code = /^EPSG$/i.test(organisation)
      ? knownCrs(`EPSG:${row.get('organization_coordsys_id')}`)
      : undefined;
    if (code !== undefined) return { kind: 'known', code };
    const definition = String(row.get('definition') ?? '');
    return /^undefined$/i.test(definition) ? { kind: 'none' } : crsOfWkt(definition);
  }
  return { kind: 'none' };
}

function damaged(row: number): ImportIssue {
  return issue(
    'geometry-damaged',
    'error',
    { zh: `第 ${row} 行的几何已损坏。`, en: `the geometry of row ${row} is damaged.` },
    { zh: '从原软件重新导出。', en: 'Export it again.' },
    row,
  );
}

function journal(): ImportIssue {
  return issue(
    'journal-beside',
    'warning',
    {
      zh: '数据库处于日志模式，最后的改动可能在 -wal 文件里，没有读到。',
      en: 'the database keeps a journal: the last changes may stand in a -wal file and were not read.',
    },
    {
      zh: '在 QGIS 中关闭图层后再复制文件。',
      en: 'Close the layer in QGIS before copying the file.',
    },
  );
}
