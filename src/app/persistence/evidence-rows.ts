import { type CsvCell, guardNotice } from '../../data/csv-text.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import {
  type Provenance,
  provenanceNotes,
  versionsInWords,
} from '../../domain/audit/provenance.ts';
import type { CoastStatus } from '../../domain/coast-status.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { Position } from '../../domain/geometry.ts';
import type { Zone } from '../../domain/zone.ts';
import { coastNoticeText } from '../../ui/controls/coast-notice-text.ts';
import { isoLocal } from '../../ui/format-date.ts';
import type { I18n } from '../../ui/i18n.tsx';

/**
 * The evidence of an audit as a table: a head, then one row per stretch inside a zone, then what the
 * coverage proof found outside every zone. Lengths in metres on the CGCS2000 ellipsoid, both ends of each
 * stretch in degrees. Where a class was changed, the class in the data and the day and reason of the last
 * change stand beside it. What the figures rest on and the notice are the last column, so that the first
 * row stays the head.
 */
export function evidenceRows({
  answer,
  zones,
  segments,
  coastStatus,
  provenance,
  words,
}: {
  readonly answer: AuditAnswer;
  readonly zones: readonly Pick<Zone, 'id' | 'name'>[];
  readonly segments: readonly CoastlineSegment[];
  readonly coastStatus: CoastStatus;
  readonly provenance: Provenance;
  readonly words: I18n;
}): readonly (readonly CsvCell[])[] {
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const zoneById = new Map(zones.map((zone) => [zone.id, zone]));
  const judgedById = new Map(answer.judged.map((judged) => [judged.segmentId, judged]));
  const row = (
    zoneId: string,
    segmentId: string,
    { lengthM, line }: Stretch,
  ): readonly CsvCell[] => {
    const [zone, segment, judged] = [
      zoneById.get(zoneId),
      byId.get(segmentId),
      judgedById.get(segmentId),
    ];
    const change = judged && answer.log.findLast((entry) => entry.segmentIds.includes(segmentId));
    const [from, to] = [line[0], line.at(-1)];
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
      judged === undefined ? segment?.class : judged.before?.class,
      judged === undefined ? segment?.confidence : judged.before?.confidence,
      change && isoLocal(change.date),
      change?.reason,
      from?.[0],
      from?.[1],
      to?.[0],
      to?.[1],
    ];
  };
  const { zones: summaries, coverage } = answer.audit;
  const rows = [
    ...summaries.flatMap(({ id, pieces }) =>
      pieces.map((piece) => row(id, piece.segmentId, piece)),
    ),
    ...coverage.faults
      .filter(({ kind }) => kind === 'outside')
      .map((fault) => row('', fault.segmentIds[0] ?? '', fault)),
  ];
  const guard = guardNotice(rows);
  const notices = [
    ...[coastNoticeText(coastStatus, words) ?? []].flat(),
    // Each changed stretch has its own columns: here they are only counted.
    ...provenanceNotes(provenance, { most: 0 }).map(words.pick),
    words.pick(versionsInWords(provenance)),
    ...(guard === undefined ? [] : [words.pick(guard)]),
  ];
  const notice = notices.filter((part) => part !== '').join(' ') || undefined;
  return [COLUMNS, ...rows.map((cells) => [...cells, notice])];
}

type Stretch = { readonly lengthM: number; readonly line: readonly Position[] };

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
  'class_in_data',
  'confidence_in_data',
  'changed_on',
  'change_reason',
  'from_longitude',
  'from_latitude',
  'to_longitude',
  'to_latitude',
  'notice',
] as const;
