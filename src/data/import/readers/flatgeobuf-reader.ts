import type { Geometry, Position } from 'geojson';
import { crsOfName, crsOfWkt } from '../crs/crs-text.ts';
import {
  type DeclaredCrs,
  type FieldValue,
  type ImportIssue,
  issue,
  type RawDataset,
  type ReadFeature,
  type ReadField,
} from '../raw-dataset.ts';
import { EVERY, type OnFeatures } from '../read-progress.ts';
import { FlatTable } from './flat-table.ts';

/** Numbers of fields in the schema of format version 3 (header.fbs, feature.fbs of FlatGeobuf). */
const HEADER = { name: 0, geometryType: 2, columns: 7, count: 8, nodeSize: 9, crs: 10 } as const;
const COLUMN = { name: 0, type: 1, title: 2 } as const;
const CRS = { org: 0, code: 1, wkt: 4, codeText: 5 } as const;
const FEATURE = { geometry: 0, properties: 1, columns: 2 } as const;
const GEOMETRY = { ends: 0, xy: 1, type: 6, parts: 7 } as const;

/** Types of columns by their code. */
const COLUMN_TYPES = [
  ...(['int8', 'uint8', 'bool', 'int16', 'uint16', 'int32', 'uint32', 'int64', 'uint64'] as const),
  ...(['float32', 'float64', 'string', 'json', 'date', 'binary'] as const),
] as const;
type ColumnType = (typeof COLUMN_TYPES)[number];

type Column = { readonly name: string; readonly title: string; readonly type: ColumnType };

/** Bytes of a node of the index: a box and a place. */
const NODE = 40;

/**
 * Reads FlatGeobuf, version 3. Its index is passed over, heights and measures are left out.
 * @throws RangeError when the header lies beyond the file.
 */
export function readFlatGeobuf(
  bytes: Uint8Array,
  given: Pick<RawDataset, 'file' | 'name'>,
  onFeatures?: OnFeatures,
): RawDataset {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = new FlatTable(part(view, 12, view.getUint32(8, true)));
  const columns = uniquelyNamed(header.tables(HEADER.columns).map(columnOf));
  const count = header.uint64(HEADER.count);
  let at = 12 + view.getUint32(8, true) + indexSize(count, header.uint16(HEADER.nodeSize, 16));
  const features: ReadFeature[] = [];
  const setAside: ImportIssue[] = [];
  let isCut = false;
  for (let row = 1; count === 0 ? at < bytes.length : row <= count; row += 1) {
    if (at + 4 > bytes.length || at + 4 + view.getUint32(at, true) > bytes.length) {
      isCut = true;
      break;
    }
    const length = view.getUint32(at, true);
    const read = readFeature(part(view, at + 4, length), header, columns);
    if (read === undefined) setAside.push(unread(row));
    else features.push({ ...read, row });
    at += 4 + length;
    if (row % EVERY === 0) onFeatures?.(row);
  }
  return {
    file: given.file,
    name: header.text(HEADER.name) || given.name,
    format: 'FlatGeobuf',
    fields: columns.map(fieldOf),
    features,
    setAside,
    encoding: { name: 'utf-8', how: 'declared' },
    crs: crsOf(header.table(HEADER.crs)),
    issues: isCut ? [cutOff(features.length + setAside.length, count)] : [],
  };
}

function part(view: DataView, at: number, length: number): DataView {
  return new DataView(view.buffer, view.byteOffset + at, length);
}

/** Bytes of the packed tree over so many features: its levels shrink by the size of a node down to one. */
function indexSize(count: number, nodeSize: number): number {
  if (count === 0 || nodeSize < 2) return 0;
  let [level, nodes] = [count, count];
  do {
    level = Math.ceil(level / nodeSize);
    nodes += level;
  } while (level > 1);
  return nodes * NODE;
}

