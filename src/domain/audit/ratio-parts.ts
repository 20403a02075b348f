import { COASTLINE_CLASSES, type CoastlineClass } from '../coastline.ts';
import type { CoastSummary, Counting } from './audit.ts';

/** The parts of a ratio in the order of a bar; `other` is unclassified coast and natural classes left out of the numerator. */
export const RATIO_PARTS = ['natural', 'restored', 'estuary', 'artificial', 'other'] as const;
/** One part of a ratio. */
export type RatioPart = (typeof RATIO_PARTS)[number];

/**
 * Gives the lengths in metres of the parts of the counted coast; they add up to its total. The rule decides
 * what counts as natural or restored; coast in the total only is split by its class, and unclassified coast
 * is `other`. Excluded classes are in no part.
 */
export function ratioParts({
  byClass,
  counting,
  unclassifiedM,
}: Pick<CoastSummary, 'byClass' | 'counting' | 'unclassifiedM'>): Readonly<
  Record<RatioPart, number>
> {
  const parts: Record<RatioPart, number> = {
    ...{ natural: 0, restored: 0, estuary: 0, artificial: 0 },
    other: unclassifiedM,
  };
  for (const name of COASTLINE_CLASSES) {
    const part = partOf(name, counting[name]);
    if (part !== undefined) parts[part] += byClass[name];
  }
  return parts;
}

function partOf(name: CoastlineClass, how: Counting): RatioPart | undefined {
  switch (how) {
    case 'natural':
    case 'restored':
      return how;
    case 'total-only':
      return name === 'restored' || name === 'estuary' || name === 'artificial' ? name : 'other';
    case 'excluded':
      return undefined;
  }
}
