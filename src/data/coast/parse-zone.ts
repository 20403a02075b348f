import { PROTECTION_GRADES } from '../../domain/coastline.ts';
import type { Zone } from '../../domain/zone.ts';
import type { Finding } from '../finding.ts';
import { formatValue } from '../format-value.ts';
import {
  droppedWord,
  namesOf,
  type ParsedFeature,
  sourceOf,
  usableId,
} from '../geojson/parse-feature.ts';
import type { RawFeature } from '../geojson/parse-feature-collection.ts';
import { articlesOf, droppedArticles, LAST_ARTICLE } from '../projects/articles.ts';
import { getOwn, numberOf, wordOf } from '../record.ts';

/**
 * Reads one protection zone. An unreadable target is left out and marks the zone: the overall target was
 * not what was meant, so the zone's figures are provisional.
 */
export function parseZone(feature: RawFeature, lastArticle = LAST_ARTICLE): ParsedFeature<Zone> {
  const { properties, geometry } = feature;
  const reading = usableId(feature);
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon')
    return { findings: [...reading.findings, notAnArea(geometry?.type ?? 'null')] };
  if (reading.id === undefined) return reading;
  const names = namesOf(properties, reading.id);
  const given = getOwn(properties, 'target') ?? undefined;
  const target = numberOf(properties, 'target');
  const isTargetUsable = target !== undefined && target >= 0 && target <= 1;
  const grade = wordOf(properties, 'grade', PROTECTION_GRADES);
  const [positionSource, positionSourceZh] = sourceOf(properties, 'position_source');
  return {
    findings: [
      ...names.findings,
      ...droppedWord(properties, 'grade', PROTECTION_GRADES),
      ...droppedArticles(properties, lastArticle),
      ...(given !== undefined && !isTargetUsable ? [targetFault(given)] : []),
    ],
    value: {
      id: reading.id,
      name: { zh: names.zh, en: names.en },
      ...(isTargetUsable && { target }),
      ...(given !== undefined && !isTargetUsable && { isTargetUnreadable: true }),
      ...(grade !== undefined && { grade }),
      articles: articlesOf(properties, lastArticle),
      ...(positionSource !== undefined && { positionSource }),
      ...(positionSourceZh !== undefined && { positionSourceZh }),
      geometry,
    },
  };
}

function notAnArea(type: string): Finding {
  return {
    code: 'zone-not-an-area',
    kind: 'logical-consistency',
    severity: 'error',
    path: ['geometry'],
    message: {
      zh: `保护区段应为面，实为 ${type}。`,
      en: `a protection zone must be a polygon, not ${type}.`,
    },
    cure: { zh: '改为 Polygon 或 MultiPolygon。', en: 'Make it a Polygon or MultiPolygon.' },
  };
}

function targetFault(found: unknown): Finding {
  const isNumber = typeof found === 'number';
  const value = formatValue(found);
  const what = isNumber
    ? { zh: '不在 0 到 1 之间', en: 'is not between 0 and 1' }
    : { zh: '不是数字', en: 'is no number' };
  return {
    code: 'target-out-of-range',
    kind: 'thematic-accuracy',
    severity: 'warning',
    path: ['properties', 'target'],
    message: {
      zh: `该区段自定的目标 ${value} ${what.zh}，暂按总目标判定，结果为暂定。`,
      en: `its own target ${value} ${what.en}; it is judged by the overall target, and its figures are provisional.`,
    },
    cure: {
      zh: '写成比例，例如 0.35；不另设目标则删去。',
      en: 'Write a share such as 0.35, or remove it where the overall target is meant.',
    },
  };
}
