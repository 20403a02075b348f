import type { FieldValue, ReadField } from '../raw-dataset.ts';

/** A dBASE table as far as its header goes; the bytes of text are decoded later, in one encoding for all. */
export type DbfTable = {
  readonly fields: readonly DbfField[];
  /** The encoding that byte 29 of the header states (language driver); absent when it states none. */
  readonly languageDriver?: string;
  readonly rows: readonly DbfRow[];
  /** How many records the header announces; more than `rows` when the file is cut off. */
  readonly announced: number;
};

/** A column, its name still in bytes. */
export type DbfField = {
  readonly name: Uint8Array;
  readonly kind: string;
  readonly start: number;
  readonly length: number;
};

/** A record: its bytes without the deletion mark. */
export type DbfRow = { readonly bytes: Uint8Array; readonly isDeleted: boolean };

/** Language drivers that occur with Chinese data; others of the list are code pages of the west. Source: Esri. */
const LANGUAGE_DRIVERS: Readonly<Record<number, string>> = {
  3: 'windows-1252',
  87: 'windows-1252',
  77: 'gb18030',
  79: 'big5',
  122: 'gb18030',
  120: 'big5',
};

/** Reads a dBASE table. Returns undefined when the header is none, or lies beyond the file. */
export function readDbf(bytes: Uint8Array): DbfTable | undefined {
  if (bytes.length < 33) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const announced = view.getUint32(4, true);
  const headerLength = view.getUint16(8, true);
  const recordLength = view.getUint16(10, true);
  if (headerLength < 33 || headerLength > bytes.length || recordLength < 1) return undefined;
  const fields = fieldsOf(bytes, headerLength);
  const width = fields.reduce((sum, { length }) => sum + length, 1);
  if (fields.length === 0 || width > recordLength) return undefined;
  const rows: DbfRow[] = [];
  for (let row = 0; row < announced; row += 1) {
    const start = headerLength + row * recordLength;
    if (start + recordLength > bytes.length) break;
    rows.push({
      bytes: bytes.subarray(start + 1, start + recordLength),
      isDeleted: bytes[start] === 0x2a,
    });
  }
  const driver = bytes[29] ?? 0;
  const languageDriver = Object.hasOwn(LANGUAGE_DRIVERS, driver)
    ? LANGUAGE_DRIVERS[driver]
    : undefined;
  return { fields, rows, announced, ...(languageDriver && { languageDriver }) };
}

function fieldsOf(bytes: Uint8Array, headerLength: number): readonly DbfField[] {
  const fields: DbfField[] = [];
  let start = 0;
  for (let at = 32; at + 32 <= headerLength && bytes[at] !== 0x0d; at += 32) {
    const name = bytes.subarray(at, at + 11);
    const end = name.indexOf(0);
    const length = bytes[at + 16] ?? 0;
    fields.push({
      name: end < 0 ? name : name.subarray(0, end),
      kind: String.fromCharCode(bytes[at + 11] ?? 0),
      start,
      length,
    });
    start += length;
  }
  return fields;
}

/** Bytes of text, and whether they fill their place, so that the last character may be cut. */
export type TextBytes = { readonly bytes: Uint8Array; readonly isFull: boolean };

/** All text of a table: names of columns, and cells of text columns in records that are not deleted. */
export function textBytes({ fields, rows }: DbfTable): readonly TextBytes[] {
  const texts = fields.filter(({ kind }) => kind === 'C');
  return [
    ...fields.map(({ name }) => ({ bytes: name, isFull: name.length >= 10 })),
    ...rows.flatMap(({ bytes, isDeleted }) =>
      isDeleted
        ? []
        : texts.map(({ start, length }) => {
            const cell = trimEnd(bytes.subarray(start, start + length));
            return { bytes: cell, isFull: cell.length === length };
          }),
    ),
  ];
}

function trimEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end -= 1;
  return bytes.subarray(0, end);
}

/** The type of a column in our words. */
export function dbfType({ kind }: DbfField): ReadField['type'] {
  if (kind === 'N' || kind === 'F' || kind === 'I' || kind === 'O' || kind === 'B') return 'number';
  if (kind === 'D' || kind === '@' || kind === 'T') return 'date';
  return kind === 'L' ? 'boolean' : 'text';
}

/** A cell as a value; `null` for an empty one, or one that is no value of its column. */
export function dbfValue(
  { bytes }: DbfRow,
  { kind, start, length }: DbfField,
  decode: (bytes: Uint8Array) => string,
): FieldValue {
  const cell = bytes.subarray(start, start + length);
  if (kind === 'I' && length === 4)
    return new DataView(cell.buffer, cell.byteOffset, 4).getInt32(0, true);
  if ((kind === 'O' || kind === 'B') && length === 8)
    return new DataView(cell.buffer, cell.byteOffset, 8).getFloat64(0, true);
  const text = decode(trimEnd(cell)).trim();
  if (kind === 'N' || kind === 'F') {
    // Asterisks stand for a number that did not fit.
    const number = text === '' || text.startsWith('*') ? Number.NaN : Number(text);
    return Number.isFinite(number) ? number : null;
  }
  if (kind === 'L') return /^[TtYy]$/.test(text) ? true : /^[FfNn]$/.test(text) ? false : null;
  if (kind === 'D') {
    const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
    return year === undefined || year === '0000' ? null : `${year}-${month}-${day}`;
  }
  return text === '' ? null : text;
}
