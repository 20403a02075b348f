import type { JSX } from 'preact';
import type { CoastStatus } from '../../domain/coast-status.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { Measurement } from '../../domain/geodesy.ts';
import { COASTLINE_SYMBOLS, GRADE_SYMBOLS, type Theme } from '../../domain/symbology.ts';
import { CoastNotice } from '../controls/coast-notice.tsx';
import { Fact } from '../controls/fact.tsx';
import { MeasuredRows } from '../controls/measured-rows.tsx';
import { useI18n } from '../i18n.tsx';
import { CoastlineSwatch } from '../legend/symbols.tsx';
import { type Judgement, ReclassifyForm } from './reclassify-form.tsx';

/** Props of a stretch's detail. */
export type SegmentDetailProps = {
  readonly segment: CoastlineSegment;
  readonly measurement: Measurement | undefined;
  readonly coastStatus: CoastStatus;
  readonly theme: Theme;
  /** Undefined where classes cannot be changed. */
  readonly onReclassify: ((judgement: Judgement) => void) | undefined;
};

/** A stretch of coastline: class, use, length and confidence. */
export function SegmentDetail({
  segment,
  measurement,
  coastStatus,
  theme,
  onReclassify,
}: SegmentDetailProps): JSX.Element {
  const { t, pick, inOwnWords } = useI18n();
  return (
    <>
      <dl class="facts">
        <Fact label={t('class')}>
          <CoastlineSwatch of={segment.class} theme={theme} />{' '}
          {segment.class === undefined
            ? t('unclassified')
            : pick(COASTLINE_SYMBOLS[segment.class].label)}
        </Fact>
        {segment.use !== undefined && <Fact label={t('use')}>{t(`use_${segment.use}`)}</Fact>}
        <MeasuredRows
          quantity="length"
          ellipsoid={measurement && measurement.lengthM.ellipsoid / 1000}
          turf={measurement && measurement.lengthM.sphere / 1000}
          published={undefined}
        />
        <Fact label={t('confidence')}>
          <ConfidenceDots confidence={segment.confidence} />
        </Fact>
        <Fact label={t('realm')}>{t(`realm_${segment.realm}`)}</Fact>
        {segment.grade !== undefined && (
          <Fact label={t('grade')}>
            {pick(GRADE_SYMBOLS[segment.grade].label)}{' '}
            <small class="quiet">{t('gradeOfStretchNote')}</small>
          </Fact>
        )}
        {segment.classSource !== undefined && (
          <Fact label={t('classSource')}>
            {inOwnWords(segment.classSource, segment.classSourceZh)}
          </Fact>
        )}
        {segment.positionSource !== undefined && (
          <Fact label={t('positionSource')}>
            {inOwnWords(segment.positionSource, segment.positionSourceZh)}
          </Fact>
        )}
      </dl>
      <CoastNotice status={coastStatus} />
      {onReclassify !== undefined && (
        <>
          <h3>{t('reclassify')}</h3>
          <ReclassifyForm segments={[segment]} onReclassify={onReclassify} />
        </>
      )}
    </>
  );
}

const DOTS = { high: '●●●', medium: '●●○', low: '●○○' } as const;

/** Confidence as three dots and in words. */
export function ConfidenceDots({ confidence }: Pick<CoastlineSegment, 'confidence'>): JSX.Element {
  const { t } = useI18n();
  return (
    <span class="confidence">
      <span aria-hidden="true">{DOTS[confidence]}</span> {t(`confidence_${confidence}`)}
    </span>
  );
}