function columnOf(column: FlatTable): Column {
  return {
    name: column.text(COLUMN.name),
    title: column.text(COLUMN.title),
    type: COLUMN_TYPES[column.byte(COLUMN.type)] ?? 'binary',
  };
}

/** Two columns of one name would be one property. */
function uniquelyNamed(columns: readonly Column[]): readonly Column[] {
  const seen = new Set<string>();
  return columns.map((column, index) => {
    let name = column.name || `column_${index + 1}`;
    while (seen.has(name)) name = `${name}_${index + 1}`;
    seen.add(name);
    return { ...column, name };
  });
}

function fieldOf({ name, title, type }: Column): ReadField {
  const kind =
    type === 'bool'
      ? 'boolean'
      : type === 'date'
        ? 'date'
        : type === 'string' || type === 'json' || type === 'binary'
          ? 'text'
          : 'number';
  return { name, type: kind, ...(title !== '' && title !== name && { alias: title }) };
}

function crsOf(crs: FlatTable | undefined): DeclaredCrs {
  if (crs === undefined) return { kind: 'none' };
  const [org, code, wkt] = [crs.text(CRS.org), crs.int32(CRS.code), crs.text(CRS.wkt)];
  if (/^EPSG$/i.test(org) && code > 0) return crsOfName(`EPSG:${code}`);
  if (wkt !== '') return crsOfWkt(wkt);
  const name = crs.text(CRS.codeText) || (code > 0 ? `${org}:${code}` : '');
  return crsOfName(name);
}

