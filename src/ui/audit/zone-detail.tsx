import type { JSX } from 'preact';
import type { ZoneSummary } from '../../domain/audit/audit.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { CoastStatus } from '../../domain/coast-status.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { GRADE_SYMBOLS, type Theme } from '../../domain/symbology.ts';
import type { Zone } from '../../domain/zone.ts';
import { CoastNotice } from '../controls/coast-notice.tsx';
import { Fact } from '../controls/fact.tsx';
import { MeasuredRows } from '../controls/measured-rows.tsx';
import { formatTarget } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { ProvisionalNotice } from './provisional-notice.tsx';
import { RatioGauge } from './ratio-gauge.tsx';
import { signedLength } from './verdict.tsx';

/** Props of a protection zone's detail. */
export type ZoneDetailProps = {
  readonly zone: Zone;
  readonly summary: ZoneSummary | undefined;
  /** The audit that the summary is from. */
  readonly audited: AuditAnswer | undefined;
  readonly segments: readonly CoastlineSegment[];
  readonly coastStatus: CoastStatus;
  readonly hoveredId: string | undefined;
  readonly theme: Theme;
  readonly onSelect: (id: string) => void;
  readonly onHover: (id: string | undefined) => void;
};

/** A protection zone: its ratio, its area on both earth models, and the stretches behind it. */
export function ZoneDetail({
  zone,
  summary,
  audited,
  segments,
  coastStatus,
  hoveredId,
  theme,
  onSelect,
  onHover,
}: ZoneDetailProps): JSX.Element {
  const { t, pick, inOwnWords, language } = useI18n();
  if (summary === undefined) return <p role="status">{t('auditRunning')}</p>;
  const whole = audited?.audit.overall;
  return (
    <>
      <RatioGauge summary={summary} theme={theme} />
      {!summary.hasOwnTarget && whole?.headroomM !== undefined && (
        <p class="quiet">
          {t('headroomWhole', {
            length: signedLength(whole.headroomM, language),
            target: formatTarget(whole.target, language),
          })}
        </p>
      )}
      {audited !== undefined && <ProvisionalNotice answer={audited} />}
      <CoastNotice status={coastStatus} />
      <dl class="facts">
        {zone.grade !== undefined && (
          <Fact label={t('grade')}>{pick(GRADE_SYMBOLS[zone.grade].label)}</Fact>
        )}
        <MeasuredRows
          quantity="length"
          ellipsoid={summary.totalM / 1000}
          turf={summary.turf.totalM / 1000}
          published={undefined}
        />
        <MeasuredRows
          quantity="area"
          ellipsoid={summary.areaM2 && summary.areaM2 / 1e6}
          turf={summary.turf.areaM2 && summary.turf.areaM2 / 1e6}
          published={undefined}
        />
        {zone.positionSource !== undefined && (
          <Fact label={t('positionSource')}>
            {inOwnWords(zone.positionSource, zone.positionSourceZh)}
          </Fact>
        )}
      </dl>
      <h3>{t('segmentsInZone')}</h3>
      <EvidenceList
        pieces={summary.pieces}
        segments={segments}
        highlight={{ selectedId: undefined, hoveredId }}
        theme={theme}
        actions={{ select: onSelect, hover: onHover }}
      />
    </>
  );
}
