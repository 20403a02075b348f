import type { Project } from '../project.ts';
import {
  type Certainty,
  CONFLICT_KINDS,
  type Conflict,
  type ConflictKind,
  type ConflictsByProject,
  conflictTally,
  protects,
} from './conflict.ts';
import { compareGravity, type Gravity } from './gravity.ts';

/** The conflicts of a project of one kind: at least one, the most serious first. */
export type ConflictCell = {
  readonly conflicts: readonly Conflict[];
  /** `certain` if at least one of the conflicts is certain. */
  readonly certainty: Certainty;
  /** Shared ground in m², summed over all conflicts; 0 when no ground is shared or only lines meet. */
  readonly areaM2: number;
  /** Metres of one geometry inside the other, summed over all conflicts; 0 when they do not meet. */
  readonly lengthM: number;
  /** Metres to the nearest object in conflict; 0 when they meet. */
  readonly nearestM: number;
};

/** A located project and its conflicts; a kind without a cell has no conflict. */
export type ConflictRow = {
  readonly project: Project;
  /** True when the project protects or restores; such a project conflicts with nothing by purpose. */
  readonly isProtecting: boolean;
  readonly cells: Readonly<Partial<Record<ConflictKind, ConflictCell>>>;
  /** The number of conflicts that count, by certainty. */
  readonly tally: Readonly<Record<Certainty, number>>;
};

/** The totals over all cells of one kind. */
export type ConflictTotal = Readonly<Record<Certainty, number>> & {
  readonly areaM2: number;
  readonly lengthM: number;
};

/** The conflict matrix: one row per located project and one column per kind of conflict. */
export type ConflictGridData = {
  readonly kinds: readonly ConflictKind[];
  /** The rows in the order of the projects. */
  readonly rows: readonly ConflictRow[];
  readonly totals: Readonly<Record<ConflictKind, ConflictTotal>>;
  /** The number of conflicts that count in all rows, by certainty. */
  readonly counted: Readonly<Record<Certainty, number>>;
  /** The number of projects omitted because their site is not published. */
  readonly unlocated: number;
};

/** A column of the grid to sort by: a kind of conflict, the name, or `all` for the row as a whole. */
export type GridColumn = ConflictKind | 'name' | 'all';

/** The column by which the rows are sorted, and whether the largest comes first. */
export type GridOrder = { readonly column: GridColumn; readonly isDescending: boolean };

/**
 * Arranges the conflicts of projects in a grid; each conflict is in exactly one cell. Areas and lengths
 * are summed per conflict, so ground on which two protected areas overlap counts for each. A zone without
 * a grade is a gap in the data; it has a column only if a project conflicts with one.
 */
export function conflictGrid(
  projects: readonly Project[],
  conflicts: ConflictsByProject,
): ConflictGridData {
  const rows = projects
    .filter(({ geometry }) => geometry !== undefined)
    .map((project): ConflictRow => {
      const own = conflicts.get(project.id) ?? [];
      const tally = conflictTally(own);
      return { project, isProtecting: protects(project), cells: cellsOf(own), tally };
    });
  const totals = totalsOf(rows);
  return {
    kinds: CONFLICT_KINDS.filter(
      (kind) => kind !== 'ungraded-zone' || totals[kind].certain + totals[kind].possible > 0,
    ),
    rows,
    totals,
    counted: {
      certain: rows.reduce((sum, { tally }) => sum + tally.certain, 0),
      possible: rows.reduce((sum, { tally }) => sum + tally.possible, 0),
    },
    unlocated: projects.length - rows.length,
  };
}

type Growing<T> = { -readonly [K in keyof T]: T[K] };
type GrowingCell = Growing<Omit<ConflictCell, 'conflicts'>> & { readonly conflicts: Conflict[] };

function cellsOf(conflicts: readonly Conflict[]): ConflictRow['cells'] {
  const cells: Partial<Record<ConflictKind, GrowingCell>> = {};
  for (const conflict of conflicts) {
    const { kind, certainty, areaM2 = 0, lengthM = 0, distanceM } = conflict;
    const cell = cells[kind];
    if (cell === undefined) {
      cells[kind] = { conflicts: [conflict], certainty, areaM2, lengthM, nearestM: distanceM };
      continue;
    }
    cell.conflicts.push(conflict);
    if (certainty === 'certain') cell.certainty = 'certain';
    cell.areaM2 += areaM2;
    cell.lengthM += lengthM;
    cell.nearestM = Math.min(cell.nearestM, distanceM);
  }
  return cells;
}

function totalsOf(rows: readonly ConflictRow[]): ConflictGridData['totals'] {
  const none = (): Growing<ConflictTotal> => ({ certain: 0, possible: 0, areaM2: 0, lengthM: 0 });
  const totals = {
    'strict-zone': none(),
    'protected-site': none(),
    'natural-coast': none(),
    setback: none(),
    'restricted-zone': none(),
    'ungraded-zone': none(),
    'study-setback': none(),
    'optimised-zone': none(),
  } satisfies Record<ConflictKind, ConflictTotal>;
  for (const { cells } of rows)
    for (const kind of CONFLICT_KINDS) {
      const cell = cells[kind];
      if (cell === undefined) continue;
      const total = totals[kind];
      for (const { certainty } of cell.conflicts) total[certainty] += 1;
      total.areaM2 += cell.areaM2;
      total.lengthM += cell.lengthM;
    }
  return totals;
}

/**
 * Sorts the rows. Certain conflicts rank above possible ones, then the larger area, the greater length
 * and the shorter distance decide. For the row as a whole, one certain conflict outweighs any number of
 * possible ones. A row without a conflict of the kind is last in both directions; equal rows keep their
 * order.
 */
export function inGridOrder(
  rows: readonly ConflictRow[],
  { column, isDescending }: GridOrder,
  compareNames: (one: Project, other: Project) => number,
): readonly ConflictRow[] {
  const sign = isDescending ? -1 : 1;
  return [...rows].sort((one, other) => {
    if (column === 'name') return sign * compareNames(one.project, other.project);
    return compareGravity(gravity(one, column), gravity(other, column), sign);
  });
}

/**
 * The severity of a row in a column, compared number by number; undefined when the row has no conflict
 * there.
 */
function gravity({ cells, tally }: ConflictRow, column: Exclude<GridColumn, 'name'>): Gravity {
  if (column === 'all')
    return tally.certain + tally.possible === 0 ? undefined : [tally.certain, tally.possible];
  const cell = cells[column];
  if (cell === undefined) return undefined;
  return [Number(cell.certainty === 'certain'), cell.areaM2, cell.lengthM, -cell.nearestM];
}
