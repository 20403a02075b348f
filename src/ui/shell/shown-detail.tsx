import type { JSX } from 'preact';
import type { Measurement } from '../../domain/geodesy.ts';
import { measuredQuantity } from '../../domain/measured-quantity.ts';
import { ownAttributes } from '../../domain/shown-attributes.ts';
import type { ShownFeature } from '../../domain/shown-feature.ts';
import { Fact } from '../controls/fact.tsx';
import { MeasuredRows } from '../controls/measured-rows.tsx';
import { useI18n } from '../i18n.tsx';

/** A feature that is only shown: its size, and what its file says of it, field by field. */
export function ShownDetail({
  shown,
  measurement,
}: {
  readonly shown: ShownFeature;
  readonly measurement: Measurement | undefined;
}): JSX.Element {
  const { t } = useI18n();
  const kind = measuredQuantity(shown.geometry);
  const attributes = ownAttributes(shown);
  return (
    <>
      <dl class="facts">
        {kind !== undefined && measurement !== undefined && (
          <MeasuredRows
            quantity={kind}
            {...inKilometres(measurement, kind)}
            published={undefined}
          />
        )}
        {attributes.map(([field, value]) => (
          <Fact key={field} label={field}>
            {typeof value === 'object' ? JSON.stringify(value) : String(value)}
          </Fact>
        ))}
      </dl>
      {attributes.length === 0 && <p class="quiet">{t('shownNoAttributes')}</p>}
      <p class="quiet">{t('shownCountsNowhere')}</p>
    </>
  );
}

function inKilometres(
  { lengthM, areaM2 }: Measurement,
  kind: 'length' | 'area',
): { readonly ellipsoid: number; readonly turf: number } {
  return kind === 'length'
    ? { ellipsoid: lengthM.ellipsoid / 1000, turf: lengthM.sphere / 1000 }
    : { ellipsoid: areaM2.ellipsoid / 1e6, turf: areaM2.sphere / 1e6 };
}
