import type { JSX } from 'preact';
import type { PublishedMeasure } from '../../domain/project.ts';
import { decimalsApart, formatNumber, formatPlain, UNITS, withUnit } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { Fact } from './fact.tsx';

/** One quantity: measured on both earth models, and published beside it where a source has it. */
export type MeasuredRowsProps = {
  readonly quantity: 'length' | 'area';
  /** Kilometres or square kilometres, on the ellipsoid. */
  readonly ellipsoid: number | undefined;
  /** The same with Turf. */
  readonly turf: number | undefined;
  readonly published: PublishedMeasure | undefined;
};

/** Measured beside published, never one instead of the other. */
export function MeasuredRows({
  quantity,
  ellipsoid,
  turf,
  published,
}: MeasuredRowsProps): JSX.Element {
  const { t, language } = useI18n();
  const isLength = quantity === 'length';
  const unit = isLength ? UNITS.kilometre[language] : UNITS.squareKilometre[language];
  return (
    <>
      {ellipsoid !== undefined && turf !== undefined && (
        <Fact label={t(isLength ? 'measuredLength' : 'measuredArea')}>
          <MeasuredPair ellipsoid={ellipsoid} turf={turf} unit={unit} />
        </Fact>
      )}
      {published !== undefined && (
        <Fact label={t(isLength ? 'publishedLength' : 'publishedArea')}>
          <b>{withUnit(formatPlain(published.value, language), unit)}</b>
          {published.source !== undefined && <small class="quiet"> {published.source}</small>}
        </Fact>
      )}
    </>
  );
}

function MeasuredPair({
  ellipsoid,
  turf,
  unit,
}: {
  readonly ellipsoid: number;
  readonly turf: number;
  readonly unit: string;
}): JSX.Element {
  const { t, language } = useI18n();
  const decimals = decimalsApart(ellipsoid, turf, 2);
  return (
    <>
      <b>{withUnit(formatNumber(ellipsoid, decimals, language), unit)}</b>{' '}
      <small class="quiet">
        {t('ellipsoid')} · {withUnit(formatNumber(turf, decimals, language), unit)} {t('turf')}
      </small>
    </>
  );
}
