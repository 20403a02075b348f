import type { CoastLengths } from '../audit/audit.ts';
import type { ChangeKind, LedgerEntry } from './change-ledger.ts';

/** One reason with the metres that it moves and its part of the change of the ratio. */
export type RatioChangePart = LedgerEntry & {
  readonly kind: ChangeKind;
  /** A difference of ratio; undefined where one of the two coasts has none. */
  readonly ratio: number | undefined;
};

/** A change of the natural coastline ratio and its parts, which add up to it. */
export type RatioChange = {
  readonly ratio: number | undefined;
  readonly parts: readonly RatioChangePart[];
};

type Lengths = Pick<CoastLengths, 'totalM' | 'naturalM' | 'restoredM' | 'ratio'>;

/**
 * Splits the change of a ratio N / T among ledger entries by the symmetric mid-point: with r̄ and T̄ the means
 * of before and after, ΔN = T̄ Δr + r̄ ΔT exactly, so an entry changes the ratio by (ΔN − r̄ ΔT) / T̄. The parts
 * add up to Δr, no part depends on an order, each stretch has its own share, and all change sign when the two
 * coasts are exchanged.
 */
export function ratioChange(
  before: Lengths,
  after: Lengths,
  ledger: readonly LedgerEntry[],
): RatioChange {
  if (before.ratio === undefined || after.ratio === undefined)
    return { ratio: undefined, parts: ledger.map((entry) => ({ ...entry, ratio: undefined })) };
  const ratio = (before.ratio + after.ratio) / 2;
  const totalM = (before.totalM + after.totalM) / 2;
  return {
    ratio: after.ratio - before.ratio,
    parts: ledger.map((entry) => ({
      ...entry,
      ratio: (entry.numeratorM - ratio * entry.totalM) / totalM,
    })),
  };
}
