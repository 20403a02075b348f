import type { CoastSummary, Verdict } from './audit.ts';

/** What is said of a coast against its target; `no-target` where the target is set for the whole coast, not for it. */
export type ShownVerdict = Verdict | 'no-target';

type Judged = Pick<CoastSummary, 'verdict' | 'hasOwnTarget'>;

/** A verdict is one only where a target is set for the coast itself. */
export function shownVerdict({ verdict, hasOwnTarget }: Judged): ShownVerdict {
  return hasOwnTarget || verdict === 'no-coast' ? verdict : 'no-target';
}

/**
 * How zones are coloured, what needs attention first: by the verdict of their own target, or by whether they lower or lift
 * the ratio of the whole coast against its target. `either` stands where the band straddles it.
 */
export const ZONE_STANDINGS = ['fail', 'too-close', 'pass', 'lowers', 'either', 'lifts'] as const;
/** How a zone stands. */
export type ZoneStanding = (typeof ZONE_STANDINGS)[number];

/** The standings that are no verdict. */
const SHARES = { fail: 'lowers', 'too-close': 'either', pass: 'lifts' } as const;

/** How a zone stands; undefined without coast. */
export function zoneStanding({ verdict, hasOwnTarget }: Judged): ZoneStanding | undefined {
  if (verdict === 'no-coast') return undefined;
  return hasOwnTarget ? verdict : SHARES[verdict];
}
