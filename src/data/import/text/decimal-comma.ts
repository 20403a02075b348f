import type { FieldValue } from '../raw-dataset.ts';

/** A number with a comma before its decimals, and points between its thousands if any. */
const DECIMAL_COMMA = /^[-+]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+$/;
/** A number with commas between its thousands. */
const THOUSANDS = /^[-+]?\d{1,3}(?:,\d{3})+$/;

/**
 * Rewrites decimal commas as points in the cells of a table that semicolons or tabs part. A comma before three
 * digits may part thousands: it is taken as decimal only where the table has other decimal commas and no points.
 */
export function withoutDecimalCommas(
  cells: readonly (readonly FieldValue[])[],
): readonly (readonly FieldValue[])[] {
  const texts = cells.flat().filter((cell) => typeof cell === 'string');
  const isDecimal = texts.some((text) => DECIMAL_COMMA.test(text) && !THOUSANDS.test(text));
  const hasPoints = texts.some(
    (text) => /^[-+]?\d+\.\d+$/.test(text) && !/^\d{1,3}\.\d{3}$/.test(text),
  );
  if (!isDecimal || hasPoints) return cells;
  return cells.map((row) =>
    row.map((cell) =>
      typeof cell === 'string' && DECIMAL_COMMA.test(cell.trim())
        ? cell.trim().replaceAll('.', '').replace(',', '.')
        : cell,
    ),
  );
}
