/** The longest text that a cell of Excel holds, in UTF-16 units. */
const LONGEST_CELL = 32767;

/** Style of the head of a table. */
export const BOLD = { font: { bold: true } } as const;

/** A text cut to what a cell of Excel holds; any other value as it is. */
export function fitCell<T>(value: T): T | string {
  return typeof value === 'string' ? value.slice(0, LONGEST_CELL) : value;
}
