import { compareGravity, type Gravity } from '../conflicts/gravity.ts';
import { certaintyOf, type Known, type RegisterRow, type SiteFinding } from './register.ts';

/** The columns of the register, from left to right. */
export const REGISTER_COLUMNS = [
  'name',
  'year',
  'setbacks',
  'ground',
  'taken',
  'restored',
] as const;
/** A column of the register. */
export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];

/** Which column orders the rows; no column leaves them as they are. */
export type RegisterOrder = {
  readonly column: RegisterColumn | undefined;
  readonly isDescending: boolean;
};

/** The rows that the user wants to see; what is undefined leaves out none. */
export type RegisterFilter = {
  /** `plan`, or the id of a scenario. */
  readonly from: string | undefined;
  /** Only sites of which it is found, for certain or possibly. */
  readonly finding: SiteFinding | undefined;
};

/** What stands for the plan's projects in `RegisterFilter`; no scenario has this id. */
export const FROM_PLAN = 'plan';

/** Leaves the rows that a filter asks for. */
export function filteredRegister(
  rows: readonly RegisterRow[],
  { from, finding }: RegisterFilter,
): readonly RegisterRow[] {
  return rows.filter(
    (row) =>
      (from === undefined || fromOf(row) === from) &&
      (finding === undefined || certaintyOf(row, finding) !== undefined),
  );
}

function fromOf({ of }: RegisterRow): string {
  return of.kind === 'project' ? FROM_PLAN : of.scenario.id;
}

/**
 * Rows in order; a row without a value comes last in both directions. Certain findings rank above possible ones,
 * then the number of them decides, then the nearer one.
 */
export function orderedRegister(
  rows: readonly RegisterRow[],
  { column, isDescending }: RegisterOrder,
  compareNames: (one: RegisterRow, other: RegisterRow) => number,
): readonly RegisterRow[] {
  if (column === undefined) return rows;
  const sign = isDescending ? -1 : 1;
  if (column === 'name') return rows.toSorted((a, b) => sign * compareNames(a, b));
  return rows.toSorted((one, other) =>
    compareGravity(gravity(one, column), gravity(other, column), sign),
  );
}

function gravity(row: RegisterRow, column: Exclude<RegisterColumn, 'name'>): Gravity {
  switch (column) {
    case 'year':
      return row.year === undefined ? undefined : [row.year];
    case 'taken':
      return figureIn(row.takenM);
    case 'restored':
      return figureIn(row.restoredM);
    case 'setbacks':
    case 'ground': {
      const certainty = certaintyOf(row, column);
      const known = row[column];
      if (certainty === undefined || !('value' in known)) return undefined;
      const certain = known.value.filter((conflict) => conflict.certainty === 'certain').length;
      const nearestM = Math.min(...known.value.map(({ distanceM }) => distanceM));
      return [certain, known.value.length - certain, -nearestM];
    }
  }
}

function figureIn(known: Known<number>): Gravity {
  return 'value' in known ? [known.value] : undefined;
}
