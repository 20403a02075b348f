import { type ChangeKind, type ChangeScope, isInScope } from './change-ledger.ts';
import type { ChangeStretch } from './change-stretches.ts';
import {
  changedStretches,
  type ListedStretch,
  mainReason,
  type RatioMeans,
} from './stretches-behind.ts';

/** A stretch that has changed, with the reason that it is drawn by. */
export type LargestChange = ListedStretch & { readonly reason: ChangeKind };

/**
 * The stretches of a scope that have changed by more than their detail, the longest first: by the longer of the coast
 * before and after.
 */
export function largestChanges(
  stretches: readonly ChangeStretch[],
  how: { readonly scope: ChangeScope; readonly means: RatioMeans },
): readonly LargestChange[] {
  const size = ({ stretch: { before, after } }: LargestChange): number =>
    Math.max(before?.lengthM ?? 0, after?.lengthM ?? 0);
  return changedStretches(stretches, how)
    .flatMap((listed): readonly LargestChange[] => {
      const reason = mainReason(listed.stretch, how.scope);
      return reason === undefined ? [] : [{ ...listed, reason }];
    })
    .toSorted((a, b) => size(b) - size(a));
}

/** Metres of each coast of a scope that have no counterpart in the other one. */
export function unmatchedCoast(
  stretches: readonly ChangeStretch[],
  scope: ChangeScope,
): { readonly beforeM: number; readonly afterM: number } {
  const sums = { beforeM: 0, afterM: 0 };
  for (const { kind, before, after } of stretches) {
    if (kind === 'lost' && isInScope(before, scope)) sums.beforeM += before?.lengthM ?? 0;
    if (kind === 'gained' && isInScope(after, scope)) sums.afterM += after?.lengthM ?? 0;
  }
  return sums;
}
