import type { Geometry } from 'geojson';
import type { Finding } from '../../data/finding.ts';
import { ringFindings } from '../../data/geojson/ring-findings.ts';
import { isAreal } from '../../domain/geometry/intersects.ts';

/**
 * Checks how the rings of an area lie to each other, as the reader does. Parts or holes that overlap
 * (OGC Simple Features, 6.1.11) are errors here, though the reader knows what to make of them: other
 * tools fill such areas by other rules.
 */
export function checkRings(geometry: Geometry): readonly Finding[] {
  if (!isAreal(geometry)) return [];
  return ringFindings(geometry).map((finding) => ({ ...finding, severity: 'error' }));
}
