import type { Audit } from '../../domain/audit/audit.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { measureGeometry } from '../../domain/geodesy.ts';
import type { Issue } from '../../domain/issue.ts';
import { metres } from '../../domain/units.ts';
import { idOf } from '../geojson/parse-feature-collection.ts';
import { getOwn, isRecord } from '../record.ts';

/**
 * Returns the issues about a feature that is in the file twice, word for word. Leaving out the second one
 * changes no figure; with two different features of one id, one would be lost.
 */
export function exactCopies(issues: readonly Issue[], value: unknown): ReadonlySet<Issue> {
  const suspects = issues.filter(({ code }) => code === 'id-duplicate');
  if (suspects.length === 0) return new Set();
  const listed = isRecord(value) ? getOwn(value, 'features') : undefined;
  const features: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const firsts = new Map<string, string>();
  for (const feature of features) {
    const id = idOf(feature);
    if (id !== undefined && !firsts.has(id)) firsts.set(id, JSON.stringify(feature));
  }
  return new Set(
    suspects.filter(
      ({ featureId = '', featureIndex = -1 }) =>
        JSON.stringify(features[featureIndex]) === firsts.get(featureId),
    ),
  );
}

/** Returns the audit with the coast that copies draw a second time added to the findings of its coverage. */
export function withCopies(audit: Audit, copies: readonly CoastlineSegment[]): Audit {
  const faults = copies
    .filter(({ realm }) => audit.realm === 'all' || realm === audit.realm)
    .map(({ id, geometry }) => {
      const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
      return {
        kind: 'duplicate' as const,
        lengthM: metres(measureGeometry(geometry).lengthM.ellipsoid),
        segmentIds: [id, id],
        zoneIds: [],
        line: lines.flat().map(([longitude = 0, latitude = 0]) => [longitude, latitude] as const),
      };
    });
  if (faults.length === 0) return audit;
  const { coverage } = audit;
  const repeatedM = faults.reduce((sum, { lengthM }) => sum + lengthM, 0);
  return {
    ...audit,
    coverage: {
      ...coverage,
      duplicateM: metres(coverage.duplicateM + repeatedM),
      isComplete: false,
      faults: [...coverage.faults, ...faults],
    },
  };
}
