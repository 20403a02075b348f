import type { JSX } from 'preact';
import {
  type Scenario,
  type ScenarioAnswer,
  uncountedNaturalM,
} from '../../domain/scenarios/scenario.ts';
import { VerdictShape } from '../audit/verdict.tsx';
import { formatLength, formatNumber, formatPercent, UNITS, withUnit } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** A compared scenario; its figures are undefined while they are measured. */
export type Compared = {
  readonly scenario: Scenario;
  readonly answer: ScenarioAnswer | undefined;
};

/** Scenarios side by side, one a column: what each costs and gives. */
export function ScenarioCompare({
  compared,
  isSwiping,
  onSwipe,
}: {
  readonly compared: readonly Compared[];
  readonly isSwiping: boolean;
  /** Undefined without a map. */
  readonly onSwipe: ((isSwiping: boolean) => void) | undefined;
}): JSX.Element {
  const { t, language } = useI18n();
  const length = (metres: number): string => formatLength(metres, language, 2);
  const rows: readonly {
    readonly label: string;
    readonly of: (answer: ScenarioAnswer) => JSX.Element | string;
  }[] = [
    {
      label: t('ratio'),
      of: ({ after }) =>
        after.ratio === undefined ? '–' : formatPercent(after.ratio, 3, language),
    },
    {
      label: t('verdict'),
      of: ({ after }) => (
        <>
          <VerdictShape summary={after} /> {t(`verdictName_${after.verdict}`)}
        </>
      ),
    },
    {
      label: t('headroom'),
      of: ({ after }) => (after.headroomM === undefined ? '–' : length(after.headroomM)),
    },
    { label: t('ledgerLost'), of: ({ lostM }) => length(lostM) },
    { label: t('ledgerUncounted'), of: ({ sites }) => length(uncountedNaturalM(sites)) },
    { label: t('ledgerRestored'), of: ({ restoredM }) => length(restoredM) },
    { label: t('ledgerBalance'), of: ({ lostM, restoredM }) => length(restoredM - lostM) },
    { label: t('siteArea'), of: ({ sites }) => area(sites) },
    { label: t('zonesTouched'), of: ({ sites }) => String(zoneCount(sites)) },
  ];
  return (
    <div>
      <h3 id="compare-title">{t('compareTitle')}</h3>
      {onSwipe !== undefined && compared.length === 2 && (
        <button
          type="button"
          class="button"
          aria-pressed={isSwiping}
          onClick={() => onSwipe(!isSwiping)}
        >
          {t('swipe')}
        </button>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take focus (WCAG 2.1.1). */}
      <section class="table-scroll" aria-labelledby="compare-title" tabIndex={0}>
        <table class="compare-table">
          <thead>
            <tr>
              <td />
              {compared.map(({ scenario }) => (
                <th key={scenario.id} scope="col">
                  {scenario.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, of }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {compared.map(({ scenario, answer }) => (
                  <td key={scenario.id}>{answer === undefined ? '…' : of(answer)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );

  function area(sites: ScenarioAnswer['sites']): string {
    const squareMetres = sites.reduce((sum, { areaM2 }) => sum + areaM2.ellipsoid, 0);
    return withUnit(formatNumber(squareMetres / 1e6, 2, language), UNITS.squareKilometre[language]);
  }
}

function zoneCount(sites: ScenarioAnswer['sites']): number {
  return new Set(sites.flatMap(({ zoneIds }) => zoneIds)).size;
}
