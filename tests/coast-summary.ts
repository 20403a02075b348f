import type { CoastSummary } from '../src/domain/audit/audit.ts';
import { metres, ratio } from '../src/domain/units.ts';

/** A summary of mainland coast of which all that is natural is rock, and the rest artificial. */
export function coastSummary(given: {
  readonly totalM: number;
  readonly naturalM: number;
  readonly target: number;
  readonly verdict: CoastSummary['verdict'];
  readonly band?: readonly [low: number, high: number];
  readonly headroomM?: number;
  /** True by default: the verdict is one. */
  readonly hasOwnTarget?: boolean;
}): CoastSummary {
  const { totalM, naturalM, target, verdict, band, headroomM, hasOwnTarget = true } = given;
  const [low, high] = (band ?? []).map((end) => ratio(end, 1));
  const share = totalM === 0 ? undefined : ratio(naturalM, totalM);
  const lengths = {
    ...{ totalM: metres(totalM), naturalM: metres(naturalM), restoredM: metres(0) },
    ratio: share,
  };
  const none = metres(0);
  return {
    ...lengths,
    ...{
      target,
      hasOwnTarget,
      verdict,
      realm: 'mainland',
      ratioNative: share,
      unclassifiedM: none,
    },
    counting: {
      ...{ bedrock: 'natural', sandy: 'natural', muddy: 'natural', biogenic: 'natural' },
      ...{ natural: 'natural', estuary: 'total-only', restored: 'restored' },
      artificial: 'total-only',
    },
    byClass: {
      ...{ bedrock: metres(naturalM), sandy: none, muddy: none, biogenic: none, natural: none },
      ...{ restored: none, estuary: none, artificial: metres(totalM - naturalM) },
    },
    ...{ byUse: {}, bandParts: [], areaM2: undefined },
    headroomM: headroomM === undefined ? undefined : metres(headroomM),
    band: low === undefined || high === undefined ? undefined : { low, high },
    turf: { ...lengths, areaM2: undefined },
  };
}
