import { COASTLINE_CLASSES, type CoastlineClass } from '../coastline.ts';
import type { AuditRule, CoastSummary } from './audit.ts';

/** What a ratio is made of, in the order of a bar. */
export const RATIO_PARTS = ['natural', 'restored', 'estuary', 'artificial'] as const;
/** One part of what a ratio is made of. */
export type RatioPart = (typeof RATIO_PARTS)[number];

/**
 * Lengths in metres of the parts of the coast that is counted: they sum to the total of the ratio. What the
 * rule leaves out, such as estuaries in some, is in neither.
 */
export function ratioParts(
  { byClass }: Pick<CoastSummary, 'byClass'>,
  counting: AuditRule['counting'],
): Readonly<Record<RatioPart, number>> {
  const parts = { natural: 0, restored: 0, estuary: 0, artificial: 0 };
  for (const name of COASTLINE_CLASSES)
    if (counting[name] !== 'excluded') parts[partOf(name)] += byClass[name];
  return parts;
}

function partOf(name: CoastlineClass): RatioPart {
  switch (name) {
    case 'restored':
    case 'estuary':
    case 'artificial':
      return name;
    case 'bedrock':
    case 'sandy':
    case 'muddy':
    case 'biogenic':
      return 'natural';
  }
}
