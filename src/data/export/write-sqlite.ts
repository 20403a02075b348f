/** A value of a row; a whole number is stored as one, any other as a 64-bit float. */
export type StoredValue = number | string | Uint8Array | null;

/** A table to write. */
export type StoredTable = {
  readonly name: string;
  /** The statement that creates it; SQLite reads columns and constraints from it. */
  readonly sql: string;
  /** A row each, in the order of the columns; null stands for the column that is the row's own number. */
  readonly rows: readonly (readonly StoredValue[])[];
  /** Numbers of the rows, ascending; from 1 on when absent. */
  readonly rowIds?: readonly number[];
  /**
   * The columns of each index that the statement's PRIMARY KEY and UNIQUE clauses imply, in their order: SQLite
   * expects them under the names `sqlite_autoindex_<table>_<n>`.
   */
  readonly indexes?: readonly (readonly number[])[];
};

/** Identity of a database, in its header. */
export type DatabaseMark = { readonly applicationId: number; readonly userVersion: number };

/** Bytes of a page. */
const PAGE = 4096;
/** Bytes of the header before the first page's content. */
const HEADER = 100;
/** Page types: table interior and leaf, index leaf. */
const [TABLE_INTERIOR, TABLE_LEAF, INDEX_LEAF] = [0x05, 0x0d, 0x0a];
/** The library version that the header names as the last writer: any of format 4 will do. */
const LIBRARY = 3_040_000;

/**
 * Writes an SQLite 3 database (file format 4) of whole tables. A GeoPackage needs no more, and the library that
 * could would need WebAssembly, which the page's policy forbids. Source: SQLite's description of the file format.
 * @throws RangeError when an index is larger than a page.
 */
export function writeSqlite(tables: readonly StoredTable[], mark: DatabaseMark): Uint8Array {
  const pages = new Pages();
  const schema: StoredValue[][] = [];
  for (const table of tables) {
    const { name, sql, rows, rowIds, indexes = [] } = table;
    const numbers = rowIds ?? rows.map((_, index) => index + 1);
    schema.push(['table', name, name, pages.table(rows, numbers), sql]);
    for (const [index, columns] of indexes.entries())
      schema.push([
        'index',
        `sqlite_autoindex_${name}_${index + 1}`,
        name,
        pages.index(rows, numbers, columns),
        null,
      ]);
  }
  pages.schema(schema);
  return pages.file(mark);
}

/** A cell of a page, and the number of the last row that it leads to. */
type PageCell = { readonly bytes: Uint8Array; readonly rowId: number };
/** A page of a tree, and the number of its last row. */
type Child = { readonly page: number; readonly rowId: number };

class Pages {
  readonly #pages: Uint8Array<ArrayBuffer>[] = [new Uint8Array(PAGE)];

  /** Writes a table, and returns the number of its root page. */
  table(rows: readonly (readonly StoredValue[])[], rowIds: readonly number[]): number {
    return this.#tree(this.#leafCells(rows, rowIds));
  }

  /** Writes an index of columns, whose entries lie in the order of their bytes, in one page. */
  index(
    rows: readonly (readonly StoredValue[])[],
    rowIds: readonly number[],
    columns: readonly number[],
  ): number {
    const keys = rows.map((row, index) => ({
      key: columns.map((column) => row[column] ?? null),
      rowId: rowIds[index] ?? 0,
    }));
    keys.sort((a, b) => (a.key.join('\0') < b.key.join('\0') ? -1 : 1));
    const cells = keys.map(({ key, rowId }) => {
      const record = recordOf([...key, rowId]);
      return joined([varint(record.length), record]);
    });
    if (sizeOf(cells) > PAGE - 8 || cells.some(({ length }) => length > PAGE / 5))
      throw new RangeError('an index of more than a page');
    const page = this.#add();
    this.#fill(page, INDEX_LEAF, { cells });
    return page;
  }

