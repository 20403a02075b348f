import type { CoastSummary, Verdict } from './audit.ts';

/** What is said of a coast against its target; `no-target` where the target is set for the whole coast, not for it. */
export type ShownVerdict = Verdict | 'no-target';

type Judged = Pick<CoastSummary, 'verdict' | 'hasOwnTarget'>;

/** A verdict is one only where a target is set for the coast itself. */
export function shownVerdict({ verdict, hasOwnTarget }: Judged): ShownVerdict {
  return hasOwnTarget || verdict === 'no-coast' ? verdict : 'no-target';
}

/**
 * How zones are coloured, what needs attention first: by the verdict of their own target, or by whether they take from
 * the headroom of the whole coast or add to it. `either` stands where the band straddles the target.
 */
export const ZONE_STANDINGS = ['fail', 'too-close', 'pass', 'takes', 'either', 'adds'] as const;
/** How a zone stands. */
export type ZoneStanding = (typeof ZONE_STANDINGS)[number];

/** The standings that are no verdict. */
const SHARES = { fail: 'takes', 'too-close': 'either', pass: 'adds' } as const;

/** How a zone stands; undefined without coast. */
export function zoneStanding({ verdict, hasOwnTarget }: Judged): ZoneStanding | undefined {
  if (verdict === 'no-coast') return undefined;
  return hasOwnTarget ? verdict : SHARES[verdict];
}
