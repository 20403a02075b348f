import type { JSX } from 'preact';
import type { CoastChange, ScopeChange } from '../../domain/coast-change/compare-coasts.ts';
import { useI18n } from '../i18n.tsx';
import { hectaresText, metresText, pointsText, ratioText } from './change-words.ts';

type ZoneChoice = {
  /** Index of the chosen zone; undefined for the whole coast. */
  readonly zone: number | undefined;
  readonly onChoose: (zone: number | undefined) => void;
};

/** What became of the coast of each zone; a zone can be chosen, and everything else is then about it. */
export function ChangeZones({
  change,
  ...choice
}: ZoneChoice & { readonly change: CoastChange }): JSX.Element {
  const { t } = useI18n();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="scroll-box" aria-label={t('coastChangeZones')} tabIndex={0}>
      <ZonesTable change={change} choice={choice} listed={change.zones.map((_, index) => index)} />
    </section>
  );
}

/** The table of zones, of those at these indices, with the whole coast as its last row. */
export function ZonesTable({
  change,
  listed,
  choice,
}: {
  readonly change: CoastChange;
  readonly listed: readonly number[];
  readonly choice?: ZoneChoice;
}): JSX.Element {
  const { t, pick, language } = useI18n();
  const cells = ({ before, after, change: of, ...figures }: ScopeChange): JSX.Element => (
    <>
      <td>{ratioText(before.ratio, language)}</td>
      <td>{ratioText(after.ratio, language)}</td>
      <td>{pointsText(of.ratio, language)}</td>
      <td>{metresText(figures.lostM, language)}</td>
      <td>{metresText(figures.gainedM, language)}</td>
      <td>{hectaresText(figures.reclaimedM2, language)}</td>
      <td>{hectaresText(figures.erodedM2, language)}</td>
    </>
  );
  return (
    <table class="model-table change-zones">
      <caption class="visually-hidden">{t('coastChangeZonesCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('zone')}</th>
          <th scope="col">{t('coastChangeBefore')}</th>
          <th scope="col">{t('coastChangeAfter')}</th>
          <th scope="col">{t('coastChangePointsHead')}</th>
          <th scope="col">{t('coastChangeLostHead')}</th>
          <th scope="col">{t('coastChangeGainedHead')}</th>
          <th scope="col">{t('coastChangeReclaimedHead')}</th>
          <th scope="col">{t('coastChangeErodedHead')}</th>
        </tr>
      </thead>
      <tbody>
        {listed.map((index) => {
          const of = change.zones[index];
          if (of === undefined) return null;
          const name = pick(of.zone.name) || of.zone.id;
          const isChosen = index === choice?.zone;
          return (
            <tr key={of.zone.id}>
              <th scope="row">
                {choice === undefined ? (
                  name
                ) : (
                  <button
                    type="button"
                    class="change-matrix__cell"
                    aria-pressed={isChosen}
                    onClick={() => choice.onChoose(isChosen ? undefined : index)}
                  >
                    {name}
                  </button>
                )}
              </th>
              {cells(of)}
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('coastChangeScope')}</th>
          {cells(change.overall)}
        </tr>
      </tfoot>
    </table>
  );
}
