import {
  COASTLINE_CLASSES,
  COASTLINE_USES,
  CONFIDENCES,
  type CoastlineSegment,
  PROTECTION_GRADES,
  REALMS,
} from '../../domain/coastline.ts';
import {
  droppedWord,
  namesOf,
  type ParsedFeature,
  sourceOf,
  unknownWord,
  usableId,
} from '../geojson/parse-feature.ts';
import type { RawFeature } from '../geojson/parse-feature-collection.ts';
import { getOwn, wordOf } from '../record.ts';

/**
 * Reads one coastline segment. An unknown class or realm sets it aside: it would count where it may not.
 * Without a class it stays unclassified, without a realm it is mainland, and a note says so.
 */
export function parseSegment(feature: RawFeature): ParsedFeature<CoastlineSegment> {
  const { properties, geometry } = feature;
  const reading = usableId(feature);
  if (reading.id === undefined) return reading;
  if (geometry?.type !== 'LineString' && geometry?.type !== 'MultiLineString') {
    return {
      findings: [
        {
          code: 'segment-not-a-line',
          kind: 'logical-consistency',
          severity: 'error',
          path: ['geometry'],
          message: {
            zh: `岸线段应为线，实为 ${geometry?.type ?? 'null'}。`,
            en: `a coastline segment must be a line, not ${geometry?.type ?? 'null'}.`,
          },
          cure: {
            zh: '改为 LineString 或 MultiLineString。',
            en: 'Make it a LineString or MultiLineString.',
          },
        },
      ],
    };
  }
  const findings = [];
  const shoreClass = wordOf(properties, 'class', COASTLINE_CLASSES);
  if (shoreClass === undefined && (getOwn(properties, 'class') ?? null) !== null) {
    return {
      findings: [unknownWord('class', getOwn(properties, 'class'), COASTLINE_CLASSES, 'error')],
    };
  }
  const realm = wordOf(properties, 'realm', REALMS);
  if (realm === undefined && (getOwn(properties, 'realm') ?? null) !== null)
    return { findings: [unknownWord('realm', getOwn(properties, 'realm'), REALMS, 'error')] };
  const confidence = wordOf(properties, 'confidence', CONFIDENCES);
  if (realm === undefined)
    findings.push(unknownWord('realm', getOwn(properties, 'realm'), REALMS, 'note', 'mainland'));
  if (confidence === undefined) {
    findings.push(
      unknownWord('confidence', getOwn(properties, 'confidence'), CONFIDENCES, 'note', 'low'),
    );
  }
  const use = wordOf(properties, 'use', COASTLINE_USES);
  const grade = wordOf(properties, 'grade', PROTECTION_GRADES);
  const [positionSource, positionSourceZh] = sourceOf(properties, 'position_source');
  const [classSource, classSourceZh] = sourceOf(properties, 'class_source');
  const names = namesOf(properties, reading.id);
  return {
    findings: [
      ...findings,
      ...names.findings,
      ...droppedWord(properties, 'use', COASTLINE_USES),
      ...droppedWord(properties, 'grade', PROTECTION_GRADES),
    ],
    value: {
      id: reading.id,
      ...(shoreClass !== undefined && { class: shoreClass }),
      ...(use !== undefined && { use }),
      realm: realm ?? 'mainland',
      confidence: confidence ?? 'low',
      ...(grade !== undefined && { grade }),
      name: { zh: names.zh, en: names.en },
      ...(positionSource !== undefined && { positionSource }),
      ...(positionSourceZh !== undefined && { positionSourceZh }),
      ...(classSource !== undefined && { classSource }),
      ...(classSourceZh !== undefined && { classSourceZh }),
      geometry,
    },
  };
}
