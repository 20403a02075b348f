import { describe, expect, test } from 'vitest';
import { type StoredTable, writeSqlite } from '../../../src/data/export/write-sqlite.ts';
import { openSqlite, type SqliteValue } from '../../../src/data/import/readers/sqlite.ts';

const MARK = { applicationId: 0x4750_4b47, userVersion: 10_300 };

function table(rows: StoredTable['rows']): StoredTable {
  return { name: 't', sql: 'CREATE TABLE t (id INTEGER PRIMARY KEY, a, b)', rows };
}

/** The rows as our reader, written for files of other programs, finds them. */
function readBack(tables: readonly StoredTable[], name = 't'): readonly (readonly SqliteValue[])[] {
  const found = openSqlite(writeSqlite(tables, MARK)).tables.get(name);
  return [...(found?.rows() ?? [])].map((row) => [...row.values()]);
}

describe('a database', () => {
  test('has the header that SQLite describes', () => {
    const bytes = writeSqlite([table([])], MARK);
    const view = new DataView(bytes.buffer);
    expect(new TextDecoder().decode(bytes.subarray(0, 15))).toBe('SQLite format 3');
    expect(view.getUint16(16)).toBe(4096);
    // The size in pages, valid as both counters agree.
    expect(view.getUint32(28) * 4096).toBe(bytes.length);
    expect(view.getUint32(92)).toBe(view.getUint32(24));
    // https://www.geopackage.org/spec130/ 1.1.1.1.1: "GPKG", and 10300 for version 1.3.0.
    expect(new TextDecoder().decode(bytes.subarray(68, 72))).toBe('GPKG');
    expect(view.getUint32(60)).toBe(10_300);
  });

  test.each([
    ['whole numbers of each length', [0, 1, -1, 127, -128, 128, 32_767, -32_769, 8_388_607]],
    ['larger ones', [8_388_608, -2_147_483_649, 2 ** 47 - 1, 2 ** 47, -(2 ** 52)]],
    ['fractions', [0.5, -3.25, 3_980_013.2, 1e-9, Number.MAX_VALUE]],
    ['texts', ['', '岸', '𠮷', 'a'.repeat(127), '岸'.repeat(3000)]],
    ['nothing', [null]],
  ] as const)('holds %s', (_, values) => {
    const rows = values.map((value) => [null, value, null]);
    expect(readBack([table(rows)])).toEqual(values.map((value, index) => [index + 1, value, null]));
  });

  test('holds bytes longer than a page, to the last one, whatever their length', () => {
    // From 4061 bytes on a record goes on in further pages; the lengths are those around each change.
    const lengths = [4050, 4055, 4060, 4065, 8140, 8150, 8200, 100_000];
    const rows = lengths.map((length) => [
      null,
      Uint8Array.from({ length }, (_, index) => (index * 7 + length) % 251),
      length,
    ]);
    expect(readBack([table(rows)])).toEqual(rows.map(([, ...row], index) => [index + 1, ...row]));
  });

  test('holds more rows than one page of pages can name, in their order', () => {
    // Rows of some 1000 bytes go three a page, and a page names at most some 450 others.
    const rows = Array.from({ length: 4000 }, (_, index) => [null, 'x'.repeat(1000), index]);
    const back = readBack([table(rows)]);
    expect(back).toHaveLength(4000);
    expect(back.every(([id, , value], index) => id === index + 1 && value === index)).toBe(true);
  });

  test('keeps row numbers that are given, negative ones too', () => {
    const rows = [
      [null, 'a', null],
      [null, 'b', null],
    ];
    const given = { ...table(rows), rowIds: [-1, 4326] };
    const bytes = writeSqlite([given], MARK);
    // The row number −1 is 64 bits of ones, in nine bytes of a varint.
    const found = bytes.findIndex((_, at) =>
      bytes.subarray(at, at + 9).every((byte) => byte === 0xff),
    );
    expect(found).toBeGreaterThan(0);
    expect(readBack([given]).map(([, text]) => text)).toEqual(['a', 'b']);
  });

  test('lists more tables than its first page holds', () => {
    const tables = Array.from({ length: 60 }, (_, index) => ({
      name: `t${index}`,
      sql: `CREATE TABLE t${index} (id INTEGER PRIMARY KEY, ${'column_of_a_long_name TEXT, '.repeat(5)}last)`,
      rows: [[null, index]],
    }));
    const { tables: found } = openSqlite(writeSqlite(tables, MARK));
    expect([...found.keys()]).toEqual(tables.map(({ name }) => name));
  });

  test('refuses an index of more than a page, rather than write a wrong one', () => {
    const rows = Array.from({ length: 2000 }, (_, index) => [`name-${index}`]);
    const keyed = { name: 't', sql: 'CREATE TABLE t (a TEXT PRIMARY KEY)', rows, indexes: [[0]] };
    expect(() => writeSqlite([keyed], MARK)).toThrow(RangeError);
  });
});
