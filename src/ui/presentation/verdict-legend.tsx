import type { JSX } from 'preact';
import type { Verdict } from '../../domain/audit/audit.ts';
import { VERDICT_SHAPES } from '../audit/verdict.tsx';
import { useI18n } from '../i18n.tsx';

/** The verdicts by which zones are coloured, the one that needs attention first. */
const SHOWN: readonly Exclude<Verdict, 'no-coast'>[] = ['fail', 'too-close', 'pass'];

/** The rows of a legend for zones coloured by verdict, each with the number of its zones. */
export function VerdictLegend({
  counts,
}: {
  readonly counts: Readonly<Record<'pass' | 'too-close' | 'fail', readonly string[]>>;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <section>
      <h3>{t('verdictLegend')}</h3>
      <ul>
        {SHOWN.filter((verdict) => counts[verdict].length > 0).map((verdict) => (
          <li key={verdict}>
            <span class={`verdict-swatch verdict-swatch--${verdict}`} aria-hidden="true">
              {VERDICT_SHAPES[verdict]}
            </span>
            {t('verdictLegendRow', {
              verdict: t(`verdictName_${verdict}`),
              count: counts[verdict].length,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
