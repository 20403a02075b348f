import type { FieldValue } from '../raw-dataset.ts';
import { placeColumn } from './table-columns.ts';

/** The cells of a table, row by row; an empty cell is null or an empty text. */
export type Cells = readonly (readonly FieldValue[])[];

/** Where a header stands and what it names; `at` is −1 for names that no row of the file gives. */
export type Header = { readonly at: number; readonly names: readonly string[] };

/** The rows in which the header is looked for: titles and notes may stand above it. */
const HEADER_ROWS = 15;

/** Whether a cell holds nothing. */
export function isEmpty(cell: FieldValue | undefined): boolean {
  return cell === undefined || cell === null || cell === '';
}

/**
 * The header: the first row with two or more texts whose names are those looked for, by default one that names a place;
 * else the first of which most are no numbers.
 */
export function headerOf(
  cells: Cells,
  isLookedFor: (names: readonly string[]) => boolean = namesPlace,
): Header | undefined {
  const rows = cells.slice(0, HEADER_ROWS);
  const filled = (row: readonly FieldValue[]): number =>
    row.filter((cell) => !isEmpty(cell)).length;
  const widest = Math.max(0, ...rows.map(filled));
  const asNames = (row: readonly FieldValue[]): readonly string[] =>
    row.map((cell) => (isEmpty(cell) ? '' : String(cell).trim()));
  const isText = (row: readonly FieldValue[]): boolean =>
    row.every((cell) => isEmpty(cell) || Number.isNaN(Number(cell)));
  const named = rows.findIndex(
    (row) => isText(row) && filled(row) >= 2 && isLookedFor(asNames(row)),
  );
  const at =
    named >= 0
      ? named
      : rows.findIndex((row) => isText(row) && filled(row) >= 2 && filled(row) >= widest / 2);
  const row = rows[at];
  return row === undefined ? undefined : { at, names: asNames(row) };
}

function namesPlace(names: readonly string[]): boolean {
  return names.some((name) => placeColumn(name) !== undefined);
}

/** Names that differ from each other; an empty one is named by its column. */
export function uniqueColumns(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.map((name, column) => {
    let own = name === '' ? `column_${column + 1}` : name;
    while (seen.has(own)) own = `${own}_${column + 1}`;
    seen.add(own);
    return own;
  });
}

/**
 * Names the columns of a table without a header, where exactly one of them can only be northings and one eastings
 * of China in metres, or one its longitudes and one its latitudes. Undefined when that is not so.
 */
export function assumedHeader(cells: Cells): Header | undefined {
  const rows = cells.filter((row) => !row.every(isEmpty));
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || width < 2 || width > 6 || rows.some((row) => row.length !== width))
    return undefined;
  const columns = Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));
  const only = (isOfKind: (value: number) => boolean, isFine: boolean): number | undefined => {
    const found = columns.flatMap((column, index) =>
      column.every((cell) => isOfKind(plainNumber(cell))) && (!isFine || areFine(column))
        ? [index]
        : [],
    );
    return found.length === 1 ? found[0] : undefined;
  };
  const [north, east] = [only(isNorthing, false), only(isEasting, false)];
  const [longitude, latitude] = [only(isLongitude, true), only(isLatitude, true)];
  const isPlane = north !== undefined && east !== undefined;
  const areDegrees = longitude !== undefined && latitude !== undefined;
  if (isPlane === areDegrees) return undefined;
  const given = new Map(
    isPlane
      ? [
          [north, 'X'],
          [east, 'Y'],
        ]
      : [
          [longitude, '经度'],
          [latitude, '纬度'],
        ],
  );
  const isNumbered = !given.has(0) && new Set(columns[0]?.map(String)).size === rows.length;
  const names = columns.map((_, column) => {
    const name = given.get(column);
    return name ?? (column === 0 && isNumbered ? '点号' : '');
  });
  return { at: -1, names };
}

/** Whether most cells of a table are numbers, so that it lacks a header rather than a table. */
export function isMostlyNumbers(cells: Cells): boolean {
  const filled = cells.slice(0, 100).flatMap((row) => row.filter((cell) => !isEmpty(cell)));
  const numbers = filled.filter((cell) => Number.isFinite(plainNumber(cell)));
  return filled.length >= 4 && numbers.length >= filled.length / 2;
}

function plainNumber(cell: FieldValue | undefined): number {
  if (typeof cell === 'number') return cell;
  const text = String(cell ?? '').trim();
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

/** Northings of China in Gauss–Krüger metres: 18° to 54° N. */
function isNorthing(value: number): boolean {
  return value >= 1_900_000 && value < 6_100_000;
}

/** Eastings in metres, with or without the number of a zone of China in front. */
function isEasting(value: number): boolean {
  const [zone, east] = [Math.floor(value / 1_000_000), value % 1_000_000];
  return (zone === 0 || (zone >= 13 && zone <= 45)) && east >= 100_000 && east <= 900_000;
}

function isLongitude(value: number): boolean {
  return value >= 73 && value <= 136;
}

function isLatitude(value: number): boolean {
  return value >= 3 && value <= 54;
}

/** Whether most numbers have three decimals or more, as degrees of a survey do and heights do not. */
function areFine(column: readonly (FieldValue | undefined)[]): boolean {
  const fine = column.filter((cell) => /\.\d{3}/.test(String(cell)));
  return fine.length > column.length / 2;
}
