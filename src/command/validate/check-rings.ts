import type { Geometry } from 'geojson';
import type { Finding } from '../../data/finding.ts';
import { ringFindings } from '../../data/geojson/ring-findings.ts';
import { isAreal } from '../../domain/geometry/intersects.ts';

/**
 * Checks how the rings of an area relate to each other, as the reader does. Overlapping parts or holes (OGC
 * Simple Features, 6.1.11) are errors here although the reader accepts them, because other tools fill such
 * areas by other rules.
 */
export function checkRings(geometry: Geometry): readonly Finding[] {
  if (!isAreal(geometry)) return [];
  return ringFindings(geometry)
    .filter(({ code }) => code.endsWith('overlap'))
    .map((finding) => ({ ...finding, severity: 'error' }));
}
