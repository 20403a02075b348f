/** A day in words: 2026-05-03, 2026/5/3, 2026.5.3, 2026年5月3日, each with or without a time of day. */
const WRITTEN =
  /^(\d{4})\s*(?:[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})|年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?)(?:(?:T|\s+)\d{1,2}\s*(?::|时|点).*)?$/;

/** Day 0 of the calendar that spreadsheets count in is 25 569 days before 1970-01-01, past its false leap day of 1900. */
const SERIAL_OF_1970 = 25_569;
/** The years that a survey may be of. */
const YEARS = { first: 1950, last: 2100 } as const;

/**
 * Reads the day of a cell as ISO 8601: written year first, as eight digits, or as a spreadsheet's number of days since
 * 1900. Undefined for anything else, such as 5/3/2026, which may be in March or in May, and for days that do not exist.
 */
export function parseDay(cell: string | number): string | undefined {
  const text = String(cell).normalize('NFKC').trim();
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const written = WRITTEN.exec(text);
  if (digits !== null) return dayOf(digits[1], digits[2], digits[3]);
  if (written !== null) {
    const [, year, month, day, monthZh, dayZh] = written;
    return dayOf(year, month ?? monthZh, day ?? dayZh);
  }
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : undefined;
  return serial === undefined ? undefined : isoDay((serial - SERIAL_OF_1970) * 86_400_000);
}

function dayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // A day that does not exist runs over into the next month.
  return new Date(time).getUTCDate() === Number(day) && Number(month) <= 12
    ? isoDay(time)
    : undefined;
}

function isoDay(time: number): string | undefined {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  return year >= YEARS.first && year <= YEARS.last ? date.toISOString().slice(0, 10) : undefined;
}
