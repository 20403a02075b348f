import { COASTLINE_CLASSES, type CoastlineClass } from '../coastline.ts';
import type { CoastSummary, Counting } from './audit.ts';

/** The parts of a ratio in the order of a bar; `other` is empty unless a rule leaves a natural class out. */
export const RATIO_PARTS = ['natural', 'restored', 'estuary', 'artificial', 'other'] as const;
/** One part of a ratio. */
export type RatioPart = (typeof RATIO_PARTS)[number];

/**
 * Gives the lengths in metres of the parts of the counted classified coast. The rule decides what counts
 * as natural or restored; coast in the total only is split by its class. Excluded classes are in no part.
 */
export function ratioParts({
  byClass,
  counting,
}: Pick<CoastSummary, 'byClass' | 'counting'>): Readonly<Record<RatioPart, number>> {
  const parts = { natural: 0, restored: 0, estuary: 0, artificial: 0, other: 0 };
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
