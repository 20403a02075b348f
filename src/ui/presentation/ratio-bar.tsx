import type { JSX } from 'preact';
import type { CoastSummary } from '../../domain/audit/audit.ts';
import { shownVerdict } from '../../domain/audit/zone-standing.ts';
import { targetWords, verdictWords } from '../audit/verdict.tsx';
import { formatPercent, formatRatio } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** Where the axis ends that some bars share: the next ten per cent with air above all that they show, at most 1. */
export function axisEnd(summaries: readonly CoastSummary[]): number {
  const most = Math.max(
    ...summaries.flatMap(({ ratio = 0, target, band }) => [ratio, target, band?.high ?? 0]),
  );
  return Math.min(1, Math.ceil(most * 10 + 0.5) / 10);
}

/**
 * A ratio on its axis: the band as a thick bar, the ratio as a dark bar inside it, the target as a line across with its
 * number on it.
 */
export function RatioBar({
  summary,
  end,
  hasTargetName = true,
}: {
  readonly summary: CoastSummary;
  /** The ratio at the end of the axis, from `axisEnd`. */
  readonly end: number;
  /** False for a bar below another, whose target stands above both. */
  readonly hasTargetName?: boolean;
}): JSX.Element | null {
  const words = useI18n();
  const { language } = words;
  const { ratio, target, band } = summary;
  if (ratio === undefined) return null;
  const at = (share: number): string => `${Math.min(100, Math.max(0, (100 * share) / end))}%`;
  const label = [
    formatRatio(ratio, target, language),
    targetWords(summary, words),
    verdictWords(summary, words),
  ].join(' · ');
  return (
    <div class="ratio-bar" role="img" aria-label={label}>
      {hasTargetName && (
        <p class="ratio-bar__marks" aria-hidden="true">
          <span class="ratio-bar__mark" style={{ insetInlineStart: at(target) }}>
            {targetWords(summary, words)}
          </span>
        </p>
      )}
      <div class="ratio-bar__track" aria-hidden="true">
        {band !== undefined && (
          <span
            class={`ratio-bar__band ratio-bar__band--${shownVerdict(summary)}`}
            style={{ insetInlineStart: at(band.low), width: at(band.high - band.low) }}
          />
        )}
        <span class="ratio-bar__value" style={{ width: at(ratio) }} />
        <span class="ratio-bar__target" style={{ insetInlineStart: at(target) }} />
      </div>
      {band !== undefined && (
        <p class="ratio-bar__marks" aria-hidden="true">
          {[band.low, band.high].map((share, index) => (
            <span key={index} class="ratio-bar__mark" style={{ insetInlineStart: at(share) }}>
              {formatRatio(share, target, language)}
            </span>
          ))}
          {end < 1 && band.high < 0.85 * end && (
            <span class="ratio-bar__end">{formatPercent(end, 0, language)}</span>
          )}
        </p>
      )}
    </div>
  );
}
