import type { GridColumn, GridOrder } from '../../domain/conflicts/conflict-grid.ts';

/** The active cell of a grid: in a row, which is known by its project, or in the head. */
export type GridPlace = {
  readonly id?: string | undefined;
  readonly isHead?: boolean;
  readonly column: GridColumn;
};

/** A cell by the number of its row, -1 for the head. */
export type CellPlace = { readonly row: number; readonly column: GridColumn };

/** Rows that Page Up and Page Down skip. */
const PAGE_ROWS = 12;

/** The element of a cell. */
export function placeId(row: number, column: GridColumn): string {
  return `conflict-cell-${row}-${column}`;
}

/**
 * The cell that a key moves to; undefined for keys that do not move. Home and End go to the ends of the row, with
 * Ctrl to those of the grid (ARIA authoring practices, grid). The head is above the first row.
 */
export function nextPlace(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { row, column }: CellPlace,
  { rows, columns }: { readonly rows: number; readonly columns: readonly GridColumn[] },
): CellPlace | undefined {
  const at = columns.indexOf(column);
  const isWhole = ctrlKey || metaKey;
  const last = { row: rows - 1, column: columns.length - 1 };
  const moves: Readonly<Record<string, readonly [row: number, column: number]>> = {
    ArrowDown: [row + 1, at],
    ArrowUp: [row - 1, at],
    ArrowRight: [row, at + 1],
    ArrowLeft: [row, at - 1],
    PageDown: [row + PAGE_ROWS, at],
    PageUp: [Math.max(Math.min(row, 0), row - PAGE_ROWS), at],
    Home: [isWhole ? 0 : row, 0],
    End: [isWhole ? last.row : row, last.column],
  };
  const move = Object.hasOwn(moves, key) ? moves[key] : undefined;
  if (move === undefined) return undefined;
  const next = columns[Math.min(last.column, Math.max(0, move[1]))];
  return next && { row: Math.min(last.row, Math.max(-1, move[0])), column: next };
}

/** The order after a press on a column's head: the gravest first, names from the first letter. */
export function nextGridOrder({ column, isDescending }: GridOrder, pressed: GridColumn): GridOrder {
  return pressed === column
    ? { column, isDescending: !isDescending }
    : { column: pressed, isDescending: pressed !== 'name' };
}
