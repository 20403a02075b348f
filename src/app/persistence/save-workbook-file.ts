import { saveFile } from './save-file.ts';

/** The media type of a workbook (ECMA-376, IANA). */
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands a workbook to the browser's downloads. */
export function saveWorkbookFile(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  saveFile(name, bytes, WORKBOOK_TYPE);
}
