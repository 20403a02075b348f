import type { JSX } from 'preact';
import { uncountedNaturalM } from '../../domain/scenarios/scenario.ts';
import { VerdictText } from '../audit/verdict.tsx';
import { decimalsApart, formatLength, formatList, formatPercent } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { changeTone, seenLength } from './change-tone.ts';
import type { ScenarioFigures } from './scenario-props.ts';

/** The effect of all sites together: ratio before and after, verdict, headroom, and the ledger. */
export function ScenarioSummary({
  figures: { answer, isMeasuring, failure },
  hasSites,
  leftOut,
}: {
  /** Names of the sites that could not be measured. */
  readonly leftOut: readonly string[];
  readonly figures: ScenarioFigures;
  readonly hasSites: boolean;
}): JSX.Element {
  const { t, language } = useI18n();
  if (failure !== undefined) {
    return <p role="alert">{t('scenarioFailed', { reason: failure })}</p>;
  }
  if (answer === undefined) {
    return <p role="status">{hasSites || isMeasuring ? t('auditRunning') : ''}</p>;
  }
  const { before, after, lostM, restoredM } = answer;
  const { headroomM } = after;
  const uncountedM = uncountedNaturalM(answer.sites);
  const signed = (metres: number): string =>
    `${seenLength(metres) > 0 ? '+' : ''}${formatLength(seenLength(metres), language, 2)}`;
  return (
    <div class="scenario-summary" aria-busy={isMeasuring}>
      <p class="gauge__figure">
        <output class="gauge__ratio" translate={false}>
          {ratios(before.ratio, after.ratio)}
        </output>
        <span class="gauge__target">
          {t('target', { target: formatPercent(after.target, 0, language) })}
        </span>
      </p>
      <p class="gauge__verdict">
        <VerdictText summary={after} />
        {headroomM !== undefined && (
          <span class="gauge__headroom">
            {t(headroomM >= 0 ? 'mayLose' : 'mustRestore', {
              length: formatLength(Math.abs(headroomM), language, 2),
            })}
          </span>
        )}
      </p>
      {leftOut.length > 0 && (
        <p role="alert" class="is-loss">
          {t('sitesLeftOut', { names: formatList(leftOut, language) })}
        </p>
      )}
      <dl class="facts facts--figures">
        <div>
          <dt>{t('ledgerLost')}</dt>
          <dd class={changeTone(seenLength(-lostM))}>{signed(-lostM)}</dd>
        </div>
        {uncountedM > 0 && (
          <div>
            <dt>{t('ledgerUncounted')}</dt>
            <dd class={changeTone(seenLength(-uncountedM))}>{signed(-uncountedM)}</dd>
          </div>
        )}
        <div>
          <dt>{t('ledgerRestored')}</dt>
          <dd class={changeTone(seenLength(restoredM))}>{signed(restoredM)}</dd>
        </div>
        <div>
          <dt>{t('ledgerBalance')}</dt>
          <dd>
            <b>{signed(restoredM - lostM)}</b>
          </dd>
        </div>
      </dl>
    </div>
  );

  /** Enough decimals for a small change not to be rounded to none. */
  function ratios(from: number | undefined, to: number | undefined): string {
    if (from === undefined || to === undefined) return '–';
    const decimals = Math.min(3, decimalsApart(from * 100, to * 100, 2));
    return `${formatPercent(from, decimals, language)} → ${formatPercent(to, decimals, language)}`;
  }
}
