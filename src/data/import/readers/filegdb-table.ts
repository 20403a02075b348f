import type { Geometry, Position } from 'geojson';
import { signedArea } from '../../../domain/geometry/ring-checks.ts';
import type { FieldValue, ReadField } from '../raw-dataset.ts';
import { ByteReader } from './byte-reader.ts';
import { nestRings } from './shp.ts';

/** Field types of a File Geodatabase, by their code. */
const KINDS = [
  ...(['int16', 'int32', 'float32', 'float64', 'text', 'date', 'object-id', 'geometry'] as const),
  ...([
    'binary',
    'raster',
    'guid',
    'guid',
    'text',
    'int64',
    'date',
    'time',
    'date-offset',
  ] as const),
] as const;
type Kind = (typeof KINDS)[number];

/** A field as its table describes it. */
export type GdbField = {
  readonly name: string;
  /** The name that is shown; empty when it is the same. */
  readonly alias: string;
  readonly kind: Kind;
  readonly isNullable: boolean;
  readonly grid?: GdbGrid;
};

/** How the coordinates of a geometry field are stored. */
export type GdbGrid = {
  readonly wkt: string;
  readonly originX: number;
  readonly originY: number;
  readonly scale: number;
};

/** A row: its values by field name, and its geometry. */
export type GdbRow = {
  readonly objectId: number;
  readonly values: ReadonlyMap<string, FieldValue>;
  readonly geometry: Geometry | null;
  /** Why the geometry is missing. */
  readonly fault?: 'curves' | 'unsupported' | 'damaged';
};

/** A table of a File Geodatabase. */
export type GdbTable = {
  readonly fields: readonly GdbField[];
  readonly rows: () => Generator<GdbRow>;
};

/**
 * Opens a table: its rows (`.gdbtable`) and where each begins (`.gdbtablx`). Undefined when the version is not
 * read (64-bit object ids). Source: the public description of the format by Even Rouault (dump_gdbtable).
 * @throws RangeError when something lies beyond the file.
 */
export function openGdbTable(table: Uint8Array, index: Uint8Array): GdbTable | undefined {
  const header = new ByteReader(table);
  if (header.int32() !== 3) return undefined;
  const description = new ByteReader(table, 32).unsigned(8);
  const { fields, isUtf8 } = readFields(new ByteReader(table, description));
  return {
    fields,
    *rows() {
      for (const { objectId, offset } of rowOffsets(index))
        yield readRow(table, { objectId, offset, fields, isUtf8 });
    },
  };
}

function readFields(reader: ByteReader): {
  readonly fields: readonly GdbField[];
  readonly isUtf8: boolean;
} {
  reader.int32();
  reader.int32();
  const flags = reader.uint32();
  const count = reader.int16();
  const fields = Array.from({ length: count }, () => readField(reader, flags));
  return { fields, isUtf8: (flags & 0x100) !== 0 };
}

function readField(reader: ByteReader, layerFlags: number): GdbField {
  const name = reader.utf16(reader.byte());
  const alias = reader.utf16(reader.byte());
  const kind = KINDS[reader.byte()];
  if (kind === undefined) throw new RangeError('an unknown field type');
  const base = { name, alias, kind };
  switch (kind) {
    case 'object-id':
      reader.take(2);
      return { ...base, isNullable: false };
    case 'geometry':
      return { ...base, ...readGrid(reader, layerFlags) };
    case 'text': {
      reader.uint32();
      const flag = reader.byte();
      const length = reader.varUnsigned();
      if ((flag & 4) !== 0) reader.take(length);
      return { ...base, isNullable: (flag & 1) !== 0 };
    }
    case 'raster':
      throw new RangeError('a field of images');
    case 'binary':
    case 'guid': {
      reader.byte();
      return { ...base, isNullable: (reader.byte() & 1) !== 0 };
    }
    default: {
      reader.byte();
      const flag = reader.byte();
      const length = reader.byte();
      if ((flag & 4) !== 0) reader.take(length);
      return { ...base, isNullable: (flag & 1) !== 0 };
    }
  }
}

