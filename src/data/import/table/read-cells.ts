import type { ImportFile, RefusedFile } from '../raw-dataset.ts';
import type { SheetCells } from '../readers/workbook-reader.ts';
import { isZip, unzip } from '../readers/zip.ts';
import { FILE_EMPTY, refusalOf, TEXT_UNREADABLE } from '../refusals.ts';
import { decodeImportText } from '../text/decode-import-text.ts';
import { textCells } from '../text/text-cells.ts';

/** The cells of a table, sheet by sheet, or why the file is none. */
export async function readCells({
  name,
  bytes,
}: ImportFile): Promise<readonly SheetCells[] | Omit<RefusedFile, 'file'>> {
  if (bytes.length === 0) return FILE_EMPTY;
  const isOldBook = bytes[0] === 0xd0 && bytes[1] === 0xcf && /\.xls$/i.test(name);
  if (isZip(bytes)) {
    const unpacked = unzip(bytes);
    if (unpacked.kind === 'refused') return unpacked.refused;
    const isBook = unpacked.files.some(
      (file) => file.name === '[Content_Types].xml' || file.name === 'mimetype',
    );
    if (!isBook) return ARCHIVE;
  }
  if (isZip(bytes) || isOldBook) {
    const { workbookSheets } = await import('../readers/workbook-reader.ts');
    return workbookSheets(bytes);
  }
  const refusal = refusalOf(bytes, name);
  if (refusal !== undefined) return refusal;
  const decoded = decodeImportText(bytes);
  if (decoded === undefined) return TEXT_UNREADABLE;
  return [{ name: '', cells: await textCells(decoded.text.replace(/^\uFEFF/, '')), issues: [] }];
}

const ARCHIVE = {
  code: 'table-archived',
  message: { zh: '这是压缩包，不是表格。', en: 'this is an archive, not a table.' },
  cure: { zh: '解压后再选入。', en: 'Unpack it first.' },
};