  /** Writes the table of tables, whose root is the first page. */
  schema(rows: readonly (readonly StoredValue[])[]): void {
    const cells = this.#leafCells(
      rows,
      rows.map((_, index) => index + 1),
    );
    this.#tree(cells, 1);
  }

  /** All pages, with the header of the file in the first. */
  file({ applicationId, userVersion }: DatabaseMark): Uint8Array {
    const bytes = joined(this.#pages);
    const view = new DataView(bytes.buffer);
    bytes.set(new TextEncoder().encode('SQLite format 3\0'));
    view.setUint16(16, PAGE);
    bytes.set([1, 1, 0, 64, 32, 32], 18);
    for (const [at, value] of [
      [24, 1], // The change counter, which the size and the library below are valid for.
      [28, this.#pages.length],
      [40, 1], // The schema's version.
      [44, 4], // The schema's format.
      [56, 1], // UTF-8.
      [60, userVersion],
      [68, applicationId],
      [92, 1],
      [96, LIBRARY],
    ] as const)
      view.setUint32(at, value);
    return bytes;
  }

  #add(): number {
    this.#pages.push(new Uint8Array(PAGE));
    return this.#pages.length;
  }

  #leafCells(
    rows: readonly (readonly StoredValue[])[],
    rowIds: readonly number[],
  ): readonly PageCell[] {
    return rows.map((row, index) => {
      const rowId = rowIds[index] ?? index + 1;
      const record = recordOf(row);
      const head = [varint(record.length), varint(rowId)];
      return { rowId, bytes: joined([...head, ...this.#payload(record)]) };
    });
  }

  /** The part of a record that stays in its cell; the rest goes to a chain of pages, whose first one the cell names. */
  #payload(record: Uint8Array): readonly Uint8Array[] {
    const most = PAGE - 35;
    if (record.length <= most) return [record];
    const least = Math.floor(((PAGE - 12) * 32) / 255) - 23;
    const wanted = least + ((record.length - least) % (PAGE - 4));
    const local = wanted <= most ? wanted : least;
    const first = this.#pages.length + 1;
    for (let start = local; start < record.length; start += PAGE - 4) {
      const page = this.#add();
      const bytes = this.#page(page);
      bytes.set(record.subarray(start, start + PAGE - 4), 4);
      if (start + PAGE - 4 < record.length) new DataView(bytes.buffer).setUint32(0, page + 1);
    }
    return [record.subarray(0, local), uint32(first)];
  }

  /** Writes a tree of cells, its root in a given page or in a new one, and returns the root. */
  #tree(cells: readonly PageCell[], root?: 1): number {
    const spare = root === undefined ? 0 : HEADER;
    const leaves = grouped(cells, ({ bytes }) => bytes.length + 2, PAGE - 8);
    const [only = []] = leaves;
    const bytes = only.map((cell) => cell.bytes);
    if (leaves.length <= 1 && sizeOf(bytes) <= PAGE - 8 - spare) {
      const page = root ?? this.#add();
      this.#fill(page, TABLE_LEAF, { cells: bytes });
      return page;
    }
    const halves =
      leaves.length > 1 ? leaves : [only.slice(0, only.length >> 1), only.slice(only.length >> 1)];
    let children: readonly Child[] = halves.map((group) => {
      const page = this.#add();
      this.#fill(page, TABLE_LEAF, { cells: group.map((cell) => cell.bytes) });
      return { page, rowId: group.at(-1)?.rowId ?? 0 };
    });
    while (interiorSize(children) > PAGE - 12 - spare)
      children = pairedAtLeast(
        grouped(children, ({ rowId }) => 6 + varint(rowId).length, PAGE - 12),
      ).map((group) => this.#interior(this.#add(), group));
    return this.#interior(root ?? this.#add(), children).page;
  }

  #interior(page: number, children: readonly Child[]): Child {
    const last = children.at(-1) ?? { page: 0, rowId: 0 };
    const cells = children
      .slice(0, -1)
      .map((child) => joined([uint32(child.page), varint(child.rowId)]));
    this.#fill(page, TABLE_INTERIOR, { cells, right: last.page });
    return { page, rowId: last.rowId };
  }

  /** Fills a page: header and pointers from its beginning, cells from its end. */
  #fill(
    page: number,
    type: number,
    { cells, right }: { readonly cells: readonly Uint8Array[]; readonly right?: number },
  ): void {
    const bytes = this.#page(page);
    const view = new DataView(bytes.buffer);
    const header = page === 1 ? HEADER : 0;
    const pointers = header + (right === undefined ? 8 : 12);
    let end = PAGE;
    for (const [index, cell] of cells.entries()) {
      end -= cell.length;
      bytes.set(cell, end);
      view.setUint16(pointers + 2 * index, end);
    }
    view.setUint8(header, type);
    view.setUint16(header + 3, cells.length);
    view.setUint16(header + 5, end);
    if (right !== undefined) view.setUint32(header + 8, right);
  }

  #page(page: number): Uint8Array<ArrayBuffer> {
    const bytes = this.#pages[page - 1];
    if (bytes === undefined) throw new RangeError(`there is no page ${page}`);
    return bytes;
  }
}

