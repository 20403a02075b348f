/** A row of a legend in its place: column and line from 0. */
export type PlacedRow<Row> = {
  readonly row: Row;
  readonly column: number;
  readonly line: number;
};

/**
 * Places the rows of a legend in one column, or in two when one has too few lines. A heading (a row without
 * a sign) is never the last of a column. When there are more rows than lines, the last line of the last
 * column stays free to count them.
 * @param lines how many lines a column has room for; at least one is used.
 */
export function legendColumns<Row extends { readonly sign?: string }>(
  rows: readonly Row[],
  lines: number,
): {
  readonly placed: readonly PlacedRow<Row>[];
  readonly columns: 1 | 2;
  readonly perColumn: number;
  /** The number of rows that have no room, headings aside. */
  readonly left: number;
} {
  const most = Math.max(1, Math.floor(lines + 1e-9));
  if (rows.length <= most) {
    const placed = rows.map((row, line) => ({ row, column: 0, line }));
    return { placed, columns: 1, perColumn: rows.length, left: 0 };
  }
  for (let perColumn = Math.ceil(rows.length / 2); perColumn <= most; perColumn += 1) {
    const placed = inTwo(rows, perColumn);
    if (placed.length === rows.length) return { placed, columns: 2, perColumn, left: 0 };
  }
  const last = { column: 1, line: most - 1 };
  const fitting = inTwo(rows, most).filter(
    ({ column, line }) => column < last.column || line < last.line,
  );
  const placed = fitting.at(-1)?.row.sign === undefined ? fitting.slice(0, -1) : fitting;
  const left = rows.slice(placed.length).filter(({ sign }) => sign !== undefined).length;
  return { placed, columns: 2, perColumn: most, left };
}

/** As many rows as two columns hold, in order. */
function inTwo<Row extends { readonly sign?: string }>(
  rows: readonly Row[],
  perColumn: number,
): readonly PlacedRow<Row>[] {
  const placed: PlacedRow<Row>[] = [];
  let [column, line] = [0, 0];
  for (const row of rows) {
    const isLast = line === perColumn - 1;
    if (line === perColumn || (isLast && row.sign === undefined && perColumn > 1)) {
      column += 1;
      line = 0;
    }
    if (column > 1) break;
    placed.push({ row, column, line });
    line += 1;
  }
  return placed;
}
