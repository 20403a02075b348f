import { COASTLINE_CLASSES } from '../coastline.ts';
import { type Ratio, ratio as toRatio } from '../units.ts';
import { type AuditRule, type Band, type BandPart, type Counting, isInNumerator } from './audit.ts';
import { type CoastTally, count } from './coast-tally.ts';

/** The tallies from which the uncertainties of a ratio are computed. */
export type BandSources = {
  readonly ellipsoid: CoastTally;
  readonly sphere: CoastTally;
  /** The same coast generalised, with one tally per tolerance. */
  readonly generalised: readonly CoastTally[];
};

/**
 * Lists each uncertainty with how far it moves the ratio down and up; the list is empty without coast. A
 * segment of low confidence might be of the other kind, whether it counts in the numerator or only in the
 * total. Unclassified coast might be natural.
 */
export function bandParts(
  { ellipsoid, sphere, generalised }: BandSources,
  rule: AuditRule,
): readonly BandPart[] {
  const { totalM, ratio } = count(ellipsoid, rule.counting);
  if (ratio === undefined) return [];
  const shiftOf = (other: Ratio | undefined): number => (other === undefined ? 0 : other - ratio);
  let lost = 0;
  let gained = 0;
  for (const name of COASTLINE_CLASSES) {
    const how = rule.counting[name];
    if (isInNumerator(how)) lost += ellipsoid.doubtful[name];
    // If the band includes other ways of counting estuaries, the uncertainty of those metres is counted
    // there.
    const isDoubtedElsewhere = name === 'estuary' && estuaryWays(rule).includes('natural');
    if (how === 'total-only' && !isDoubtedElsewhere) gained += ellipsoid.doubtful[name];
  }
  const estuary = estuaryWays(rule).map((how) =>
    shiftOf(count(ellipsoid, { ...rule.counting, estuary: how }).ratio),
  );
  return [
    { kind: 'confidence', low: 0 - lost / totalM, high: gained / totalM },
    ...(ellipsoid.unclassified > 0
      ? [part('unclassified', [ellipsoid.unclassified / totalM])]
      : []),
    part('estuary', estuary),
    part(
      'generalisation',
      generalised.map((tallied) => shiftOf(count(tallied, rule.counting).ratio)),
    ),
    part('earth-model', [shiftOf(count(sphere, rule.counting).ratio)]),
  ];
}

/**
 * The other ways of counting an estuary: those of the rule, and the statutory way (in the total only).
 * The result does not depend on whether the way in force comes from the rule's file or from a setting.
 */
function estuaryWays({ counting, sensitivity }: AuditRule): readonly Counting[] {
  if (sensitivity.estuary.length === 0) return [];
  return [...new Set<Counting>([...sensitivity.estuary, 'total-only'])].filter(
    (how) => how !== counting.estuary,
  );
}

function part(kind: BandPart['kind'], shifts: readonly number[]): BandPart {
  return { kind, low: Math.min(0, ...shifts), high: Math.max(0, ...shifts) };
}

/**
 * The lowest ratio, with all uncertainties against it, and the highest, with all in its favour, within 0
 * to 1.
 */
export function band(ratio: Ratio | undefined, parts: readonly BandPart[]): Band | undefined {
  if (ratio === undefined) return undefined;
  const low = toRatio(
    Math.max(
      0,
      parts.reduce<number>((sum, { low: shift }) => sum + shift, ratio),
    ),
    1,
  );
  const high = toRatio(
    Math.min(
      1,
      parts.reduce<number>((sum, { high: shift }) => sum + shift, ratio),
    ),
    1,
  );
  return low === undefined || high === undefined ? undefined : { low, high };
}
