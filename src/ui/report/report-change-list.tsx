import type { JSX } from 'preact';
import { DRAWN_REASONS, REASON_LABELS } from '../../domain/coast-change/change-symbols.ts';
import type { LargestChange } from '../../domain/coast-change/largest-changes.ts';
import type { Confidence } from '../../domain/coastline.ts';
import type { ChangeResult } from '../coast-change/change-result.ts';
import { ChangeSwatch } from '../coast-change/change-swatch.tsx';
import { metresText, pointsText } from '../coast-change/change-words.ts';
import { stretchClasses, stretchPlace, stretchZones } from '../coast-change/stretch-words.ts';
import { UNITS } from '../format.ts';
import { useI18n } from '../i18n.tsx';

const CONFIDENCES: readonly Confidence[] = ['low', 'medium', 'high'];

/** The longest changed stretches with their numbers on the map: place, kind, lengths, and how sure they are. */
export function ReportChangeList({
  result,
  listed,
}: {
  readonly result: ChangeResult;
  readonly listed: readonly LargestChange[];
}): JSX.Element {
  const words = useI18n();
  const { t, pick, language } = words;
  const unit = <span class="report__unit">{UNITS.metre[language]}</span>;
  return (
    <table class="report__table report__table--changes">
      <caption class="visually-hidden">{t('reportChangeLongest')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('reportChangeNumber')}</th>
          <th scope="col">{t('printStretch')}</th>
          <th scope="col">{t('coastChangeReason')}</th>
          <th scope="col">
            {t('coastChangeBefore')} {unit}
          </th>
          <th scope="col">
            {t('coastChangeAfter')} {unit}
          </th>
          <th scope="col">{t('coastChangePointsHead')}</th>
          <th scope="col">{t('confidence')}</th>
        </tr>
      </thead>
      <tbody>
        {listed.map(({ index, stretch, reason, ratio }, at) => {
          const drawn = DRAWN_REASONS.find((one) => one === reason);
          return (
            <tr key={index}>
              <th scope="row">{at + 1}</th>
              <td>
                <b>{stretchPlace(stretch, result, words)}</b>
                <span>{stretchZones(stretch, result, words)}</span>
              </td>
              <td>
                {drawn !== undefined && <ChangeSwatch of={drawn} theme="light" />}{' '}
                {pick(REASON_LABELS[reason])}
                <span>{stretchClasses(stretch, words)}</span>
              </td>
              <td>{metresText(stretch.before?.lengthM ?? 0, language)}</td>
              <td>{metresText(stretch.after?.lengthM ?? 0, language)}</td>
              <td>{pointsText(ratio, language)}</td>
              <td>
                {t(`confidence_${leastConfidence(stretch, result)}`)}
                {stretch.isBorder && <span>{t('coastChangeBorderRow')}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** How sure the class of a stretch is: the lower of its two surveys. */
function leastConfidence(
  { before, after }: LargestChange['stretch'],
  { sides }: Pick<ChangeResult, 'sides'>,
): Confidence {
  const stated = [
    sides.before.segments.find(({ id }) => id === before?.segmentId)?.confidence,
    sides.after.segments.find(({ id }) => id === after?.segmentId)?.confidence,
  ];
  return CONFIDENCES.find((one) => stated.includes(one)) ?? 'low';
}
