import type { JSX } from 'preact';
import type { BandPart } from '../../domain/audit/audit.ts';
import { decimalsSeen, formatNumber } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** The uncertainties of the ratio, each in percentage points. */
export function BandParts({ parts }: { readonly parts: readonly BandPart[] }): JSX.Element {
  const { t, language } = useI18n();
  const formatShift = (shift: number): string =>
    `${shift > 0 ? '+' : ''}${formatNumber(shift * 100, decimalsSeen(shift * 100, 1), language)}`;
  return (
    <dl class="facts facts--figures">
      {parts.map(({ kind, low, high }) => (
        <div key={kind}>
          <dt>{t(`bandPart_${kind}`)}</dt>
          <dd>{t('pointsBetween', { low: formatShift(low), high: formatShift(high) })}</dd>
        </div>
      ))}
    </dl>
  );
}