/** Cells take their length and a pointer each. */
function sizeOf(cells: readonly Uint8Array[]): number {
  return cells.reduce((sum, { length }) => sum + length + 2, 0);
}

function interiorSize(children: readonly Child[]): number {
  return children.slice(0, -1).reduce((sum, { rowId }) => sum + 6 + varint(rowId).length, 0);
}

/** Splits a list into runs of at most so much room, in order. */
function grouped<Item>(
  items: readonly Item[],
  roomOf: (item: Item) => number,
  most: number,
): readonly (readonly Item[])[] {
  const groups: Item[][] = [];
  let [group, taken]: [Item[], number] = [[], 0];
  for (const item of items) {
    const room = roomOf(item);
    if (group.length > 0 && taken + room > most) {
      groups.push(group);
      [group, taken] = [[], 0];
    }
    group.push(item);
    taken += room;
  }
  return group.length === 0 ? groups : [...groups, group];
}

/** A page between others leads to two at least: a last one alone takes the one before it. */
function pairedAtLeast(groups: readonly (readonly Child[])[]): readonly (readonly Child[])[] {
  const [before, last] = [groups.at(-2), groups.at(-1)];
  if (before === undefined || last === undefined || last.length > 1) return groups;
  return [...groups.slice(0, -2), before.slice(0, -1), [...before.slice(-1), ...last]];
}

/** A row as SQLite stores it: the types of its values, then their bytes. */
function recordOf(row: readonly StoredValue[]): Uint8Array {
  const stored = row.map(storedValue);
  const types = joined(stored.map(({ type }) => varint(type)));
  // The head counts its own length, which takes a second byte from 127 bytes on.
  const length = types.length + (types.length < 127 ? 1 : 2);
  return joined([varint(length), types, ...stored.map(({ bytes }) => bytes)]);
}

function storedValue(value: StoredValue): { readonly type: number; readonly bytes: Uint8Array } {
  if (value === null) return { type: 0, bytes: new Uint8Array() };
  if (typeof value === 'number') return storedNumber(value);
  const isText = typeof value === 'string';
  const bytes = isText ? new TextEncoder().encode(value) : value;
  return { type: 2 * bytes.length + (isText ? 13 : 12), bytes };
}

function storedNumber(value: number): { readonly type: number; readonly bytes: Uint8Array } {
  if (value === 0 || value === 1) return { type: 8 + value, bytes: new Uint8Array() };
  if (!Number.isSafeInteger(value)) {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setFloat64(0, value);
    return { type: 7, bytes };
  }
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigInt64(0, BigInt(value));
  const [length, type] = INTEGERS.find(([size]) => Math.abs(value) < 2 ** (8 * size - 1)) ?? [8, 6];
  return { type, bytes: bytes.subarray(8 - length) };
}

/** Lengths of whole numbers in bytes, and their types. */
const INTEGERS = [
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 4],
  [6, 5],
] as const;

/** A whole number in seven bits a byte, the high ones first; the nine bytes of a negative one hold 64 bits. */
function varint(value: number): Uint8Array {
  if (value < 0) {
    const whole = BigInt.asUintN(64, BigInt(value));
    const high = Array.from(
      { length: 8 },
      (_, index) => Number((whole >> BigInt(8 + 7 * (7 - index))) & 0x7fn) | 0x80,
    );
    return Uint8Array.from([...high, Number(whole & 0xffn)]);
  }
  const bytes = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
    bytes.unshift((rest % 128) | 0x80);
  return Uint8Array.from(bytes);
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
