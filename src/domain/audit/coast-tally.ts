import {
  COASTLINE_CLASSES,
  type CoastlineClass,
  type CoastlineSegment,
  type CoastlineUse,
} from '../coastline.ts';
import { type Metres, metres, ratio } from '../units.ts';
import type { AuditRule, CoastLengths, Counting } from './audit.ts';

/** Lengths in metres on one earth model, by the properties that decide how they count. */
export type CoastTally = {
  readonly byClass: Readonly<Record<CoastlineClass, number>>;
  readonly byUse: Readonly<Partial<Record<CoastlineUse, number>>>;
  readonly unclassified: number;
  /** Lengths, by class, of segments whose confidence is too low to be sure of the class. */
  readonly doubtful: Readonly<Record<CoastlineClass, number>>;
};

/** Adds up lengths, given by segment index, by class and use. */
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
    // A use says what artificial coast is for; it has no effect for another class.
    if (segment.class === 'artificial' && segment.use !== undefined)
      byUse[segment.use] = (byUse[segment.use] ?? 0) + length;
  }
  return { byClass, byUse, unclassified, doubtful };
}

/** Counts a tally by a rule, as numerator and denominator. Unclassified coast is in the total. */
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
  return {
    ...{ bedrock: 0, sandy: 0, muddy: 0, biogenic: 0, natural: 0 },
    ...{ estuary: 0, restored: 0, artificial: 0 },
  };
}

/** The lengths of a tally by class, in metres. */
export function classLengths({ byClass }: CoastTally): Readonly<Record<CoastlineClass, Metres>> {
  return {
    bedrock: metres(byClass.bedrock),
    sandy: metres(byClass.sandy),
    muddy: metres(byClass.muddy),
    biogenic: metres(byClass.biogenic),
    natural: metres(byClass.natural),
    estuary: metres(byClass.estuary),
    restored: metres(byClass.restored),
    artificial: metres(byClass.artificial),
  };
}

/** The lengths of a tally by use, in metres. */
export function useLengths({ byUse }: CoastTally): Readonly<Partial<Record<CoastlineUse, Metres>>> {
  const lengths: Partial<Record<CoastlineUse, Metres>> = {};
  let use: CoastlineUse;
  for (use in byUse) lengths[use] = metres(byUse[use] ?? 0);
  return lengths;
}
