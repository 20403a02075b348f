import { COASTLINE_CLASSES } from '../coastline.ts';
import { type Ratio, ratio as toRatio } from '../units.ts';
import { type AuditRule, type Band, type BandPart, type Counting, isInNumerator } from './audit.ts';
import { type CoastTally, count } from './coast-tally.ts';

/** What the doubts of a ratio are judged from. */
export type BandSources = {
  readonly ellipsoid: CoastTally;
  readonly sphere: CoastTally;
  /** The same coast generalised, one tally a tolerance. */
  readonly generalised: readonly CoastTally[];
};

/**
 * Each doubt with how far it moves the ratio down and up; empty where there is no coast. A class of low confidence might
 * be of the other kind, whether it counts in the numerator or in the total alone; unclassified coast might be natural.
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
    // Where the band takes in other ways of counting estuaries, those metres are doubted there.
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
 * The other ways of counting an estuary: those of the rule and the statutory one, in the total alone. The same whether
 * the way in force comes from the rule's file or from a switch.
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

/** The ratio with all doubts against it and all for it, within 0 and 1. */
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
