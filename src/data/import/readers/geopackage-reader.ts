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
  type ReadResult,
  type RefusedFile,
} from '../raw-dataset.ts';
import { counted, type OnFeatures } from '../read-progress.ts';
import { noteType } from './geojson-reader.ts';
import { openSqlite, type SqliteFile, type SqliteTable, type SqliteValue } from './sqlite.ts';
import { isCurvedWkb, readWkb } from './wkb.ts';

/** Lengths of the envelope in a geometry's header, by its code (OGC 12-128r18, 2.1.3). */
const ENVELOPES = [0, 32, 48, 48, 64] as const;

/** Reads the feature tables of a GeoPackage; undefined when the database has none. @throws RangeError when it is damaged. */
export function readGeoPackage(
  bytes: Uint8Array,
  file: string,
  onFeatures?: OnFeatures,
): ReadResult | undefined {
  const database = openSqlite(bytes);
  const columns = tableOf(database, 'gpkg_geometry_columns');
  if (columns === undefined) return undefined;
  const datasets: RawDataset[] = [];
  const refused: RefusedFile[] = [];
  const seen = new Set<string>();
  for (const row of columns.rows()) {
    const [table, column] = [row.get('table_name'), row.get('column_name')];
    if (typeof table !== 'string' || typeof column !== 'string') continue;
    seen.add(table.toLowerCase());
    const crs = crsOf(database, Number(row.get('srs_id')));
    const found = readTable(database, { file, table, column, crs, onFeatures });
    if (found === undefined) refused.push(layerUnread(file, table));
    else datasets.push(found);
  }
  for (const row of tableOf(database, 'gpkg_contents')?.rows() ?? []) {
    const [table, kind] = [row.get('table_name'), row.get('data_type')];
    // A table of attributes is read as one of a geodatabase is; styles are none of the user's data.
    if (kind !== 'attributes' || typeof table !== 'string' || seen.has(table.toLowerCase()))
      continue;
    if (/^(?:layer_styles|qgis_)/i.test(table)) continue;
    const found = readTable(database, {
      file,
      table,
      column: undefined,
      crs: { kind: 'none' },
      onFeatures,
    });
    if (found !== undefined) datasets.push(found);
  }
  return { datasets, refused };
}

/** A table by its name, in which SQLite knows no case. */
function tableOf({ tables }: SqliteFile, name: string): SqliteTable | undefined {
  const found = [...tables].find(([own]) => own.toLowerCase() === name.toLowerCase());
  return tables.get(name) ?? found?.[1];
}

function readTable(
  database: SqliteFile,
  {
    file,
    table,
    column: named,
    crs,
    onFeatures,
  }: {
    readonly file: string;
    readonly table: string;
    readonly column: string | undefined;
    readonly crs: DeclaredCrs;
    readonly onFeatures: OnFeatures | undefined;
  },
): RawDataset | undefined {
  const found = tableOf(database, table);
  if (found === undefined) return undefined;
  const column = found.columns.find((name) => name.toLowerCase() === named?.toLowerCase());
  if (column === undefined && named !== undefined) return undefined;
  const features: ReadFeature[] = [];
  const setAside: ImportIssue[] = [];
  const types = new Map<string, ReadField['type']>();
  let row = 0;
  for (const values of counted(found.rows(), onFeatures)) {
    row += 1;
    const blob = column === undefined ? null : values.get(column);
    const geometry = blob instanceof Uint8Array ? geometryOf(blob) : null;
    const cells = found.columns
      .filter((name) => name !== column)
      .map((name) => [name, plain(values.get(name) ?? null)] as const);
    for (const [name, value] of cells) noteType(types, name, value);
    const properties = Object.fromEntries(cells);
    if (geometry === undefined) setAside.push(hasCurve(blob) ? curved(row) : damaged(row));
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
    issues: database.isWal ? [journal()] : [],
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

/** Whether the geometry of a value is of a kind with curves or patches, which is whole but not read. */
function hasCurve(blob: unknown): boolean {
  if (!(blob instanceof Uint8Array)) return false;
  const envelope = ENVELOPES[((blob[3] ?? 0) >> 1) & 7];
  return envelope !== undefined && isCurvedWkb(blob.subarray(8 + envelope));
}

function crsOf(database: SqliteFile, srsId: number): DeclaredCrs {
  for (const row of tableOf(database, 'gpkg_spatial_ref_sys')?.rows() ?? []) {
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

function curved(row: number): ImportIssue {
  return issue(
    'geometry-unsupported',
    'error',
    {
      zh: `第 ${row} 行是圆弧或曲面，不能读取。`,
      en: `the geometry of row ${row} has arcs or surfaces, which are not read.`,
    },
    {
      zh: '在 QGIS 中用“线段化（Segmentize）”转成折线后导出。',
      en: 'Turn it into straight segments (Segmentize in QGIS) and export it again.',
    },
    row,
  );
}

function layerUnread(file: string, table: string): RefusedFile {
  return {
    file,
    code: 'layer-unread',
    message: {
      zh: `图层“${table}”是视图或缺少数据表，没有读入。`,
      en: `the layer "${table}" is a view, or its table is missing: it was not read.`,
    },
    cure: { zh: '把该图层另存为普通图层。', en: 'Save it as a layer of its own.' },
  };
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
