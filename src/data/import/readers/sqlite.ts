/** A value of a row. */
export type SqliteValue = number | bigint | string | Uint8Array | null;

/** A table: its columns in order, and its rows. */
export type SqliteTable = {
  readonly columns: readonly string[];
  rows: () => Generator<ReadonlyMap<string, SqliteValue>>;
};

/** A database opened for reading whole tables. */
export type SqliteFile = {
  readonly tables: ReadonlyMap<string, SqliteTable>;
  /** True when changes may stand in a journal beside the file. */
  readonly isWal: boolean;
};

const MAGIC = 'SQLite format 3\0';
/** Page types of tables. */
const [INTERIOR, LEAF] = [0x05, 0x0d];

/** Whether bytes are an SQLite database. */
export function isSqlite(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 16)) === MAGIC;
}

/**
 * Opens an SQLite 3 database (file format 4) for reading its tables in full: no query is needed for a
 * GeoPackage, and the library that could would need WebAssembly, which the page's policy forbids. Source: SQLite's
 * description of the file format.
 * @throws RangeError when a page or a cell lies beyond the file.
 */
export function openSqlite(bytes: Uint8Array): SqliteFile {
  const pages = new Pages(bytes);
  const tables = new Map<string, SqliteTable>();
  for (const { values } of pages.rowsOf(1)) {
    const [type, name, , root, sql] = values;
    if (type !== 'table' || typeof name !== 'string' || typeof root !== 'number') continue;
    const { columns, rowIdColumn, defaults } = columnsOf(String(sql ?? ''));
    tables.set(name, {
      columns,
      *rows() {
        for (const { rowId, values: own } of pages.rowsOf(root)) {
          yield new Map(
            columns.map((column, index) => [
              column,
              index === rowIdColumn && (own[index] ?? null) === null
                ? rowId
                : // A row that is older than a column has the column's default.
                  (own[index] ?? (index < own.length ? null : (defaults[index] ?? null))),
            ]),
          );
        }
      },
    });
  }
  return { tables, isWal: bytes[18] === 2 };
}

type SqliteRow = { readonly rowId: number; readonly values: readonly SqliteValue[] };

class Pages {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #size: number;
  readonly #usable: number;
  readonly #decoder: TextDecoder;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const size = this.#view.getUint16(16);
    this.#size = size === 1 ? 65_536 : size;
    if (this.#size < 512) throw new RangeError('no page size');
    this.#usable = this.#size - (bytes[20] ?? 0);
    this.#decoder = new TextDecoder(
      ['utf-8', 'utf-8', 'utf-16le', 'utf-16be'][this.#view.getUint32(56)] ?? 'utf-8',
    );
  }

