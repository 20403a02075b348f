import {
  columnResizingFeature,
  columnSizingFeature,
  constructTable,
  createColumnHelper,
  tableFeatures,
} from '@tanstack/table-core';
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings';
import { type ColumnWidths, PROJECT_COLUMNS, type ProjectColumn } from './project-rows.ts';

/** Limits of a column's width in pixels. */
export const WIDTH_LIMITS = { least: 56, most: 640 } as const;

/** Widths in pixels until the user sets one: names need most, numbers little. The first columns fit a wide panel of 710. */
const FIRST_WIDTHS: Readonly<Record<ProjectColumn, number>> = {
  name: 160,
  layer: 88,
  status: 80,
  articles: 66,
  accuracy: 78,
  distance: 64,
  zones: 120,
  conflicts: 160,
  measuredLength: 88,
  measuredArea: 86,
  length: 84,
  area: 84,
};

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  columnSizingFeature,
  columnResizingFeature,
});

/** The widths of the table's columns: what is shown, dragged and set. */
export type ColumnSizes = {
  /** Takes the widths that are in force. */
  readonly show: (widths: ColumnWidths) => void;
  /** The width of a column in pixels, within the limits. */
  readonly widthOf: (column: ProjectColumn) => number;
  /** Starts dragging the edge of a column; mouse or finger is followed until it is let go. */
  readonly startDrag: (column: ProjectColumn, event: MouseEvent | TouchEvent) => void;
  readonly widen: (column: ProjectColumn, pixels: number) => void;
};

/** Sizes of the columns by TanStack's table core. `onWidths` hears all set widths whenever one changes. */
export function createColumnSizes(onWidths: (widths: ColumnWidths) => void): ColumnSizes {
  const helper = createColumnHelper<typeof features, Readonly<Record<ProjectColumn, string>>>();
  const show = (widths: ColumnWidths): void =>
    table.setOptions((before) => ({ ...before, state: { columnSizing: { ...widths } } }));
  const table = constructTable({
    features,
    data: [],
    columns: helper.columns(
      PROJECT_COLUMNS.map((id) =>
        helper.accessor(id, {
          size: FIRST_WIDTHS[id],
          minSize: WIDTH_LIMITS.least,
          maxSize: WIDTH_LIMITS.most,
        }),
      ),
    ),
    columnResizeMode: 'onChange',
    onColumnSizingChange: (update) => {
      const before = table.store.state.columnSizing;
      const widths = limited(typeof update === 'function' ? update(before) : update);
      show(widths);
      onWidths(widths);
    },
  });
  const widthOf = (column: ProjectColumn): number =>
    table.getColumn(column)?.getSize() ?? FIRST_WIDTHS[column];
  return {
    show,
    widthOf,
    startDrag: (column, event) =>
      table
        .getFlatHeaders()
        .find(({ id }) => id === column)
        ?.getResizeHandler()(event),
    widen: (column, pixels) =>
      table.setColumnSizing((before) => ({ ...before, [column]: widthOf(column) + pixels })),
  };
}

/** Widths of known columns within the limits, in whole pixels. */
function limited(widths: Readonly<Record<string, number>>): ColumnWidths {
  const { least, most } = WIDTH_LIMITS;
  return Object.fromEntries(
    PROJECT_COLUMNS.flatMap((column) => {
      const width = widths[column];
      return width === undefined
        ? []
        : [[column, Math.min(most, Math.max(least, Math.round(width)))] as const];
    }),
  );
}
