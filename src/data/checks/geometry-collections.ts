import type { MultiLineString } from 'geojson';
import { lengthInWords } from '../../domain/audit/provisional-reason.ts';
import { measureGeometry } from '../../domain/geodesy.ts';
import type { Issue } from '../../domain/issue.ts';
import { checkGeometry, type RingChecks } from '../geojson/check-geometry.ts';
import { getOwn, isRecord } from '../record.ts';

/**
 * Returns all lines in a geometry collection at any depth; undefined when it is no collection or has no
 * line.
 */
export function linesOfCollection(geometry: unknown): MultiLineString | undefined {
  if (!isRecord(geometry) || getOwn(geometry, 'type') !== 'GeometryCollection') return undefined;
  const coordinates: MultiLineString['coordinates'] = [];
  const waiting: unknown[] = [geometry];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (!isRecord(next)) continue;
    const parts = getOwn(next, 'geometries');
    for (const part of Array.isArray(parts) ? parts : []) waiting.push(part);
    const checked = checkGeometry(next, LINES_ONLY).geometry;
    if (checked?.type === 'LineString') coordinates.push(checked.coordinates);
    if (checked?.type === 'MultiLineString') coordinates.push(...checked.coordinates);
  }
  return coordinates.length === 0 ? undefined : { type: 'MultiLineString', coordinates };
}

/** Rings are not judged: only lines are wanted. */
const LINES_ONLY: RingChecks = {
  ofRing: (ring) => ({ ring, findings: [] }),
  ofArea: () => [],
};

/** Adds the length of the lines in metres to the reader's issues about geometry collections. */
export function withCollectionLengths(value: unknown, issues: readonly Issue[]): readonly Issue[] {
  const features = featuresOf(value);
  return issues.map((issue) => {
    const feature = features[issue.featureIndex ?? -1];
    if (issue.code !== 'geometry-type' || !isRecord(feature)) return issue;
    const lines = linesOfCollection(getOwn(feature, 'geometry'));
    if (lines === undefined) return issue;
    const lengthM = measureGeometry(lines).lengthM.ellipsoid;
    const count = lines.coordinates.length;
    return {
      ...issue,
      message: {
        zh: `${issue.message.zh.replace(/。$/, '')}，其中有 ${count} 条线，共 ${lengthInWords(lengthM, 'zh')}，未计入。`,
        en: `${issue.message.en.replace(/\.$/, '')}; ${count} ${count === 1 ? 'line' : 'lines'} of ${lengthInWords(lengthM, 'en')} in it ${count === 1 ? 'is' : 'are'} left out.`,
      },
      cure: {
        zh: `拆成单独的线（MultiLineString），例如 ogr2ogr -explodecollections。`,
        en: 'Split it into lines (a MultiLineString), for example with ogr2ogr -explodecollections.',
      },
    };
  });
}

function featuresOf(value: unknown): readonly unknown[] {
  const features = isRecord(value) ? getOwn(value, 'features') : undefined;
  return Array.isArray(features) ? features : [];
}