function readGrid(reader: ByteReader, layerFlags: number): Pick<GdbField, 'isNullable' | 'grid'> {
  reader.byte();
  const flag = reader.byte();
  const wkt = new TextDecoder('utf-16le').decode(reader.take(reader.uint16()));
  const measures = reader.byte();
  const [hasM, hasZ] = [(measures & 2) !== 0, (measures & 4) !== 0];
  const [originX, originY, scale] = [reader.float64(), reader.float64(), reader.float64()];
  if (hasM) reader.take(16);
  if (hasZ) reader.take(16);
  // Tolerances, then the extent.
  reader.take(8 + (hasM ? 8 : 0) + (hasZ ? 8 : 0) + 32);
  if ((layerFlags & 0x80000000) !== 0) reader.take(16);
  if ((layerFlags & 0x40000000) !== 0) reader.take(16);
  reader.byte();
  reader.take(8 * reader.uint32());
  return { isNullable: (flag & 1) !== 0, grid: { wkt, originX, originY, scale } };
}

/** Where each row begins; a deleted one has no place. */
function* rowOffsets(
  index: Uint8Array,
): Generator<{ readonly objectId: number; readonly offset: number }> {
  const reader = new ByteReader(index);
  if (reader.int32() !== 3) return;
  const blocks = reader.int32();
  const rows = reader.int32();
  const width = reader.int32();
  if (width < 4 || width > 6) throw new RangeError('an unknown width of offsets');
  const isPresent = blockMap(index, 16 + blocks * 1024 * width, Math.ceil(rows / 1024));
  let present = 0;
  for (const [block, is] of isPresent.entries()) {
    if (!is) continue;
    const start = 16 + present * 1024 * width;
    present += 1;
    for (let row = 0; row < 1024 && block * 1024 + row < rows; row += 1) {
      const offset = new ByteReader(index, start + row * width).unsigned(width);
      if (offset !== 0) yield { objectId: block * 1024 + row + 1, offset };
    }
  }
}

/** Which blocks of 1024 rows are stored; all when the trailer has no map. */
function blockMap(index: Uint8Array, at: number, count: number): readonly boolean[] {
  const all = Array.from({ length: count }, () => true);
  if (at + 16 > index.length) return all;
  const reader = new ByteReader(index, at);
  const words = reader.int32();
  reader.take(12);
  if (words === 0) return all;
  const bits = reader.take(Math.min(words * 4, reader.left));
  return all.map((_, block) => ((bits[block >> 3] ?? 0) & (1 << (block & 7))) !== 0);
}

