import { cellRef, read, type Sheet } from 'hucre';
import {
  type FieldValue,
  type ImportFile,
  type ImportIssue,
  issue,
  type RawDataset,
  type ReadResult,
  type RefusedFile,
} from '../raw-dataset.ts';
import type { Cells } from '../table/table-header.ts';
import { readTable } from '../table/table-reader.ts';

/** The cells of a sheet, and what is to be told of it. */
export type SheetCells = {
  readonly name: string;
  readonly cells: Cells;
  readonly issues: readonly ImportIssue[];
};

/** Reads the cells of a workbook's sheets; why not, where it cannot be read. */
export async function workbookSheets(
  bytes: Uint8Array,
): Promise<readonly SheetCells[] | Omit<RefusedFile, 'file'>> {
  try {
    const { sheets } = await read(bytes);
    return sheets.map((sheet) => ({
      name: sheet.name,
      cells: sheet.rows.map((row) => row.map(plain)),
      issues: formulaIssues(sheet),
    }));
  } catch {
    return UNREAD;
  }
}

/** Reads the sheets of a workbook that hold a table; what stands on the others may name the system. */
export async function readWorkbook({ name, bytes }: ImportFile): Promise<ReadResult> {
  const tables = await workbookSheets(bytes);
  if ('code' in tables) return { datasets: [], refused: [{ file: name, ...tables }] };
  const lost: string[] = [];
  const [first, ...others] = tables.flatMap(
    ({ name: sheet, cells, issues }): readonly RawDataset[] => {
      const beside = tables
        .filter((other) => other.cells !== cells)
        .flatMap((other) => textsOf(other.cells));
      const dataset = readTable(
        cells,
        { file: name, name: sheet, format: 'XLSX', encoding: { name: 'utf-8', how: 'declared' } },
        beside,
      );
      const hasPlaces = dataset?.features.some(({ geometry }) => geometry !== undefined) === true;
      if (
        dataset !== undefined &&
        (hasPlaces || tables.length === 1 || dataset.features.length >= 3)
      )
        return [{ ...dataset, issues: [...dataset.issues, ...issues] }];
      if (countNumbers(cells) >= LEAST_NUMBERS) lost.push(sheet);
      return [];
    },
  );
  if (first === undefined) return { datasets: [], refused: [{ file: name, ...NO_TABLE }] };
  const issues = [...first.issues, ...lost.map(sheetUnread)];
  return { datasets: [{ ...first, issues }, ...others], refused: [] };
}

/** Tells cells whose formula has no computed value beside it, as programs write them that do not calculate. */
function formulaIssues({ name, cells }: Sheet): readonly ImportIssue[] {
  const places = [...(cells ?? [])].flatMap(([place, { type, value }]) =>
    type === 'formula' && value === null ? [place] : [],
  );
  const [first] = places;
  if (first === undefined) return [];
  const [row = 0, column = 0] = first.split(',').map(Number);
  const [cell, more] = [cellRef(row, column), places.length - 1];
  return [
    issue(
      'formula-without-value',
      'warning',
      {
        zh: `工作表“${name}”有公式没有保存计算结果，按空值读取：${cell}${more === 0 ? '' : ` 等 ${places.length} 格`}。`,
        en: `in the sheet "${name}", formulas without a saved result were read as empty: ${cell}${more === 0 ? '' : ` and ${more} more`}.`,
      },
      {
        zh: '用 Excel 或 WPS 打开，重新计算后保存，再读入。',
        en: 'Open it in a spreadsheet program, recalculate, save, and read it again.',
      },
    ),
  ];
}

/** So many numbers on a sheet may be a table; fewer are notes. */
const LEAST_NUMBERS = 4;

function countNumbers(cells: Cells): number {
  return cells.flat().filter((cell) => typeof cell === 'number').length;
}

function sheetUnread(sheet: string): ImportIssue {
  return issue(
    'sheet-unread',
    'warning',
    {
      zh: `工作表“${sheet}”有数字，但没有看出表头，未读入。`,
      en: `the sheet "${sheet}" has numbers but no header that is understood, and was not read.`,
    },
    {
      zh: '把列名放在前 15 行内，或另存为单独的文件。',
      en: 'Put the names of its columns into the first 15 rows, or save it as a file of its own.',
    },
  );
}

function plain(cell: unknown): FieldValue {
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean')
    return cell;
  return null;
}

function textsOf(cells: Cells): readonly string[] {
  return cells
    .flat()
    .flatMap((cell) =>
      typeof cell === 'string' || typeof cell === 'number' ? [String(cell)] : [],
    );
}

const UNREAD = {
  code: 'workbook-unread',
  message: {
    zh: '工作簿已损坏或有密码。',
    en: 'the workbook is damaged or protected by a password.',
  },
  cure: {
    zh: '去掉密码，另存为 XLSX 或 CSV。',
    en: 'Remove the password and save it as XLSX or CSV.',
  },
};
const NO_TABLE = {
  code: 'workbook-without-table',
  message: {
    zh: '工作簿里没有带表头的表。',
    en: 'no sheet of the workbook has a table with a header.',
  },
  cure: {
    zh: '第一行写列名，例如 名称、经度、纬度。',
    en: 'Name the columns in the first row, such as name, longitude, latitude.',
  },
};
