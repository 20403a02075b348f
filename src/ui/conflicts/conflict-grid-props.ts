import type { ConflictKind } from '../../domain/conflicts/conflict.ts';
import type { ConflictGridData, GridOrder } from '../../domain/conflicts/conflict-grid.ts';

/** A cell whose conflicts are read: what a project meets of a kind. */
export type OpenCell = { readonly id: string; readonly kind: ConflictKind };

/** What the grid of conflicts shows and tells. */
export type ConflictGridProps = {
  readonly grid: ConflictGridData;
  readonly order: GridOrder;
  /** The distance to the coast that is studied, in metres. */
  readonly studyM: number;
  readonly open: OpenCell | undefined;
  /** The element that shows what is behind a cell. */
  readonly behindId: string;
  readonly selectedId: string | undefined;
  readonly hoveredId: string | undefined;
  readonly onSort: (order: GridOrder) => void;
  readonly onOpen: (cell: OpenCell | undefined) => void;
  readonly onSelect: (id: string) => void;
  readonly onHover: (id: string | undefined) => void;
};
