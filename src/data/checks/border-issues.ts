import { borderCoast } from '../../domain/coast/border-coast.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Zone } from '../../domain/zone.ts';
import { type Finding, toIssue } from '../finding.ts';
import { idOf } from '../geojson/parse-feature-collection.ts';
import { getOwn, isRecord } from '../record.ts';

/** Segments and zones to check together. */
export type CoastAndZones = {
  readonly segments: readonly CoastlineSegment[];
  readonly zones: readonly Zone[];
};

/** A finding about a feature, by its id. */
export type FeatureFinding = { readonly segmentId: string; readonly finding: Finding };

/** Converts a finding about a feature of a file to an issue with its path. */
export function featureIssue(
  { segmentId, finding }: FeatureFinding,
  { dataset, value }: { readonly dataset: string; readonly value: unknown },
): Issue {
  const features = isRecord(value) ? getOwn(value, 'features') : undefined;
  const featureIndex = Array.isArray(features)
    ? features.findIndex((feature) => idOf(feature) === segmentId)
    : 0;
  return toIssue(
    { dataset, featureIndex: Math.max(0, featureIndex), featureId: segmentId },
    finding,
  );
}

/** Tells coast that a border between two zones follows but does not meet, by its segment. */
export function borderFindings({ segments, zones }: CoastAndZones): readonly FeatureFinding[] {
  return borderCoast(segments, zones).map(({ segmentId, zoneIds, lengthM, at }) => {
    const [one, other] = zoneIds.map((id) => JSON.stringify(id));
    const place = `${at[0].toFixed(6)}, ${at[1].toFixed(6)}`;
    const metres = lengthM.toFixed(1);
    return {
      segmentId,
      finding: {
        code: 'coast-along-border',
        kind: 'logical-consistency',
        severity: 'warning',
        path: ['geometry'],
        message: {
          zh: `自 ${place} 起 ${metres} 米岸线距区段 ${one} 与 ${other} 的共同边界不到 1 米，归属取决于坐标末位的取舍，两区段的数字因此不稳。`,
          en: `${metres} m of coast from ${place} run within 1 m of the border of both ${one} and ${other}: rounding decides whose they are, and the figures of both depend on it.`,
        },
        cure: {
          zh: '移动边界，使岸线明确落在其中一个区段之内。',
          en: 'Move the border so that the coast lies clearly in one of them.',
        },
      },
    };
  });
}
