import type { Reclassification } from '../../domain/audit/reclassification.ts';
import type { CoastStatus } from '../../domain/coast-status.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { statementsOf } from '../../domain/stated-in-words.ts';
import { type CarriedReason, reasonsMember } from './carried-reasons.ts';

/**
 * Returns a coastline as GeoJSON text (RFC 7946), one feature per line, readable by `parseSegment`. The
 * change log is included as a foreign member (RFC 7946 §6.1), so that the file is not mistaken for the
 * source.
 */
export function writeCoastline(
  segments: readonly CoastlineSegment[],
  {
    coastStatus,
    log,
    reasons = [],
  }: {
    readonly coastStatus: CoastStatus;
    readonly log: readonly Reclassification[];
    /** Why figures of the coast are provisional; those that only its origin tells go along. */
    readonly reasons?: readonly CarriedReason[];
  },
): string {
  const features = segments.map((segment) => JSON.stringify(toFeature(segment)));
  const head = {
    type: 'FeatureCollection',
    ...statusMembers(coastStatus),
    ...reasonsMember(reasons),
    changes: log,
  };
  return `${JSON.stringify(head).slice(0, -1)},"features":[\n${features.join(',\n')}\n]}\n`;
}

/** The members of a coastline file that state a survey, as `surveyedStatus` reads them. */
function statusMembers(status: CoastStatus): object {
  const statements = statementsOf(status);
  const [only, ...others] = statements;
  return {
    surveyed: status.kind !== 'illustration',
    ...(only !== undefined && { statement: others.length === 0 ? only : statements }),
  };
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
