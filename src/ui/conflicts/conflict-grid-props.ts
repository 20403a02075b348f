import type { ConflictKind } from '../../domain/conflicts/conflict.ts';
import type { ConflictGridData, GridOrder } from '../../domain/conflicts/conflict-grid.ts';

/** An open cell: the conflicts of one kind of a project. */
export type OpenCell = { readonly id: string; readonly kind: ConflictKind };

/** Props of the grid of conflicts. */
export type ConflictGridProps = {
  readonly grid: ConflictGridData;
  readonly order: GridOrder;
  /** The distance to the coast that is studied, in metres. */
  readonly studyM: number;
  readonly open: OpenCell | undefined;
  /** Id of the element with the details of a cell. */
  readonly behindId: string;
  readonly selectedId: string | undefined;
  readonly hoveredId: string | undefined;
  readonly onSort: (order: GridOrder) => void;
  readonly onOpen: (cell: OpenCell | undefined) => void;
  readonly onSelect: (id: string) => void;
  readonly onHover: (id: string | undefined) => void;
};
