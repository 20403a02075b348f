import type { Cell, CellStyle, CellValue, WriteOptions } from 'hucre';
import type { Language } from '../../domain/bilingual.ts';
import { displayWidth } from '../../domain/print/display-width.ts';

/** What a column or a cell holds, which decides how it is written and aligned. */
export type CellKind =
  | 'text'
  | 'count'
  /** Metres, to a decimetre. */
  | 'metres'
  | 'kilometres'
  | 'squareKilometres'
  | 'hectares'
  /** A share from 0 to 1, shown as a percentage. */
  | 'percent'
  /** Percentage points. */
  | 'points'
  | 'degrees'
  | 'date'
  | 'time';

/** A cell, with a kind of its own where its column has several. */
export type SheetCell =
  | CellValue
  | { readonly value: CellValue; readonly kind: CellKind; readonly decimals?: number };

/** A column of a table. */
export type SheetColumn = {
  readonly title: string;
  /** Text where it is absent. */
  readonly kind?: CellKind;
  /** The widest it may be, in characters; text that is longer is wrapped. */
  readonly most?: number;
  /** Decimals of a percentage, 1 where absent: as many as keep a figure apart from its target. */
  readonly decimals?: number;
};

/** A table that fills a sheet. */
export type SheetTable = {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** How many of the last rows are totals: they are bold, and a filter leaves them. */
  readonly totals?: number;
  /** Rows, from 0 below the head, that are headings of a part. */
  readonly headings?: readonly number[];
  /** False for a sheet that is read and not filtered. */
  readonly hasFilter?: boolean;
};

/** A sheet of the writer. */
export type WorkbookSheet = WriteOptions['sheets'][number];

/** The longest name of a sheet that Excel opens. */
const SHEET_NAME_LENGTH = 31;

/**
 * Gives sheets names that Excel opens: at most 31 characters, none of `[ ] : * ? / \\`, no apostrophe at the ends, and
 * no two alike, which upper and lower case do not tell apart. The first of two alike keeps its name.
 */
export function withSheetNames(sheets: readonly WorkbookSheet[]): WorkbookSheet[] {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    const allowed = sheet.name.replaceAll(/[[\]:*?/\\\p{Cc}]+/gu, ' ');
    const plain = allowed.replaceAll(/^[\s']+|[\s']+$/gu, '').replaceAll(/\s+/gu, ' ') || '–';
    const numbered = (number: number): string => {
      const suffix = number === 1 ? '' : ` ${number}`;
      return cutTo(plain, SHEET_NAME_LENGTH - suffix.length) + suffix;
    };
    let number = 1;
    while (taken.has(numbered(number).toLowerCase())) number += 1;
    const name = numbered(number);
    taken.add(name.toLowerCase());
    return { ...sheet, name };
  });
}

/** The beginning of a text within a number of UTF-16 units, with no character cut in two. */
function cutTo(text: string, units: number): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > units) break;
    kept += character;
  }
  return kept.trimEnd();
}

/** Widths of columns in characters: of the narrowest, and of the widest, from which on text is wrapped. */
const WIDTHS = { least: 8, most: 56 } as const;
/** Characters that fit across a page of A4, landscape, in type that can still be read (55 %). */
const PAGE_CHARACTERS = 230;
/** Heights in points: of a line, and the greatest of a row in Excel. */
const HEIGHTS = { line: 15, most: 409 } as const;
/** Beside the text of a head stands the button of the filter. */
const FILTER_BUTTON = 3;

/**
 * A sheet with one table: the head is wrapped, stays in sight and is repeated on each printed page; columns are as wide
 * as what they hold and long text is wrapped in rows high enough; the table can be filtered; printed landscape on A4,
 * as many pages wide as keep it legible, with the first column on each.
 */
