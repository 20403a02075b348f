import type { ExportEncoding } from '../../domain/own-data/data-export.ts';
import { cellText, type ExportCell, type ExportField, type ExportTable } from './export-table.ts';
import { encodedWithin, encoderOf, type TextEncode } from './gb18030.ts';
import { plain } from './geometry-wkt.ts';

/** A dBASE table, what its columns are called in it, and how many texts did not fit. */
export type WrittenDbf = {
  readonly bytes: Uint8Array;
  /** One name a field, at most 10 bytes long. */
  readonly names: readonly string[];
  /** Names of fields whose texts were cut to 254 bytes, with the number of texts. */
  readonly cut: readonly (readonly [name: string, count: number])[];
};

/** The longest text of a cell and the longest name of a column, in bytes. */
const [LONGEST_TEXT, LONGEST_NAME] = [254, 10];
/** Decimals of a number: a tenth of a millimetre in degrees. */
const MOST_DECIMALS = 9;
/** The widest number (dBASE III). */
const WIDEST_NUMBER = 19;
/** Language driver of code page 936; 0 says nothing, and leaves the word to `.cpg`. */
const DRIVERS = { 'utf-8': 0, gb18030: 0x4d } as const satisfies Record<ExportEncoding, number>;

/**
 * Short names of our own fields, where ten bytes do not hold the long one; the others are cut.
 * A README beside the files lists them.
 */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['position_source', 'pos_source'],
  ['position_source_zh', 'pos_src_zh'],
  ['class_source', 'cls_source'],
  ['class_source_zh', 'cls_src_zh'],
  ['class_before', 'cls_before'],
  ['confidence_before', 'cnf_before'],
  ['published_length_km', 'pub_len_km'],
  ['published_length_source', 'pub_len_sc'],
  ['published_area_km2', 'pub_ar_km2'],
  ['published_area_source', 'pub_ar_src'],
  ['measured_length_km', 'mea_len_km'],
  ['measured_area_km2', 'mea_ar_km2'],
  ['site_named_in_plan', 'site_named'],
  ['scenario_id', 'scen_id'],
]);

type Column = {
  readonly kind: 'C' | 'N' | 'L';
  readonly width: number;
  readonly decimals: number;
};

/** Writes cells as a dBASE III table, the only one beside a shapefile that every program reads. */
export function writeDbf(
  { fields, rows }: Pick<ExportTable, 'fields' | 'rows'>,
  { encoding, date }: { readonly encoding: ExportEncoding; readonly date: string },
): WrittenDbf {
  const encode = encoderOf(encoding);
  const names = dbfNames(fields, encode);
  const columns = fields.map((field, index) =>
    columnOf(
      field,
      rows.map(({ cells }) => cells[index] ?? null),
      encode,
    ),
  );
  const headerLength = 33 + 32 * fields.length;
  const recordLength = columns.reduce((sum, { width }) => sum + width, 1);
  const bytes = new Uint8Array(headerLength + recordLength * rows.length + 1).fill(0x20);
  writeHeader(bytes, { names, columns, encode, encoding, date, count: rows.length });
  const cut = new Map<number, number>();
  let at = headerLength;
  for (const { cells } of rows) {
    at += 1;
    for (const [index, column] of columns.entries()) {
      const text = textIn(column, cells[index] ?? null);
      const written = encodedWithin(text, column.width, encode);
      const isWhole = written.length === encode(text).length;
      if (!isWhole) cut.set(index, (cut.get(index) ?? 0) + 1);
      bytes.set(written, column.kind === 'N' ? at + column.width - written.length : at);
      at += column.width;
    }
  }
  bytes[at] = 0x1a;
  return {
    bytes,
    names,
    cut: [...cut].map(([index, count]) => [fields[index]?.name ?? '', count]),
  };
}

/** Names of at most ten bytes, each its own: the stated short name, or the longest beginning that fits. */
function dbfNames(fields: readonly ExportField[], encode: TextEncode): readonly string[] {
  const taken = new Set<string>();
  return fields.map(({ name }) => {
    const wanted = SHORT_NAMES.get(name) ?? name;
    let own = within(wanted, LONGEST_NAME, encode);
    for (let count = 2; taken.has(own.toLowerCase()); count += 1)
      own = `${within(wanted, LONGEST_NAME - 1 - String(count).length, encode)}_${count}`;
    taken.add(own.toLowerCase());
    return own;
  });
}

function within(text: string, most: number, encode: TextEncode): string {
  let own = text;
  while (encode(own).length > most) own = [...own].slice(0, -1).join('');
  return own;
}

function columnOf({ type }: ExportField, cells: readonly ExportCell[], encode: TextEncode): Column {
  switch (type) {
    case 'boolean':
      return { kind: 'L', width: 1, decimals: 0 };
    case 'integer':
    case 'real': {
      const numbers = cells.filter((cell) => typeof cell === 'number');
      // Digits before the point come first: 19 characters hold more than a double has.
      const whole = Math.max(1, ...numbers.map((value) => value.toFixed(0).length));
      const wanted = type === 'integer' ? 0 : Math.max(1, ...numbers.map(decimalsOf));
      const decimals = Math.max(0, Math.min(wanted, WIDEST_NUMBER - 1 - whole));
      const width = Math.max(1, ...numbers.map((value) => value.toFixed(decimals).length));
      return { kind: 'N', width: Math.min(width, WIDEST_NUMBER), decimals };
    }
    case 'text': {
      const lengths = cells.map((cell) => encode(cellText(cell)).length);
      return {
        kind: 'C',
        width: Math.min(LONGEST_TEXT, Math.max(1, ...lengths)),
        decimals: 0,
      };
    }
  }
}

function decimalsOf(value: number): number {
  return plain(value, MOST_DECIMALS).split('.')[1]?.length ?? 0;
}

function textIn({ kind, decimals, width }: Column, cell: ExportCell): string {
  if (cell === null) return kind === 'L' ? '?' : '';
  if (typeof cell === 'boolean') return kind === 'L' ? (cell ? 'T' : 'F') : String(cell);
  if (typeof cell !== 'number' || kind !== 'N') return cellText(cell);
  const text = cell.toFixed(decimals);
  // Nothing but asterisks says that a number did not fit; half of one would be another number.
  return text.length <= width ? text : '*'.repeat(width);
}

function writeHeader(
  bytes: Uint8Array,
  {
    names,
    columns,
    encode,
    encoding,
    date,
    count,
  }: {
    readonly names: readonly string[];
    readonly columns: readonly Column[];
    readonly encode: TextEncode;
    readonly encoding: ExportEncoding;
    readonly date: string;
    readonly count: number;
  },
): void {
  const view = new DataView(bytes.buffer);
  const headerLength = 33 + 32 * columns.length;
  bytes.fill(0, 0, headerLength);
  const [year = 1900, month = 1, day = 1] = date.split('-').map(Number);
  bytes.set([3, year - 1900, month, day]);
  view.setUint32(4, count, true);
  view.setUint16(8, headerLength, true);
  view.setUint16(
    10,
    columns.reduce((sum, { width }) => sum + width, 1),
    true,
  );
  bytes[29] = DRIVERS[encoding];
  for (const [index, { kind, width, decimals }] of columns.entries()) {
    const at = 32 + 32 * index;
    bytes.set(encode(names[index] ?? ''), at);
    bytes[at + 11] = kind.charCodeAt(0);
    bytes.set([width, decimals], at + 16);
  }
  bytes[headerLength - 1] = 0x0d;
}
