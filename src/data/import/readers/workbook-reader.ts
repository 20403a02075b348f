import { read } from 'hucre';
import type { FieldValue, ImportFile, RawDataset, ReadResult } from '../raw-dataset.ts';
import type { Cells } from './table-header.ts';
import { readTable } from './table-reader.ts';

/** Reads the sheets of a workbook that hold a table; what stands on the others may name the system. */
export async function readWorkbook({ name, bytes }: ImportFile): Promise<ReadResult> {
  let sheets: readonly { readonly name: string; readonly rows: readonly (readonly unknown[])[] }[];
  try {
    ({ sheets } = await read(bytes));
  } catch {
    return { datasets: [], refused: [{ file: name, ...UNREAD }] };
  }
  const tables = sheets.map((sheet) => ({
    name: sheet.name,
    cells: sheet.rows.map((row) => row.map(plain)),
  }));
  const datasets = tables.flatMap(({ name: sheet, cells }): readonly RawDataset[] => {
    const beside = tables
      .filter((other) => other.cells !== cells)
      .flatMap((other) => textsOf(other.cells));
    const dataset = readTable(
      cells,
      { file: name, name: sheet, format: 'XLSX', encoding: { name: 'utf-8', how: 'declared' } },
      beside,
    );
    const hasPlaces = dataset?.features.some(({ geometry }) => geometry !== undefined) === true;
    return dataset === undefined || (!hasPlaces && tables.length > 1 && dataset.features.length < 3)
      ? []
      : [dataset];
  });
  return datasets.length === 0
    ? { datasets, refused: [{ file: name, ...NO_TABLE }] }
    : { datasets, refused: [] };
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
