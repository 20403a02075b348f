/** A cell: text is guarded and quoted, a number written in full, nothing left empty. */
export type CsvCell = string | number | undefined;

/**
 * CSV after RFC 4180 that opens right in Excel: a byte order mark, CRLF, quotes where needed. Text
 * that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection).
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
