/** A cell: text is guarded and quoted, a number is written in full, undefined becomes empty. */
export type CsvCell = string | number | undefined;

/**
 * Returns CSV by RFC 4180 that Excel opens correctly: a byte order mark, CRLF, quotes where needed. Text
 * that a spreadsheet would read as a formula gets a leading apostrophe (OWASP, CSV injection).
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

function csvCell(cell: CsvCell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  // Full-width signs count too: Excel for Chinese reads them as the plain ones.
  const guarded = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
