import {
  type ComparedSide,
  type ComparedSides,
  type Comparison,
  sideKey,
} from './compared-side.ts';

/** A side by its place: the left one lies above where there is no room beside. */
export type SidePlace = 'left' | 'right';

/** How little of the map a side keeps where each has its own, as a share. */
export const LEAST_SHARE = 0.2;

/** Where the line is drawn: maps beside each other keep enough room to be maps. */
export function effectiveSplit({ split, isSideBySide }: Comparison): number {
  return isSideBySide ? Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, split)) : split;
}

/** The sides with another state on one of them; what the other shows already makes the two change places. */
export function withSide(
  [left, right]: ComparedSides,
  place: SidePlace,
  side: ComparedSide,
): ComparedSides {
  const [own, other] = place === 'left' ? [left, right] : [right, left];
  const kept = sideKey(side) === sideKey(other) ? own : other;
  return place === 'left' ? [side, kept] : [kept, side];
}
