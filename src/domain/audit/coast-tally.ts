import {
  COASTLINE_CLASSES,
  type CoastlineClass,
  type CoastlineSegment,
  type CoastlineUse,
} from '../coastline.ts';
import { type Metres, metres, ratio } from '../units.ts';
import type { AuditRule, CoastLengths, Counting } from './audit.ts';

/** Lengths in metres by what decides how they count, on one earth model. */
export type CoastTally = {
  readonly byClass: Readonly<Record<CoastlineClass, number>>;
  readonly byUse: Readonly<Partial<Record<CoastlineUse, number>>>;
  readonly unclassified: number;
  /** Lengths of the classes that a person may doubt, by class. */
  readonly doubtful: Readonly<Record<CoastlineClass, number>>;
};

/** Adds up lengths by segment index. */
export function tally(
  segments: readonly CoastlineSegment[],
  lengths: Iterable<readonly [segment: number, length: number]>,
  rule: AuditRule,
): CoastTally {
  const byClass = emptyByClass();
  const doubtful = emptyByClass();
  const byUse: Partial<Record<CoastlineUse, number>> = {};
  let unclassified = 0;
  for (const [index, length] of lengths) {
    const segment = segments[index];
    if (segment === undefined) throw new RangeError(`there is no segment ${index}`);
    if (segment.class === undefined) unclassified += length;
    else {
      byClass[segment.class] += length;
      if (rule.sensitivity.flip.includes(segment.confidence)) doubtful[segment.class] += length;
    }
    // A use tells what artificial coast is for; beside another class it decides nothing.
    if (segment.class === 'artificial' && segment.use !== undefined)
      byUse[segment.use] = (byUse[segment.use] ?? 0) + length;
  }
  return { byClass, byUse, unclassified, doubtful };
}

/** How a rule counts a tally: numerator and denominator. An unclassified stretch is in the total. */
export function count(tallied: CoastTally, counting: AuditRule['counting']): CoastLengths {
  const sums: Record<Counting, number> = {
    natural: 0,
    restored: 0,
    'total-only': tallied.unclassified,
    excluded: 0,
  };
  for (const name of COASTLINE_CLASSES) sums[counting[name]] += tallied.byClass[name];
  const totalM = metres(sums.natural + sums.restored + sums['total-only']);
  return {
    totalM,
    naturalM: metres(sums.natural),
    restoredM: metres(sums.restored),
    ratio: ratio(sums.natural + sums.restored, totalM),
  };
}

/** A length of zero for every class. */
export function emptyByClass(): Record<CoastlineClass, number> {
  return { bedrock: 0, sandy: 0, muddy: 0, biogenic: 0, estuary: 0, restored: 0, artificial: 0 };
}

/** A tally's lengths by class, with their unit. */
export function classLengths({ byClass }: CoastTally): Readonly<Record<CoastlineClass, Metres>> {
  return {
    bedrock: metres(byClass.bedrock),
    sandy: metres(byClass.sandy),
    muddy: metres(byClass.muddy),
    biogenic: metres(byClass.biogenic),
    estuary: metres(byClass.estuary),
    restored: metres(byClass.restored),
    artificial: metres(byClass.artificial),
  };
}

/** A tally's lengths by use, with their unit. */
export function useLengths({ byUse }: CoastTally): Readonly<Partial<Record<CoastlineUse, Metres>>> {
  const lengths: Partial<Record<CoastlineUse, Metres>> = {};
  let use: CoastlineUse;
  for (use in byUse) lengths[use] = metres(byUse[use] ?? 0);
  return lengths;
}
