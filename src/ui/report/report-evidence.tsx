import type { JSX } from 'preact';
import type { ZoneSummary } from '../../domain/audit/audit.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { Reclassification } from '../../domain/audit/reclassification.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { COASTLINE_SYMBOLS } from '../../domain/symbology.ts';
import { formatNumber, formatPercent, UNITS } from '../format.ts';
import { formatMoment } from '../format-date.ts';
import { type I18n, useI18n } from '../i18n.tsx';

/** The changes of classes since the data were loaded, with the ratio before and after each. */
export function ReportChanges({
  log,
  answer,
  segments,
}: {
  readonly log: readonly Reclassification[];
  readonly answer: AuditAnswer;
  readonly segments: readonly CoastlineSegment[];
}): JSX.Element {
  const { t, pick, language } = useI18n();
  const percent = (ratio: number | undefined): string =>
    ratio === undefined ? '–' : formatPercent(ratio, 2, language);
  return (
    <>
      <h2>{t('changesTitle')}</h2>
      <ol>
        {log.map(({ segmentIds, class: shoreClass, use, confidence, reason, date }, index) => (
          <li key={`${date}-${index}`}>
            {segmentIds.map((id) => segmentName(segments, id, pick)).join(', ')} →{' '}
            {shoreClass !== undefined && COASTLINE_SYMBOLS[shoreClass].label[language]}{' '}
            {use !== undefined && `· ${t(`use_${use}`)} `}
            {confidence !== undefined &&
              t('confidenceIs', { confidence: t(`confidence_${confidence}`) })}{' '}
            ({reason}; {formatMoment(date, language)}): {percent(answer.logRatios[index]?.before)} →{' '}
            {percent(answer.logRatios[index]?.after)}
          </li>
        ))}
      </ol>
    </>
  );
}

/** The stretches behind one zone's figures; nothing for a zone without coast. */
export function ZoneEvidence({
  summary,
  name,
  segments,
}: {
  readonly summary: ZoneSummary;
  readonly name: string;
  readonly segments: readonly CoastlineSegment[];
}): JSX.Element | null {
  const { t, pick, language } = useI18n();
  if (summary.pieces.length === 0) return null;
  return (
    <table class="report__table">
      <caption>{name}</caption>
      <thead>
        <tr>
          <th scope="col">{t('coastlineSegment')}</th>
          <th scope="col">{t('class')}</th>
          <th scope="col">{t('use')}</th>
          <th scope="col">{t('confidence')}</th>
          <th scope="col">{UNITS.metre[language]}</th>
        </tr>
      </thead>
      <tbody>
        {summary.pieces.map(({ segmentId, lengthM }, index) => {
          const segment = segments.find(({ id }) => id === segmentId);
          if (segment === undefined) return null;
          const shoreClass = segment.class;
          return (
            <tr key={`${segmentId}-${index}`}>
              <th scope="row">{segmentName(segments, segmentId, pick)}</th>
              <td>
                {shoreClass === undefined
                  ? t('unclassified')
                  : COASTLINE_SYMBOLS[shoreClass].label[language]}
              </td>
              <td>{segment.use === undefined ? '' : t(`use_${segment.use}`)}</td>
              <td>{t(`confidence_${segment.confidence}`)}</td>
              <td>{formatNumber(lengthM, 1, language)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function segmentName(
  segments: readonly CoastlineSegment[],
  id: string,
  pick: I18n['pick'],
): string {
  const segment = segments.find((candidate) => candidate.id === id);
  return segment === undefined ? id : pick(segment.name);
}
