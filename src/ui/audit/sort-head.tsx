import type { ComponentChildren, JSX } from 'preact';

/** Which column orders the rows; no column leaves them in the order of the data. */
export type ColumnOrder<Column extends string> = {
  readonly column: Column | undefined;
  readonly isDescending: boolean;
};

/** The order after a press on a column's head: largest first, then smallest, then as in the data. */
export function nextColumnOrder<Column extends string>(
  order: ColumnOrder<Column>,
  column: Column,
): ColumnOrder<Column> {
  if (order.column !== column) return { column, isDescending: true };
  return order.isDescending
    ? { column, isDescending: false }
    : { column: undefined, isDescending: true };
}

/** The head of a column that orders the rows when it is pressed. */
export function SortHead<Column extends string>({
  column,
  order,
  onOrder,
  children,
}: {
  readonly column: Column;
  readonly order: ColumnOrder<Column>;
  readonly onOrder: (order: ColumnOrder<Column>) => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  const isOrdered = order.column === column;
  const direction = order.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" data-column={column} aria-sort={isOrdered ? direction : 'none'}>
      <button
        type="button"
        class="sort-button"
        onClick={() => onOrder(nextColumnOrder(order, column))}
      >
        {children}
        <span aria-hidden="true">{isOrdered ? (order.isDescending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}
