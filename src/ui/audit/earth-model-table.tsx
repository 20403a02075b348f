import type { JSX } from 'preact';
import type { CoastPiece, CoastSummary } from '../../domain/audit/audit.ts';
import { decimalsApart, decimalsSeen, formatNumber, formatPercent, UNITS } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { earthModelNote } from './earth-model-note.ts';

/** Every figure measured twice: on the ellipsoid and with Turf, with enough decimals to differ. */
export function EarthModelTable({
  summary,
  pieces,
}: {
  readonly summary: CoastSummary;
  /** The audited coast. */
  readonly pieces: readonly CoastPiece[];
}): JSX.Element {
  const words = useI18n();
  const { t, language } = words;
  const { turf } = summary;
  const kilometres = UNITS.kilometre[language];
  const percent = (share: number): string =>
    formatPercent(share, decimalsSeen(share * 100, 3), language);
  const rows = [
    {
      label: `${t('natural')} ${kilometres}`,
      one: summary.naturalM / 1000,
      other: turf.naturalM / 1000,
    },
    {
      label: `${t('restored')} ${kilometres}`,
      one: summary.restoredM / 1000,
      other: turf.restoredM / 1000,
    },
    { label: `${t('total')} ${kilometres}`, one: summary.totalM / 1000, other: turf.totalM / 1000 },
    ...(summary.areaM2 === undefined || turf.areaM2 === undefined
      ? []
      : [
          {
            label: `${t('area')} ${UNITS.squareKilometre[language]}`,
            one: summary.areaM2 / 1e6,
            other: turf.areaM2 / 1e6,
          },
        ]),
  ];
  return (
    <>
      <table class="model-table">
        <caption class="visually-hidden">{t('twoModelsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('measure')}</th>
            <th scope="col">{t('ellipsoid')}</th>
            <th scope="col">{t('turf')}</th>
            <th scope="col">{t('difference')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, one, other }) => {
            const decimals = decimalsApart(one, other, 2);
            return (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{formatNumber(one, decimals, language)}</td>
                <td>{formatNumber(other, decimals, language)}</td>
                <td>{one === 0 ? '–' : percent(other / one - 1)}</td>
              </tr>
            );
          })}
          <RatioRow summary={summary} />
        </tbody>
      </table>
      <p class="quiet">{earthModelNote(pieces, words)}</p>
    </>
  );
}

function RatioRow({ summary }: { readonly summary: CoastSummary }): JSX.Element | null {
  const { t, language } = useI18n();
  const [one, other] = [summary.ratio, summary.turf.ratio];
  if (one === undefined || other === undefined) return null;
  const decimals = decimalsApart(one * 100, other * 100, 2);
  const points = (other - one) * 100;
  return (
    <tr>
      <th scope="row">{t('ratio')}</th>
      <td>{formatPercent(one, decimals, language)}</td>
      <td>{formatPercent(other, decimals, language)}</td>
      <td>{t('points', { shift: formatNumber(points, decimalsSeen(points, 3), language) })}</td>
    </tr>
  );
}