function readRow(
  table: Uint8Array,
  {
    objectId,
    offset,
    fields,
    isUtf8,
  }: {
    readonly objectId: number;
    readonly offset: number;
    readonly fields: readonly GdbField[];
    readonly isUtf8: boolean;
  },
): GdbRow {
  const length = new ByteReader(table, offset).uint32();
  const reader = new ByteReader(new ByteReader(table, offset + 4).take(length));
  const nullable = fields.filter(({ isNullable }) => isNullable);
  const nulls = reader.take(Math.ceil(nullable.length / 8));
  const isNull = (field: GdbField): boolean => {
    const bit = nullable.indexOf(field);
    return bit >= 0 && ((nulls[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  };
  const values = new Map<string, FieldValue>();
  let found: Pick<GdbRow, 'geometry' | 'fault'> = { geometry: null };
  for (const field of fields) {
    if (field.kind === 'object-id') values.set(field.name, objectId);
    else if (isNull(field)) {
      if (field.kind !== 'geometry') values.set(field.name, null);
    } else if (field.kind === 'geometry') {
      const blob = reader.take(reader.varUnsigned());
      found = field.grid === undefined ? found : readShape(blob, field.grid);
    } else values.set(field.name, readValue(reader, field.kind, isUtf8));
  }
  return { objectId, values, ...found };
}

function readValue(
  reader: ByteReader,
  kind: Exclude<Kind, 'geometry' | 'object-id'>,
  isUtf8: boolean,
): FieldValue {
  switch (kind) {
    case 'int16':
      return reader.int16();
    case 'int32':
      return reader.int32();
    case 'float32':
      return reader.float32();
    case 'float64':
      return reader.float64();
    case 'int64': {
      const value = reader.int64();
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    }
    case 'text':
      return new TextDecoder(isUtf8 ? 'utf-8' : 'utf-16le').decode(
        reader.take(reader.varUnsigned()),
      );
    case 'date':
      return dateOf(reader.float64());
    case 'date-offset': {
      const date = dateOf(reader.float64());
      reader.int16();
      return date;
    }
    case 'time':
      return reader.float64();
    case 'guid':
      return guidOf(reader.take(16));
    case 'binary':
    case 'raster':
      reader.take(reader.varUnsigned());
      return null;
  }
}

/** Days since 30 December 1899 as ISO 8601, without a time at midnight. */
function dateOf(days: number): string | null {
  const date = new Date(Math.round((days - 25_569) * 86_400_000));
  if (Number.isNaN(date.getTime())) return null;
  return date
    .toISOString()
    .replace(/T00:00:00\.000Z$/, '')
    .replace(/\.000Z$/, '');
}

function guidOf(bytes: Uint8Array): string {
  const hex = (from: number, to: number, isReversed: boolean): string => {
    const part = [...bytes.subarray(from, to)].map((byte) => byte.toString(16).padStart(2, '0'));
    return (isReversed ? part.toReversed() : part).join('').toUpperCase();
  };
  return `{${hex(0, 4, true)}-${hex(4, 6, true)}-${hex(6, 8, true)}-${hex(8, 10, false)}-${hex(10, 16, false)}}`;
}

/** Shape types by their code; the general ones have heights, measures and curves as flags. */
const SHAPES: ReadonlyMap<number, 'point' | 'multipoint' | 'line' | 'area'> = new Map([
  ...[1, 9, 11, 21, 52].map((code) => [code, 'point'] as const),
  ...[8, 18, 20, 28, 53].map((code) => [code, 'multipoint'] as const),
  ...[3, 10, 13, 23, 50].map((code) => [code, 'line'] as const),
  ...[5, 15, 19, 25, 51].map((code) => [code, 'area'] as const),
]);
const HAS_CURVES = 0x20000000;

function readShape(blob: Uint8Array, grid: GdbGrid): Pick<GdbRow, 'geometry' | 'fault'> {
  const reader = new ByteReader(blob);
  const type = reader.varUnsigned();
  if (type === 0) return { geometry: null };
  const shape = SHAPES.get(type % 256);
  if (shape === undefined) return { geometry: null, fault: 'unsupported' };
  if (Math.floor(type / HAS_CURVES) % 2 === 1) return { geometry: null, fault: 'curves' };
  const { originX, originY, scale } = grid;
  if (shape === 'point') {
    const [x, y] = [reader.varUnsigned(), reader.varUnsigned()];
    if (x === 0) return { geometry: null };
    return {
      geometry: {
        type: 'Point',
        coordinates: [(x - 1) / scale + originX, (y - 1) / scale + originY],
      },
    };
  }
  const points = reader.varUnsigned();
  if (points === 0) return { geometry: null };
  if (points > reader.left) return { geometry: null, fault: 'damaged' };
  if (shape === 'multipoint') {
    for (let corner = 0; corner < 4; corner += 1) reader.varUnsigned();
    return {
      geometry: { type: 'MultiPoint', coordinates: readPoints(reader, [points], grid)[0] ?? [] },
    };
  }
  const partCount = reader.varUnsigned();
  for (let corner = 0; corner < 4; corner += 1) reader.varUnsigned();
  const sizes: number[] = [];
  for (let part = 1; part < partCount; part += 1) sizes.push(reader.varUnsigned());
  const last = points - sizes.reduce((sum, size) => sum + size, 0);
  if (last < 0) return { geometry: null, fault: 'damaged' };
  const parts = readPoints(reader, [...sizes, last], grid);
  return { geometry: shape === 'line' ? linesOf(parts) : areasOf(parts) };
}

/** Positions as differences from the one before, over all parts. */
function readPoints(
  reader: ByteReader,
  sizes: readonly number[],
  { originX, originY, scale }: GdbGrid,
): readonly Position[][] {
  let [x, y] = [0, 0];
  return sizes.map((size) =>
    Array.from({ length: size }, (): Position => {
      x += reader.varSigned();
      y += reader.varSigned();
      return [x / scale + originX, y / scale + originY];
    }),
  );
}

function linesOf(parts: readonly Position[][]): Geometry {
  const [only] = parts;
  return parts.length === 1 && only !== undefined
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: [...parts] };
}

/** As in shapefiles, outer rings run clockwise. */
function areasOf(parts: readonly Position[][]): Geometry {
  return nestRings(parts, (ring) => signedArea(ring.map(([x = 0, y = 0]) => [x, y] as const)) > 0);
}

/** The type of a field in our words. */
export function gdbType({ kind }: GdbField): ReadField['type'] {
  switch (kind) {
    case 'int16':
    case 'int32':
    case 'int64':
    case 'float32':
    case 'float64':
    case 'object-id':
    case 'time':
      return 'number';
    case 'date':
    case 'date-offset':
      return 'date';
    default:
      return 'text';
  }
}
