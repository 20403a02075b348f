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
import { articlesOf, droppedArticles } from '../projects/articles.ts';
import { getOwn, numberOf, wordOf } from '../record.ts';

/** Reads one protection zone. A target outside 0–1 is left out, with a warning. */
export function parseZone(feature: RawFeature): ParsedFeature<Zone> {
  const { properties, geometry } = feature;
  const reading = usableId(feature);
  if (reading.id === undefined) return reading;
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') {
    return {
      findings: [
        {
          code: 'zone-not-an-area',
          kind: 'logical-consistency',
          severity: 'error',
          path: ['geometry'],
          message: {
            zh: `保护区段应为面，实为 ${geometry?.type ?? 'null'}。`,
            en: `a protection zone must be a polygon, not ${geometry?.type ?? 'null'}.`,
          },
          cure: { zh: '改为 Polygon 或 MultiPolygon。', en: 'Make it a Polygon or MultiPolygon.' },
        },
      ],
    };
  }
  const names = namesOf(properties, reading.id);
  const target = numberOf(properties, 'target');
  const isTargetUsable = target !== undefined && target >= 0 && target <= 1;
  const grade = wordOf(properties, 'grade', PROTECTION_GRADES);
  const [positionSource, positionSourceZh] = sourceOf(properties, 'position_source');
  return {
    findings: [
      ...names.findings,
      ...droppedWord(properties, 'grade', PROTECTION_GRADES),
      ...droppedArticles(properties),
      ...((getOwn(properties, 'target') ?? null) !== null && !isTargetUsable
        ? [targetFault(getOwn(properties, 'target'))]
        : []),
    ],
    value: {
      id: reading.id,
      name: { zh: names.zh, en: names.en },
      ...(isTargetUsable && { target }),
      ...(grade !== undefined && { grade }),
      articles: articlesOf(properties),
      ...(positionSource !== undefined && { positionSource }),
      ...(positionSourceZh !== undefined && { positionSourceZh }),
      geometry,
    },
  };
}

function targetFault(found: unknown): Finding {
  return {
    code: 'target-out-of-range',
    kind: 'thematic-accuracy',
    severity: 'warning',
    path: ['properties', 'target'],
    message: {
      zh: `目标值 ${formatValue(found)} 不在 0 到 1 之间，改用总目标。`,
      en: `its target ${formatValue(found)} is not between 0 and 1; the overall target applies.`,
    },
    cure: { zh: '写成比例，例如 0.35。', en: 'Write a share such as 0.35.' },
  };
}
