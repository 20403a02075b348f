import type { CsvCell } from '../../data/csv-text.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { Zone } from '../../domain/zone.ts';
import type { I18n } from '../../ui/i18n.tsx';

/**
 * The evidence of an audit as a table: a head, then one row per stretch inside a zone, then what the
 * coverage proof found outside every zone. Lengths in metres on the CGCS2000 ellipsoid.
 */
export function evidenceRows({
  answer,
  zones,
  segments,
  isSurveyed,
  words,
}: {
  readonly answer: AuditAnswer;
  readonly zones: readonly Zone[];
  readonly segments: readonly CoastlineSegment[];
  readonly isSurveyed: boolean;
  readonly words: I18n;
}): readonly (readonly CsvCell[])[] {
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const zoneById = new Map(zones.map((zone) => [zone.id, zone]));
  const row = (zoneId: string, segmentId: string, lengthM: number): readonly CsvCell[] => {
    const [zone, segment] = [zoneById.get(zoneId), byId.get(segmentId)];
    return [
      zoneId,
      zone?.name.zh,
      zone?.name.en,
      segmentId,
      segment?.name.zh,
      segment?.name.en,
      segment?.class,
      segment?.use,
      segment?.realm,
      segment?.confidence,
      lengthM,
      segment?.classSource,
      segment?.positionSource,
    ];
  };
  const { zones: summaries, coverage } = answer.audit;
  return [
    ...(isSurveyed ? [] : [[words.t('illustration')]]),
    COLUMNS,
    ...summaries.flatMap(({ id, pieces }) =>
      pieces.map(({ segmentId, lengthM }) => row(id, segmentId, lengthM)),
    ),
    ...coverage.faults
      .filter(({ kind }) => kind === 'outside')
      .map(({ segmentIds, lengthM }) => row('', segmentIds[0] ?? '', lengthM)),
  ];
}

const COLUMNS = [
  'zone_id',
  'zone_zh',
  'zone_en',
  'segment_id',
  'segment_zh',
  'segment_en',
  'class',
  'use',
  'realm',
  'confidence',
  'length_m',
  'class_source',
  'position_source',
] as const;