/** Undefined when it is damaged or its geometry is none that is read. */
function readFeature(
  view: DataView,
  header: FlatTable,
  columns: readonly Column[],
): Pick<ReadFeature, 'geometry' | 'properties'> | undefined {
  try {
    const feature = new FlatTable(view);
    const own = feature.tables(FEATURE.columns).map(columnOf);
    const properties = propertiesOf(
      feature.bytes(FEATURE.properties),
      own.length > 0 ? uniquelyNamed(own) : columns,
    );
    const stored = feature.table(FEATURE.geometry);
    if (stored === undefined) return { properties };
    const geometry = geometryOf(stored, header.byte(HEADER.geometryType));
    if (geometry === undefined) return undefined;
    return { ...(geometry && { geometry }), properties };
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function propertiesOf(
  bytes: Uint8Array,
  columns: readonly Column[],
): Readonly<Record<string, FieldValue>> {
  const values: [string, FieldValue][] = columns.map(({ name }) => [name, null]);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at < bytes.length) {
    const index = view.getUint16(at, true);
    const column = columns[index];
    // What a value of an unknown column is as long as cannot be told.
    if (column === undefined) throw new RangeError('an unknown column');
    const { value, width } = valueAt(view, at + 2, column.type);
    values[index] = [column.name, value];
    at += 2 + width;
  }
  return Object.fromEntries(values);
}

function valueAt(
  view: DataView,
  at: number,
  type: ColumnType,
): { readonly value: FieldValue; readonly width: number } {
  switch (type) {
    case 'int8':
      return { value: view.getInt8(at), width: 1 };
    case 'uint8':
      return { value: view.getUint8(at), width: 1 };
    case 'bool':
      return { value: view.getUint8(at) !== 0, width: 1 };
    case 'int16':
      return { value: view.getInt16(at, true), width: 2 };
    case 'uint16':
      return { value: view.getUint16(at, true), width: 2 };
    case 'int32':
      return { value: view.getInt32(at, true), width: 4 };
    case 'uint32':
      return { value: view.getUint32(at, true), width: 4 };
    case 'int64':
      return { value: whole(view.getBigInt64(at, true)), width: 8 };
    case 'uint64':
      return { value: whole(view.getBigUint64(at, true)), width: 8 };
    case 'float32':
      return { value: finite(view.getFloat32(at, true)), width: 4 };
    case 'float64':
      return { value: finite(view.getFloat64(at, true)), width: 8 };
    case 'string':
    case 'json':
    case 'date':
    case 'binary': {
      const length = view.getUint32(at, true);
      const content = part(view, at + 4, length);
      return {
        value: type === 'binary' ? null : new TextDecoder().decode(content),
        width: 4 + length,
      };
    }
  }
}

/** A whole number; a text beyond 2^53, of which no digit may be lost. */
function whole(value: bigint): FieldValue {
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}

function finite(value: number): FieldValue {
  return Number.isFinite(value) ? value : null;
}

/** `null` for an empty one, undefined for one that is not read (curves, surfaces in space). */
function geometryOf(stored: FlatTable, typeOfLayer: number): Geometry | null | undefined {
  const type = stored.byte(GEOMETRY.type) || typeOfLayer;
  const parts = stored.tables(GEOMETRY.parts);
  if (type === 6 || type === 7) return collectionOf(parts, type);
  const positions = positionsOf(stored.doubles(GEOMETRY.xy));
  if (positions.length === 0 && parts.length === 0) return null;
  switch (type) {
    case 1:
      return { type: 'Point', coordinates: positions[0] ?? [] };
    case 2:
      return { type: 'LineString', coordinates: positions };
    case 3:
      return { type: 'Polygon', coordinates: cutAt(positions, stored.uint32s(GEOMETRY.ends)) };
    case 4:
      return { type: 'MultiPoint', coordinates: positions };
    case 5:
      return {
        type: 'MultiLineString',
        coordinates: cutAt(positions, stored.uint32s(GEOMETRY.ends)),
      };
    default:
      return undefined;
  }
}

/** A multipolygon (type 6) or a collection of parts. */
function collectionOf(parts: readonly FlatTable[], type: 6 | 7): Geometry | null | undefined {
  const geometries = parts.map((each) => geometryOf(each, type === 6 ? 3 : 0));
  if (geometries.includes(undefined)) return undefined;
  const found = geometries.flatMap((each) => each ?? []);
  if (found.length === 0) return null;
  if (type === 7) return { type: 'GeometryCollection', geometries: found };
  const areas = found.flatMap((each) => (each.type === 'Polygon' ? [each.coordinates] : []));
  return areas.length < found.length ? undefined : { type: 'MultiPolygon', coordinates: areas };
}

function positionsOf(xy: Float64Array): Position[] {
  return Array.from({ length: xy.length >> 1 }, (_, index) => [
    xy[2 * index] ?? Number.NaN,
    xy[2 * index + 1] ?? Number.NaN,
  ]);
}

/** Positions in the parts that end before some of them; a single part needs no ends. */
function cutAt(positions: readonly Position[], ends: readonly number[]): Position[][] {
  const stops = ends.length === 0 ? [positions.length] : ends;
  if ((stops.at(-1) ?? 0) !== positions.length) throw new RangeError('parts of another length');
  return stops.map((stop, index) => {
    const start = stops[index - 1] ?? 0;
    if (stop < start) throw new RangeError('a part that ends before it begins');
    return positions.slice(start, stop);
  });
}

function unread(row: number): ImportIssue {
  return issue(
    'geometry-unsupported',
    'error',
    {
      zh: `第 ${row} 个要素已损坏，或是曲线、曲面，不能读取。`,
      en: `feature ${row} is damaged, or a curve or surface, and is not read.`,
    },
    { zh: '导出为点、线或面。', en: 'Export it as points, lines or polygons.' },
    row,
  );
}

function cutOff(read: number, count: number): ImportIssue {
  return issue(
    'file-truncated',
    'error',
    {
      zh: `文件不完整：${count > 0 ? `应有 ${count} 个要素，` : ''}只读出 ${read} 个，其后的内容缺失。`,
      en: `the file is cut off: ${read}${count > 0 ? ` of ${count}` : ''} features could be read, what follows is missing.`,
    },
    { zh: '重新复制或导出该文件。', en: 'Copy or export the file again.' },
  );
}