  *rowsOf(page: number, depth = 0): Generator<SqliteRow> {
    if (depth > 40) throw new RangeError('a table without end');
    const start = (page - 1) * this.#size;
    const header = page === 1 ? start + 100 : start;
    const type = this.#view.getUint8(header);
    const cells = this.#view.getUint16(header + 3);
    if (type === LEAF) {
      for (let cell = 0; cell < cells; cell += 1)
        yield this.#leaf(start + this.#view.getUint16(header + 8 + 2 * cell));
    } else if (type === INTERIOR) {
      for (let cell = 0; cell < cells; cell += 1) {
        const at = start + this.#view.getUint16(header + 12 + 2 * cell);
        yield* this.rowsOf(this.#view.getUint32(at), depth + 1);
      }
      yield* this.rowsOf(this.#view.getUint32(header + 8), depth + 1);
    } else throw new RangeError(`page ${page} is no page of a table`);
  }

  #leaf(at: number): SqliteRow {
    const [length, afterLength] = this.#varint(at);
    const [rowId, start] = this.#varint(afterLength);
    return { rowId, values: recordValues(this.#payload(start, length), this.#decoder) };
  }

  /** The payload of a cell, of which a long one goes on in a chain of pages. */
  #payload(start: number, length: number): Uint8Array {
    const most = this.#usable - 35;
    if (length <= most) return this.#slice(start, length);
    if (length > this.#bytes.length) throw new RangeError('a row longer than the file');
    const least = Math.floor(((this.#usable - 12) * 32) / 255) - 23;
    const wanted = least + ((length - least) % (this.#usable - 4));
    const local = wanted <= most ? wanted : least;
    const payload = new Uint8Array(length);
    payload.set(this.#slice(start, local));
    let filled = local;
    let page = this.#view.getUint32(start + local);
    while (filled < length) {
      if (page === 0) throw new RangeError('a row that is cut off');
      const at = (page - 1) * this.#size;
      const part = this.#slice(at + 4, Math.min(this.#usable - 4, length - filled));
      payload.set(part, filled);
      filled += part.length;
      page = this.#view.getUint32(at);
    }
    return payload;
  }

  #slice(start: number, length: number): Uint8Array {
    if (start < 0 || start + length > this.#bytes.length) throw new RangeError('beyond the file');
    return this.#bytes.subarray(start, start + length);
  }

  #varint(at: number): readonly [value: number, next: number] {
    return varint(this.#bytes, at);
  }
}

/** A number of one to nine bytes, the high ones first. */
function varint(bytes: Uint8Array, at: number): readonly [value: number, next: number] {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) throw new RangeError('beyond the file');
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + index + 1];
  }
  return [value * 256 + (bytes[at + 8] ?? 0), at + 9];
}

function recordValues(record: Uint8Array, decoder: TextDecoder): readonly SqliteValue[] {
  const [headerLength, first] = varint(record, 0);
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const values: SqliteValue[] = [];
  let [at, body] = [first, headerLength];
  while (at < headerLength) {
    const [type, next] = varint(record, at);
    at = next;
    const { value, length } = valueAt(view, record, { type, at: body, decoder });
    values.push(value);
    body += length;
  }
  return values;
}

function valueAt(
  view: DataView,
  record: Uint8Array,
  {
    type,
    at,
    decoder,
  }: { readonly type: number; readonly at: number; readonly decoder: TextDecoder },
): { readonly value: SqliteValue; readonly length: number } {
  switch (type) {
    case 0:
      return { value: null, length: 0 };
    case 1:
      return { value: view.getInt8(at), length: 1 };
    case 2:
      return { value: view.getInt16(at), length: 2 };
    case 3:
      return { value: view.getInt16(at) * 256 + view.getUint8(at + 2), length: 3 };
    case 4:
      return { value: view.getInt32(at), length: 4 };
    case 5:
      return { value: view.getInt16(at) * 2 ** 32 + view.getUint32(at + 2), length: 6 };
    case 6: {
      const whole = view.getBigInt64(at);
      return { value: Number.isSafeInteger(Number(whole)) ? Number(whole) : whole, length: 8 };
    }
    case 7:
      return { value: view.getFloat64(at), length: 8 };
    case 8:
    case 9:
      return { value: type - 8, length: 0 };
    default: {
      const length = Math.floor((type - (type % 2 === 0 ? 12 : 13)) / 2);
      if (length < 0 || at + length > record.length) throw new RangeError('a value beyond its row');
      const bytes = record.subarray(at, at + length);
      return { value: type % 2 === 0 ? bytes : decoder.decode(bytes), length };
    }
  }
}

/** The columns of a CREATE TABLE statement, and which of them stands for the row's number. */
function columnsOf(sql: string): {
  readonly columns: readonly string[];
  readonly rowIdColumn: number;
  readonly defaults: readonly SqliteValue[];
} {
  const body = sql.slice(sql.indexOf('(') + 1, sql.lastIndexOf(')'));
  const definitions = splitAtCommas(body).filter(
    (definition) =>
      !/^\s*(?:CONSTRAINT|PRIMARY\s+KEY|UNIQUE|CHECK|FOREIGN\s+KEY)\b/i.test(definition) &&
      !isVirtual(definition),
  );
  const columns = definitions.map(nameIn);
  const rowIdColumn = definitions.findIndex((definition) =>
    /\bINTEGER\s+(?:NOT\s+NULL\s+)?PRIMARY\s+KEY\b/i.test(definition),
  );
  return { columns, rowIdColumn, defaults: definitions.map(defaultIn) };
}

/** The literal that a column has where a row gives none; null for none, and for an expression. */
function defaultIn(definition: string): SqliteValue {
  const [, text, number] =
    /\bDEFAULT\s+\(?\s*(?:'((?:[^']|'')*)'|([-+]?\d+(?:\.\d+)?))/i.exec(definition) ?? [];
  return text?.replaceAll("''", "'") ?? (number === undefined ? null : Number(number));
}

/** Whether a column is computed when it is read, so that no row stores it. */
function isVirtual(definition: string): boolean {
  return /\bAS\s*\(/i.test(definition) && !/\bSTORED\s*$/i.test(definition);
}

function nameIn(definition: string): string {
  const [, quoted, grave, bracketed, plain] =
    /^\s*(?:"((?:[^"]|"")+)"|`([^`]+)`|\[([^\]]+)\]|([^\s(,]+))/.exec(definition) ?? [];
  return (quoted?.replaceAll('""', '"') ?? grave ?? bracketed ?? plain ?? '').trim();
}

function splitAtCommas(text: string): readonly string[] {
  const parts: string[] = [];
  let [depth, quote, start] = [0, '', 0];
  for (const [at, character] of [...text].entries()) {
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'" || character === '`') quote = character;
    else if (character === '[') quote = ']';
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === ',' && depth === 0) {
      parts.push([...text].slice(start, at).join(''));
      start = at + 1;
    }
  }
  parts.push([...text].slice(start).join(''));
  return parts.filter((part) => part.trim() !== '');
}
