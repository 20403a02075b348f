import type { LedgerRow } from './year-ledger.ts';

/** The metres of coast to be restored for a metre consumed that a user may state: 1 : 1.5 is 1.5. */
export const COMPENSATION_RATES = { least: 0, most: 10 } as const;

/** What is due for a row of the ledger, in metres of restored coast. */
export type Compensation = {
  /** Due for what the row consumes. */
  readonly dueM: number;
  /** Carried into the row; negative: restored in advance. */
  readonly broughtM: number;
  /** Carried on after the row; negative: restored in advance. */
  readonly owedM: number;
};

/**
 * What is due for each row of a ledger, by the metres of restored coast that a metre consumed calls for, and what is
 * carried on. Coast restored before it is due is credited to later rows; restored coast that is built over falls out of
 * the credit. Empty without a rate: no rule is assumed.
 */
export function compensations(
  rows: readonly Pick<LedgerRow, 'consumedM' | 'restoredM' | 'builtOverM'>[],
  rate: number | undefined,
): readonly Compensation[] {
  if (rate === undefined) return [];
  let carriedM = 0;
  return rows.map(({ consumedM, restoredM, builtOverM }) => {
    const [broughtM, dueM] = [carriedM, rate * consumedM];
    carriedM += dueM - restoredM + builtOverM;
    return { dueM, broughtM, owedM: carriedM };
  });
}
