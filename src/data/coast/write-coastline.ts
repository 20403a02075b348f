import type { Reclassification } from '../../domain/audit/reclassification.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';

/**
 * Returns a coastline as GeoJSON text (RFC 7946), one feature per line, readable by `parseSegment`. The
 * change log is included as a foreign member (RFC 7946 §6.1), so that the file is not mistaken for the
 * source.
 */
export function writeCoastline(
  segments: readonly CoastlineSegment[],
  { isSurveyed, log }: { readonly isSurveyed: boolean; readonly log: readonly Reclassification[] },
): string {
  const features = segments.map((segment) => JSON.stringify(toFeature(segment)));
  const head = `{"type":"FeatureCollection","surveyed":${isSurveyed},"changes":${JSON.stringify(log)},"features":[`;
  return `${head}\n${features.join(',\n')}\n]}\n`;
}

function toFeature(segment: CoastlineSegment): object {
  const { id, realm, confidence, use, grade, name, positionSource, classSource } = segment;
  return {
    type: 'Feature',
    id,
    // Absent values are left out of the text, as in the file that was read.
    properties: {
      id,
      class: segment.class,
      use,
      realm,
      confidence,
      grade,
      name_zh: name.zh,
      name_en: name.en,
      position_source: positionSource,
      position_source_zh: segment.positionSourceZh,
      class_source: classSource,
      class_source_zh: segment.classSourceZh,
    },
    geometry: segment.geometry,
  };
}
