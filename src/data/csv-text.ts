import type { Bilingual } from '../domain/bilingual.ts';
import { xmlText } from '../domain/file-text.ts';

/** A cell: text is guarded and quoted, a number is written in full, undefined becomes empty. */
export type CsvCell = string | number | undefined;

/**
 * Returns CSV by RFC 4180 that Excel opens correctly: a byte order mark, CRLF, quotes where needed. Text
 * that a spreadsheet would read as a formula gets a leading apostrophe (OWASP, CSV injection).
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** How a formula begins. Full-width signs count too: Excel for Chinese reads them as the plain ones. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Says in the file itself that texts got an apostrophe; undefined when no text of the rows needs one. */
export function guardNotice(rows: readonly (readonly CsvCell[])[]): Bilingual | undefined {
  const isGuarded = rows.some((row) =>
    row.some((cell) => typeof cell === 'string' && FORMULA.test(xmlText(cell))),
  );
  return isGuarded ? GUARDED : undefined;
}

const GUARDED: Bilingual = {
  zh: '以 = + - @ 开头的文字前加有撇号，以免被当成公式；撇号不是原文。',
  en: 'Text that begins with = + - @ has an apostrophe before it, so that no spreadsheet runs it as a formula; the apostrophe is not in the data.',
};

function csvCell(value: CsvCell): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const cell = xmlText(value);
  const guarded = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
