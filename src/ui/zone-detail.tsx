import type { JSX } from 'preact';
import type { ZoneSummary } from '../domain/audit.ts';
import type { CoastlineSegment } from '../domain/coastline.ts';
import type { Theme } from '../domain/symbology.ts';
import type { Zone } from '../domain/zone.ts';
import { Fact } from './fact.tsx';
import { formatLength } from './format.ts';
import { MeasureRows } from './measure-rows.tsx';
import { IllustrationNotice } from './notice.tsx';
import { RatioGauge } from './ratio-gauge.tsx';
import { ConfidenceDots } from './segment-detail.tsx';
import { CoastlineSign } from './symbol.tsx';
import { useWords } from './words.tsx';

/** What a protection zone shows and tells. */
export type ZoneDetailProps = {
  readonly zone: Zone;
  readonly summary: ZoneSummary | undefined;
  readonly segments: readonly CoastlineSegment[];
  readonly isSurveyed: boolean;
  readonly theme: Theme;
  readonly onSelect: (id: string) => void;
  readonly onHover: (id: string | undefined) => void;
};

/** A protection zone: its ratio, its area on both earth models, and the stretches behind it. */
export function ZoneDetail({ zone, summary, segments, isSurveyed, theme, onSelect, onHover }: ZoneDetailProps): JSX.Element {
  const { t, language } = useWords();
  if (summary === undefined) return <p role="status">{t('auditRunning')}</p>;
  return (
    <>
      <RatioGauge summary={summary} theme={theme} />
      {!isSurveyed && <IllustrationNotice />}
      <dl class="facts">
        {zone.grade !== undefined && <Fact label={t('grade')}>{t(`grade_${zone.grade}`)}</Fact>}
        <MeasureRows
          quantity="length"
          ellipsoid={summary.totalM / 1000}
          turf={summary.turf.totalM / 1000}
          published={undefined}
        />
        <MeasureRows
          quantity="area"
          ellipsoid={summary.areaM2 && summary.areaM2 / 1e6}
          turf={summary.turf.areaM2 && summary.turf.areaM2 / 1e6}
          published={undefined}
        />
        {zone.positionSource !== undefined && <Fact label={t('positionSource')}>{zone.positionSource}</Fact>}
      </dl>
      <h3>{t('segmentsInZone')}</h3>
      <ul class="evidence">
        {summary.pieces.map(({ segmentId, lengthM }, index) => {
          const segment = segments.find(({ id }) => id === segmentId);
          return (
            segment !== undefined && (
              <li key={`${segmentId}-${index}`}>
                <button
                  type="button"
                  class="evidence-row"
                  onClick={() => onSelect(segmentId)}
                  onMouseEnter={() => onHover(segmentId)}
                  onMouseLeave={() => onHover(undefined)}
                >
                  <CoastlineSign of={segment.class} theme={theme} />
                  <span>{language === 'zh' ? segment.nameZh : segment.nameEn}</span>
                  <span class="evidence-row__length">{formatLength(lengthM, language, 2)}</span>
                  <ConfidenceDots confidence={segment.confidence} />
                </button>
              </li>
            )
          );
        })}
      </ul>
    </>
  );
}