export function tableSheet(table: SheetTable, language: Language): WorkbookSheet {
  const { name, columns, rows, totals = 0, headings = [], hasFilter = true } = table;
  const widths = columns.map((column, number) =>
    columnWidth(
      column,
      rows.map((row) => row[number]),
      language,
    ),
  );
  const last = columnName(columns.length - 1);
  const filtered = rows.length + 1 - totals;
  const pages = Math.max(1, Math.ceil(sum(widths) / PAGE_CHARACTERS));
  return {
    name,
    rows: [columns.map(({ title }) => title), ...rows.map((row) => row.map(cellValue))],
    columns: columns.map(({ kind = 'text', decimals }, number) => ({
      width: widths[number] ?? WIDTHS.least,
      style: styleOf(kind, language, decimals),
    })),
    cells: cellStyles(table, language, new Set(headings)),
    rowDefs: rowHeights(table, widths, language),
    freezePane: { rows: 1, ...(columns.length > 3 && { columns: 1 }) },
    ...(hasFilter && filtered > 1 && { autoFilter: { range: `A1:${last}${filtered}` } }),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: pages,
      fitToHeight: 0,
      printArea: `$A$1:$${last}$${rows.length + 1}`,
      printTitlesRow: '$1:$1',
      ...(pages > 1 && { printTitlesColumn: '$A:$A' }),
      margins: { top: 0.6, right: 0.4, bottom: 0.6, left: 0.4, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L${name.replaceAll('&', '&&')}&R&P / &N` },
  };
}

/**
 * A moment as a date of Excel, which has no time zone: its fields are those of the clock of this machine, so the head
 * has to name the zone (`timeZoneName`). A text that is no date stays text.
 */
export function localTime(iso: string): SheetCell {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const shift = date.getTimezoneOffset() * 60_000;
  return { value: new Date(date.getTime() - shift), kind: 'time' };
}

/** A day, `2026-12-01`, as a date of Excel; a text that is no day stays text. */
export function localDay(day: string): SheetCell {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : { value: date, kind: 'date' };
}

/** The time zone of this machine as it is named in the IANA database, such as `Asia/Shanghai`. */
export function timeZoneName(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function numberFormat(kind: CellKind, language: Language, decimals = 1): string | undefined {
  switch (kind) {
    case 'text':
      return undefined;
    case 'count':
      return '#,##0';
    case 'metres':
      return '#,##0.0';
    case 'kilometres':
    case 'squareKilometres':
      return '#,##0.000';
    case 'hectares':
    case 'points':
      return '#,##0.00';
    case 'percent':
      return `0.${'0'.repeat(decimals)}${language === 'en' ? ' %' : '%'}`;
    case 'degrees':
      return '0.000000';
    case 'date':
      return 'yyyy-mm-dd';
    case 'time':
      return 'yyyy-mm-dd hh:mm';
  }
}

function styleOf(kind: CellKind, language: Language, decimals?: number): CellStyle {
  const numFmt = numberFormat(kind, language, decimals);
  return {
    ...(numFmt !== undefined && { numFmt }),
    alignment: { vertical: 'top', ...alignmentOf(kind) },
  };
}

/** Text is wrapped; figures stand clear of the text in the next column. */
function alignmentOf(kind: CellKind): CellStyle['alignment'] {
  if (kind === 'text') return { wrapText: true };
  if (kind === 'date' || kind === 'time') return { horizontal: 'left' };
  return { horizontal: 'right', indent: 1 };
}

/** A font without a name is another one in each program. */
const BOLD = { name: 'Calibri', size: 11, bold: true } as const;

const HEAD_STYLE: CellStyle = {
  font: BOLD,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF2' } },
  border: { bottom: { style: 'thin', color: { rgb: '8797A5' } } },
};

/** The styles of the head, of headings and totals, and of cells that have a kind of their own. */
function cellStyles(
  { columns, rows, totals = 0 }: SheetTable,
  language: Language,
  headings: ReadonlySet<number>,
): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>(
    columns.map(({ kind = 'text' }, column) => [
      `0,${column}`,
      {
        style: {
          ...HEAD_STYLE,
          alignment: { ...alignmentOf(kind), vertical: 'center', wrapText: true },
        },
      },
    ]),
  );
  for (const [row, given] of rows.entries()) {
    const isBold = headings.has(row) || row >= rows.length - totals;
    for (const [column, cell] of given.entries()) {
      const own = hasKind(cell) ? cell : undefined;
      if (own === undefined && !isBold) continue;
      const { kind = 'text', decimals } = own ?? columns[column] ?? {};
      cells.set(`${row + 1},${column}`, {
        style: { ...styleOf(kind, language, decimals), ...(isBold && { font: BOLD }) },
      });
    }
  }
  return cells;
}

function hasKind(cell: SheetCell | undefined): cell is Exclude<SheetCell, CellValue> {
  return typeof cell === 'object' && cell !== null && !(cell instanceof Date);
}

function cellValue(cell: SheetCell): CellValue {
  return hasKind(cell) ? cell.value : cell;
}

/** Heights of the rows with more than one line; the others have the usual one. */
function rowHeights(
  { columns, rows, headings = [] }: SheetTable,
  widths: readonly number[],
  language: Language,
): Map<number, { height: number }> {
  const texts = [columns.map(({ title }) => title), ...rows.map((row) => row.map(cellValue))];
  const bold = new Set([0, ...headings.map((row) => row + 1)]);
  return new Map(
    texts.flatMap((row, number) => {
      const lines = row.map((cell, column) =>
        typeof cell === 'string'
          ? lineCount(cell, (widths[column] ?? WIDTHS.least) - (bold.has(number) ? 2 : 1))
          : 1,
      );
      const most = Math.max(1, ...lines);
      const height = Math.min(HEIGHTS.most, most * HEIGHTS.line + (language === 'zh' ? most : 0));
      return most > 1 ? [[number, { height }] as const] : [];
    }),
  );
}

/** The lines of a text that is wrapped at a width in characters: between words, and within one that is longer. */
function lineCount(text: string, width: number): number {
  const room = Math.max(1, width);
  return sum(
    text.split('\n').map((line) => {
      let [lines, used] = [1, 0];
      for (const word of line.match(/\s*\S+/g) ?? []) {
        const length = displayWidth(word);
        // Chinese breaks between any two characters, so a word of it fills the line.
        const fills = /[\u2e80-\uffe6]/.test(word);
        if (used + length <= room) used += length;
        else if (fills) {
          lines += Math.ceil((used + length) / room) - 1;
          used = (used + length) % room || room;
        } else {
          lines += (used > 0 ? 1 : 0) + Math.ceil(length / room) - 1;
          used = length % room || room;
        }
      }
      return lines;
    }),
  );
}

/** A column as wide as its widest cell, within limits, and wide enough for the longest word of its head. */
function columnWidth(
  { title, kind = 'text', most: limit = WIDTHS.most, decimals }: SheetColumn,
  cells: readonly (SheetCell | undefined)[],
  language: Language,
): number {
  // A list of arguments has an end; a table of stretches has more rows.
  const widest = cells.reduce<number>((most, cell) => {
    if (cell === undefined) return most;
    const own = hasKind(cell) ? cell : { value: cell, kind, decimals };
    return Math.max(most, cellWidth(own.value, numberFormat(own.kind, language, own.decimals)));
  }, 0);
  // A head is wrapped, in three lines at most.
  const words = Math.max(...title.split(/\s/).map(displayWidth), displayWidth(title) / 3);
  const needed = Math.max(widest + 2, Math.min(words, 24) + FILTER_BUTTON, WIDTHS.least);
  return Math.ceil(Math.min(limit, needed));
}

function cellWidth(value: CellValue, format: string | undefined): number {
  if (value === null) return 0;
  if (value instanceof Date) return format?.length ?? 10;
  if (typeof value === 'number') {
    const shown = format?.includes('%') ? value * 100 : value;
    const decimals = format?.split('.')[1]?.match(/^0+/)?.[0].length ?? 0;
    const digits = new Intl.NumberFormat('en', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: format === undefined ? 9 : decimals,
    }).format(shown);
    return digits.length + (format?.includes('%') ? 2 : 0);
  }
  return Math.max(...String(value).split('\n').map(displayWidth));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The name of a column, from 0: `A`, `Z`, `AA`. */
function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}
