import { type CoastlineSegment, PROTECTION_GRADES, type ProtectionGrade } from '../coastline.ts';
import type { Position } from '../geometry.ts';
import type { Metres } from '../units.ts';
import type { Zone } from '../zone.ts';
import type { ZoneSummary } from './audit.ts';

/** A stretch of coast whose own protection grade is not that of the zone it lies in. The zone's grade decides. */
export type GradeDifference = {
  readonly segmentId: string;
  readonly zoneId: string;
  readonly segmentGrade: ProtectionGrade;
  readonly zoneGrade: ProtectionGrade;
  readonly lengthM: Metres;
  /** The line of the stretch inside the zone. */
  readonly line: readonly Position[];
};

/**
 * The protection grade that decides at a place: that of the zone, because zones are what a plan's article
 * protects; the strictest where several zones meet. Undefined when no zone there states a grade.
 */
export function decidingZone<Z extends Pick<Zone, 'grade'>>(
  zones: readonly Z[],
): (Z & { readonly grade: ProtectionGrade }) | undefined {
  for (const grade of PROTECTION_GRADES) {
    const zone = zones.find((candidate) => candidate.grade === grade);
    if (zone !== undefined) return { ...zone, grade };
  }
  return undefined;
}

/** Lists the audited stretches whose grade is not that of their zone, the longest first. */
export function gradeDifferences(
  summaries: readonly Pick<ZoneSummary, 'id' | 'pieces'>[],
  zones: readonly Pick<Zone, 'id' | 'grade'>[],
  segments: readonly Pick<CoastlineSegment, 'id' | 'grade'>[],
): readonly GradeDifference[] {
  const zoneGrades = new Map(zones.map(({ id, grade }) => [id, grade]));
  const segmentGrades = new Map(segments.map(({ id, grade }) => [id, grade]));
  return summaries
    .flatMap(({ id: zoneId, pieces }) => {
      const zoneGrade = zoneGrades.get(zoneId);
      return pieces.flatMap(({ segmentId, lengthM, line }): readonly GradeDifference[] => {
        const segmentGrade = segmentGrades.get(segmentId);
        const isSame = segmentGrade === zoneGrade;
        if (zoneGrade === undefined || segmentGrade === undefined || isSame) return [];
        return [{ segmentId, zoneId, segmentGrade, zoneGrade, lengthM, line }];
      });
    })
    .sort((a, b) => b.lengthM - a.lengthM);
}
