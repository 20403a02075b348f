import {
  type ComparedSide,
  type ComparedSides,
  type Comparison,
  sideKey,
} from './compared-side.ts';

/** A side by its place. When there is no space side by side, the left one is shown above the other. */
export type SidePlace = 'left' | 'right';

/** The least share of the width that a side keeps when each side has its own map. */
export const LEAST_SHARE = 0.2;

/** The position at which the dividing line is drawn; maps side by side keep at least `LEAST_SHARE`. */
export function effectiveSplit({ split, isSideBySide }: Comparison): number {
  return isSideBySide ? Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, split)) : split;
}

/**
 * Sets another state on one side. If the other side already shows that state, the two sides are swapped.
 */
export function withSide(
  [left, right]: ComparedSides,
  place: SidePlace,
  side: ComparedSide,
): ComparedSides {
  const [own, other] = place === 'left' ? [left, right] : [right, left];
  const kept = sideKey(side) === sideKey(other) ? own : other;
  return place === 'left' ? [side, kept] : [kept, side];
}
