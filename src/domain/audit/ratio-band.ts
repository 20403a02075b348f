import { COASTLINE_CLASSES } from '../coastline.ts';
import { type Ratio, ratio as toRatio } from '../units.ts';
import { type AuditRule, type Band, type BandPart, isInNumerator } from './audit.ts';
import { type CoastTally, count } from './coast-tally.ts';

/** What the doubts of a ratio are judged from. */
export type BandSources = {
  readonly ellipsoid: CoastTally;
  readonly sphere: CoastTally;
  /** The same coast generalised, one tally a tolerance. */
  readonly generalised: readonly CoastTally[];
};

/** Each doubt with how far it moves the ratio down and up; empty where there is no coast. */
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
    if (how === 'total-only' && name === 'artificial') gained += ellipsoid.doubtful[name];
  }
  const estuary = rule.sensitivity.estuary.map((how) =>
    shiftOf(count(ellipsoid, { ...rule.counting, estuary: how }).ratio),
  );
  return [
    { kind: 'confidence', low: 0 - lost / totalM, high: gained / totalM },
    part('estuary', estuary),
    part(
      'generalisation',
      generalised.map((tallied) => shiftOf(count(tallied, rule.counting).ratio)),
    ),
    part('earth-model', [shiftOf(count(sphere, rule.counting).ratio)]),
  ];
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
