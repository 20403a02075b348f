import {
  COASTLINE_CLASSES,
  COASTLINE_USES,
  CONFIDENCES,
  type CoastlineSegment,
  PROTECTION_GRADES,
  REALMS,
} from '../../domain/coastline.ts';
import type { Finding } from '../finding.ts';
import {
  droppedWord,
  namesOf,
  type ParsedFeature,
  sourceOf,
  unknownWord,
  usableId,
} from '../geojson/parse-feature.ts';
import type { RawFeature } from '../geojson/parse-feature-collection.ts';
import { getOwn, givenOf, type JsonRecord, wordOf } from '../record.ts';

/**
 * Reads one coastline segment. An unknown class or realm sets it aside, because it might be counted
 * wrongly. A missing class makes it unclassified, a missing realm makes it mainland, each with a note; an
 * empty text is an unknown word, because either could be meant. Every error is reported, not only the
 * first.
 */
export function parseSegment(feature: RawFeature): ParsedFeature<CoastlineSegment> {
  const { properties, geometry } = feature;
  const reading = usableId(feature);
  const isLine = geometry?.type === 'LineString' || geometry?.type === 'MultiLineString';
  const [shoreClass, realm] = [
    wordOf(properties, 'class', COASTLINE_CLASSES),
    wordOf(properties, 'realm', REALMS),
  ];
  const errors: readonly Finding[] = [
    ...reading.findings,
    ...(isLine ? [] : [notALine(geometry?.type ?? 'null')]),
    ...wrongWord(properties, 'class', COASTLINE_CLASSES),
    ...wrongWord(properties, 'realm', REALMS),
  ];
  if (errors.length > 0 || reading.id === undefined || !isLine) return { findings: errors };
  const findings: Finding[] = [];
  const confidence = wordOf(properties, 'confidence', CONFIDENCES);
  if (realm === undefined)
    findings.push(unknownWord('realm', givenOf(properties, 'realm'), REALMS, 'note', 'mainland'));
  if (confidence === undefined) {
    findings.push(
      unknownWord('confidence', givenOf(properties, 'confidence'), CONFIDENCES, 'note', 'low'),
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

/** An issue for a value that is given but is not one of the allowed words. */
function wrongWord(
  properties: JsonRecord,
  name: string,
  allowed: readonly string[],
): readonly Finding[] {
  const found = getOwn(properties, name) ?? undefined;
  return found === undefined || allowed.some((word) => word === found)
    ? []
    : [unknownWord(name, found, allowed, 'error')];
}

function notALine(type: string): Finding {
  return {
    code: 'segment-not-a-line',
    kind: 'logical-consistency',
    severity: 'error',
    path: ['geometry'],
    message: {
      zh: `岸线段应为线，实为 ${type}。`,
      en: `a coastline segment must be a line, not ${type}.`,
    },
    cure: {
      zh: '改为 LineString 或 MultiLineString。',
      en: 'Make it a LineString or MultiLineString.',
    },
  };
}
